import Kernel
import NetworkWorld
import Scenario

extension TeamExercise {
    /// The network as the team knows it.
    ///
    /// - Complexity: O(hosts + accounts).
    public var deskSituation: DeskSituation {
        DeskSituation(
            networks: deskNetworks, accounts: deskAccounts, services: deskServices,
            isAddressKnown: knowledge.addressKnown, isAddressBlocked: knowledge.addressBlocked)
    }

    /// A host as the team knows it; nil where there is none of that number.
    public func deskHost(_ host: Int32) -> DeskHost? {
        guard host >= 0, Int(host) < program.hostCount, !program.isRemoved(host: host) else { return nil }
        return deskHost(host, services: services(ofGroup: program.group(ofHost: host)))
    }

    /// Business services and processes.
    public var deskServices: [DeskService] {
        let services = program.simulation.businessServices.enumerated().map { index, service in
            DeskService(
                name: service.name, title: service.title, isProcess: false,
                downSince: serviceDown[index] < 0 ? nil : serviceDown[index], lossPerHour: service.lossPerHour.likely)
        }
        let processes = program.simulation.processes.enumerated().map { index, process in
            DeskService(
                name: process.name, title: process.title, isProcess: true,
                downSince: processSince[index] < 0 ? nil : processSince[index],
                lossPerHour: process.lossPerHour.likely)
        }
        return services + processes
    }

    private var deskNetworks: [DeskNetwork] {
        program.simulation.networks.enumerated().map { index, network in
            let id = Int32(index + 1)
            var hosts: [DeskHost] = []
            for (group, record) in program.hostGroups.enumerated() where Int32(record.network) == id {
                let services = services(ofGroup: group)
                for host in record.first..<(record.first + record.count) where !program.isRemoved(host: host) {
                    hosts.append(deskHost(host, services: services))
                }
            }
            return DeskNetwork(
                id: id, name: network.name, title: network.title, zone: network.zone,
                range: "\(AddressText.text(network.baseAddress))/\(network.prefixLength)",
                isCutOff: id < 64 && run.state.segmented >> UInt64(id) & 1 == 1, hosts: hosts)
        }
    }

    private func services(ofGroup group: Int) -> [String] {
        program.hostGroups[group].dependants.map { position in
            program.simulation.businessServices[Int(program.dependants[position])].name
        }
    }

    private func deskHost(_ host: Int32, services: [String]) -> DeskHost {
        let group = program.group(ofHost: host)
        let record = program.hostGroups[group]
        let known = knowledge.host(host)
        return DeskHost(
            id: host, name: program.hostName(host), title: program.simulation.hosts[group].title,
            address: AddressText.text(program.address(ofHost: host)), os: record.os, role: record.role,
            assessment: known.assessment, alerts: Int(known.alerts),
            severity: known.alerts == 0 ? nil : Severity.allCases[Int(known.severity)],
            investigations: Int(known.investigations), lookedAt: known.lookedAt < 0 ? nil : known.lookedAt,
            isIsolated: known.isolated, isInWork: known.inWork > 0, services: services)
    }

    private var deskAccounts: [DeskAccount] {
        var accounts: [DeskAccount] = []
        accounts.reserveCapacity(program.accountCount)
        for (group, record) in program.accountGroups.enumerated() {
            for account in record.first..<(record.first + record.count) where !program.isRemoved(account: account) {
                let known = knowledge.account(account)
                accounts.append(
                    DeskAccount(
                        id: account, name: program.accountName(account),
                        title: program.simulation.accounts[group].title, kind: record.kind,
                        privilege: record.privilege,
                        workstation: program.place(ofHost: program.workstation(ofAccount: account)),
                        assessment: known.assessment, isDisabled: run.state.account(account).disabled,
                        isInWork: known.inWork > 0))
            }
        }
        return accounts
    }
}
