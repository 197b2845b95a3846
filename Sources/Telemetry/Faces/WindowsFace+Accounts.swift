/// Accounts, groups and the directory in the Security log.
extension WindowsFace {
    /// The event of the Security log; `nil` where the record is of something else.
    var accounts: WindowsEvent? {
        switch shape.kind {
        case .account(let action): return account(action)
        case .membership:
            return audit(
                13826,
                [
                    ("MemberName", .text("CN=\(shape[.account]),CN=Users,DC=%domain&,DC=example")),
                    ("MemberSid", .text("%subjectSID&")), ("TargetUserName", text(.group)),
                    ("TargetDomainName", .text(shape.code == 4732 ? "Builtin" : "%domain&")),
                    ("TargetSid", .text(Self.groupIdentifier(shape[.group]))),
                ] + subject + [("PrivilegeList", .text("-"))])
        case .directory(let isChange):
            return shape.code == 1644
                ? search : isChange && shape.code > 5000 ? audit(14081, change) : audit(14080, access)
        case .directoryChange: return audit(14081, change)
        case .auditPolicy:
            return audit(
                13568,
                subject + [
                    ("CategoryId", .text("%%8276")), ("SubcategoryId", text(.name)),
                    ("SubcategoryGuid", .fixedGuid("0cce9217-69ae-11d9-bed3-505054503030")),
                    ("AuditPolicyChanges", text(.value)),
                ])
        default: return nil
        }
    }

    private static func groupIdentifier(_ name: String) -> String {
        switch name {
        case "Administrators": "S-1-5-32-544"
        case "Remote Desktop Users": "S-1-5-32-555"
        case "Backup Operators": "S-1-5-32-551"
        case "Domain Admins": "S-1-5-21-1004336348-1177238915-512"
        case "Enterprise Admins": "S-1-5-21-1004336348-1177238915-519"
        default: "S-1-5-21-1004336348-1177238915-%number 1100 900 8&"
        }
    }

    private func account(_ action: RecordShape.AccountAction) -> WindowsEvent {
        let target: Fields = [
            ("TargetUserName", text(.account)), ("TargetDomainName", .text("%domain&")),
            ("TargetSid", .text("%subjectSID&")),
        ]
        switch action {
        case .lock:
            return audit(
                13824,
                [
                    ("TargetUserName", text(.account)), ("TargetDomainName", .text("%sourceName&")),
                    ("TargetSid", .text("%subjectSID&")), ("SubjectUserSid", .text("S-1-5-18")),
                    ("SubjectUserName", .text("%hostName&$")), ("SubjectDomainName", .text("%domain&")),
                    ("SubjectLogonId", .text("0x3e7")),
                ])
        case .enable, .disable, .passwordReset: return audit(13824, target + subject)
        case .passwordChange, .delete: return audit(13824, target + subject + [("PrivilegeList", .text("-"))])
        case .create: return audit(13824, target + subject + attributes(user: true, new: true))
        case .change:
            return audit(13824, [("Dummy", .text("-"))] + target + subject + attributes(user: true, new: false))
        case .computerCreate: return audit(13825, target + subject + attributes(user: false, new: true))
        case .computerChange:
            return audit(
                13825, [("ComputerAccountChange", .text("-"))] + target + subject + attributes(user: false, new: false))
        }
    }

    private func attributes(user: Bool, new: Bool) -> Fields {
        let unset = new ? "%%1793" : "-"
        var fields: Fields = [
            ("PrivilegeList", .text("-")), ("SamAccountName", new ? text(.account) : .text("-")),
            ("DisplayName", .text(unset)), ("UserPrincipalName", .text("-")), ("HomeDirectory", .text(unset)),
            ("HomePath", .text(unset)), ("ScriptPath", .text(unset)), ("ProfilePath", .text(unset)),
            ("UserWorkstations", .text(unset)), ("PasswordLastSet", .text(new ? "%%1794" : "-")),
            ("AccountExpires", .text(new ? "%%1794" : "-")),
            ("PrimaryGroupId", .text(new ? (user ? "513" : "515") : "-")), ("AllowedToDelegateTo", .text("-")),
            ("OldUacValue", .text(new ? "0x0" : "-")), ("NewUacValue", .text(new ? (user ? "0x15" : "0x80") : "-")),
            ("UserAccountControl", .text(new ? "\n\t\t%%2080\n\t\t%%2082\n\t\t%%2084" : "-")),
            ("UserParameters", .text(unset)), ("SidHistory", .text("-")), ("LogonHours", .text(new ? "%%1797" : "-")),
        ]
        if !user {
            let name = new && !shape[.server].isEmpty ? shape[.server] : "-"
            fields += [("DnsHostName", .text("-")), ("ServicePrincipalNames", .text(name))]
        }
        return fields
    }

    private static let replication: [String: String] = [
        "DS-Replication-Get-Changes": "{1131f6aa-9c07-11d1-f79f-00c04fc2dcd2}",
        "DS-Replication-Get-Changes-All": "{1131f6ad-9c07-11d1-f79f-00c04fc2dcd2}",
    ]

    private var access: Fields {
        let right = Self.replication[shape[.name]]
        let type = shape[.type].isEmpty ? "{19195a5b-6da0-11d0-afd3-00c04fd930c9}" : shape[.type]
        let object = right == nil ? shape[.name] : "{%hex 8 2&-%hex 4 3&-%hex 4 4&-%hex 4 5&-%hex 12 6&}"
        let asked = shape[.properties].isEmpty ? right ?? "---" : shape[.properties]
        return subject + [
            ("ObjectServer", .text("DS")), ("ObjectType", .text(type.hasPrefix("{") ? "%" + type : type)),
            ("ObjectName", .text(object.hasPrefix("{") ? "%" + object : object)),
            ("OperationType", .text("Object Access")), ("HandleId", .text("0x0")),
            ("AccessList", .text("%%7688\n\t\t\t\t")), ("AccessMask", text(.mask)),
            ("Properties", .text("%%7688\n\t\t\(asked)\n\t\(type)")), ("AdditionalInfo", .text("-")),
            ("AdditionalInfo2", .text("")),
        ]
    }

    private var change: Fields {
        [("OpCorrelationID", .guid(7)), ("AppCorrelationID", .text("-"))] + subject + [
            ("DSName", .text("%dnsDomain&")), ("DSType", .text("%%14676")), ("ObjectDN", text(.name)),
            ("ObjectGUID", .guid(6)), ("ObjectClass", text(.type)), ("AttributeLDAPDisplayName", text(.properties)),
            ("AttributeSyntaxOID", .text("2.5.5.12")), ("AttributeValue", text(.value)),
            ("OperationType", .text("%%14674")),
        ]
    }

    /// An expensive search, as the directory itself notes it.
    private var search: WindowsEvent {
        WindowsEvent(
            provider: .directory, code: shape.code, task: 15, keywords: "8080000000000000",
            data: [
                ("", .text("DC=%domain&,DC=example")), ("", .text(" (\(shape[.name])) ")),
                ("", .text("%number 40 900 5&")), ("", .text("%number 1 300 6&")),
                ("", .text("%sourceAddress&:%ephemeral 1&")), ("", .text("subtree")), ("", .text("[all]")),
                ("", .text("")), ("", .text("%userDomain&\\%userName&")),
            ], isUnnamed: true)
    }
}
