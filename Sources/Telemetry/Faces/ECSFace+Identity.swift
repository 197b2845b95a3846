/// Who logs on, who asks for tickets, who changes accounts.
extension ECSFace {
    /// The content of a record of identity; `nil` where the shape is of another kind.
    var ofIdentity: Content? {
        switch shape.kind {
        case .logon(let type, _, let success):
            return authentication(
                "start", success ? "logged-in" : "logon-failed", success, type.isRemote,
                unix: object("process", member("name", shape[.service])))
        case .logoff(let type): return authentication("end", "logged-out", true, type.isRemote, unix: "")
        case .privileges: return authentication("admin", "logged-in-special", true, false, unix: "")
        case .explicitCredentials:
            return Content(
                category: "authentication", type: "start", action: "logged-in-explicit", outcome: "success",
                dataset: dataset(""),
                members: joined(
                    "\"user\":{\"name\":\"<userName>\",\"domain\":\"<userDomain>\",\"id\":\"<userSID>\","
                        + "\"effective\":{\"name\":\"\(text(.account))\"}}", actor,
                    object("server", member("address", shape[.server]))))
        case .terminalSession:
            return authentication(shape.code == 24 ? "end" : "start", "remote-session", true, true, unix: "")
        case .ticket(let activity, let success):
            let action =
                activity == 4
                ? "kerberos-service-ticket-requested"
                : activity == 3 ? "kerberos-authentication-ticket-requested" : "kerberos-preauth-failed"
            return authentication(
                "start", action, success, true, unix: object("service", member("name", shape[.service])))
        case .validation(let success): return authentication("start", "credential-validated", success, true, unix: "")
        case .directory(let change):
            return iam(change ? "change" : "access", "directory-service-access", object("service", "\"name\":\"ldap\""))
        case .directoryChange: return iam("change", "directory-service-object-modified", "")
        case .account(let action):
            return iam(
                action == .create ? "creation" : action == .delete ? "deletion" : "change",
                "user-account-\(action.name.lowercased().split(separator: " ").joined(separator: "-"))", "")
        case .membership:
            return iam("change", "added-member-to-group", object("group", member("name", shape[.group])))
        default: return nil
        }
    }

    private func authentication(
        _ type: String, _ action: String, _ success: Bool, _ isRemote: Bool, unix: String
    ) -> Content {
        Content(
            category: "authentication", type: type, action: action, outcome: success ? "success" : "failure",
            dataset: dataset("system.auth"),
            members: joined(
                user, isRemote ? "\"source\":{\"ip\":\"<sourceAddress>\",\"port\":<ephemeral 1>}" : "",
                shape.family == .unix || !unix.contains("process") ? unix : "", shape.family == .unix ? message : ""))
    }

    private func iam(_ type: String, _ action: String, _ member: String) -> Content {
        let target =
            shape[.account].isEmpty ? "" : ",\"target\":{\"name\":\"\(text(.account))\",\"id\":\"<subjectSID>\"}"
        return Content(
            category: "iam", type: type, action: action, outcome: "success", dataset: dataset(""),
            members: joined(
                "\"user\":{\"name\":\"<userName>\",\"domain\":\"<userDomain>\",\"id\":\"<userSID>\"\(target)}", member))
    }
}
