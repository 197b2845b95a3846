/// Other parts of Windows that keep logs of their own.
extension WindowsFace {
    /// The event of a component; `nil` where the record is of something else.
    var components: WindowsEvent? {
        switch shape.kind {
        case .wmiActivity:
            return WindowsEvent(
                provider: .management, code: shape.code, keywords: "4000000000000000",
                data: [
                    ("Namespace", .text("//./root/subscription")), ("ESS", text(.value)), ("CONSUMER", text(.name)),
                    ("PossibleCause", text(.text)),
                ],
                userData: (
                    "Operation_ESStoConsumerBinding",
                    "http://manifests.microsoft.com/win/2006/windows/WMI"
                ))
        case .terminalSession: return terminalSession
        case .hostFirewall: return hostFirewall
        case .transfer: return transfer
        case .defender: return defender
        default: return nil
        }
    }

    private var terminalSession: WindowsEvent {
        if shape.code == 1149 {
            return WindowsEvent(
                provider: .remoteConnections, code: shape.code, keywords: "1000000000000000",
                data: [
                    ("Param1", .text("%userName&")), ("Param2", .text("%userDomain&")),
                    ("Param3", .text("%sourceAddress&")),
                ], userData: ("EventXML", "Event_NS"))
        }
        return WindowsEvent(
            provider: .localSessions, code: shape.code, keywords: "1000000000000000",
            data: [
                ("User", .text(Self.user)), ("SessionID", .number("<number 2 6 6>")),
                ("Address", .text("%sourceAddress&")),
            ], userData: ("EventXML", "Event_NS"))
    }

    private var hostFirewall: WindowsEvent {
        let id: Fields = [
            ("RuleId", .fixedGuid("<hex 8 3>-<hex 4 4>-4<hex 3 5>-9<hex 3 6>-<hex 12 7>")), ("RuleName", text(.rule)),
        ]
        let modifier: Fields = [
            ("ModifyingUser", .text("%userSID&")), ("ModifyingApplication", text(.image)),
        ]
        let middle: Fields = [
            ("Origin", .number("1")), ("ApplicationPath", text(.path)), ("ServiceName", .text("")),
            ("Direction", .number("1")), ("Protocol", .number("6")), ("LocalPorts", text(.value)),
            ("RemotePorts", .text("*")), ("Action", .number("3")), ("Profiles", .number("2147483647")),
            ("LocalAddresses", .text("*")), ("RemoteAddresses", .text("*")),
            ("RemoteMachineAuthorizationList", .text("")),
            ("RemoteUserAuthorizationList", .text("")), ("EmbeddedContext", .text("")), ("Flags", .number("1")),
            ("Active", .number("1")), ("EdgeTraversal", .number("0")), ("LooseSourceMapped", .number("0")),
            ("SecurityOptions", .number("0")),
        ]
        let end: Fields = [("SchemaVersion", .number("543")), ("RuleStatus", .number("65536"))]
        return WindowsEvent(
            provider: .hostFirewall, code: shape.code, keywords: "8000020000000000",
            data: shape.code == 2006 ? id + modifier : id + middle + modifier + end)
    }

    private var transfer: WindowsEvent {
        let data: Fields
        if shape.code == 3 {
            data = [
                ("jobTitle", text(.name)), ("jobId", .guid(7)), ("jobOwner", .text(Self.user)),
                ("processPath", text(.image)), ("processId", .number("<pid 1>")),
                ("ClientProcessStartKey", .number("281474976<number 1000000 8000000 6>")),
            ]
        } else if shape.code == 16403 {
            data = [
                ("User", .text(Self.user)), ("jobTitle", text(.name)), ("jobId", .guid(7)),
                ("jobOwner", .text(Self.user)), ("fileCount", .number("1")), ("RemoteName", text(.text)),
                ("LocalName", text(.path)), ("processId", .number("<pid 1>")),
            ]
        } else {
            data = [
                ("transferId", .guid(6)), ("name", text(.name)), ("Id", .guid(7)), ("url", text(.text)),
                ("peer", .text("")), ("hr", .number("0")), ("fileTime", .text("%isoTime&")),
                ("fileLength", .number("<size 90000 5>")), ("bytesTotal", .number("<size 90000 5>")),
                ("bytesTransferred", .number(shape.code == 59 ? "0" : "<size 90000 5>")),
                ("bytesTransferredFromPeer", .number("0")),
            ]
        }
        return WindowsEvent(
            provider: .transfers, code: shape.code, version: 1, keywords: "4000000000000000", data: data)
    }

    private var defender: WindowsEvent {
        var data: Fields = [
            ("Product Name", .text("Microsoft Defender Antivirus")), ("Product Version", .text("4.18.24050.7")),
        ]
        switch shape.code {
        case 1116, 1117:
            data += [
                ("Detection ID", .fixedGuid("<hex 8 3>-<hex 4 4>-4<hex 3 5>-9<hex 3 6>-<hex 12 7>")),
                ("Detection Time", .text("%isoTime&")), ("Severity ID", .text("5")), ("Severity Name", .text("Severe")),
                ("Category ID", .text("8")), ("Category Name", .text("Trojan")),
                ("Threat ID", .text("2147%number 700000 90000 6&")),
                ("Threat Name", text(.name)), ("Path", .text("file:_\(shape[.path])")),
                ("Detection User", .text(Self.user)),
                ("Process Name", .text("C:\\Windows\\explorer.exe")),
                ("Action ID", .text(shape.code == 1117 ? "2" : "9")),
                ("Action Name", .text(shape.code == 1117 ? "Quarantine" : "Not Applicable")),
            ]
        case 5007: data += [("Old Value", .text("")), ("New Value", text(.value))]
        default: break
        }
        return WindowsEvent(
            provider: .defender, code: shape.code, level: shape.code == 1116 ? 3 : 4, data: data)
    }
}
