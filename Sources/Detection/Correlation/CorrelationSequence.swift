import Kernel

/// When the rules of a temporal correlation matched last in one group, and the best sequences that end there.
struct CorrelationSequence: Sendable {
    /// A sequence of records, from the last one back.
    final class Link: Sendable {
        let time: Milliseconds
        let record: Int
        let before: Link?
        /// When the first record of the sequence happened.
        let start: Milliseconds
        let length: Int

        init(time: Milliseconds, record: Int, before: Link?) {
            self.time = time
            self.record = record
            self.before = before
            start = before?.start ?? time
            length = (before?.length ?? 0) + 1
        }
    }

    private let memberCount: Int
    private let isOrdered: Bool
    /// Unordered: by member its last record. Ordered: by member and length the sequence that ends with that member, has
    /// that length, and began last.
    private var links: [Link?]

    /// Nothing has matched yet.
    init(_ plan: CorrelationPlan) {
        memberCount = plan.memberCount
        isOrdered = plan.kind == .temporalOrdered
        links = [Link?](repeating: nil, count: Self.size(plan))
    }

    /// How many sequences are kept for a group.
    static func size(_ plan: CorrelationPlan) -> Int {
        plan.kind == .temporalOrdered ? plan.memberCount * plan.memberCount : plan.memberCount
    }

    /// Takes in a record that a member matched. Members of one record must come in falling order, so that none of them
    /// follows another. O(1), ordered O(members²).
    mutating func append(_ member: Int, _ record: Int, at time: Milliseconds) {
        guard isOrdered else {
            links[member] = Link(time: time, record: record, before: nil)
            return
        }
        links[member * memberCount] = Link(time: time, record: record, before: nil)
        for length in 1..<max(1, memberCount) where length <= member {
            // What began last stays inside the span of time longest; later sequences never began earlier.
            var best: Link?
            for earlier in 0..<member {
                guard let link = links[earlier * memberCount + length - 1] else { continue }
                if best.map({ link.start > $0.start }) ?? true { best = link }
            }
            if let best { links[member * memberCount + length] = Link(time: time, record: record, before: best) }
        }
    }

    /// The largest number of members that matched since `earliest`; ordered, one after the other and ending with
    /// `member`.
    func count(since earliest: Milliseconds, endingWith member: Int) -> Int {
        if isOrdered { return longest(since: earliest, endingWith: member)?.length ?? 0 }
        return links.reduce(0) { count, link in link.map { $0.time >= earliest } ?? false ? count + 1 : count }
    }

    /// The records of those members, in order of time.
    func records(since earliest: Milliseconds, endingWith member: Int) -> [Link] {
        if isOrdered {
            var result: [Link] = []
            var link = longest(since: earliest, endingWith: member)
            while let current = link {
                result.append(current)
                link = current.before
            }
            return result.reversed()
        }
        let present = links.compactMap { $0 }.filter { $0.time >= earliest }
        return present.enumerated().sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }.map(
            \.element)
    }

    private func longest(since earliest: Milliseconds, endingWith member: Int) -> Link? {
        links[(member * memberCount)..<((member + 1) * memberCount)]
            .last { link in link.map { $0.start >= earliest } ?? false } ?? nil
    }
}
