/// The command line of a parent, where the record's source does not name it.
enum ParentCommand {
    private static let usual: [String: String] = [
        "explorer.exe": "C:\\Windows\\Explorer.EXE",
        "services.exe": "C:\\Windows\\system32\\services.exe",
        "svchost.exe": "C:\\Windows\\system32\\svchost.exe -k netsvcs -p -s Schedule",
        "wininit.exe": "wininit.exe",
        "winlogon.exe": "winlogon.exe",
        "wmiprvse.exe": "C:\\Windows\\system32\\wbem\\wmiprvse.exe -secured -Embedding",
        "wsmprovhost.exe": "C:\\Windows\\system32\\wsmprovhost.exe -Embedding",
        "cmd.exe": "\"C:\\Windows\\system32\\cmd.exe\" ",
        "powershell.exe": "\"C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe\" ",
        "sshd": "sshd: %userName& [priv]",
        "bash": "-bash",
    ]

    /// The shape's own, or the usual one of such a program.
    static func text(_ shape: RecordShape) -> String {
        if !shape[.parentCommand].isEmpty { return shape[.parentCommand] }
        let parent = shape[.parent]
        if parent.isEmpty { return "-" }
        if let known = usual[RecordShape.baseName(parent).lowercased()] { return known }
        return parent.contains(" ") ? "\"\(parent)\"" : parent
    }
}
