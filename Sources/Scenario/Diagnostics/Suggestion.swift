/// The name that was probably meant.
public enum Suggestion {
    /// More candidates, or longer names, than these are not compared: a message is not worth the time.
    private static let mostCandidates = 2_000
    private static let longestName = 64

    /// The candidate at the smallest edit distance from `name`, the first of equals; nil where none is near.
    ///
    /// - Complexity: O(candidates · length²), both capped.
    public static func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
        let wanted = Array(name.lowercased().utf8)
        if wanted.isEmpty || wanted.count > longestName { return nil }
        // A third of the letters may differ, and at least one must not; beyond that the hint misleads.
        var best = min(max(1, (wanted.count + 1) / 3) + 1, wanted.count)
        var result: String?
        for candidate in candidates.prefix(mostCandidates) where candidate.utf8.count <= longestName {
            let distance = distance(wanted, Array(candidate.lowercased().utf8), below: best)
            if distance < best {
                best = distance
                result = candidate
            }
        }
        return result
    }

    /// The edit distance with neighbouring letters swapped as one edit; anything ≥ `limit` may be reported as `limit`.
    static func distance(_ left: [UInt8], _ right: [UInt8], below limit: Int = .max) -> Int {
        if abs(left.count - right.count) >= limit { return limit }
        var beforePrevious: [Int] = []
        var previous = Array(0...right.count)
        for (row, letter) in left.enumerated() {
            var current = [row + 1]
            current.reserveCapacity(right.count + 1)
            for (column, other) in right.enumerated() {
                var cost = min(previous[column + 1], current[column]) + 1
                cost = min(cost, previous[column] + (letter == other ? 0 : 1))
                if row > 0 && column > 0 && letter == right[column - 1] && left[row - 1] == other {
                    cost = min(cost, beforePrevious[column - 1] + 1)
                }
                current.append(cost)
            }
            beforePrevious = previous
            previous = current
        }
        return previous[right.count]
    }
}
