import Kernel
import NetworkWorld
import Scenario

/// A span of time: low, likely, high, in milliseconds.
public struct DeskSpan: Sendable, Equatable {
    /// The shortest plausible.
    public var low: Milliseconds
    /// The most likely.
    public var likely: Milliseconds
    /// The longest plausible.
    public var high: Milliseconds

    /// Writes the span as one JSON object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("low", low)
            json.member("likely", likely)
            json.member("high", high)
        }
    }
}

/// When command must approve an action.
public enum DeskApproval: String, Sendable, CaseIterable {
    /// Never.
    case never
    /// Unless its target is a workstation.
    case exceptWorkstations = "except-workstations"
    /// Always.
    case always
}

/// What a team can do, told before anybody confirms it.
public struct DeskAction: Sendable, Equatable {
    /// Key, as inputs take it.
    public var id: String
    /// Name for people.
    public var title: LocalizedText
    /// Whether it learns or changes.
    public var kind: ActionKind
    /// What it is aimed at.
    public var target: ActionTarget
    /// How long it takes once somebody does it.
    public var duration: DeskSpan
    /// Minutes of staff that it costs.
    public var staffMinutes: Int64
    /// When command must approve.
    public var approval: DeskApproval
    /// How long an approval takes.
    public var approvalWait: DeskSpan
    /// What else it does.
    public var sideEffect: LocalizedText

    /// Writes the action as one JSON object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", id)
            json.member("title", title)
            json.member("kind", kind.rawValue)
            json.member("target", target.rawValue)
            json.key("duration")
            duration.write(to: &json)
            json.member("staff-minutes", staffMinutes)
            json.member("approval", approval.rawValue)
            json.key("approval-wait")
            approvalWait.write(to: &json)
            json.member("side-effect", sideEffect)
        }
    }

    /// What a team can do under a program, in the order of the catalogue.
    public static func all(of program: Program) -> [DeskAction] {
        let wait = program.simulation.staff.approvalMilliseconds
        return zip(program.catalogue.actions, program.actions).map { action, record in
            let approval: DeskApproval =
                record.approval ? .always : record.mechanic == .isolateHost ? .exceptWorkstations : .never
            return DeskAction(
                id: action.id, title: Program.title(action.title, else: action.id), kind: record.kind,
                target: record.target,
                duration: DeskSpan(
                    low: record.duration.low, likely: record.duration.likely, high: record.duration.high),
                staffMinutes: record.staffMinutes, approval: approval,
                approvalWait: DeskSpan(low: wait.low, likely: wait.likely, high: wait.high),
                sideEffect: action.sideEffect)
        }
    }
}
