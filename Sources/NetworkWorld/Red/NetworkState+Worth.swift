import Kernel
import Scenario

/// What things are worth to red, as weights of its choice: a thousand is an ordinary good move. Judgement throughout; the
/// statistical checks hold the result to what is plausible.
extension NetworkState {
    /// Whether an extortionist would strike now: it owns the domain, stands on many hosts, or time is short.
    func isReadyForImpact(_ program: Program, at now: Milliseconds) -> Bool {
        guard program.adversary.goal == .encrypt else { return true }
        if tally.hostsEncrypted > 0 || red.ownsDomain || red.domainAdministrator >= 0 { return true }
        let many = min(10, program.adversary.goalCount)
        return red.footholds.count >= many
            || (now > program.duration * 6 / 10 && red.footholds.count >= min(4, program.adversary.goalCount))
    }

    func worthOfFoothold(
        _ program: Program, _ card: CardRecord, host: Int32, group: Int, _ record: HostState, hurry: Bool
    ) -> UInt32 {
        let goal = program.adversary.goal
        switch card.effect {
        case .elevate: return record.access == 1 ? 1500 : 0
        case .persist: return record.persistent ? 0 : red.footholds.count <= 3 ? 700 : 150
        case .cachedCredentials: return 2500
        case .ownCredential:
            let owner = program.ownerOf(host)
            return owner >= 0 && !account(owner).known ? 900 : 0
        case .storedCredentials: return 1200
        case .discoverHosts: return record.scanned ? 0 : red.knownHosts.count < 60 ? 2500 : 500
        case .discoverAccounts: return red.knowsAccounts ? 0 : 900
        case .discoverData: return goal == .steal && !red.knowsData ? 1500 : 60
        case .discoverProcess: return goal == .sabotage && !red.knowsProcess ? 2000 : 0
        case .blindSensor: return record.blind ? 0 : UInt32(program.adversary.stealth >> 23)
        case .collect:
            guard goal == .steal, program.adversary.goalGroups[group] else { return 0 }
            return red.collected == 0 ? 20_000 : 0
        case .exfiltrate: return red.collected > 0 && !isSegmented(Int(program.hostGroups[group].network)) ? 30_000 : 0
        case .destroyBackups:
            return goal == .encrypt && !red.backupsDestroyed
                && (hurry || program.hostGroups[group].role == .backupServer)
                ? 4000 : 0
        case .encrypt: return goal == .encrypt && hurry && !record.encrypted ? 6000 : 0
        case .stopService: return goal == .encrypt && hurry && !record.stopped ? 200 : 0
        case .blindOperators: return goal == .sabotage && !red.operatorsBlinded ? 2500 : 0
        case .serviceCredentials: return worthOfDomain(program, card, hurry: hurry)
        case .guessedCredentials: return worthOfDomain(program, card, hurry: hurry)
        case .domainCredentials: return red.ownsDomain ? 0 : 6000
        case .none: return 40
        case .accessUser, .accessAdministrator, .personCredential, .encryptDomain, .disturbProcess: return 0
        }
    }

    func worthOfDomain(_ program: Program, _ card: CardRecord, hurry: Bool) -> UInt32 {
        let strikes = program.adversary.goal == .encrypt && hurry
        switch card.effect {
        case .serviceCredentials: return red.knowsAccounts ? 1500 : 700
        case .guessedCredentials: return red.knowsAccounts ? 600 : 250
        case .domainCredentials: return red.ownsDomain ? 0 : 6000
        case .encryptDomain: return strikes ? 30_000 : 0
        case .discoverAccounts: return red.knowsAccounts ? 0 : 900
        case .discoverHosts: return red.knownHosts.count < 60 ? 1200 : 100
        case .persist: return 300
        case .destroyBackups: return strikes && !red.backupsDestroyed ? 4000 : 0
        case .none: return 40
        default: return 0
        }
    }

    /// The nearer a host is to the goal than where red stands, the more it is worth.
    func worthOfHost(_ program: Program, _ card: CardRecord, group: Int, hurry: Bool) -> UInt32 {
        switch card.effect {
        case .disturbProcess: return program.adversary.goal == .sabotage ? 20_000 : 0
        case .blindOperators: return program.adversary.goal == .sabotage && !red.operatorsBlinded ? 2500 : 0
        case .encrypt: return program.adversary.goal == .encrypt && hurry ? 6000 : 0
        case .destroyBackups: return program.adversary.goal == .encrypt && hurry && !red.backupsDestroyed ? 4000 : 0
        case .accessUser, .accessAdministrator: break
        case .none: return 40
        default: return 200
        }
        let record = program.hostGroups[group]
        var weight: UInt32
        switch program.distance[group] {
        case 0: weight = program.adversary.goal == .encrypt ? 900 : 6000
        case 1: weight = 1500
        case 2: weight = 700
        case 255: weight = 120
        default: weight = 350
        }
        switch record.role {
        case .domainController: weight *= red.ownsDomain ? 1 : 3
        case .jumpHost, .managementServer, .backupServer: weight *= 2
        case .workstation where red.footholds.count > 6: weight /= 4
        case .printer: weight /= 10
        default: break
        }
        if red.footholds.count > 16 && program.distance[group] != 0 { weight /= 4 }
        return card.effect == .accessAdministrator ? weight + weight / 4 : weight
    }
}
