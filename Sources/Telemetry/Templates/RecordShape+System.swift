import Kernel

/// What endpoint sensors write of a host itself.
extension RecordShape {
    /// A program starts.
    static func launch(_ image: String, command: String, parent: String, code: Int) -> RecordShape {
        // The hash goes with the image, as a real one would.
        let seed = StableHash.of(image)
        let hash = (0..<4).map { StableHash.combine(seed, UInt64($0)).hexadecimal }.joined()
        return RecordShape(
            source: head((1007, 1), ("Process Activity", "Launch"), code: code) + onHost(parent)
                + ",\"process\":{\"pid\":<pid 2>,\"name\":\"\(baseName(image))\",\"cmd_line\":\"\(command)\","
                + "\"file\":{\(file(image)),\"hashes\":[{\"algorithm_id\":3,\"value\":\"\(hash)\"}]}}}")
    }

    /// A program ends.
    static func terminate(_ image: String, code: Int) -> RecordShape {
        RecordShape(
            source: head((1007, 2), ("Process Activity", "Terminate"), code: code) + onHost(image)
                + ",\"exit_code\":0,\"process\":\(process(image, part: 1))}")
    }

    /// A script block runs.
    static func script(_ image: String, text: String, code: Int) -> RecordShape {
        RecordShape(
            source: head((1007, 99), ("Process Activity", "Script Block"), code: code) + onHost(image)
                + ",\"process\":\(process(image, part: 1)),"
                + "\"unmapped\":{\"script_block_id\":\"<hex 32 3>\",\"script_block\":\"\(text)\"}}")
    }

    /// What is done to a file.
    enum FileAction: Int {
        case create = 1, read, update, delete, rename
        var name: String {
            switch self {
            case .create: "Create"
            case .read: "Read"
            case .update: "Update"
            case .delete: "Delete"
            case .rename: "Rename"
            }
        }
    }

    /// A file is touched.
    static func file(_ path: String, _ action: FileAction, by image: String, code: Int) -> RecordShape {
        RecordShape(
            source: head((1001, action.rawValue), ("File System Activity", action.name), code: code) + onHost(image)
                + ",\"file\":{\(file(path)),\"size\":<size 900 3>}}")
    }

    /// A library is loaded.
    static func module(_ path: String, by image: String, code: Int) -> RecordShape {
        RecordShape(
            source: head((1005, 1), ("Module Activity", "Load"), code: code) + onHost(image)
                + ",\"module\":{\"load_type_id\":1,\"base_address\":\"0x7ff<hex 9 3>\",\"file\":{\(file(path))}}}")
    }

    /// A value of the registry is set.
    static func registry(_ key: String, value: String, data: String, by image: String, code: Int) -> RecordShape {
        RecordShape(
            source: head((201_002, 2), ("Registry Value Activity", "Set"), code: code) + onHost(image)
                + ",\"reg_value\":{\"name\":\"\(value)\",\"path\":\"\(key)\",\"type_id\":10,\"data\":\"\(data)\"}}")
    }

    /// What is done to a job.
    enum JobAction: Int {
        case create = 1, update, delete, start = 6
        var name: String {
            switch self {
            case .create: "Create"
            case .update: "Update"
            case .delete: "Delete"
            case .start: "Start"
            }
        }
    }

    /// A scheduled job is made or runs.
    static func job(_ name: String, _ action: JobAction, command: String, image: String, code: Int) -> RecordShape {
        RecordShape(
            source: head((1006, action.rawValue), ("Scheduled Job Activity", action.name), code: code)
                + ",\"device\":<device>,\"actor\":{\"user\":<user>},\"job\":{\"name\":\"\(name)\","
                + "\"cmd_line\":\"\(command)\",\"file\":{\(file(image))},\"user\":<user>}}")
    }

    /// What is done to a service.
    enum ServiceAction: Int {
        case create = 1, reconfigure, start, stop
        var name: String {
            switch self {
            case .create: "Create"
            case .reconfigure: "Reconfigure"
            case .start: "Start"
            case .stop: "Stop"
            }
        }
    }

    /// A Windows service is made, starts or stops.
    static func service(_ name: String, _ action: ServiceAction, image: String, start: Int, code: Int) -> RecordShape {
        RecordShape(
            source: head((201_004, action.rawValue), ("Windows Service Activity", action.name), code: code)
                + onHost("C:\\\\Windows\\\\System32\\\\services.exe")
                + ",\"win_service\":{\"name\":\"\(name)\",\"cmd_line\":\"\(image)\",\"service_type_id\":3,"
                + "\"service_start_type_id\":\(start),\"service_start_name\":\"LocalSystem\"}}")
    }

    /// A service of another system starts or stops.
    static func unit(_ name: String, _ action: ServiceAction) -> RecordShape {
        let activity: (Int, String) =
            switch action {
            case .create: (1, "Install")
            case .reconfigure: (8, "Update")
            case .start: (3, "Start")
            case .stop: (4, "Stop")
            }
        return RecordShape(
            source: head((6002, activity.0), ("Application Lifecycle", activity.1), profiles: ["host"])
                + onHost("/usr/lib/systemd/systemd")
                + ",\"app\":{\"name\":\"\(name)\",\"vendor_name\":\"Distribution\"}}")
    }

    /// A log is cleared (`clear`) or turned over.
    static func log(_ name: String, clear: Bool, by image: String, code: Int) -> RecordShape {
        RecordShape(
            source: head(
                (1008, clear ? 1 : 5), ("Event Log Activity", clear ? "Clear" : "Rotate"), code: code)
                + onHost(image) + ",\"log_name\":\"\(name)\",\"log_type_id\":1}")
    }
}
