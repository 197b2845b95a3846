/// What happens on a host.
extension ECSFace {
    /// Who does it.
    var user: String {
        "\"user\":{\"name\":\"<userName>\",\"domain\":\"<userDomain>\",\"id\":\"<userSID>\"}"
    }

    /// A process by its image: members of `process`.
    func process(_ image: String, part: Int, command: String = "") -> [String] {
        [
            "\"entity_id\":\"{<guid \(part)>}\"", "\"pid\":<pid \(part)>",
            member("name", RecordShape.baseName(image)), member("executable", image), member("command_line", command),
        ].filter { !$0.isEmpty }
    }

    /// The program that does it, as `process`.
    var actor: String {
        shape[.image].isEmpty ? "" : "\"process\":{\(process(shape[.image], part: 1).joined(separator: ","))}"
    }

    /// A file's members.
    private func file(_ path: String) -> String {
        let name = RecordShape.baseName(path)
        let dot = name.lastIndex(of: ".").map { String(name[name.index(after: $0)...]) } ?? ""
        let folder = RecordShape.folder(path)
        return joined(
            member("path", path), member("name", name), member("extension", dot.contains("%") ? "" : dot),
            member("directory", folder.count > 3 ? String(folder.dropLast()) : folder))
    }

    private func hashes(_ path: String) -> String {
        let facts = ImageFacts(path)
        return "\"hash\":{\"md5\":\"\(facts.md5.lowercased())\",\"sha1\":\"\(facts.sha1.lowercased())\","
            + "\"sha256\":\"\(facts.sha256.lowercased())\"}"
    }

    /// What the headers of a program's file say.
    private func headers(_ path: String) -> String {
        let facts = ImageFacts(path)
        return object(
            "pe", member("original_file_name", facts.originalName), member("description", facts.description),
            member("product", facts.product), member("company", facts.company), member("file_version", facts.version),
            "\"imphash\":\"\(facts.importHash.lowercased())\"")
    }

    /// A library or driver, as `dll`.
    private var library: String {
        let path = shape[.path]
        if shape.family != .windows {
            return object("dll", member("path", path), member("name", RecordShape.baseName(path)), hashes(path))
        }
        let signature = shape[.signature]
        return object(
            "dll", member("path", path), member("name", RecordShape.baseName(path)), hashes(path), headers(path),
            object(
                "code_signature", "\"exists\":\(!signature.isEmpty)", member("subject_name", signature),
                member("status", signature.isEmpty ? "" : "Valid")))
    }

    /// The content of a record of a host; `nil` where the shape is of another kind.
    var ofHost: Content? {
        switch shape.kind {
        case .launch: return launch
        case .terminate:
            return Content(
                category: "process", type: "end", action: "process-terminated", dataset: dataset("auditd.log"),
                members: joined(user, actor))
        case .file(let action, _):
            let type = ["creation", "access", "change", "deletion", "change"][action.rawValue - 1]
            return Content(
                category: "file", type: type, action: "file-\(action.name.lowercased())",
                dataset: dataset("auditd.log"),
                members: joined(user, actor, "\"file\":{\(file(shape[.path])),\"size\":<size 900 3>}"))
        case .fileStream, .rawRead:
            return touched("file", shape.kind == .rawRead ? "access" : "creation", "file", "file")
        case .pipe(let connected): return touched("file", connected ? "access" : "creation", "pipe", "file")
        case .module:
            return Content(
                category: "library", type: "start", action: "image-loaded", dataset: dataset("auditd.log"),
                members: joined(user, actor, library))
        case .driver:
            return Content(
                category: "driver", type: "start", action: "driver-loaded", dataset: dataset(""),
                members: joined(user, library))
        case .registryValue: return registry("change", "registry-value-set")
        case .registryKey(let delete): return registry(delete ? "deletion" : "creation", "registry-key-changed")
        case .processAccess: return other("access", "process-accessed")
        case .remoteThread: return other("change", "remote-thread-created")
        case .endpointLookup:
            return Content(
                category: "network", type: "protocol", action: "dns-query", dataset: dataset("system.dns"),
                members: joined(
                    user, actor,
                    "\"dns\":{\"question\":{\"name\":\"\(text(.name))\"},\"resolved_ip\":[\(shape[.answer].isEmpty ? "" : "\"\(text(.answer))\"")]}"
                ))
        case .endpointConnection(let direction, let udp):
            return Content(
                category: "network", type: "connection", action: "network-connection", dataset: dataset("auditd.log"),
                members: joined(user, actor, ends, network(direction, udp: udp)))
        case .job(let action):
            return Content(
                category: "configuration", type: action == .delete ? "deletion" : "change",
                action: "scheduled-job-\(action.name.lowercased())", dataset: dataset("system.syslog"),
                members: joined(
                    user, object("process", member("command_line", shape[.command])),
                    object("service", member("name", shape[.name]))))
        case .service(let action, _):
            return Content(
                category: "configuration", type: "change", action: "service-\(action.name.lowercased())",
                dataset: dataset(""),
                members: joined(
                    user, object("service", member("name", shape[.name])),
                    object("process", member("executable", shape[.image]))))
        case .unit(let action):
            return Content(
                category: "process", type: action == .stop ? "end" : "start",
                action: "service-\(action.name.lowercased())",
                dataset: "system.syslog", members: joined(object("service", member("name", shape[.name])), message))
        case .log(let clear):
            return Content(
                category: "iam", type: "change", action: clear ? "audit-log-cleared" : "audit-log-rotated",
                dataset: dataset("system.syslog"), members: joined(user))
        case .script: return shell("script-block", object("file", member("path", shape[.path])))
        case .moduleLogging: return shell("command", object("process", member("command_line", shape[.command])))
        case .engine: return shell("engine-state", object("process", member("command_line", shape[.command])))
        case .wmiFilter, .wmiConsumer, .wmiBinding, .wmiActivity:
            return Content(
                category: "configuration", type: "creation", action: "wmi-subscription", dataset: dataset(""),
                members: user)
        case .auditPolicy, .defender, .transfer, .hostFirewall:
            return Content(
                category: "configuration", type: "change", action: "setting-changed", dataset: dataset(""),
                members: joined(user, actor))
        case .program:
            return Content(
                category: "host", type: "info", action: "message", dataset: "system.syslog",
                members: joined(object("process", member("name", shape[.name])), message))
        default: return nil
        }
    }

    /// The line that a Unix system's log would have.
    var message: String {
        guard let line = SyslogFace.content(shape) else { return "" }
        return "\"message\":\"\(FieldText.source(line.message, .json))\""
    }

    private var launch: Content {
        var members = process(shape[.image], part: 2, command: shape[.command])
        members.append(
            "\"working_directory\":\"\(shape[.directory].isEmpty ? "<workingDirectory>" : text(.directory))\"")
        if shape.family == .windows { members += [hashes(shape[.image]), headers(shape[.image])] }
        members.append(
            "\"parent\":{"
                + process(shape[.parent], part: 1, command: ParentCommand.text(shape)).joined(separator: ",") + "}")
        return Content(
            category: "process", type: "start", action: "process-created", dataset: dataset("auditd.log"),
            members: joined(user, "\"process\":{\(members.joined(separator: ","))}"))
    }

    private func touched(_ category: String, _ type: String, _ action: String, _ field: String) -> Content {
        Content(
            category: category, type: type, action: "\(action)-\(type)", dataset: dataset("auditd.log"),
            members: joined(user, actor, "\"\(field)\":{\(file(shape[.path]))}"))
    }

    private func registry(_ type: String, _ action: String) -> Content {
        let path = shape[.path]
        let hive = path.split(separator: "\\").first.map(String.init) ?? ""
        let data = shape[.value].isEmpty ? "" : "\"data\":{\"strings\":[\"\(text(.value))\"]}"
        return Content(
            category: "registry", type: type, action: action, dataset: dataset(""),
            members: joined(
                user, actor,
                object(
                    "registry", member("path", path), member("hive", hive),
                    member("key", String(path.dropFirst(hive.count + 1))), member("value", RecordShape.baseName(path)),
                    data)))
    }

    private func other(_ type: String, _ action: String) -> Content {
        Content(
            category: "process", type: type, action: action, dataset: dataset(""),
            members: joined(
                user, actor,
                "\"Target\":{\"process\":{\(process(shape[.target], part: 2).joined(separator: ","))}}"))
    }

    private func shell(_ action: String, _ member: String) -> Content {
        Content(
            category: "process", type: "info", action: action, dataset: dataset(""),
            members: joined(
                user, member,
                shape.kind == .script
                    ? "\"powershell\":{\"file\":{\"script_block_text\":\"\(text(.text))\"}}" : ""))
    }
}
