import Kernel

/// Matches on their way to correlations: put into the order of time, with only the fields that correlations ask for.
struct GatheringState: Sendable {
    private struct Match: Sendable {
        var rules: [Int32]
        var fields: RecordFields
        var time: Milliseconds
        var mention: RecordMention
    }

    /// The fields that correlations ask for, for the catalogue of rules.
    let catalogue: FieldCatalogue
    /// Matches without a time.
    private(set) var untimed = 0
    private var correlator: Correlator
    private let empty: RecordFields
    private let hasCorrelations: Bool
    private var waiting: [Match] = []
    /// By correlation: whether its matches are findings.
    private let isReported: [Bool]
    /// Records that may still be named in a match, by their numbers from `firstNumber` on.
    private var mentions: [RecordMention] = []
    private var firstNumber = 0
    /// A match names no record that is older than this, in ms.
    private let horizon: Milliseconds

    init(_ correlations: [SigmaCorrelation], isReported: [Bool]) {
        self.isReported = isReported
        // A correlation of correlations reaches back by the spans of all.
        horizon = correlations.reduce(0) { $0.addingReportingOverflow($1.timespan).overflow ? .max : $0 + $1.timespan }
        var fields = FieldCatalogue()
        correlator = Correlator(correlations, &fields)
        catalogue = fields
        empty = RecordFields(fields)
        hasCorrelations = !correlations.isEmpty
    }

    /// Whether anything is gathered at all.
    var isNeeded: Bool { hasCorrelations }

    /// Takes in a record that matched rules.
    mutating func add(
        _ rules: [Int32], _ record: RecordFields, _ mention: RecordMention, into findings: inout [Finding]
    ) {
        let gathered = rules.filter { correlator.gathers(rule: Int($0)) }
        if gathered.isEmpty { return }
        guard let time = record.time else {
            untimed += 1
            return
        }
        waiting.append(Match(rules: gathered, fields: copy(record), time: time, mention: mention))
        if waiting.count > Detector.mostWaiting { release(waiting.count / 2, into: &findings) }
    }

    /// Nothing earlier will come.
    mutating func settle(into findings: inout [Finding]) { release(waiting.count, into: &findings) }

    /// The wanted fields of a record: slots of the catalogue are the first ones of the rules' catalogue.
    private func copy(_ record: RecordFields) -> RecordFields {
        var fields = empty
        fields.time = record.time
        for slot in empty.first.indices.dropFirst() {
            var index = record.first[slot]
            while index >= 0 {
                let value = record.values[Int(index)]
                let start = Int(value.offset)
                fields.add(slot: Int32(slot), offset: fields.bytes.count, count: Int(value.count), kind: value.kind)
                fields.bytes += record.bytes[start..<start + Int(value.count)]
                index = value.next
            }
        }
        return fields
    }

    /// Lets the earliest matches go on, in the order of time, file and record.
    private mutating func release(_ count: Int, into findings: inout [Finding]) {
        waiting.sort { left, right in
            (left.time, left.mention.file, left.mention.ordinal) < (
                right.time, right.mention.file, right.mention.ordinal
            )
        }
        var matches: [CorrelationMatch] = []
        for match in waiting.prefix(count) {
            mentions.append(match.mention)
            matches.removeAll(keepingCapacity: true)
            let number = firstNumber + mentions.count - 1
            correlator.add(match.rules, of: number, at: match.time, match.fields, into: &matches)
            for found in matches where isReported[found.correlation] {
                findings.append(finding(found, match.mention))
            }
            if mentions.count.isMultiple(of: 4096) { forgetMentions(before: match.time) }
        }
        waiting.removeFirst(count)
    }

    private mutating func forgetMentions(before now: Milliseconds) {
        let (limit, isBeyond) = now.subtractingReportingOverflow(horizon)
        if isBeyond { return }
        let old = mentions.prefix { ($0.time ?? now) < limit }.count
        firstNumber += old
        mentions.removeFirst(old)
    }

    private func finding(_ match: CorrelationMatch, _ mention: RecordMention) -> Finding {
        var finding = Finding(subject: .correlation(match.correlation), record: mention)
        finding.since = match.start
        finding.members = match.members.compactMap { $0 < firstNumber ? nil : mentions[$0 - firstNumber] }
        return finding
    }
}
