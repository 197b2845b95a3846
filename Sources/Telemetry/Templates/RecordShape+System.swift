/// What endpoint sensors write of a host itself.
extension RecordShape {
    /// A program starts.
    ///
    /// - Parameter code: 1 as Sysmon writes it, 4688 as the Security log does.
    static func launch(
        _ image: String, command: String, parent: String, parentCommand: String = "", directory: String = "",
        integrity: String = "", code: Int = 1
    ) -> RecordShape {
        RecordShape(
            .launch,
            [
                .image: image, .command: command, .parent: parent, .parentCommand: parentCommand,
                .directory: directory, .integrity: integrity,
            ], code: code, family: family(of: image))
    }

    /// A program ends.
    ///
    /// - Parameter code: 5 as Sysmon writes it, 4689 as the Security log does.
    static func terminate(_ image: String, code: Int = 5) -> RecordShape {
        RecordShape(.terminate, [.image: image], code: code, family: family(of: image))
    }

    /// What is done to a file.
    enum FileAction: Int, Sendable {
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
    ///
    /// - Parameter code: 11 created, 23 or 26 deleted, 2 its time changed, 4663 accessed as the Security log writes it.
    static func file(_ path: String, _ action: FileAction, by image: String, code: Int, bulk: Bool = false)
        -> RecordShape
    {
        let system = family(of: path)
        var number = code
        if system == .windows {
            // Sysmon has an event for what appears and one for what goes; reading is the Security log's.
            if action == .read {
                number = 4663
            } else if code == 0 || code == 11 {
                number = action == .delete ? 26 : 11
            }
        }
        return RecordShape(
            .file(action, bulk: bulk), [.path: path, .image: image], code: number, family: system)
    }

    /// A stream is attached to a file: where it was downloaded from, say.
    static func fileStream(_ path: String, contents: String, by image: String) -> RecordShape {
        RecordShape(.fileStream, [.path: path, .text: contents, .image: image], code: 15)
    }

    /// A library is loaded; `signature` is who signed it, empty where nobody did.
    static func module(_ path: String, by image: String, signature: String = "Microsoft Windows", code: Int = 7)
        -> RecordShape
    {
        RecordShape(
            .module, [.path: path, .image: image, .signature: signature], code: code, family: family(of: path))
    }

    /// A driver is loaded.
    static func driver(_ path: String, signature: String = "Microsoft Windows") -> RecordShape {
        RecordShape(.driver, [.path: path, .signature: signature], code: 6)
    }

    /// A disk is read past the file system.
    static func rawRead(_ device: String, by image: String) -> RecordShape {
        RecordShape(.rawRead, [.path: device, .image: image], code: 9)
    }

    /// A value of the registry is set; `key` is its full path, with the value's name at the end.
    static func registry(_ key: String, value: String, data: String, by image: String, code: Int = 13)
        -> RecordShape
    {
        RecordShape(.registryValue, [.path: key, .name: value, .value: data, .image: image], code: code)
    }

    /// A key of the registry is made or deleted.
    static func registryKey(_ key: String, delete: Bool, by image: String) -> RecordShape {
        RecordShape(.registryKey(delete: delete), [.path: key, .image: image], code: 12)
    }

    /// A program opens another one.
    static func processAccess(_ image: String, target: String, access: String, trace: String = "") -> RecordShape {
        RecordShape(
            .processAccess, [.image: image, .target: target, .access: access, .trace: trace], code: 10)
    }

    /// A program starts a thread in another one.
    static func remoteThread(_ image: String, target: String, module: String = "", function: String = "")
        -> RecordShape
    {
        RecordShape(
            .remoteThread, [.image: image, .target: target, .module: module, .function: function], code: 8)
    }

    /// A pipe is made or connected to.
    static func pipe(_ name: String, connected: Bool, by image: String) -> RecordShape {
        RecordShape(.pipe(connected: connected), [.path: name, .image: image], code: connected ? 18 : 17)
    }

    /// What is done to a job.
    enum JobAction: Int, Sendable {
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
    ///
    /// - Parameter code: 4698, 4702, 4699 of the Security log, 106, 140, 141, 200 of the scheduler's own; 0: by action.
    static func job(_ name: String, _ action: JobAction, command: String, image: String, code: Int = 0)
        -> RecordShape
    {
        var number = code
        if number == 0 {
            switch action {
            case .create: number = 4698
            case .update: number = 4702
            case .delete: number = 4699
            case .start: number = 200
            }
        }
        let system = image.hasPrefix("/") || !name.hasPrefix("\\") ? SystemFamily.unix : .windows
        return RecordShape(
            .job(action), [.name: name, .command: command, .image: image],
            code: system == .windows ? number : 0, family: system)
    }

    /// What is done to a service.
    enum ServiceAction: Int, Sendable {
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
    ///
    /// - Parameters:
    ///   - start: how it starts: 3 by itself, 4 on demand, 5 never.
    ///   - code: 7045 or 4697 made, 7036 started or stopped, 7040 start changed; 0: by action.
    static func service(
        _ name: String, _ action: ServiceAction, image: String, start: Int, account: String = "LocalSystem",
        code: Int = 0
    ) -> RecordShape {
        let usual = action == .create ? 7045 : action == .reconfigure ? 7040 : 7036
        return RecordShape(
            .service(action, start: start), [.name: name, .image: image, .account: account],
            code: code == 0 ? usual : code)
    }

    /// A service of another system starts or stops.
    static func unit(_ name: String, _ action: ServiceAction) -> RecordShape {
        RecordShape(.unit(action), [.name: name], family: .unix)
    }

    /// A log is cleared (`clear`) or turned over.
    static func log(_ name: String, clear: Bool, by image: String, code: Int) -> RecordShape {
        RecordShape(
            .log(clear: clear), [.name: name, .image: image], code: code, family: family(of: image))
    }
}
