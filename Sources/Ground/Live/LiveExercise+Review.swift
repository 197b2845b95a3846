import Exercise
import Foundation
import Kernel
import Logging
import Scenario

/// Looking back: once an exercise is closed, its reviews are computed one team after the other, behind everything else.
extension LiveExercise {
    /// The review of a team, as far as it has been computed. What is missing comes in the background; ``LiveSignal`` tells of
    /// progress as a change of the score.
    ///
    /// - Throws: ``GroundError``: `notFound`; `conflict` before the exercise is closed.
    /// - Complexity: the first time that of two runs; O(1) later.
    public func review(team: Int64) throws(GroundError) -> TeamReview {
        let place = try place(of: team)
        guard clock.phase == .closed else {
            throw GroundError(
                .conflict,
                LocalizedText(
                    vietnamese: "Phần nhìn lại mở ra khi diễn tập kết thúc.",
                    english: "The review opens when the exercise is closed."))
        }
        startReviews()
        if let known = reviews[team] { return known }
        do throws(ReviewError) {
            let run = try ReviewedRun(teams[place].exercise)
            let review = TeamReview(
                timeline: run.timeline(),
                line: run.line(team: teams[place].team.name, closed: teams[place].exercise.closedAlerts))
            reviews[team] = review
            return review
        } catch {
            throw GroundError(.invalid, error.description)
        }
    }

    /// Keeps what came out, and begins with the reviews: the exercise was closed.
    func finish() async {
        var json = JSONWriter()
        json.object { json in
            json.list("teams", standings(whole: true)) { standing, json in
                json.object { json in
                    json.member("team", standing.team.name)
                    json.member("track", standing.team.track.rawValue)
                    json.key("score")
                    standing.whole?.write(to: &json)
                }
            }
        }
        do {
            try await environment.ground.keepResult(.outcome, of: id, json: json.text)
        } catch {
            environment.logger.error(
                "the outcome was not kept", metadata: ["exercise": "\(stored.publicID)", "reason": "\(error)"])
        }
        startReviews()
    }

    /// Begins to compute reviews, unless that is under way or done.
    private func startReviews() {
        guard reviewing == nil else { return }
        reviewing = Task(priority: .low) { [weak self] in
            guard let teams = await self?.teamList else { return }
            for team in teams {
                guard !Task.isCancelled else { return }
                await self?.compute(team)
            }
            await self?.keepReviews()
        }
    }

    private nonisolated func compute(_ team: Team) async {
        // One core stays free for those who play something else meanwhile.
        let workers = max(1, ProcessInfo.processInfo.activeProcessorCount - 1)
        do {
            guard let exercise = try? await snapshot(team: team.id).exercise else { return }
            _ = try await review(team: team.id)
            let run = try ReviewedRun(exercise)
            let decisions = try await run.decisions(workers: workers) { done, total in
                self.tell(team, done: done, total: total * 2)
            }
            await change(team) { $0.decisions = decisions }
            let moments = try await run.missedMoments(workers: workers) { done, total in
                self.tell(team, done: total + done, total: total * 2)
            }
            await change(team) {
                $0.moments = moments
                $0.progress = 1000
            }
        } catch is CancellationError {
            return
        } catch {
            await change(team) { $0.failure = "\(error)" }
        }
    }

    private nonisolated func tell(_ team: Team, done: Int, total: Int) {
        guard total > 0, done % 100 == 0 else { return }
        Task { await self.change(team) { $0.progress = max($0.progress, done * 1000 / total) } }
    }

    private func change(_ team: Team, _ body: @Sendable (inout TeamReview) -> Void) {
        guard var review = reviews[team.id] else { return }
        body(&review)
        reviews[team.id] = review
        signals.send(.score, team: team.id, time: now, phase: clock.phase)
    }

    /// Keeps the reviews as they were computed, for a time when the rules of the world have changed.
    private func keepReviews() async {
        var json = JSONWriter()
        json.object { json in
            json.list("teams", teams.compactMap { reviews[$0.team.id] }) { review, json in review.write(to: &json) }
        }
        do {
            try await environment.ground.keepResult(.review, of: id, json: json.text)
        } catch {
            environment.logger.error(
                "the review was not kept", metadata: ["exercise": "\(stored.publicID)", "reason": "\(error)"])
        }
    }
}
