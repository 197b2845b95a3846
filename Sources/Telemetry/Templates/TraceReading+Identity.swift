import Scenario

/// Logons, tickets, directory and accounts.
extension TraceReading {
    func identity(_ family: SystemFamily) -> RecordShape {
        let endpoint = trace.sensor == .endpoint
        switch trace.record {
        case .logonFailure:
            if family == .unix && endpoint {
                return .logon(.network, .other, service: "sshd", success: false, code: 0)
            }
            let code = trace.eventID == 0 ? 4625 : trace.eventID
            return .logon(.network, .ntlm, service: "NtLmSsp", success: false, code: code, endpoint: endpoint)
        case .kerberosTicket:
            let cipher = says("0x17") ? "0x17" : "0x12"
            if trace.eventID == 4768 { return .ticket(service: "krbtgt", activity: 3, cipher: cipher, code: 4768) }
            let name = object.contains("/") ? filled(object) : "cifs/%targetName&"
            return .ticket(service: name, activity: 4, cipher: cipher, code: 4769)
        case .directoryAccess:
            let change = [5136, 5137, 5141].contains(trace.eventID)
            return .directory(filled(object), change: change, code: trace.eventID)
        case .accountChange: return accountChange
        default: return logon(family)
        }
    }

    private func logon(_ family: SystemFamily) -> RecordShape {
        let endpoint = trace.sensor == .endpoint
        if trace.eventID == 4776 {
            return .logon(.network, .ntlm, service: "NtLmSsp", success: true, code: 4776, endpoint: endpoint)
        }
        if object == "root" { return .logon(.interactive, .other, service: "sudo", success: true, code: 0) }
        if family == .unix || says("sshd") {
            return .logon(.network, .other, service: "sshd", success: true, code: 0)
        }
        if trace.eventID == 4672 {
            return .logon(.network, .kerberos, service: "Privilege", success: true, code: 4672)
        }
        if says("type 9") {
            return .logon(.newCredentials, .kerberos, service: "Advapi", success: true, code: 4624)
        }
        if says("NTLM") { return .logon(.network, .ntlm, service: "NtLmSsp", success: true, code: 4624) }
        if says("type 3", "database") {
            return .logon(.network, .kerberos, service: "Kerberos", success: true, code: 4624)
        }
        return .logon(.remoteInteractive, .kerberos, service: "User32", success: true, code: 4624)
    }

    private var accountChange: RecordShape {
        let words = detail.split(separator: " ")
        if [4728, 4732, 4756].contains(trace.eventID) {
            var name = "%userName&"
            if let position = words.firstIndex(of: "member"), position + 1 < words.count {
                name = filled(String(words[position + 1]))
            }
            return .membership(
                group: filled(object), user: name, code: trace.eventID)
        }
        let actions: [RecordShape.AccountAction] = [
            .create, .enable, .passwordChange, .passwordReset, .disable, .delete, .lock,
        ]
        let action = actions.first { $0.code == trace.eventID } ?? .passwordChange
        let name = object.isEmpty ? "%userName&" : filled(object)
        return .account(action, user: name, code: action.code)
    }
}
