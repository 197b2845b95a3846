import ArgumentParser
import Exercise
import Foundation
import Kernel
import Markup
import NetworkWorld
import Scenario

/// `thao review`: what each decision of a run was worth.
struct ReviewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "Value the decisions of a run: the same futures with each of them and without it.",
        discussion: """
            Takes the actions in a journal one by one. From the moment of each, futures are
            run in which it is taken, and the same futures in which it is not; what people
            did later is left out, and the policy acts in both. The figures are hindsight:
            the futures start from the truth, which nobody knew then.

            EXAMPLES
              thao review journal.json
              thao review journal.json --policy none --futures 1000
              thao review journal.json --moments --language vi
              thao review journal.json --json > review.json
            """)

    @Argument(help: "The journal.json of a run or of a team's exercise.")
    var journal: String

    @Option(help: ArgumentHelp("Futures a side for each decision, 20 to 10000.", valueName: "number"))
    var futures = ReviewSettings().futures

    @Option(
        help: ArgumentHelp(
            "Who defends in the futures: \(ReviewPolicy.allCases.map(\.rawValue).joined(separator: " or ")).",
            valueName: "name"))
    var policy = ReviewSettings().policy.rawValue

    @Flag(help: "Also search for moments at which acting would have paid most.")
    var moments = false

    @Option(help: ArgumentHelp("vi or en.", valueName: "language"))
    var language = PageLanguage.english.rawValue

    @Flag(help: "Print everything as JSON, with the run as it truly was.")
    var json = false

    func validate() throws {
        if PageLanguage(rawValue: language) == nil {
            throw ValidationError("--language takes vi or en, not '\(language)'")
        }
        if ReviewPolicy(rawValue: policy) == nil {
            let names = ReviewPolicy.allCases.map(\.rawValue).joined(separator: " or ")
            throw ValidationError("--policy takes \(names), not '\(policy)'")
        }
        if !(20...10_000).contains(futures) {
            throw ValidationError("--futures takes 20 to 10000, not \(futures)")
        }
    }

    func run() async throws {
        try await reporting {
            let read = try JournalFile(journal)
            if read.replay(listening: false).run.stateHash != read.journal.stateHash {
                throw CommandFailure.negative("\(journal): its replay ends in another state; see 'thao replay'")
            }
            let review = try await review(read)
            if json {
                var writer = JSONWriter(indent: 2)
                review.write(to: &writer)
                Terminal.output(writer.text)
            } else {
                let sheet = ReviewSheet(
                    review, program: read.program, language: PageLanguage(rawValue: language) ?? .english)
                Terminal.output(sheet.text)
            }
        }
    }

    private func review(_ read: JournalFile) async throws -> RunReview {
        var settings = ReviewSettings()
        settings.futures = futures
        settings.policy = ReviewPolicy(rawValue: policy) ?? settings.policy
        let workers = ProcessInfo.processInfo.activeProcessorCount
        do {
            let reviewed = try ReviewedRun(
                program: read.program, seeds: read.journal.seeds, entries: read.journal.entries, end: read.journal.end)
            let decisions = try await reviewed.decisions(settings, workers: workers) { done, total in
                Self.show("valuing decisions", done, total)
            }
            var missed: MissedMoments?
            if moments {
                missed = try await reviewed.missedMoments(settings, workers: workers) { done, total in
                    Self.show("searching moments", done, total)
                }
            }
            Terminal.progress("")
            return RunReview(
                reviewed, line: reviewed.line(team: read.program.scenario.name), decisions: decisions,
                moments: missed)
        } catch let error as ReviewError {
            throw CommandFailure.content("\(journal): \(error)")
        }
    }

    private static func show(_ what: String, _ done: Int, _ total: Int) {
        Terminal.progress("\(what) … \(done * 100 / max(total, 1)) %")
    }
}
