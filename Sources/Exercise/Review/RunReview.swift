import Kernel
import NetworkWorld
import Scenario

/// Everything that a review says of one run, with the names that its indices stand for.
public struct RunReview: Sendable, Equatable {
    /// A host or account by its index.
    public struct Name: Sendable, Equatable {
        /// The index.
        public var index: Int32
        /// The name.
        public var name: String
    }

    /// The scenario's short name.
    public var scenario: String
    /// The adversary's name.
    public var adversary: String
    /// What money is counted in.
    public var currency: String
    /// The seeds of the run.
    public var seeds: Seeds
    /// The run beside nobody and the standard playbook.
    public var line: TeamLine
    /// What each decision was worth.
    public var decisions: DecisionReview
    /// Where acting would have paid most; nil where it was not searched.
    public var moments: MissedMoments?
    /// The run as it truly was.
    public var timeline: ReviewTimeline
    /// Hosts that the timeline speaks of, by index.
    public var hosts: [Name]
    /// Accounts that the timeline speaks of, by index.
    public var accounts: [Name]

    /// Puts together what was found out about a run.
    ///
    /// - Complexity: that of the run, and O(names · log names).
    public init(_ reviewed: ReviewedRun, line: TeamLine, decisions: DecisionReview, moments: MissedMoments?) {
        let program = reviewed.program
        scenario = program.scenario.name
        adversary = program.simulation.adversaries[program.adversary.index].name
        currency = program.simulation.currency
        seeds = reviewed.seeds
        self.line = line
        self.decisions = decisions
        self.moments = moments
        timeline = reviewed.timeline()
        hosts = Self.names(timeline.mentionedHosts, program.hostName)
        accounts = Self.names(timeline.mentionedAccounts, program.accountName)
    }

    private static func names(_ indices: [Int32], _ name: (Int32) -> String) -> [Name] {
        var names: [Name] = []
        for index in indices.sorted() where index >= 0 && index != names.last?.index {
            names.append(Name(index: index, name: name(index)))
        }
        return names
    }
}

extension ReviewTimeline {
    /// Hosts that are spoken of, −1 and repetitions among them.
    fileprivate var mentionedHosts: [Int32] {
        steps.flatMap { [$0.source, $0.target] + $0.sights.map(\.host) } + alerts.map(\.host)
            + actions.flatMap { [$0.action.host] + $0.results.map(\.host) } + moments.map(\.host)
            + frames.changes.map(\.host)
    }

    /// Accounts that are spoken of, −1 and repetitions among them.
    fileprivate var mentionedAccounts: [Int32] {
        steps.map(\.account) + alerts.map(\.account)
            + actions.flatMap { [$0.action.account] + $0.results.map(\.account) }
    }
}

extension RunReview {
    /// Writes the review as one JSON object. Money is in whole units of the currency, times are exercise milliseconds.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("scenario", scenario)
            json.member("adversary", adversary)
            json.member("currency", currency)
            json.member("world-seed", String(seeds.world))
            json.member("future-seed", String(seeds.future))
            json.key("team")
            line.write(to: &json)
            json.key("decisions")
            decisions.write(to: &json)
            json.key("moments")
            if let moments { moments.write(to: &json) } else { json.null() }
            json.key("timeline")
            timeline.write(to: &json)
            for (key, names) in [("hosts", hosts), ("accounts", accounts)] {
                json.list(key, names) { name, json in
                    json.object { json in
                        json.member("index", name.index)
                        json.member("name", name.name)
                    }
                }
            }
        }
    }
}
