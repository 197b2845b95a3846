/// Sysmon's events.
extension WindowsFace {
    /// The event of Sysmon; `nil` where another provider writes the record.
    var sysmon: WindowsEvent? {
        guard shape.code < 256 else { return nil }
        switch shape.kind {
        case .launch: return event(5, launch)
        case .terminate: return event(3, process() + [("User", .text(Self.user))])
        case .file(let action, _): return file(action)
        case .fileStream:
            return event(
                2,
                process() + [
                    ("TargetFilename", text(.path)), ("CreationUtcTime", .text("%sysmonTime&")),
                    ("Hash", .text(ImageFacts(shape[.path]).sysmonHashes)), ("Contents", text(.text)),
                    ("User", .text(Self.user)),
                ])
        case .module: return event(3, module)
        case .driver:
            return event(
                4,
                start + [("ImageLoaded", text(.path)), ("Hashes", .text(ImageFacts(shape[.path]).sysmonHashes))]
                    + signature)
        case .rawRead:
            return event(2, process() + [("Device", text(.path)), ("User", .text(Self.user))])
        case .registryValue:
            return event(
                2,
                typed("SetValue") + [
                    ("TargetObject", .text(hive)), ("Details", text(.value)), ("User", .text(Self.user)),
                ])
        case .registryKey(let delete):
            return event(
                2,
                typed(delete ? "DeleteKey" : "CreateKey") + [
                    ("TargetObject", .text(hive)), ("User", .text(Self.user)),
                ])
        case .processAccess: return event(3, opened)
        case .remoteThread: return event(2, thread)
        case .pipe(let connected):
            return event(
                1,
                [("RuleName", .text("-")), ("EventType", .text(connected ? "ConnectPipe" : "CreatePipe"))]
                    + process(from: 1) + [("User", .text(Self.user))], pipe: true)
        case .wmiFilter, .wmiConsumer, .wmiBinding: return event(3, subscription)
        case .endpointLookup:
            let found = !shape[.answer].isEmpty
            return event(
                5,
                start + identity + [
                    ("QueryName", text(.name)), ("QueryStatus", .text(found ? "0" : "9003")),
                    ("QueryResults", .text(found ? "::ffff:\(shape[.answer]);" : "-")), ("Image", text(.image)),
                    ("User", .text(Self.user)),
                ])
        case .endpointConnection(let direction, let udp): return event(5, connection(direction, udp: udp))
        default: return nil
        }
    }

    private func event(_ version: Int, _ data: Fields, pipe: Bool = false) -> WindowsEvent {
        var fields = data
        if pipe, let position = fields.firstIndex(where: { $0.name == "Image" }) {
            fields.insert(("PipeName", text(.path)), at: position)
        }
        return WindowsEvent(
            provider: .sysmon, code: shape.code, version: version, task: shape.code, data: fields)
    }

    /// How Sysmon's events begin.
    var start: Fields { [("RuleName", .text("-")), ("UtcTime", .text("%sysmonTime&"))] }

    /// Which program does it.
    var identity: Fields { [("ProcessGuid", .guid(1)), ("ProcessId", .number("<pid 1>"))] }

    /// The program that does it; from the time on where the caller has begun already.
    func process(from skipped: Int = 0) -> Fields {
        Array(start.dropFirst(skipped)) + identity + [("Image", text(.image))]
    }

    private func typed(_ type: String) -> Fields {
        [("RuleName", .text("-")), ("EventType", .text(type))] + process(from: 1)
    }

    /// A key as Sysmon writes it: users' hives by their identifier, the present control set by its link.
    var hive: String {
        let path = shape[.path]
        if path.hasPrefix("HKCU\\Software\\Classes\\") { return "HKU\\%userSID&_Classes\\" + path.dropFirst(22) }
        if path.hasPrefix("HKCU\\") { return "HKU\\%userSID&\\" + path.dropFirst(5) }
        return path
    }

    private var launch: Fields {
        let facts = ImageFacts(shape[.image])
        let directory = shape[.directory].isEmpty ? "%workingDirectory&" : shape[.directory]
        let integrity = shape[.integrity].isEmpty ? "%integrity&" : shape[.integrity]
        return start + [
            ("ProcessGuid", .guid(2)), ("ProcessId", .number("<pid 2>")), ("Image", text(.image)),
            ("FileVersion", .text(facts.version)), ("Description", .text(facts.description)),
            ("Product", .text(facts.product)), ("Company", .text(facts.company)),
            ("OriginalFileName", .text(facts.originalName)), ("CommandLine", text(.command)),
            ("CurrentDirectory", .text(directory)), ("User", .text(Self.user)), ("LogonGuid", .guid(9)),
            ("LogonId", .text("%sessionID&")), ("TerminalSessionId", .number("<terminalSession>")),
            ("IntegrityLevel", .text(integrity)), ("Hashes", .text(facts.sysmonHashes)),
            ("ParentProcessGuid", .guid(1)), ("ParentProcessId", .number("<pid 1>")), ("ParentImage", text(.parent)),
            ("ParentCommandLine", .text(ParentCommand.text(shape))), ("ParentUser", .text(Self.user)),
        ]
    }

    private func file(_ action: RecordShape.FileAction) -> WindowsEvent {
        switch shape.code {
        case 23, 26:
            let archived: Fields = shape.code == 23 ? [("Archived", .text("true"))] : []
            return event(
                5,
                start + identity + [
                    ("User", .text(Self.user)), ("Image", text(.image)), ("TargetFilename", text(.path)),
                    ("Hashes", .text(ImageFacts(shape[.path]).sysmonHashes)),
                    ("IsExecutable", .text(shape[.path].hasSuffix(".exe") ? "true" : "false")),
                ] + archived)
        case 2:
            return event(
                5,
                process() + [
                    ("TargetFilename", text(.path)),
                    ("CreationUtcTime", .text("2019-12-07 09:08:%number 10 50 6&.000")),
                    ("PreviousCreationUtcTime", .text("%sysmonTime&")), ("User", .text(Self.user)),
                ])
        default:
            return event(
                2,
                process() + [
                    ("TargetFilename", text(.path)), ("CreationUtcTime", .text("%sysmonTime&")),
                    ("User", .text(Self.user)),
                ])
        }
    }

    private var signature: Fields {
        let signed = !shape[.signature].isEmpty
        return [
            ("Signed", .text(signed ? "true" : "false")), ("Signature", text(.signature)),
            ("SignatureStatus", .text(signed ? "Valid" : "Unavailable")),
        ]
    }

    private var module: Fields {
        let facts = ImageFacts(shape[.path])
        return process() + [
            ("ImageLoaded", text(.path)), ("FileVersion", .text(facts.version)),
            ("Description", .text(facts.description)), ("Product", .text(facts.product)),
            ("Company", .text(facts.company)), ("OriginalFileName", .text(facts.originalName)),
            ("Hashes", .text(facts.sysmonHashes)),
        ] + signature + [("User", .text(Self.user))]
    }
}
