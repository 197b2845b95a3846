import Detection
import Kernel
import Telemetry
import Testing

/// A rule finds the same in every format that carries events of Windows, since its fields are the same.
struct SameFieldsTests {
    /// What OCSF does not say: nothing that a rule asks for, or no more than its attributes do.
    private static let absent: Set<String> = [
        // Of the event's frame.
        "EventRecordID", "Level", "Task", "Opcode", "Keywords", "Version", "Security_UserID", "Execution_ProcessID",
        "Execution_ThreadID", "xml_name",
        // The time and the processes, which attributes tell in their own form.
        "RuleName", "UtcTime", "CreationUtcTime", "ProcessGuid", "ParentProcessGuid", "SourceProcessGuid",
        "SourceProcessGUID", "TargetProcessGuid", "TargetProcessGUID", "LogonGuid", "TargetLogonGuid",
        // Details.
        "SourceIsIpv6", "DestinationIsIpv6", "SourcePortName", "DestinationPortName", "HandleId", "ResourceAttributes",
        "FilterRTID", "LayerName", "LayerRTID", "RemoteUserID", "RemoteMachineID", "TransmittedServices",
        "TargetLinkedLogonId",
        // The name alone, without its domain.
        "Computer",
    ]

    /// Names that OCSF's attributes have besides, where the event has no such field: an attribute stands for fields of
    /// several events.
    private static let aliases: Set<String> = [
        "AccountName", "AuthenticationPackageName", "CommandLine", "Image", "ImagePath", "IpAddress", "LogonType",
        "ObjectName", "ObjectType", "ParentCommandLine", "ParentImage", "ParentProcessId", "Path", "ProcessId",
        "ProcessName", "SamAccountName", "ServiceName", "SubStatus", "SubjectDomainName", "SubjectUserName",
        "SubjectUserSid", "TargetDomainName", "TargetFilename", "TargetLogonId", "TargetSid", "TargetUserName",
        "TargetUserSid", "TaskContent", "User", "WorkstationName", "name",
    ]

    /// Names of the event's frame, and those that rules have for fields of another name.
    private static let others = [
        "Channel", "EventID", "Provider_Name", "Computer", "EventRecordID", "Level", "Task", "Opcode", "Keywords",
        "Version", "Security_UserID", "Execution_ProcessID", "Execution_ThreadID", "Data", "Image", "ParentImage",
        "User", "LogonId", "IntegrityLevel", "Signature", "Filename", "ThreatName", "NewValue", "OldValue",
        "ProcessName", "Process_Name",
    ]

    /// A record as a rule sees it.
    private struct Seen: Equatable {
        var source = RecordSource()
        var time: Milliseconds?
        var values: [String: [String]] = [:]
    }

    private static func write(_ formats: [TelemetryFormat]) throws -> [RecordBuffer.Output] {
        var options = TelemetryOptions()
        options.formats = formats
        let program = try SmallRange.program()
        return SmallRange.write(
            program, events: TelemetryStreamTests.events, cuts: [7_200_000], options: options
        ).outputs
    }

    /// Records by their ids.
    private static func read(_ output: RecordBuffer.Output, _ names: [String]) -> [String: Seen] {
        var catalogue = FieldCatalogue()
        for name in names { _ = catalogue.insert(name) }
        var reader = RecordReader(catalogue: catalogue)
        var records: [String: Seen] = [:]
        let body: RecordReader.Body = { record, sources in
            var seen = Seen(source: sources[Int(record.source)], time: record.time)
            for value in record.values {
                let text = record.text(Int(value.offset)..<Int(value.offset + value.count))
                seen.values[names[Int(value.slot) - 1], default: []].append(text)
            }
            records[record.text(record.identifier)] = seen
        }
        reader.read(output.bytes, body)
        reader.finish(body)
        #expect(reader.problems.isEmpty)
        return records
    }

    /// The names of all fields that the events have.
    private static func names(_ output: RecordBuffer.Output) throws -> [String] {
        var names = others
        for line in output.bytes.split(separator: 0x0A) {
            let winlog = try JSONValue.parse(String(decoding: line, as: UTF8.self)).required("winlog")
            guard case .object(let data)? = (winlog["event_data"] ?? winlog["user_data"])?.content else { continue }
            for member in data where !names.contains(member.name) { names.append(member.name) }
        }
        return names
    }

    @Test func rulesSeeTheSameFieldsInEveryFormat() throws {
        let outputs = try Self.write([.winlogbeat, .ecs, .ocsf])
        let names = try Self.names(outputs[0])
        let events = Self.read(outputs[0], names)
        let elastic = Self.read(outputs[1], names)
        let open = Self.read(outputs[2], names)
        #expect(Set(events.values.compactMap { $0.values["EventID"]?.first }).count > 40)
        var differences: [String: String] = [:]
        for (id, event) in events {
            let code = event.values["EventID"]?.first ?? ""
            #expect(elastic[id] == event, "\(code)")
            let other = try #require(open[id])
            #expect(other.source == event.source && other.time == event.time, "\(code)")
            for name in names where !Self.absent.contains(name) && !name.hasPrefix("param") {
                let expected = event.values[name], found = other.values[name]
                if found == expected || expected == nil && Self.aliases.contains(name) { continue }
                differences["\(code) \(name)"] = "\(expected ?? []) \(found ?? [])"
            }
        }
        let text = differences.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
        #expect(text.isEmpty, "\(text.joined(separator: "\n"))")
    }
}
