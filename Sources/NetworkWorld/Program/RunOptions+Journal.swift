import Kernel
import Scenario

extension RunOptions {
    /// The options as a journal keeps them.
    public var journalMembers: [JSONValue.Member] {
        func list(_ names: [String]) -> JSONValue { JSONValue(.array(names.map { JSONValue(.string($0)) })) }
        var members: [JSONValue.Member] = []
        if let adversary { members.append(JSONValue.Member(name: "adversary", value: JSONValue(.string(adversary)))) }
        if !attack { members.append(JSONValue.Member(name: "attack", value: JSONValue(.bool(false)))) }
        members.append(JSONValue.Member(name: "measures", value: list(measures)))
        members.append(JSONValue.Member(name: "playbook", value: JSONValue(.string(playbook.rawValue))))
        members.append(JSONValue.Member(name: "without-hosts", value: list(withoutHosts)))
        members.append(JSONValue.Member(name: "without-accounts", value: list(withoutAccounts)))
        members.append(JSONValue.Member(name: "seats", value: JSONValue(.number(String(seats)))))
        return members
    }

    /// Reads what ``journalMembers`` gave.
    ///
    /// - Throws: ``JSONError`` with the position of an unknown option or a value of the wrong kind.
    public init(journalMembers members: [JSONValue.Member]) throws(JSONError) {
        self.init()
        for member in members {
            switch member.name {
            case "adversary": adversary = try member.value.string()
            case "attack": attack = try member.value.bool()
            case "measures": measures = try Self.names(member.value)
            case "playbook":
                guard let known = Playbook(rawValue: try member.value.string()) else {
                    let names = Playbook.allCases.map(\.rawValue).joined(separator: ", ")
                    throw JSONError("expected a playbook: \(names)", at: member.value.position)
                }
                playbook = known
            case "without-hosts": withoutHosts = try Self.names(member.value)
            case "without-accounts": withoutAccounts = try Self.names(member.value)
            case "seats":
                seats = try member.value.integer()
                if !(1...64).contains(seats) { throw JSONError("expected 1 to 64 seats", at: member.value.position) }
            default: throw JSONError("unknown option \"\(member.name)\"", at: member.value.position)
            }
        }
    }

    /// Checks that what a journal's options name is there, so that a program can be made of them.
    ///
    /// - Throws: ``JSONError`` with the position of a name that the simulation does not have.
    public static func checkNames(in members: [JSONValue.Member], of simulation: Simulation) throws(JSONError) {
        let hosts = simulation.hosts.lazy.map { ($0.name, $0.count) }
        let accounts = simulation.accounts.lazy.map { ($0.name, $0.count) }
        for member in members {
            switch member.name {
            case "adversary":
                let name = try member.value.string()
                if !simulation.adversaries.contains(where: { $0.name == name }) {
                    throw JSONError("the scenario has no adversary \"\(name)\"", at: member.value.position)
                }
            case "measures":
                try check(member.value, "measure") { name in simulation.measures.contains { $0.name == name } }
            case "without-hosts":
                try check(member.value, "host") { Program.member(named: $0, names: hosts) != nil }
            case "without-accounts":
                try check(member.value, "account") { Program.member(named: $0, names: accounts) != nil }
            default: break
            }
        }
    }

    private static func check(
        _ list: JSONValue, _ what: String, _ exists: (String) -> Bool
    ) throws(JSONError) {
        for element in try list.array() {
            let name = try element.string()
            if !exists(name) { throw JSONError("the scenario has no \(what) \"\(name)\"", at: element.position) }
        }
    }

    private static func names(_ json: JSONValue) throws(JSONError) -> [String] {
        var names: [String] = []
        for element in try json.array() { names.append(try element.string()) }
        return names
    }
}
