import CZlib
import Kernel

/// One recorded episode of the original code.
struct Recording {
    var file: String
    var seed: Int
    var red: String
    var steps: Int
    var addresses: [String: String]
    var actions: [Int]
    var blueSuccesses: [String]
    var redActions: [String]
    var redSuccesses: [String]
    var redExploits: [String]
    var rewards: [Double]
    var observations: [String]
    var access: [String]
    var operationalService: [Int]
    /// Per step, the reset first: every draw.
    var tape: [[TapeDraw]]

    var name: String { "\(file) seed \(seed)" }

    /// The episodes of a file of JSON lines, which may be compressed; the header line is left out.
    static func read(_ path: String) throws -> [Recording] {
        let file = String(path.split(separator: "/").last ?? "")
        return try bytes(path).split(separator: 10).compactMap { line in
            let object = try JSONValue.parse(Array(line))
            return object["type"] == nil ? try Recording(object, file: file) : nil
        }
    }

    /// The names in a file's header, for example its `actions`.
    static func header(_ path: String, _ key: String) throws -> [String] {
        let line = try bytes(path).split(separator: 10).first ?? []
        return try JSONValue.parse(Array(line)).required(key).array().map { try $0.string() }
    }

    /// What is in a file, which may be compressed.
    static func bytes(_ path: String) throws -> [UInt8] {
        guard let file = gzopen(path, "rb") else { throw RecordingError(message: "cannot open \(path)") }
        defer { gzclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Int(gzread(file, &buffer, UInt32(buffer.count)))
            guard count >= 0 else { throw RecordingError(message: "cannot read \(path)") }
            if count == 0 { return bytes }
            bytes.append(contentsOf: buffer[..<count])
        }
    }

    private init(_ object: JSONValue, file: String) throws {
        let file = try object["source"]?.string() ?? file
        func strings(_ key: String) throws -> [String] { try object.required(key).array().map { try $0.string() } }
        func integers(_ key: String) throws -> [Int] { try object.required(key).array().map { try $0.integer() } }
        self.file = file
        seed = try object.required("seed").integer()
        red = try object.required("red").string()
        steps = try object.required("steps").integer()
        addresses = [:]
        for member in try object.required("ips").object() { addresses[member.name] = try member.value.string() }
        actions = try integers("a")
        blueSuccesses = try strings("bs")
        redActions = try strings("ra")
        redSuccesses = try strings("rs")
        redExploits = try strings("rx")
        rewards = try object.required("r").array().map { try $0.double() }
        observations = try strings("obs")
        access = try strings("acc")
        operationalService = try integers("ot")
        tape = try object.required("tape").array().map { try $0.array().map { try TapeDraw($0.array()) } }
    }
}

struct RecordingError: Error { var message: String }

extension JSONValue {
    /// A number as the nearest floating-point one.
    func double() throws -> Double {
        guard case .number(let text) = content, let value = Double(text) else {
            throw RecordingError(message: "\(position): not a number")
        }
        return value
    }
}

/// One recorded draw.
enum TapeDraw: Equatable {
    case choice(count: Int, chosen: Int)
    case choices(count: Int, chosen: Int)
    case random(Double)
    case range(Int, Int, Int)
    case sample(count: Int, picks: Int, [Int])
    case shuffle([Int])

    init(_ fields: [JSONValue]) throws {
        switch try fields[0].string() {
        case "c": self = .choice(count: try fields[1].integer(), chosen: try fields[2].integer())
        case "k": self = .choices(count: try fields[1].integer(), chosen: try fields[2].integer())
        case "r": self = .random(try fields[1].double())
        case "R": self = .range(try fields[1].integer(), try fields[2].integer(), try fields[3].integer())
        case "s":
            self = .sample(
                count: try fields[1].integer(), picks: try fields[2].integer(),
                try fields[3].array().map { try $0.integer() })
        case "S": self = .shuffle(try fields[2].array().map { try $0.integer() })
        case let kind: throw RecordingError(message: "unknown draw \(kind)")
        }
    }
}
