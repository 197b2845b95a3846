import Kernel

/// What endpoint sensors write of a host itself.
extension OCSFFace {
    /// The source of a record of a host; `nil` where the shape is of another kind.
    var onHost: String? {
        switch shape.kind {
        case .launch: launch
        case .terminate:
            // Whose doing the end is, nobody says.
            head((1007, 2), ("Process Activity", "Terminate")) + device(actor: "")
                + ",\"exit_code\":0,\"process\":\(process(shape[.image], part: 1))}"
        case .script:
            head((1007, 99), ("Process Activity", "Script Block")) + device(actor: shape[.image])
                + ",\"process\":\(process(shape[.image], part: 1))" + unmapped([("script_block", .text)]) + "}"
        case .moduleLogging, .engine: shell
        case .processAccess:
            access((1007, 3), "Open", extra: unmapped([("granted_access", .access), ("call_trace", .trace)]))
        case .remoteThread:
            access(
                (1007, 4), "Inject",
                extra: ",\"injection_type_id\":1"
                    + unmapped([("start_module", .module), ("start_function", .function)]))
        case .file(let action, let bulk):
            head((1001, action.rawValue), ("File System Activity", action.name)) + device(actor: shape[.image])
                + ",\"file\":{\(file(shape[.path])),\"size\":<size \(bulk ? 24_000_000 : 900) 3>}}"
        case .fileStream: touched(1, "Create", type: 1, extra: unmapped([("contents", .text)]))
        case .pipe(let connected): touched(connected ? 14 : 1, connected ? "Open" : "Create", type: 6)
        case .rawRead: touched(2, "Read", type: 4)
        case .module:
            head((1005, 1), ("Module Activity", "Load")) + device(actor: shape[.image])
                + ",\"module\":{\"load_type_id\":1,\"base_address\":\"0x7ff<hex 9 3>\",\"file\":{\(file(shape[.path]))}}}"
        case .driver:
            head((1002, 1), ("Kernel Extension Activity", "Load"))
                + device(actor: "System") + ",\"driver\":{\"file\":{\(file(shape[.path]))}}}"
        case .registryValue:
            head((201_002, 2), ("Registry Value Activity", "Set")) + device(actor: shape[.image])
                + ",\"reg_value\":{\(registryValue)}}"
        case .registryKey(let delete):
            head((201_001, delete ? 4 : 1), ("Registry Key Activity", delete ? "Delete" : "Create"))
                + device(actor: shape[.image]) + ",\"reg_key\":{\"path\":\"\(registryPath)\"}}"
        case .endpointLookup: lookup
        case .job(let action): job(action)
        case .service(let action, let start):
            head((201_004, action.rawValue), ("Windows Service Activity", action.name))
                + device(actor: "C:\\Windows\\System32\\services.exe")
                + ",\"win_service\":{\"name\":\"\(text(.name))\",\"cmd_line\":\"\(text(.image))\",\"service_type_id\":3,"
                + "\"service_start_type_id\":\(start),\"service_start_name\":\"\(text(.account))\"}}"
        case .unit(let action): unit(action)
        case .log(let clear):
            head((1008, clear ? 1 : 5), ("Event Log Activity", clear ? "Clear" : "Rotate"))
                + device(actor: shape[.image]) + ",\"log_name\":\"\(text(.name))\",\"log_type_id\":1}"
        default: nil
        }
    }

    private var launch: String {
        // The hash goes with the image, as a real one would.
        let hash = ImageFacts(shape[.image]).sha256.lowercased()
        return head((1007, 1), ("Process Activity", "Launch"))
            + device(
                actor: shape[.parent],
                command: shape.family == .windows ? ParentCommand.text(shape) : shape[.parentCommand])
            + ",\"process\":{\"pid\":<pid 2>,\"name\":\"\(FieldText.source(RecordShape.baseName(shape[.image]), .json))\","
            + "\"cmd_line\":\"\(text(.command))\",\"file\":{\(file(shape[.image])),"
            + "\"hashes\":[{\"algorithm_id\":3,\"value\":\"\(hash)\"}]}}"
            + unmapped([("current_directory", .directory)]) + "}"
    }

    /// A key as Sysmon writes it.
    private var registryPath: String { FieldText.source(WindowsFace(shape: shape).hive, .json) }

    /// The key that the value is in, and its name there.
    private var registryValue: String {
        let path = WindowsFace(shape: shape).hive
        let data = shape[.value].isEmpty ? "" : ",\"data\":\"\(text(.value))\""
        return "\"name\":\"\(FieldText.source(RecordShape.baseName(path), .json))\","
            + "\"path\":\"\(FieldText.source(String(RecordShape.folder(path).dropLast()), .json))\",\"type_id\":10\(data)"
    }

    /// PowerShell's own records, by the program that it runs in.
    private var shell: String {
        let image = "C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe"
        return head((1007, 99), ("Process Activity", shape.kind == .engine ? "Engine State" : "Command"))
            + device(actor: image, command: shape[.command])
            + ",\"process\":\(process(image, part: 1, command: shape[.command]))"
            + unmapped([("command", .name), ("payload", .text), ("engine_version", .value)]) + "}"
    }

    private func access(_ type: (Int, Int), _ name: String, extra: String) -> String {
        head(type, ("Process Activity", name)) + device(actor: shape[.image])
            + ",\"process\":\(process(shape[.target], part: 2))\(extra)}"
    }

    private func touched(_ activity: Int, _ name: String, type: Int, extra: String = "") -> String {
        head((1001, activity), ("File System Activity", name)) + device(actor: shape[.image])
            + ",\"file\":{\(file(shape[.path], type: type))}\(extra)}"
    }

    /// A look-up as the host sees it that asks.
    private var lookup: String {
        var result = head((4003, 2), ("DNS Activity", "Response"), profiles: ["host"]) + device(actor: shape[.image])
        result +=
            ",\"src_endpoint\":{<source>},\"query\":{\"hostname\":\"\(queriedHost)\",\"type\":\"A\",\"class\":\"IN\"},"
        if !shape[.answer].isEmpty {
            result += "\"answers\":[{\"rdata\":\"\(text(.answer))\",\"type\":\"A\",\"class\":\"IN\"}],"
        }
        let found = !shape[.answer].isEmpty
        return result + "\"rcode_id\":\(found ? 0 : 3),\"rcode\":\"\(found ? "NoError" : "NXDomain")\""
            + queriedName + "}"
    }

    private func job(_ action: RecordShape.JobAction) -> String {
        head((1006, action.rawValue), ("Scheduled Job Activity", action.name))
            + ",\"device\":<device>,\"actor\":{\"user\":<user>},\"job\":{\"name\":\"\(text(.name))\","
            + "\"cmd_line\":\"\(text(.command))\",\"file\":{\(file(shape[.image]))},\"user\":<user>}}"
    }

    private func unit(_ action: RecordShape.ServiceAction) -> String {
        let activity: (Int, String) =
            switch action {
            case .create: (1, "Install")
            case .reconfigure: (8, "Update")
            case .start: (3, "Start")
            case .stop: (4, "Stop")
            }
        return head((6002, activity.0), ("Application Lifecycle", activity.1), profiles: ["host"])
            + device(actor: "/usr/lib/systemd/systemd")
            + ",\"app\":{\"name\":\"\(text(.name))\",\"vendor_name\":\"Distribution\"}}"
    }
}
