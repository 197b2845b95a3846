import Kernel

/// The groups of one correlation, from the one that was silent longest to the one that spoke last.
struct CorrelationGroups: Sendable {
    /// Matches with equal values of the `group-by` fields.
    struct Group: Sendable {
        var key: [UInt8]
        var values: [[UInt8]]
        var lastTime: Milliseconds
        var window = CorrelationWindow()
        var sequence: CorrelationSequence?
        /// When the correlation was last reported of a condition that has held since; nil while it does not hold.
        var reported: Milliseconds?
        /// What the group counts against the limit.
        var weight: Int
        /// Neighbours by ``lastTime``; −1: none.
        fileprivate var older = -1
        fileprivate var newer = -1
    }

    private var indices: [[UInt8]: Int] = [:]
    private var groups: [Group] = []
    private var free: [Int] = []
    private var oldest = -1
    private var newest = -1

    var count: Int { indices.count }

    /// What a group weighs with nothing in it.
    static func weight(key: [UInt8], _ plan: CorrelationPlan) -> Int {
        8 + key.count / 16 + (plan.kind.isTemporal ? CorrelationSequence.size(plan) : 0)
    }

    subscript(index: Int) -> Group {
        _read { yield groups[index] }
        _modify { yield &groups[index] }
    }

    /// The index of a group, made where there is none; it is now the newest. O(key).
    mutating func touch(_ key: [UInt8], values: [[UInt8]], at time: Milliseconds, _ plan: CorrelationPlan) -> (
        Int, isNew: Bool
    ) {
        if let index = indices[key] {
            unlink(index)
            link(index)
            groups[index].lastTime = time
            return (index, false)
        }
        let group = Group(
            key: key, values: values, lastTime: time, sequence: plan.kind.isTemporal ? CorrelationSequence(plan) : nil,
            weight: Self.weight(key: key, plan))
        let index = free.popLast() ?? groups.count
        if index == groups.count { groups.append(group) } else { groups[index] = group }
        indices[key] = index
        link(index)
        return (index, true)
    }

    /// Lets the oldest group go where it has been silent since before `earliest`, or where there is another; gives its
    /// weight.
    mutating func removeOldest(silentSince earliest: Milliseconds?) -> Int? {
        guard oldest >= 0 else { return nil }
        if let earliest {
            if groups[oldest].lastTime >= earliest { return nil }
        } else if oldest == newest {
            return nil
        }
        let index = oldest
        unlink(index)
        indices[groups[index].key] = nil
        let weight = groups[index].weight
        groups[index] = Group(key: [], values: [], lastTime: 0, weight: 0)
        free.append(index)
        return weight
    }

    private mutating func unlink(_ index: Int) {
        let (older, newer) = (groups[index].older, groups[index].newer)
        if older >= 0 { groups[older].newer = newer } else { oldest = newer }
        if newer >= 0 { groups[newer].older = older } else { newest = older }
    }

    private mutating func link(_ index: Int) {
        groups[index].older = newest
        groups[index].newer = -1
        if newest >= 0 { groups[newest].newer = index } else { oldest = index }
        newest = index
    }
}
