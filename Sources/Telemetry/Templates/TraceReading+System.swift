import Scenario

/// Programs, files, keys, jobs and services.
extension TraceReading {
    func system(_ family: SystemFamily) -> RecordShape {
        switch trace.record {
        case .process: return launch(family, harmless: false)
        case .file:
            return .file(
                path(family), fileAction, by: actor(family), code: trace.eventID, bulk: isBulk)
        case .registry:
            let key = object.isEmpty ? "HKLM\\SOFTWARE\\Sync" : object
            return .registry(
                filled(key), value: RecordShape.baseName(filled(key)), data: "%hex 8 4&",
                by: ProgramTexts.system32 + "reg.exe", code: trace.eventID)
        case .module:
            let library =
                isPath(object) ? object : family == .windows ? "C:\\ProgramData\\Sync\\sync.dll" : "/usr/lib/sync.so"
            return .module(filled(library), by: actor(family), code: trace.eventID)
        case .scheduledJob:
            let command = family == .windows ? "C:\\ProgramData\\Sync\\sync.exe" : "/usr/local/bin/sync-check"
            return .job(
                filled(object), .create, command: command, image: command,
                code: trace.eventID)
        case .service: return service(family)
        case .script:
            let text = says("encoded") ? "$data = '%hex 16 4&%hex 16 5&%hex 16 6&'" : "Get-Service %pick services 4&"
            return .script(ProgramTexts.powerShell, text: text, code: trace.eventID)
        default:
            let image = family == .windows ? ProgramTexts.system32 + "wevtutil.exe" : "/bin/sh"
            return .log(filled(object), clear: true, by: image, code: trace.eventID)
        }
    }

    /// The same record without an attack, where ordinary life writes such a one on a host of that family.
    func lookalike(_ family: SystemFamily) -> RecordShape? {
        let windows = object.contains("\\") || object.hasSuffix(".exe")
        switch trace.record {
        case .process:
            return isPath(object) && (object.hasPrefix("/") ? family == .unix : family == .windows && windows)
                ? launch(family, harmless: true) : nil
        case .registry, .script, .logCleared: return family == .windows ? system(family) : nil
        case .file where !isPath(object), .module where !isPath(object): return system(family)
        case .file, .module, .scheduledJob:
            return object.hasPrefix("/")
                ? (family == .unix ? system(family) : nil) : family == .windows ? system(family) : nil
        case .service: return system(family)
        default: return nil
        }
    }

    /// Whether a text is a path or the bare name of a program rather than a description.
    private func isPath(_ text: String) -> Bool {
        text.hasPrefix("/") || text.contains(":\\") || text.hasPrefix("\\") || !text.contains(" ") && !text.isEmpty
    }

    private func launch(_ family: SystemFamily, harmless: Bool) -> RecordShape {
        let image: String
        var command: String
        if isPath(object) {
            if object.contains("\\") || object.hasPrefix("/") {
                image = object
            } else if family == .windows {
                let name = object.hasSuffix(".exe") ? String(object.dropLast(4)) : object
                image = "C:\\Program Files\\\(name)\\\(name).exe"
            } else {
                image = "/usr/bin/" + object
            }
            let name = RecordShape.baseName(image)
            let stem = name.lowercased().hasSuffix(".exe") ? String(name.dropLast(4)) : name
            // Cards tell the command line, or what is done; only the former stands in a record.
            let told = detail.split(separator: " ").first.map { RecordShape.baseName(String($0)).lowercased() } ?? ""
            let isCommand = told == name.lowercased() || told == stem.lowercased()
            command = isCommand && !harmless ? detail : family == .windows ? name : image
        } else {
            (image, command) = described(family)
        }
        let fallback = family == .windows ? ProgramTexts.commandShell : "/bin/bash"
        var parent = trace.parent
        if parent.isEmpty || parent.contains(" ") && !isPath(parent) { parent = fallback }
        if !parent.contains("\\") && !parent.contains("/") && family == .windows {
            parent = ProgramTexts.system32 + parent
        }
        return .launch(
            filled(image), command: filled(command), parent: filled(parent),
            code: family == .windows ? 1 : 0)
    }

    /// A program that a card describes instead of naming it.
    private func described(_ family: SystemFamily) -> (image: String, command: String) {
        let windows = family == .windows
        if says("shell") {
            return windows ? (ProgramTexts.commandShell, "cmd.exe") : ("/bin/bash", "-bash")
        }
        if says("service control", "stop of") {
            return windows
                ? (ProgramTexts.system32 + "sc.exe", "sc.exe stop agent")
                : ("/usr/bin/systemctl", "systemctl stop app")
        }
        if says("directory listing") {
            return windows ? (ProgramTexts.commandShell, "cmd.exe /c dir /s") : ("/bin/ls", "ls -laR /srv")
        }
        if says("database") {
            return windows
                ? (ProgramTexts.system32 + "sqlcmd.exe", "sqlcmd.exe -S {source} -o export-0001.csv")
                : ("/usr/bin/pg_dump", "pg_dump app")
        }
        if says("engineering") { return ("C:\\Program Files\\Grid\\engineering.exe", "engineering.exe") }
        if says("display") { return ("C:\\Program Files\\Grid\\display.exe", "display.exe") }
        return windows
            ? ("C:\\Users\\{account}\\AppData\\Local\\Temp\\setup.exe", "setup.exe") : ("/tmp/setup", "/tmp/setup")
    }

    private func path(_ family: SystemFamily) -> String {
        let windows = family == .windows
        if isPath(object) {
            if object.contains("\\") || object.contains("/") { return filled(object) }
            return filled((windows ? "C:\\Users\\Public\\" : "/srv/data/") + object)
        }
        let text: String
        if says("renamed") {
            text = windows ? "C:\\Data\\%pick documents 4&.docx.%hex 6 9&" : "/srv/data/%pick documents 4&.%hex 6 9&"
        } else if says("web root") {
            text = windows ? "C:\\inetpub\\app\\%pick scripts 4&.aspx" : "/var/www/html/%pick scripts 4&.jsp"
        } else if says("settings") {
            text = windows ? "C:\\inetpub\\app\\web.config" : "/opt/app/conf/application.properties"
        } else if says("project") {
            text = "C:\\Projects\\%pick documents 4&.prj"
        } else {
            text = windows ? "C:\\Data\\%pick documents 4&.xlsx" : "/srv/data/%pick documents 4&.csv"
        }
        return text
    }

    private var fileAction: RecordShape.FileAction {
        says("renamed") ? .rename : detail.contains("read") || trace.eventID == 4663 ? .read : .create
    }

    /// The program that a card says did it.
    private func actor(_ family: SystemFamily) -> String {
        let words = detail.split { $0 == " " || $0 == "," }.map(String.init)
        if let name = words.first(where: { $0.lowercased().hasSuffix(".exe") }) {
            switch name.lowercased() {
            case "msedge.exe": return ProgramTexts.browser
            case "outlook.exe": return ProgramTexts.office + "OUTLOOK.EXE"
            default: return ProgramTexts.system32 + name
            }
        }
        if says("AppData") { return "C:\\Users\\Public\\AppData\\Local\\Sync\\sync.exe" }
        if family == .unix { return says("web service") ? "/usr/bin/java" : "/bin/sh" }
        if says("web service") { return ProgramTexts.system32 + "inetsrv\\w3wp.exe" }
        return says("system process") ? ProgramTexts.serviceHost : ProgramTexts.explorer
    }

    private func service(_ family: SystemFamily) -> RecordShape {
        let action: RecordShape.ServiceAction =
            says("stopped") ? .stop : says("running") ? .start : .create
        // A name in small letters is a description, not a name.
        let described = object.contains(" ") && object.allSatisfy { !$0.isUppercase }
        let name: String
        if !described {
            name = object
        } else if says("backup") {
            name = "BackupAgent"
        } else if says("endpoint") {
            name = "Endpoint Sensor"
        } else if says("communication") {
            name = "GridCommunication"
        } else {
            name = "AppService"
        }
        if family == .unix { return .unit(name, action) }
        let image = object == "PSEXESVC" ? "C:\\Windows\\PSEXESVC.exe" : "C:\\ProgramData\\\(name)\\service.exe"
        let start = says("auto start") ? 3 : 4
        return .service(
            filled(name), action, image: action == .create ? image : ProgramTexts.serviceHost,
            start: start, code: trace.eventID)
    }
}
