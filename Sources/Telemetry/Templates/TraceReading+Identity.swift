import Scenario

/// Logons, tickets, directory and accounts.
extension TraceReading {
    /// The record of somebody's identity; nil where the trace is of another kind.
    func ofIdentity(_ family: SystemFamily) -> RecordShape? {
        switch trace.record {
        case .logon: logon(family, success: true)
        case .logonFailure: logon(family, success: false)
        case .logoff: .logoff(logonType, code: family == .windows ? code(4634) : 0)
        case .specialPrivileges: .privileges()
        case .explicitCredentials:
            .explicitCredentials(
                as: trace[.member] == nil ? "%userName&" : text(.member), server: "%targetName&", by: program(.image))
        case .kerberosTicket, .ticketRefused: ticket
        case .credentialValidation:
            .validation(success: trace[.status] == nil || trace[.status] == "0x0", status: text(.status))
        case .directoryAccess:
            .directory(
                text(.object), change: false, code: code(4662), type: text(.objectClass),
                properties: text(.properties), mask: trace[.accessMask] ?? "0x100")
        case .directoryChange:
            .directoryChange(
                text(.object), objectClass: text(.objectClass), attribute: text(.properties), value: text(.value))
        case .accountChange: accountChange
        case .groupChange: .membership(group: text(.group), user: text(.member), code: code(4732))
        default: nil
        }
    }

    private var logonType: RecordShape.LogonType {
        switch trace[.logonType] {
        case "interactive": .interactive
        case "batch": .batch
        case "service": .service
        case "unlock": .unlock
        case "network-cleartext": .networkCleartext
        case "new-credentials": .newCredentials
        case "remote-interactive": .remoteInteractive
        default: .network
        }
    }

    private func logon(_ family: SystemFamily, success: Bool) -> RecordShape {
        let endpoint = trace.sensor == .endpoint
        if family == .unix {
            let service = trace[.process] == nil ? "sshd" : text(.process)
            return .logon(
                service == "sudo" ? .interactive : .network, .other, service: service, success: success, code: 0,
                endpoint: endpoint)
        }
        let proof: RecordShape.Proof = trace[.protocolName] == "ntlm" ? .ntlm : .kerberos
        let usual = logonType == .network ? (proof == .ntlm ? "NtLmSsp" : "Kerberos") : "User32"
        // A wrong password is the reason behind the general refusal; other reasons stand for themselves.
        return .logon(
            logonType, proof, service: usual, success: success, code: code(success ? 4624 : 4625), endpoint: endpoint,
            status: "0xc000006d", subStatus: trace[.status] ?? "0xc000006a")
    }

    private var ticket: RecordShape {
        let number = code(trace.record == .ticketRefused ? 4771 : 4769)
        let activity = number == 4768 ? 3 : number == 4771 ? 6 : 4
        let success = trace.record == .kerberosTicket && (trace[.status] == nil || trace[.status] == "0x0")
        return .ticket(
            service: trace[.service] == nil ? "krbtgt" : text(.service), activity: activity,
            cipher: trace[.encryption] ?? "0x12", code: number, success: success, options: text(.options),
            status: text(.status))
    }

    private var accountChange: RecordShape {
        let actions: [RecordShape.AccountAction] = [
            .create, .enable, .passwordChange, .passwordReset, .disable, .delete, .lock, .change, .computerCreate,
            .computerChange,
        ]
        let action = actions.first { $0.code == trace.eventID } ?? .change
        return .account(
            action, user: trace[.member] == nil ? "%userName&" : text(.member), code: action.code)
    }
}
