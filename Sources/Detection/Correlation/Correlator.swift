import Kernel

/// Runs correlations over the matches of rules: a value that takes in records in order of time.
///
/// *Windows* slide and are exact: a correlation is decided at each record that one of its rules matches, over the
/// records of the same group from `timespan` before that moment to that moment, both included. A record counts once,
/// however many of the rules it matches.
///
/// *Reports*: a match is reported when the condition begins to hold, and again each time a further timespan has passed
/// in which it never ceased to. Correlations of correlations see more: those about time see every moment at which the
/// condition holds, those that count see what would be reported.
///
/// *Groups*: a record that lacks one of the `group-by` fields belongs to no group; of a field with several values the
/// first counts. Values are compared byte by byte. A correlation that gathers another one groups by the fields of the
/// record that completed it.
///
/// *Memory* is bounded: all records and groups that are kept weigh at most `limit`, where a record in a window weighs 1
/// and some for long values, a group 8 and some for long keys. Where that is not enough, the groups of the correlation
/// that wants more which were silent longest fall out, and in the end the oldest records of the group itself; both are
/// counted.
public struct Correlator: Sendable {
    /// Members of a match that are named at most.
    public static let mostMembers = 100
    /// What is kept at most, unless said otherwise: some 100 MB.
    public static let usualLimit = 1_000_000

    /// How many groups fell out for want of memory.
    public internal(set) var droppedGroups = 0
    /// How many records fell out of windows for want of memory.
    public internal(set) var droppedRecords = 0
    /// How many records came with an earlier time than one before; they were taken as of that one.
    public private(set) var lateRecords = 0

    /// One way from a match to a correlation.
    struct Route: Sendable {
        var correlation: Int
        var member: Int
    }

    let limit: Int
    let plans: [CorrelationPlan]
    /// By rule, and by correlation.
    let ruleRoutes: [[Route]]
    let correlationRoutes: [[Route]]
    var groups: [CorrelationGroups]
    var weight = 0
    var now = Milliseconds.min

    /// Correlations of a ``SigmaCollection``. The fields that they need of records join the catalogue.
    ///
    /// - Complexity: O(members · fields).
    public init(_ correlations: [SigmaCorrelation], _ catalogue: inout FieldCatalogue, limit: Int = usualLimit) {
        self.limit = limit
        var plans: [CorrelationPlan] = []
        var ruleRoutes: [[Route]] = []
        var correlationRoutes = [[Route]](repeating: [], count: correlations.count)
        for (index, correlation) in correlations.enumerated() {
            plans.append(CorrelationPlan(correlation, &catalogue))
            for (member, target) in correlation.members.enumerated() {
                let route = Route(correlation: index, member: member)
                switch target {
                case .rule(let rule):
                    while ruleRoutes.count <= rule { ruleRoutes.append([]) }
                    ruleRoutes[rule].append(route)
                case .correlation(let other):
                    precondition(other < index, "a correlation stands after those that it gathers")
                    correlationRoutes[other].append(route)
                }
            }
        }
        self.plans = plans
        self.ruleRoutes = ruleRoutes
        self.correlationRoutes = correlationRoutes
        groups = [CorrelationGroups](repeating: CorrelationGroups(), count: plans.count)
    }

    /// Whether a correlation gathers a rule's matches. O(1).
    public func gathers(rule: Int) -> Bool { ruleRoutes.indices.contains(rule) && !ruleRoutes[rule].isEmpty }

    /// Takes in a record that matched rules, and appends what correlations make of it, by rising index of correlation.
    ///
    /// - Parameters:
    ///   - rules: the indices of the rules.
    ///   - record: the caller's number of the record, for ``CorrelationMatch/members``.
    ///   - time: not before that of the record before.
    ///   - fields: of the record, by the catalogue.
    /// - Complexity: O(1) on average for each rule and correlation, about 1 µs; O(rules²) for ordered correlations,
    ///   O(records of the window) for percentiles.
    public mutating func add(
        _ rules: [Int32], of record: Int, at time: Milliseconds, _ fields: RecordFields,
        into matches: inout [CorrelationMatch]
    ) {
        var routes: [Route] = []
        for rule in rules where gathers(rule: Int(rule)) { routes += ruleRoutes[Int(rule)] }
        if routes.isEmpty { return }
        if time < now { lateRecords += 1 }
        now = max(now, time)
        // Correlations stand after those that they gather, so that rising order lets each see all of its members.
        while let correlation = routes.map(\.correlation).min() {
            // Falling order of members: none of them may follow another in one record.
            let members = routes.filter { $0.correlation == correlation }.map(\.member).sorted(by: >)
            routes.removeAll { $0.correlation == correlation }
            let outcome = decide(correlation, members, record, fields, &matches)
            guard outcome.holds else { continue }
            for route in correlationRoutes[correlation]
            where outcome.isReported || plans[route.correlation].kind.isTemporal {
                routes.append(route)
            }
        }
    }
}
