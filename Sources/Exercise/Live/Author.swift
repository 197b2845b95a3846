import Kernel

/// Who put something into an exercise. The numbers name people and mean nothing here.
public enum Author: Sendable, Equatable {
    /// Somebody who defends.
    case seat(Int64)
    /// Somebody who directs the exercise.
    case direction(Int64)
    /// The program: an armed rule that found something, a script, a playbook.
    case system

    /// The number of the person, or nil for the program.
    public var person: Int64? {
        switch self {
        case .seat(let person), .direction(let person): person
        case .system: nil
        }
    }

    /// Writes the author as one JSON object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            switch self {
            case .seat(let person): json.member("seat", person)
            case .direction(let person): json.member("direction", person)
            case .system: json.member("system", true)
            }
        }
    }

    /// Reads what ``write(to:)`` wrote.
    public init(json: JSONValue) throws(JSONError) {
        let members = try json.object()
        guard members.count == 1, let member = members.first else {
            throw JSONError("expected one of the keys seat, direction and system", at: json.position)
        }
        switch member.name {
        case "seat": self = .seat(try member.value.integer())
        case "direction": self = .direction(try member.value.integer())
        case "system":
            if try !member.value.bool() { throw JSONError("expected true", at: member.value.position) }
            self = .system
        default: throw JSONError("expected one of the keys seat, direction and system", at: member.value.position)
        }
    }

    /// Folds the author into a digest.
    func hash(into hasher: inout StableHasher) {
        switch self {
        case .seat(let person):
            hasher.combine(1)
            hasher.combine(person)
        case .direction(let person):
            hasher.combine(2)
            hasher.combine(person)
        case .system: hasher.combine(3)
        }
    }
}
