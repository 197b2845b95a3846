import Kernel

extension PathTally {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.key("carried")
            json.integers([Int128(carried.attempts), carried.loss])
            json.key("groups")
            json.rows(groups.sorted { $0.key < $1.key }) { [Int128($0.key)] + $0.value.numbers }
            json.key("ends")
            json.rows(ends.sorted { $0.key < $1.key }) { [Int128($0.key)] + $0.value.numbers }
            json.key("edges")
            json.rows(edges.sorted { $0.key < $1.key }) { [Int128($0.key.from), Int128($0.key.to)] + $0.value.numbers }
            json.key("cards")
            json.rows(cards.sorted { $0.key < $1.key }) { card in
                [Int128(card.key), Int128(card.value.tries), Int128(card.value.successes)] + card.value.carried.numbers
            }
            json.key("paths")
            json.rows(paths.sorted { $0.key.lexicographicallyPrecedes($1.key) }) { path in
                path.value.numbers + path.key.flatMap { [Int128($0.card), Int128($0.group)] }
            }
        }
    }

    init(_ json: JSONValue) throws(JSONError) {
        let whole = try json.required("carried").integers(Int128.self, count: 2)
        carried = Carried(whole[...])
        for row in try json.required("groups").rows(atLeast: 3) { groups[Int16(clamping: row[0])] = Carried(row[1...]) }
        for row in try json.required("ends").rows(atLeast: 3) { ends[Int16(clamping: row[0])] = Carried(row[1...]) }
        for row in try json.required("edges").rows(atLeast: 4) {
            let edge = PathEdge(from: Int16(clamping: row[0]), to: Int16(clamping: row[1]))
            edges[edge] = Carried(row[2...])
        }
        for row in try json.required("cards").rows(atLeast: 5) {
            cards[Int16(clamping: row[0])] = CardTally(
                tries: Int64(clamping: row[1]), successes: Int64(clamping: row[2]), carried: Carried(row[3...]))
        }
        for row in try json.required("paths").rows(atLeast: 4) {
            let steps = stride(from: 2, to: row.count - 1, by: 2).map {
                PathStep(card: Int16(clamping: row[$0]), group: Int16(clamping: row[$0 + 1]))
            }
            paths[steps] = Carried(row[..<2])
        }
    }
}

extension Carried {
    fileprivate var numbers: [Int128] { [Int128(attempts), loss] }

    fileprivate init(_ numbers: ArraySlice<Int128>) {
        attempts = Int64(clamping: numbers[numbers.startIndex])
        loss = numbers[numbers.startIndex + 1]
    }
}

extension JSONWriter {
    fileprivate mutating func rows<Element>(_ elements: [Element], _ row: (Element) -> [Int128]) {
        array { json in for element in elements { json.integers(row(element)) } }
    }
}

extension JSONValue {
    fileprivate func rows(atLeast count: Int) throws(JSONError) -> [[Int128]] {
        var result: [[Int128]] = []
        for element in try array() {
            let row = try element.integers(Int128.self)
            if row.contains(where: { $0.magnitude > JSONValue.mostSum }) {
                throw JSONError("no study has such sums", at: element.position)
            }
            if row.count < count { throw JSONError("expected at least \(count) integers", at: element.position) }
            result.append(row)
        }
        return result
    }
}
