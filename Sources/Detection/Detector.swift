import Kernel

/// Reads files of records and tells which rules match. A value: copies go their own ways. Findings of rules come in the order of the
/// records, then of the rules; those of correlations when everything has been read.
///
/// Reading costs one pass over the bytes and what ``Matcher`` says of a record; memory does not grow with the files, but for what
/// correlations gather: a match that a correlation gathers waits, so that matches reach it in the order of time whatever the order
/// of files and lines; at most ``mostWaiting`` wait.
public struct Detector: Sendable {
    /// So many matches wait for earlier ones at most. Where there are more, the earlier half goes on, and what comes later with an
    /// earlier time is taken as of the last one that went on.
    public static let mostWaiting = 1 << 20

    /// The rules and correlations, by whose positions findings speak.
    public let collection: SigmaCollection
    /// What could not be read in the present file, or in the last one: the first problems.
    public var problems: [RecordProblem] { reader.problems }
    /// How many records were read, of all files.
    public var recordCount: Int { state?.count ?? 0 }
    /// How many matches no correlation could gather, since their records do not say when they happened.
    public var untimedCount: Int { state?.gathering.untimed ?? 0 }
    /// How many records of the present file, or of the last one, could not be read.
    public var unreadableCount: Int { reader.unreadable }

    private var reader: RecordReader
    private var state: MatchingState?
    private var file = -1

    /// A detector that has read nothing.
    ///
    /// - Parameters:
    ///   - collection: The rules and correlations.
    ///   - format: The shape of all records; found out for each where not given.
    ///   - isWanted: Of which rules and correlations findings are wanted. Other rules are looked for only if a
    ///     correlation gathers them.
    /// - Throws: Where a rule does not compile, which none from ``SigmaReader`` does.
    /// - Complexity: That of ``RuleSet``.
    public init(
        _ collection: SigmaCollection, format: RecordFormat = .automatic,
        reporting isWanted: (_ level: SigmaLevel?, _ tags: [String]) -> Bool = { _, _ in true }
    ) throws(RuleSet.CompileError) {
        self.collection = collection
        var isGathered = [Bool](repeating: false, count: collection.rules.count)
        for case .rule(let index) in collection.correlations.flatMap(\.members) { isGathered[index] = true }
        var selected: [SelectedRule] = []
        for (index, rule) in collection.rules.enumerated() {
            let isReported = !rule.isSilent && isWanted(rule.level, rule.tags)
            if isReported || isGathered[index] { selected.append(SelectedRule(index: index, isReported: isReported)) }
        }
        let gathering = GatheringState(
            collection.correlations,
            isReported: collection.correlations.map { !$0.isSilent && isWanted($0.level, $0.tags) })
        let rules = try RuleSet(selected.map { collection.rules[$0.index] }, catalogue: gathering.catalogue)
        reader = RecordReader(
            catalogue: rules.catalogue, format: format, wantsKeywords: { rules.wantsEverything(of: $0) })
        state = MatchingState(matcher: Matcher(rules), rules: selected, gathering: gathering)
    }

    /// Begins the next file; the first one is number 0.
    public mutating func beginFile() {
        file += 1
        reader.forgetProblems()
    }

    /// Reads the next piece of the present file and appends what is found to `findings`.
    public mutating func read(_ piece: UnsafeBufferPointer<UInt8>, into findings: inout [Finding]) {
        guard var state = state.take() else { return }
        let file = file
        reader.read(piece) { record, sources in state.match(record, sources, file, &findings) }
        self.state = state
    }

    /// Reads the next piece of the present file and appends what is found to `findings`.
    public mutating func read(_ piece: [UInt8], into findings: inout [Finding]) {
        piece.withUnsafeBufferPointer { read($0, into: &findings) }
    }

    /// Ends the present file.
    public mutating func endFile(into findings: inout [Finding]) {
        guard var state = state.take() else { return }
        let file = file
        reader.finish { record, sources in state.match(record, sources, file, &findings) }
        self.state = state
    }

    /// Lets matches that wait for earlier ones go on to the correlations, and appends what these find. For streams, whose
    /// records come in the order of time: what is read afterwards counts as not earlier. O(waiting · log waiting).
    public mutating func settle(into findings: inout [Finding]) { state?.gathering.settle(into: &findings) }

    /// Ends reading: what correlations found.
    public mutating func finish(into findings: inout [Finding]) { settle(into: &findings) }
}

/// A rule that is looked for.
private struct SelectedRule: Sendable {
    /// By ``SigmaCollection/rules``.
    var index: Int
    var isReported: Bool
}

/// The matcher and what belongs to it, apart from the reader that calls it.
private struct MatchingState: Sendable {
    var matcher: Matcher
    /// By the matcher's index of a rule.
    let rules: [SelectedRule]
    var gathering: GatheringState
    /// The matcher's numbers of the reader's sources.
    var sources: [Int32] = []
    var hits: [Int32] = []
    var count = 0

    mutating func match(
        _ record: RecordFields, _ known: [RecordSource], _ file: Int, _ findings: inout [Finding]
    ) {
        count += 1
        while sources.count < known.count { sources.append(matcher.index(of: known[sources.count])) }
        hits.removeAll(keepingCapacity: true)
        matcher.match(record, source: sources[Int(record.source)], into: &hits)
        if hits.isEmpty { return }
        let mention = RecordMention(record, file: file)
        for hit in hits where rules[Int(hit)].isReported {
            findings.append(Finding(subject: .rule(rules[Int(hit)].index), record: mention))
        }
        if gathering.isNeeded {
            gathering.add(hits.map { Int32(rules[Int($0)].index) }, record, mention, into: &findings)
        }
    }
}
