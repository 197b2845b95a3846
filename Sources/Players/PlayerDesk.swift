import Exercise
import Kernel
import LogSearch
import NetworkWorld
import Scenario

/// All that a player has: the views of a seat's desk, the team's log, and inputs. The truth stays inside.
public struct PlayerDesk: Sendable {
    private var exercise: TeamExercise
    private var log: TeamLog
    private let author = Author.seat(1)
    /// Actions that can be asked for.
    public let actions: [DeskAction]

    /// The desk of a team's only seat at the start.
    ///
    /// - Complexity: that of ``TeamExercise`` and ``TeamLog`` at their start.
    public init(program: Program, settings: ExerciseSettings, base: BaseLog) {
        exercise = TeamExercise(program: program, seeds: base.seeds, settings: settings)
        log = TeamLog(base: base)
        actions = DeskAction.all(of: program)
        hearEvents()
    }

    private mutating func hearEvents() { log.advance(to: exercise.now, events: exercise.drainEvents()) }

    // MARK: Looking

    /// Exercise time, ms.
    public var now: Milliseconds { exercise.now }
    /// Clock and staff.
    public var clock: DeskClock { exercise.deskClock }
    /// Networks, hosts and accounts as they are known.
    public var situation: DeskSituation { exercise.deskSituation }
    /// Alerts after the first `count`.
    public func alerts(after count: Int) -> [DeskAlert] {
        count < exercise.alertCount ? (count + 1...exercise.alertCount).compactMap { exercise.deskAlert($0) } : []
    }
    /// What investigations brought.
    public var findings: [DeskFinding] { exercise.deskFindings }
    /// Work by its number, from 1.
    ///
    /// - Complexity: O(actions asked for).
    public func work(_ number: Int) -> DeskWork? { exercise.deskWork.first { $0.number == number } }
    /// What is not finished.
    public var openWork: [DeskWork] { exercise.deskOpenWork }
    /// Questions.
    public var questions: [DeskQuestion] { exercise.deskQuestions }
    /// Messages.
    public var messages: [DeskMessage] { exercise.deskMessages }
    /// The first moment that logs speak of, ms; below zero where there are days of history.
    public var logStart: Milliseconds { log.view.base.start }

    /// Searches the team's log; nil where the query cannot be read.
    public func search(_ text: String, _ change: (inout SearchRequest) -> Void) -> SearchResult? {
        guard let query = try? LogQuery(parsing: text) else { return nil }
        var request = SearchRequest(query)
        change(&request)
        return log.search(request)
    }

    // MARK: Acting

    /// Puts something in; false where it was not taken.
    @discardableResult
    public mutating func put(_ input: TeamInput) -> Bool {
        let entry = TeamEntry(number: exercise.nextNumber, time: exercise.now, author: author, input: input)
        do {
            try exercise.take(entry)
            return true
        } catch {
            return false
        }
    }

    // MARK: For whoever runs the exercise

    /// Lets time pass.
    mutating func advance(to time: Milliseconds) {
        exercise.advance(to: time)
        hearEvents()
    }

    /// Closes the exercise and gives it with its truth.
    consuming func close() -> TeamExercise {
        exercise.close(at: exercise.now)
        return exercise
    }
}
