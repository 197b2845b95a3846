import Exercise
import Kernel
import Markup
import NetworkWorld
import Scenario

/// An action that somebody considers: what the address of its dialog says.
struct Act: Sendable {
    let action: DeskAction
    /// Targets; −1 where none is chosen yet, or none applies.
    var host: Int32 = -1
    var account: Int32 = -1
    var network: Int32 = -1

    /// The action and target that a query says.
    ///
    /// - Throws: `notFound` for an action that the catalogue does not have; `invalid` for targets that are no numbers.
    init(_ desk: Desk) throws {
        let id = desk.request.query("action", limit: 200)
        guard let action = DeskAction.all(of: desk.program).first(where: { $0.id == id }) else {
            throw Problem.notFound
        }
        self.action = action
        host = try Self.target("host", desk)
        account = try Self.target("account", desk)
        network = try Self.target("network", desk)
    }

    private static func target(_ name: String, _ desk: Desk) throws -> Int32 {
        Int32(try desk.request.query(name, in: 0...Int64(Int32.max)) ?? -1)
    }

    /// Whether its target is chosen, or it needs none.
    var isComplete: Bool {
        switch action.target {
        case .host: host >= 0
        case .account: account >= 0
        case .network: network >= 0
        case .organisation: true
        }
    }

    /// What the team puts in.
    var input: TeamInput { .action(action.id, host: host, account: account, network: network) }

    /// The name of the chosen target; nil where there is none, or no such.
    func targetName(_ desk: Desk) -> String? {
        switch action.target {
        case .host: desk.exercise.deskHost(host)?.name
        case .account: (try? desk.account(number: account))?.name
        case .network:
            desk.exercise.deskSituation.networks.first { $0.id == network }
                .map { $0.title.or($0.name)[desk.request.language] }
        case .organisation: nil
        }
    }

    /// Whether command has to approve it for this target.
    func needsApproval(_ desk: Desk) -> Bool {
        switch action.approval {
        case .never: false
        case .always: true
        case .exceptWorkstations: desk.exercise.deskHost(host).map { $0.role != .workstation } ?? true
        }
    }

    /// Why it would not be taken now; nil where it would.
    func refusal(_ desk: Desk) -> LocalizedText? {
        guard isComplete else { return nil }
        do throws(TeamInputError) {
            try desk.exercise.check(input, by: desk.author)
            return nil
        } catch {
            return error.message
        }
    }
}
