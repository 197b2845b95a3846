/// Who logs on, who asks for tickets, who changes accounts.
extension RecordShape {
    /// The kinds of logon by their Windows numbers, which OCSF took over.
    enum LogonType: Int, Sendable {
        case interactive = 2, network, batch, service, unlock = 7, networkCleartext, newCredentials, remoteInteractive
        var name: String {
            switch self {
            case .interactive: "Interactive"
            case .network: "Network"
            case .batch: "Batch"
            case .service: "OS Service"
            case .unlock: "Unlock"
            case .networkCleartext: "Network Cleartext"
            case .newCredentials: "New Credentials"
            case .remoteInteractive: "Remote Interactive"
            }
        }
        var isRemote: Bool { self == .network || self == .networkCleartext || self == .remoteInteractive }
    }

    /// How identity is proved, by OCSF's numbers.
    enum Proof: Int, Sendable {
        case ntlm = 1, kerberos, other = 99
        var name: String {
            switch self {
            case .ntlm: "NTLM"
            case .kerberos: "Kerberos"
            case .other: "Other"
            }
        }
    }

    /// Somebody logs on, or is refused.
    ///
    /// - Parameters:
    ///   - service: the process that asks, by its short name; `sshd`, `sudo`, `vpn` on other systems than Windows.
    ///   - status: why it was refused, as Windows numbers it; `subStatus` says more.
    ///   - image: the program that asked, where the record names it.
    static func logon(
        _ type: LogonType, _ proof: Proof, service: String, success: Bool, code: Int, endpoint: Bool = true,
        status: String = "0xc000006d", subStatus: String = "0xc000006a", image: String = ""
    ) -> RecordShape {
        if code == 4672 { return privileges() }
        if code == 4776 { return validation(success: success) }
        let unix = code == 0
        return RecordShape(
            .logon(type, proof, success: success),
            [
                .service: service, .status: success ? "" : status, .subStatus: success ? "" : subStatus,
                .image: image,
            ], code: code, family: unix ? .unix : .windows, usesNetwork: type.isRemote, needsEndpoint: endpoint)
    }

    /// Somebody logs off.
    static func logoff(_ type: LogonType, code: Int = 4634) -> RecordShape {
        RecordShape(.logoff(type), code: code, family: code == 0 ? .unix : .windows)
    }

    /// A logon is given the rights of an administrator.
    static func privileges() -> RecordShape { RecordShape(.privileges, code: 4672) }

    /// A program logs on with credentials that it was given.
    static func explicitCredentials(as account: String, server: String, by image: String) -> RecordShape {
        RecordShape(.explicitCredentials, [.account: account, .server: server, .image: image], code: 4648)
    }

    /// A ticket is asked for: of the domain (`activity` 3), of a service (4), or refused before (6).
    ///
    /// - Parameter status: 0x0, or why it was refused.
    static func ticket(
        service: String, activity: Int, cipher: String, code: Int, success: Bool = true, options: String = "",
        status: String = ""
    ) -> RecordShape {
        let usual = activity == 3 ? "0x40810010" : activity == 4 ? "0x40810000" : "0x40810010"
        return RecordShape(
            .ticket(activity: activity, success: success),
            [
                .service: service, .cipher: cipher, .options: options.isEmpty ? usual : options,
                .status: !status.isEmpty ? status : success ? "0x0" : "0x18",
            ], code: code, usesNetwork: true, needsEndpoint: false)
    }

    /// A domain controller checks a password by NTLM.
    static func validation(success: Bool, status: String = "0xc000006a") -> RecordShape {
        RecordShape(
            .validation(success: success), [.status: success ? "0x0" : status], code: 4776, usesNetwork: true,
            needsEndpoint: false)
    }

    /// Something of the directory is read or changed.
    ///
    /// - Parameters:
    ///   - type: class of the object, a name or a GUID in braces.
    ///   - properties: what is asked for, GUIDs in braces.
    static func directory(
        _ object: String, change: Bool, code: Int, type: String = "", properties: String = "", mask: String = "0x100"
    ) -> RecordShape {
        RecordShape(
            .directory(change: change),
            [.name: object, .type: type, .properties: properties, .mask: mask], code: code == 0 ? 4662 : code,
            usesNetwork: true, needsEndpoint: false)
    }

    /// An attribute of an object of the directory is changed.
    static func directoryChange(_ name: String, objectClass: String, attribute: String, value: String) -> RecordShape {
        RecordShape(
            .directoryChange, [.name: name, .type: objectClass, .properties: attribute, .value: value], code: 5136,
            usesNetwork: true, needsEndpoint: false)
    }

    /// What is done to an account, by OCSF's numbers.
    enum AccountAction: Int, Sendable {
        case create = 1, enable, passwordChange, passwordReset, disable, delete, lock = 9
        case change = 99, computerCreate = 101, computerChange = 199
        var name: String {
            switch self {
            case .create, .computerCreate: "Create"
            case .enable: "Enable"
            case .passwordChange: "Password Change"
            case .passwordReset: "Password Reset"
            case .disable: "Disable"
            case .delete: "Delete"
            case .lock: "Lock"
            case .change, .computerChange: "Change"
            }
        }
        /// The Windows event id.
        var code: Int {
            switch self {
            case .create: 4720
            case .enable: 4722
            case .passwordChange: 4723
            case .passwordReset: 4724
            case .disable: 4725
            case .delete: 4726
            case .lock: 4740
            case .change: 4738
            case .computerCreate: 4741
            case .computerChange: 4742
            }
        }
    }

    /// An account is made or changed; `user` is the name of the account it happens to.
    static func account(_ action: AccountAction, user: String, code: Int) -> RecordShape {
        RecordShape(.account(action), [.account: user], code: code, needsEndpoint: false)
    }

    /// Somebody becomes a member of a group: 4728 global, 4732 local, 4756 universal.
    static func membership(group: String, user: String, code: Int) -> RecordShape {
        RecordShape(.membership, [.group: group, .account: user], code: code, needsEndpoint: false)
    }
}
