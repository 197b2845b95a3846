/// What a record tells, in no format: a kind and its texts, used by attacks, administrators and chatter alike, so that
/// nothing in the form of a record tells where it is from. Faces make a format's text of it.
///
/// Texts are as a person would read them, nothing escaped. They may hold fields that are filled in with each record,
/// between `%` and `&`: `%userName&`, `%hex 8 4&` (see ``TemplateField``); a `%` before anything else is a `%`.
struct RecordShape: Hashable, Sendable {
    /// What kind of record it is, with what its text turns on.
    var kind: Kind
    /// Its texts by name; one that is missing is empty.
    var texts: [TextName: String] = [:]
    /// The Windows event id; 0 where the record is no Windows event.
    var code = 0
    /// The system it is written on.
    var family = SystemFamily.windows
    /// See ``TemplateInfo/usesNetwork``.
    var usesNetwork = false
    /// See ``TemplateInfo/needsEndpoint``.
    var needsEndpoint = true

    /// The kinds of record.
    enum Kind: Hashable, Sendable {
        // A host, by its endpoint sensor.
        case launch, terminate, script, moduleLogging, engine
        case file(FileAction, bulk: Bool), fileStream, module, driver, rawRead
        case registryValue, registryKey(delete: Bool)
        case processAccess, remoteThread, pipe(connected: Bool)
        case wmiFilter, wmiConsumer, wmiBinding, wmiActivity
        case endpointLookup, endpointConnection(Direction, udp: Bool)
        case job(JobAction), service(ServiceAction, start: Int), unit(ServiceAction), log(clear: Bool)
        case auditPolicy, defender, transfer, hostFirewall, terminalSession, program
        // Identity.
        case logon(LogonType, Proof, success: Bool), logoff(LogonType), privileges, explicitCredentials
        case ticket(activity: Int, success: Bool), validation(success: Bool)
        case directory(change: Bool), directoryChange, account(AccountAction), membership
        // The network.
        case flow(Direction, udp: Bool, port: Int, bulk: Bool), firewall(allow: Bool, Direction, udp: Bool)
        case lookup(found: Bool), web(Direction, byProxy: Bool, status: Int, bulk: Bool), webServer(status: Int)
        case mail(direction: Int), share(create: Bool, endpoint: Bool), shareMapping(endpoint: Bool)
        case tls, procedureCall, kerberosWire, ntlmWire, remoteDesktopWire, secureShellWire
        case control(endpoint: Bool)
    }

    /// The names of a shape's texts.
    enum TextName: String, CaseIterable, Sendable {
        /// The program that does it: path, command line, working directory, integrity.
        case image, command, directory, integrity
        /// The program that started it.
        case parent, parentCommand
        /// A file, a registry key or value, a pipe, a device: its full path.
        case path
        /// A name and a value: registry values, settings.
        case name, value
        /// Another program that it happens to, and how.
        case target, access, trace, module, function
        /// What a script, a query, a message or a job says.
        case text
        /// Who answers, who is meant: host names, servers.
        case server, account, group
        /// Services, tickets and their attributes.
        case service, options, cipher, status, subStatus
        /// Objects of the directory.
        case type, properties, mask
        /// Of a share or a procedure call.
        case share, endpoint, operation
        /// Of a request on the Web or a message.
        case method, host, agent, contentType, referrer, from, to, subject, answer
        /// Signatures of files.
        case signature, hash
        /// Names of firewall rules, protocols, programs of Unix.
        case rule, label
    }

    /// A text, empty where there is none.
    subscript(name: TextName) -> String {
        get { texts[name] ?? "" }
        set { texts[name] = newValue.isEmpty ? nil : newValue }
    }

    init(
        _ kind: Kind, _ texts: [TextName: String] = [:], code: Int = 0, family: SystemFamily = .windows,
        usesNetwork: Bool = false, needsEndpoint: Bool = true
    ) {
        self.kind = kind
        self.texts = texts.filter { !$0.value.isEmpty }
        self.code = code
        self.family = family
        self.usesNetwork = usesNetwork
        self.needsEndpoint = needsEndpoint
    }

    /// The last component of a path of either system.
    static func baseName(_ path: String) -> String {
        var name = Substring(path)
        while let slash = name.lastIndex(where: { $0 == "\\" || $0 == "/" }) {
            name = name[name.index(after: slash)...]
        }
        return name.isEmpty ? path : String(name)
    }

    /// The folder of a path of either system, with its last separator.
    static func folder(_ path: String) -> String {
        guard let slash = path.lastIndex(where: { $0 == "\\" || $0 == "/" }) else { return "" }
        return String(path[...slash])
    }

    /// The system that a path belongs to.
    static func family(of path: String) -> SystemFamily { path.hasPrefix("/") ? .unix : .windows }
}
