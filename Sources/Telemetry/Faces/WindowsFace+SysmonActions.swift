/// Sysmon's events of what programs do to others.
extension WindowsFace {
    /// One program opens another.
    var opened: Fields {
        let trace =
            shape[.trace].isEmpty
            ? "C:\\Windows\\SYSTEM32\\ntdll.dll+9d4c4|C:\\Windows\\System32\\KERNELBASE.dll+2c13e|\(shape[.image])+%hex 5 7&"
            : shape[.trace]
        return start + [
            ("SourceProcessGUID", .guid(1)), ("SourceProcessId", .number("<pid 1>")),
            ("SourceThreadId", .number("<pid 5>")), ("SourceImage", text(.image)), ("TargetProcessGUID", .guid(2)),
            ("TargetProcessId", .number("<pid 2>")), ("TargetImage", text(.target)), ("GrantedAccess", text(.access)),
            ("CallTrace", .text(trace)), ("SourceUser", .text(Self.user)),
            ("TargetUser", .text("NT AUTHORITY\\SYSTEM")),
        ]
    }

    /// One program starts a thread in another.
    var thread: Fields {
        start + [
            ("SourceProcessGuid", .guid(1)), ("SourceProcessId", .number("<pid 1>")), ("SourceImage", text(.image)),
            ("TargetProcessGuid", .guid(2)), ("TargetProcessId", .number("<pid 2>")), ("TargetImage", text(.target)),
            ("NewThreadId", .number("<pid 5>")), ("StartAddress", .text("0x00007FF%number 10000 80000 6&0000")),
            ("StartModule", text(.module)), ("StartFunction", text(.function)), ("SourceUser", .text(Self.user)),
            ("TargetUser", .text(Self.user)),
        ]
    }

    /// Something is to be done whenever something happens.
    var subscription: Fields {
        let begin: Fields = [
            ("RuleName", .text("-")),
            (
                "EventType",
                .text(
                    shape.kind == .wmiFilter
                        ? "WmiFilterEvent" : shape.kind == .wmiConsumer ? "WmiConsumerEvent" : "WmiBindingEvent")
            ), ("UtcTime", .text("%sysmonTime&")), ("Operation", .text("Created")), ("User", .text(Self.user)),
        ]
        switch shape.kind {
        case .wmiFilter:
            let space = shape[.path].replacingBackslashes
            return begin + [
                ("EventNamespace", .text(" \"\(space)\"")), ("Name", .text(" \"\(shape[.name])\"")),
                ("Query", .text(" \"\(shape[.text])\"")),
            ]
        case .wmiConsumer:
            return begin + [
                ("Name", .text(" \"\(shape[.name])\"")), ("Type", text(.type)),
                ("Destination", .text(" \"\(shape[.text])\"")),
            ]
        default:
            return begin + [
                ("Consumer", .text(" \"\(shape[.name])\"")), ("Filter", .text(" \"\(shape[.value])\"")),
            ]
        }
    }

    /// A program opens a connection, or is called.
    func connection(_ direction: RecordShape.Direction, udp: Bool) -> Fields {
        let initiated = direction == .inbound ? "false" : "true"
        return process() + [
            ("User", .text(Self.user)), ("Protocol", .text(udp ? "udp" : "tcp")), ("Initiated", .text(initiated)),
            ("SourceIsIpv6", .text("false")), ("SourceIp", .text("%sourceAddress&")),
            ("SourceHostname", .text(direction == .inbound ? "-" : "%computer&")),
            ("SourcePort", .number("<ephemeral 1>")), ("SourcePortName", .text("-")),
            ("DestinationIsIpv6", .text("false")), ("DestinationIp", .text("%targetAddress&")),
            ("DestinationHostname", .text(direction == .lateral ? "%targetName&.%dnsDomain&" : "-")),
            ("DestinationPort", .number("<port>")), ("DestinationPortName", .text("-")),
        ]
    }
}

extension String {
    /// With every backslash twice, as WMI writes paths.
    var replacingBackslashes: String { reduce(into: "") { $0 += $1 == "\\" ? "\\\\" : String($1) } }
}
