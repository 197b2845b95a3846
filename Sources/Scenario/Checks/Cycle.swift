/// Cycles in graphs of names.
enum Cycle {
    /// The names of the first cycle met in the order of the graph, or nil. Names that are not in the graph are ignored.
    ///
    /// Without recursion: a file may hold a chain of any length.
    /// - Complexity: O(nodes + edges).
    static func first(in graph: [(name: String, needs: [String])]) -> [String]? {
        let places = Dictionary(
            graph.enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { first, _ in first })
        let edges = graph.map { $0.needs.compactMap { places[$0] } }
        var finished = Array(repeating: false, count: graph.count)
        var onPath = finished
        for root in graph.indices where !finished[root] {
            var path: [(node: Int, next: Int)] = [(root, 0)]
            onPath[root] = true
            while let (node, next) = path.last {
                if next == edges[node].count {
                    path.removeLast()
                    onPath[node] = false
                    finished[node] = true
                    continue
                }
                path[path.count - 1].next += 1
                let target = edges[node][next]
                if onPath[target] {
                    let start = path.firstIndex { $0.node == target } ?? 0
                    return path[start...].map { graph[$0.node].name }
                }
                if !finished[target] {
                    onPath[target] = true
                    path.append((target, 0))
                }
            }
        }
        return nil
    }
}
