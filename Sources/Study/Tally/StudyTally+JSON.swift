import Kernel

// The text form of tallies: arrays of integers, in a fixed order.

extension PlannedArm {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.key("measures")
            json.array { json in for measure in measures { json.value(measure) } }
            json.key("playbook")
            if let playbook { json.value(playbook) } else { json.null() }
        }
    }

    init(_ json: JSONValue, factors: Int) throws(JSONError) {
        for element in try json.required("measures").array() {
            measures.append(try Self.factor(element, below: factors))
        }
        let value = try json.required("playbook")
        if value.content != .null { playbook = try Self.factor(value, below: factors) }
    }

    private static func factor(_ json: JSONValue, below count: Int) throws(JSONError) -> Int {
        let factor = try json.integer(Int.self)
        if !(0..<count).contains(factor) { throw JSONError("there is no such factor", at: json.position) }
        return factor
    }
}

extension JSONWriter {
    /// Writes integers as one array.
    mutating func integers(_ numbers: some Sequence<some BinaryInteger>) {
        array { json in for number in numbers { json.value(number) } }
    }
}

extension JSONValue {
    /// Integers of an array of a length; 0 takes any.
    func integers<Number: FixedWidthInteger>(
        _ type: Number.Type, count: Int = 0
    ) throws(JSONError) -> [Number] {
        var result: [Number] = []
        for element in try array() { result.append(try element.integer(Number.self)) }
        if count > 0 && result.count != count { throw JSONError("expected \(count) integers", at: position) }
        return result
    }
}

extension AmountHistogram {
    func write(to json: inout JSONWriter) {
        var numbers = [largest]
        for (bin, times) in counts.enumerated() where times > 0 { numbers += [Int64(bin), times] }
        json.integers(numbers)
    }

    init(_ json: JSONValue) throws(JSONError) {
        let numbers = try json.integers(Int64.self)
        guard let largest = numbers.first, numbers.count % 2 == 1 else {
            throw JSONError("expected the largest amount and pairs of bin and count", at: json.position)
        }
        var bins: [(bin: Int, times: Int64)] = []
        for position in stride(from: 1, to: numbers.count, by: 2) {
            guard (0..<3_712).contains(numbers[position]), (0...(1 << 48)).contains(numbers[position + 1]) else {
                throw JSONError("there is no such bin", at: json.position)
            }
            bins.append((Int(numbers[position]), numbers[position + 1]))
        }
        self.init(bins: bins, largest: largest)
    }
}

extension Moments {
    func write(to json: inout JSONWriter) { json.integers([Int128(count), sum, squares]) }

    init(_ json: JSONValue) throws(JSONError) {
        let numbers = try json.integers(Int128.self, count: 3)
        guard let count = Int64(exactly: numbers[0]), (0...200_000_000).contains(count),
            numbers[1].magnitude <= UInt128(count) * UInt128(Self.limit),
            (0...Int128(count) * Int128(Self.limit) * 500_000_000_000_000).contains(numbers[2] / 2)
        else { throw JSONError("no study has such sums", at: json.position) }
        (self.count, sum, squares) = (count, numbers[1], numbers[2])
    }
}

extension AmountTally {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.key("moments")
            moments.write(to: &json)
            json.key("histogram")
            histogram.write(to: &json)
        }
    }

    init(_ json: JSONValue) throws(JSONError) {
        moments = try Moments(try json.required("moments"))
        histogram = try AmountHistogram(try json.required("histogram"))
    }
}

extension StudyTally {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.key("years")
            json.draws(yearsOfDraw)
            json.key("arms")
            json.array { json in for arm in arms { arm.write(to: &json) } }
        }
    }

    /// Reads what ``write(to:)`` wrote into an empty tally of the same shape.
    mutating func read(_ json: JSONValue) throws(JSONError) {
        let years = try json.required("years")
        yearsOfDraw = try years.draws()
        if yearsOfDraw.values.contains(where: { !($0.even >= 0 && $0.odd >= 0 && $0.sum <= 100_000_000) }) {
            throw JSONError("no draw has so many years", at: years.position)
        }
        let list = try json.required("arms")
        let values = try list.array()
        if values.count != arms.count { throw JSONError("expected \(arms.count) arms", at: list.position) }
        for (index, value) in values.enumerated() { try arms[index].read(value) }
    }
}

extension ArmTally {
    fileprivate func write(to json: inout JSONWriter) {
        json.object { json in
            json.key("year")
            year.write(to: &json)
            json.key("avoided")
            avoided.write(to: &json)
            json.key("better")
            better.write(to: &json)
            json.key("worse")
            worse.write(to: &json)
            json.key("draws")
            json.draws(draws)
            json.key("adversaries")
            json.array { json in for adversary in adversaries { adversary.write(to: &json) } }
        }
    }

    fileprivate mutating func read(_ json: JSONValue) throws(JSONError) {
        year = try AmountTally(try json.required("year"))
        avoided = try Moments(try json.required("avoided"))
        better = try AmountHistogram(try json.required("better"))
        worse = try AmountHistogram(try json.required("worse"))
        draws = try json.required("draws").draws()
        let list = try json.required("adversaries")
        let values = try list.array()
        if values.count != adversaries.count {
            throw JSONError("expected \(adversaries.count) adversaries", at: list.position)
        }
        for (index, value) in values.enumerated() { try adversaries[index].read(value) }
    }
}

extension AdversaryTally {
    fileprivate func write(to json: inout JSONWriter) {
        json.object { json in
            json.key("loss")
            loss.write(to: &json)
            json.key("sums")
            json.integers(sums)
            json.key("services")
            json.integers(serviceTime)
            json.key("processes")
            json.integers(processTime)
            json.key("detect")
            minutesToDetect.write(to: &json)
            json.key("contain")
            minutesToContain.write(to: &json)
            json.key("paths")
            paths.write(to: &json)
        }
    }

    fileprivate mutating func read(_ json: JSONValue) throws(JSONError) {
        loss = try AmountTally(try json.required("loss"))
        sums = try json.required("sums").integers(Int128.self, count: sums.count)
        serviceTime = try json.required("services").integers(Int128.self, count: serviceTime.count)
        processTime = try json.required("processes").integers(Int128.self, count: processTime.count)
        if (sums + serviceTime + processTime).contains(where: { $0 < 0 || $0.magnitude > JSONValue.mostSum * 1_000 }) {
            throw JSONError("no study has such sums", at: json.position)
        }
        minutesToDetect = try AmountHistogram(try json.required("detect"))
        minutesToContain = try AmountHistogram(try json.required("contain"))
        paths = try PathTally(try json.required("paths"))
    }
}

extension JSONWriter {
    /// Writes sums by draw: draw, even, odd, one draw after the other.
    fileprivate mutating func draws(_ draws: [Int: DrawSums]) {
        integers(draws.sorted { $0.key < $1.key }.flatMap { [Int128($0.key), $0.value.even, $0.value.odd] })
    }
}

extension JSONValue {
    /// Sums of amounts stay far below: 10¹⁵ in each of a hundred million years.
    static let mostSum: UInt128 = 1_000_000_000_000_000_000_000_000

    fileprivate func draws() throws(JSONError) -> [Int: DrawSums] {
        let numbers = try integers(Int128.self)
        var result: [Int: DrawSums] = [:]
        for position in stride(from: 0, to: numbers.count - 2, by: 3) {
            guard let draw = Int(exactly: numbers[position]), (0..<1_024).contains(draw),
                numbers[position + 1].magnitude <= JSONValue.mostSum,
                numbers[position + 2].magnitude <= JSONValue.mostSum
            else { throw JSONError("there is no such draw", at: self.position) }
            result[draw] = DrawSums(even: numbers[position + 1], odd: numbers[position + 2])
        }
        return result
    }
}
