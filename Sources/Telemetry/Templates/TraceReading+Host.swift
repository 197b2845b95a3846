import Scenario

/// Programs, files, keys, jobs and services.
extension TraceReading {
    /// The record of what happens on a host; nil where the trace is of another kind.
    func ofHost(_ family: SystemFamily) -> RecordShape? {
        switch trace.record {
        case .process: launch(family)
        case .processEnd: .terminate(program(.image), code: family == .windows ? 5 : 0)
        case .processAccess:
            .processAccess(
                program(.image), target: program(.targetImage), access: text(.access), trace: text(.callTrace))
        case .remoteThread: .remoteThread(program(.image), target: program(.targetImage))
        case .module:
            .module(
                text(.library), by: program(.image), signature: trace[.signed] == "false" ? "" : "Microsoft Windows")
        case .driver: .driver(text(.library), signature: trace[.signed] == "false" ? "" : "Micro-Star International")
        case .diskRead: .rawRead(text(.device), by: program(.image))
        case .file: file(family)
        case .fileStream: .fileStream(text(.path), contents: text(.contents), by: program(.image))
        case .registry: registry
        case .pipe: .pipe(text(.pipe), connected: trace[.action] == "connect", by: program(.image))
        case .scheduledJob: job
        case .service: service(family)
        case .logCleared: .log(text(.log), clear: true, by: program(.image), code: code(1102))
        default: nil
        }
    }

    /// The card's event id, or the usual one of its kind.
    func code(_ usual: Int) -> Int { trace.eventID == 0 ? usual : trace.eventID }

    private func launch(_ family: SystemFamily) -> RecordShape {
        let image = program(.image)
        let command = trace[.command] == nil ? RecordShape.baseName(image) : text(.command)
        let fallback = family == .windows ? ProgramTexts.commandShell : "/bin/bash"
        let parent = trace[.parent] == nil ? fallback : program(.parent)
        return .launch(
            image, command: command, parent: parent, parentCommand: text(.parentCommand), directory: text(.directory),
            integrity: text(.integrity), code: family == .windows ? code(1) : 0)
    }

    private func file(_ family: SystemFamily) -> RecordShape {
        let actions: [String: RecordShape.FileAction] = [
            "read": .read, "change": .update, "delete": .delete, "rename": .rename,
        ]
        let action = actions[trace[.action] ?? ""] ?? .create
        let usual = action == .read ? 4663 : action == .delete ? 23 : 11
        return .file(
            text(.path), action, by: program(.image), code: family == .windows ? code(usual) : 0,
            bulk: trace[.amount] == "large")
    }

    private var registry: RecordShape {
        let key = text(.key)
        if trace[.action] == "create" || trace[.action] == "delete" {
            return .registryKey(key, delete: trace[.action] == "delete", by: program(.image))
        }
        let value = trace[.value] == nil ? RecordShape.baseName(key) : text(.value)
        return .registry(key, value: value, data: text(.data), by: program(.image), code: code(13))
    }

    private var job: RecordShape {
        let actions: [String: RecordShape.JobAction] = ["change": .update, "delete": .delete, "start": .start]
        let command = text(.command)
        let image = ProgramPaths.path(command.split(separator: " ").first.map(String.init) ?? "")
        return .job(
            text(.job), actions[trace[.action] ?? ""] ?? .create, command: command, image: image,
            code: trace.eventID)
    }

    private func service(_ family: SystemFamily) -> RecordShape {
        let actions: [String: RecordShape.ServiceAction] = ["start": .start, "stop": .stop, "change": .reconfigure]
        let action = actions[trace[.action] ?? ""] ?? .create
        if family == .unix { return .unit(text(.service), action) }
        let starts = ["auto": 3, "demand": 4, "disabled": 5]
        let image = trace[.command] == nil ? ProgramTexts.serviceHost : text(.command)
        return .service(
            text(.service), action, image: image, start: starts[trace[.start] ?? ""] ?? 4, code: trace.eventID)
    }
}
