/// What an event of Windows says beside the attributes of its class.
///
/// Nothing that a rule could ask for is lost: what an attribute holds as it stands is there only, all else is in `unmapped`
/// under the name that Windows gives it.
extension OCSFFace {
    /// Fields that say no more than the time and the processes' attributes do, or what no rule asks for.
    private static let omitted: Set<String> = [
        "RuleName", "UtcTime", "CreationUtcTime", "ProcessGuid", "ParentProcessGuid", "SourceProcessGuid",
        "SourceProcessGUID", "TargetProcessGuid", "TargetProcessGUID", "LogonGuid", "TargetLogonGuid", "SourceIsIpv6",
        "DestinationIsIpv6", "SourcePortName", "DestinationPortName", "HandleId", "ResourceAttributes", "FilterRTID",
        "LayerName", "LayerRTID", "RemoteUserID", "RemoteMachineID", "TransmittedServices", "TargetLinkedLogonId",
    ]

    /// Members of `unmapped`: the channel, and the fields that no attribute holds.
    func eventData(_ event: WindowsEvent) -> String {
        let channel = "\"\(event.provider.channel)\""
        if event.isUnnamed {
            let texts = event.data.map { "\"\($0.value.text)\"" }.joined(separator: ",")
            return "\"Channel\":\(channel),\"Data\":[\(texts)]"
        }
        // The log that was cleared is called like the log that says so.
        let other = event.data.first { $0.name == "Channel" }.map { ",\"\($0.value.text)\"" }
        var members = ["\"Channel\":" + (other.map { "[\(channel)\($0)]" } ?? channel)]
        let absent = Self.omitted.union(carried).union(["Channel"])
        for field in event.data where !absent.contains(field.name) {
            members.append("\"\(field.name)\":\"\(field.value.text)\"")
        }
        return members.joined(separator: ",")
    }

    /// The fields whose value an attribute holds as it stands.
    private var carried: Set<String> {
        switch shape.kind {
        case .launch:
            shape.code == 4688
                ? present([("NewProcessName", .image), ("CommandLine", .command), ("ParentProcessName", .parent)])
                : acting.union(
                    present([
                        ("CommandLine", .command), ("ParentImage", .parent), ("ParentProcessId", .parent),
                        ("ParentCommandLine", .parent),
                    ]))
        case .terminate, .rawRead, .pipe: acting
        case .processAccess, .remoteThread:
            present([
                ("SourceImage", .image), ("SourceProcessId", .image), ("TargetImage", .target),
                ("TargetProcessId", .target),
            ])
        case .file:
            shape.code == 4663
                ? present([("ObjectName", .path), ("ProcessName", .image)])
                : acting.union(present([("TargetFilename", .path)]))
        case .fileStream: acting.union(present([("TargetFilename", .path)]))
        case .module: acting.union(present([("ImageLoaded", .path)]))
        case .registryValue: acting.union(present([("TargetObject", .path), ("Details", .value)]))
        case .registryKey: acting.union(present([("TargetObject", .path)]))
        case .endpointLookup: isHostQueried ? acting.union(present([("QueryName", .name)])) : acting
        case .endpointConnection:
            shape.code == 3
                ? acting.union(["SourceIp", "SourcePort", "DestinationIp", "DestinationPort", "Protocol"]) : []
        case .job: present([("TaskName", .name)])
        case .service:
            present([("ServiceName", .name), ("param1", .name), ("ImagePath", .image), ("ServiceFileName", .image)])
        default: carriedOfIdentity
        }
    }

    private var carriedOfIdentity: Set<String> {
        switch shape.kind {
        case .logon(let type, _, _):
            Set(["TargetUserName", "LogonType", "TargetLogonId"])
                .union(type == .batch || type == .service ? [] : ["IpAddress", "IpPort"])
        case .logoff: ["TargetUserName", "LogonType", "TargetLogonId"]
        case .explicitCredentials: present([("TargetUserName", .account), ("ProcessName", .image)])
        case .ticket(let activity, _): Set(["ServiceName", "IpPort"]).union(activity == 4 ? [] : ["TargetUserName"])
        case .validation: ["TargetUserName"]
        case .account: present([("TargetUserName", .account)])
        case .share: Set(["IpAddress", "IpPort"]).union(present([("RelativeTargetName", .path)]))
        case .shareMapping: ["IpAddress", "IpPort"]
        default: []
        }
    }

    /// The program that acts, as Sysmon names it.
    private var acting: Set<String> {
        shape.kind == .launch || !shape[.image].isEmpty ? ["Image", "ProcessId"] : []
    }

    /// The names whose texts are there: the events write a dash for an empty one, and attributes are absent.
    private func present(_ fields: [(name: String, text: RecordShape.TextName)]) -> Set<String> {
        Set(fields.filter { !shape[$0.text].isEmpty }.map(\.name))
    }
}
