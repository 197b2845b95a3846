import Kernel
import NetworkWorld
import Scenario

/// A run as it truly was, for whoever looks back on it: attack, alerts, actions, outages, and the state of hosts over time.
public struct ReviewTimeline: Sendable, Equatable {
    /// When the run ended.
    public var end: Milliseconds
    /// Steps of the attack, in order.
    public var steps: [TimelineStep]
    /// Alerts that reached the team, in order.
    public var alerts: [TimelineAlert]
    /// Actions that were asked for, in order.
    public var actions: [TimelineAction]
    /// Times without a business service or with a disturbed process, in order of beginning.
    public var outages: [TimelineOutage]
    /// What the run turned on.
    public var moments: [TimelineMoment]
    /// The state of hosts over time.
    public var frames: HostFrames
}

/// A step of the attack.
public struct TimelineStep: Sendable, Equatable {
    /// How a step ended.
    public enum Result: String, Sendable, CaseIterable {
        /// It did what it should.
        case succeeded
        /// It did not.
        case failed
        /// The foothold it came from was lost meanwhile.
        case lost
        /// The run ended first.
        case unfinished
    }

    /// Number, from 1.
    public var number: Int32
    /// When it began.
    public var start: Milliseconds
    /// When it ended, at the latest the end of the run.
    public var end: Milliseconds
    /// ATT&CK id of the technique.
    public var technique: String
    /// The technique's name.
    public var title: LocalizedText
    /// Host it came from; −1: outside.
    public var source: Int32
    /// Host it was aimed at, or −1.
    public var target: Int32
    /// Account that it used or was aimed at, or −1.
    public var account: Int32
    /// How it ended.
    public var result: Result
    /// Numbers of the alerts that speak of it.
    public var alerts: [Int]
    /// Sensors that saw its traces: where it stands in the logs.
    public var sights: [StepSight]
}

/// An alert with its truth.
public struct TimelineAlert: Sendable, Equatable {
    /// What an alert spoke of.
    public enum Truth: String, Sendable, CaseIterable {
        /// A step of the attack.
        case attack
        /// An administrator's honest work.
        case administrator
        /// Nothing, or what a detector outside the run found: its truth is in the records that it read.
        case none
    }

    /// Number in the order of delivery, from 1.
    public var number: Int
    /// When it was delivered.
    public var time: Milliseconds
    /// The analytic's id; nil for a detector outside the run.
    public var analytic: String?
    /// The analytic's name; empty for a detector outside the run.
    public var title: LocalizedText
    /// Host that it names, or −1.
    public var host: Int32
    /// Account that it names, or −1.
    public var account: Int32
    /// What it spoke of.
    public var truth: Truth
    /// Step of the attack that it speaks of; 0: none.
    public var step: Int32
}

/// An action of the team, and what came of it.
public struct TimelineAction: Sendable, Equatable {
    /// What an investigation said.
    public struct Result: Sendable, Equatable {
        /// What it found.
        public var finding: Finding
        /// Host it speaks of, or −1.
        public var host: Int32
        /// Account it speaks of, or −1.
        public var account: Int32
    }

    /// Place among the entries of the run; nil where a playbook asked.
    public var entry: Int?
    /// What was asked for.
    public var action: ReviewAction
    /// When.
    public var asked: Milliseconds
    /// When somebody began, or nil.
    public var started: Milliseconds?
    /// When it was done, or nil.
    public var finished: Milliseconds?
    /// Whether it did what it should; nil while it is not done.
    public var success: Bool?
    /// What it brought to light.
    public var results: [Result]
}

/// A time without a business service, or with a disturbed process.
public struct TimelineOutage: Sendable, Equatable {
    /// Key of the service or process.
    public var name: String
    /// Its name, for people.
    public var title: LocalizedText
    /// A process rather than a service.
    public var isProcess: Bool
    /// When it began.
    public var start: Milliseconds
    /// When it ended, at the latest the end of the run.
    public var end: Milliseconds
    /// A defender's action began it.
    public var byDefence: Bool
}

/// A moment that a run turned on.
public struct TimelineMoment: Sendable, Equatable {
    /// What happened.
    public enum Kind: String, Sendable, CaseIterable {
        /// The directors gave the adversary a foothold.
        case footholdGranted = "foothold-granted"
        /// Data left: ``TimelineMoment/amount`` records.
        case recordsStolen = "records-stolen"
        /// Backups were destroyed.
        case backupsDestroyed = "backups-destroyed"
        /// The adversary had what it wanted.
        case goalReached = "goal-reached"
        /// No path to its goal was left to it.
        case noPathLeft = "no-path-left"
        /// It gave up.
        case withdrew
    }

    /// When.
    public var time: Milliseconds
    /// What.
    public var kind: Kind
    /// Host it concerns, or −1.
    public var host: Int32
    /// Records, where it is about records.
    public var amount: Int64
}
