/// One step of an attack path: by which technique card red came to which host group.
public struct PathStep: Sendable, Hashable, Comparable {
    /// Index of the card; −1 where directors gave the access.
    public var card: Int16
    /// Index of the host group; −1: outside.
    public var group: Int16

    /// Orders by card, then group: only so that results have an order.
    public static func < (left: PathStep, right: PathStep) -> Bool {
        left.card != right.card ? left.card < right.card : left.group < right.group
    }
}

/// A way from one host group to another.
struct PathEdge: Hashable, Comparable {
    /// Index of the group that it leads from; −1: outside.
    var from: Int16
    /// Index of the group that it leads to.
    var to: Int16

    static func < (left: PathEdge, right: PathEdge) -> Bool {
        left.from != right.from ? left.from < right.from : left.to < right.to
    }
}

/// How often something lay on the way of a loss, and how much loss came that way.
struct Carried: Sendable, Equatable {
    /// Attempts.
    var attempts: Int64 = 0
    /// Their losses.
    var loss: Int128 = 0

    mutating func add(_ loss: Int64) {
        attempts += 1
        self.loss += Int128(loss)
    }

    mutating func merge(_ other: Carried) {
        attempts += other.attempts
        loss += other.loss
    }
}

/// How a technique card fared.
struct CardTally: Sendable, Equatable {
    /// How often it was tried.
    var tries: Int64 = 0
    /// How often it worked.
    var successes: Int64 = 0
    /// What came by ways that it lay on.
    var carried = Carried()

    mutating func merge(_ other: CardTally) {
        tries += other.tries
        successes += other.successes
        carried.merge(other.carried)
    }
}

/// The ways that losses took. Places and techniques are counted for every attempt; whole paths in the first 1,024 blocks
/// of a study only, so that memory stays bounded however long it goes on.
struct PathTally: Sendable, Equatable {
    /// What came by a way at all: attempts that ended in an impact of the attack.
    var carried = Carried()
    /// By host group that the way led over.
    var groups: [Int16: Carried] = [:]
    /// By host group where the way ended.
    var ends: [Int16: Carried] = [:]
    /// By step between two host groups.
    var edges: [PathEdge: Carried] = [:]
    /// By technique card.
    var cards: [Int16: CardTally] = [:]
    /// By whole path.
    var paths: [[PathStep]: Carried] = [:]

    /// Takes in a way and what came by it.
    mutating func add(_ path: [PathStep], loss: Int64, wholePath: Bool) {
        carried.add(loss)
        var before: Int16 = -1
        for (index, step) in path.enumerated() {
            if !path[..<index].contains(where: { $0.group == step.group }) {
                groups[step.group, default: Carried()].add(loss)
            }
            if !path[..<index].contains(where: { $0.card == step.card }) {
                cards[step.card, default: CardTally()].carried.add(loss)
            }
            if before != step.group { edges[PathEdge(from: before, to: step.group), default: Carried()].add(loss) }
            before = step.group
        }
        if let last = path.last { ends[last.group, default: Carried()].add(loss) }
        if wholePath { paths[path, default: Carried()].add(loss) }
    }

    /// Whether every card and group that is named exists.
    func isWithin(cards cardCount: Int, groups groupCount: Int) -> Bool {
        let knows = { (group: Int16) in group >= -1 && Int(group) < groupCount }
        let has = { (card: Int16) in card >= -1 && Int(card) < cardCount }
        return groups.keys.allSatisfy(knows) && ends.keys.allSatisfy(knows) && cards.keys.allSatisfy(has)
            && edges.keys.allSatisfy { knows($0.from) && knows($0.to) }
            && paths.keys.allSatisfy { $0.allSatisfy { has($0.card) && knows($0.group) } }
    }

    mutating func merge(_ other: PathTally) {
        carried.merge(other.carried)
        groups.merge(other.groups) { $0.merged(with: $1) }
        ends.merge(other.ends) { $0.merged(with: $1) }
        edges.merge(other.edges) { $0.merged(with: $1) }
        paths.merge(other.paths) { $0.merged(with: $1) }
        for (card, tally) in other.cards { cards[card, default: CardTally()].merge(tally) }
    }
}

extension Carried {
    func merged(with other: Carried) -> Carried {
        var sum = self
        sum.merge(other)
        return sum
    }
}
