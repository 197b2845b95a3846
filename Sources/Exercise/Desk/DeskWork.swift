import Kernel
import NetworkWorld
import Scenario

/// An action that was asked for, and where it stands.
public struct DeskWork: Sendable, Equatable {
    /// Number, from 1 in the order of asking.
    public var number: Int
    /// Key of the action.
    public var action: String
    /// Name of the action.
    public var title: LocalizedText
    /// Whether it learns or changes.
    public var kind: ActionKind
    /// Host that it is aimed at, or nil.
    public var host: DeskPlace?
    /// Account that it is aimed at, or nil.
    public var account: DeskPlace?
    /// Network that it is aimed at, or nil.
    public var network: DeskPlace?
    /// Where it stands.
    public var phase: WorkItem.Phase
    /// Who asked.
    public var author: Author
    /// When it was asked for, in exercise milliseconds.
    public var asked: Milliseconds
    /// When somebody began, or nil.
    public var started: Milliseconds?
    /// When it is likely to end, or nil before somebody began and once it ended.
    public var expectedEnd: Milliseconds?
    /// When it ended, or nil.
    public var finished: Milliseconds?
    /// Minutes of staff that it costs.
    public var staffMinutes: Int64
    /// False where a finished removal of a foothold did not work.
    public var tookEffect: Bool

    /// Writes the work as one JSON object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("number", number)
            json.member("action", action)
            json.member("title", title)
            json.member("kind", kind.rawValue)
            DeskPlace.write("host", host, to: &json)
            DeskPlace.write("account", account, to: &json)
            DeskPlace.write("network", network, to: &json)
            json.member("phase", phase.name)
            json.key("author")
            author.write(to: &json)
            json.member("asked", asked)
            json.member(ifAny: "started", started)
            json.member(ifAny: "expected-end", expectedEnd)
            json.member(ifAny: "finished", finished)
            json.member("staff-minutes", staffMinutes)
            json.member("took-effect", tookEffect)
        }
    }
}

extension WorkItem.Phase {
    /// The word in JSON and in files of texts.
    public var name: String {
        switch self {
        case .awaitingApproval: "awaiting-approval"
        case .queued: "queued"
        case .running: "running"
        case .finished: "finished"
        }
    }
}

extension TeamExercise {
    /// All actions asked for, in the order of asking.
    ///
    /// - Complexity: O(actions).
    public var deskWork: [DeskWork] { workRecords.indices.map { deskWork(at: $0) } }

    /// What is not finished.
    ///
    /// - Complexity: O(actions that are open).
    public var deskOpenWork: [DeskWork] { openWork.map { deskWork(at: $0) } }

    func deskWork(at index: Int) -> DeskWork {
        let item = run.state.work[index]
        let record = workRecords[index]
        let action = program.actions[Int(item.action)]
        let isRunning = item.phase == .running
        return DeskWork(
            number: index + 1, action: program.catalogue.actions[Int(item.action)].id,
            title: program.title(ofAction: Int(item.action)), kind: action.kind,
            host: program.place(ofHost: item.host), account: program.place(ofAccount: item.account),
            network: program.place(ofNetwork: item.network), phase: item.phase, author: record.author,
            asked: record.asked, started: record.started < 0 ? nil : record.started,
            expectedEnd: isRunning ? record.started + action.duration.likely : nil,
            finished: record.finished < 0 ? nil : record.finished, staffMinutes: action.staffMinutes,
            tookEffect: item.phase != .finished || record.tookEffect)
    }
}
