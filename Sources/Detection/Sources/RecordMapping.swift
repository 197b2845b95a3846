/// How one kind of record fills the fields that rules name.
struct RecordMapping: Sendable {
    /// Which names a record's own keys give.
    enum OwnNames: Sendable {
        /// The path from the record's beginning, keys joined by dots.
        case paths
        /// Names of Windows event data, below a key such as `EventData`.
        case eventData
    }

    /// A record's key and a rule's name for it.
    struct Field: Sendable {
        var path: String
        var name: String

        init(_ path: String, _ name: String) {
            self.path = path
            self.name = name
        }
    }

    /// Two keys that together, with a backslash between them, are one field of rules (`DOMAIN\user`). Where only one is there, it
    /// stands alone. Only where no value of the name came otherwise.
    struct Pair: Sendable {
        var left: String
        var right: String
        var name: String

        init(_ left: String, _ right: String, _ name: String) {
            self.left = left
            self.right = right
            self.name = name
        }
    }

    /// A record's key and a name that rules have for a part of its value. Only where no value of the name came otherwise.
    struct Part: Sendable {
        var path: String
        var part: ValuePart
        var name: String

        init(_ path: String, _ part: ValuePart, _ name: String) {
            self.path = path
            self.part = part
            self.name = name
        }
    }

    /// What findings say of a record, from whatever key.
    enum Role: Int, Sendable, CaseIterable { case time, host, user, identifier }

    /// A record's key, best first, that tells a role.
    struct Telling: Sendable {
        var role: Role
        var paths: [String]

        init(_ role: Role, _ paths: [String]) {
            self.role = role
            self.paths = paths
        }
    }

    var ownNames: OwnNames = .paths
    var fields: [Field] = []
    /// Only where no value of the name came otherwise.
    var fallbacks: [Field] = []
    var pairs: [Pair] = []
    var parts: [Part] = []
    var tellings: [Telling] = []

    /// This mapping and what another one adds to it.
    func adding(
        _ fields: [Field] = [], fallbacks: [Field] = [], pairs: [Pair] = [], parts: [Part] = []
    ) -> RecordMapping {
        var sum = self
        sum.fields += fields
        sum.fallbacks += fallbacks
        sum.pairs += pairs
        sum.parts += parts
        return sum
    }
}
