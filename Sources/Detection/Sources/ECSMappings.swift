// The Elastic Common Schema as rules' log sources and fields. Origin: the published field list of the schema (categories and types of
// events, names of fields); the names that rules use are those of SigmaHQ's taxonomy. Every field also keeps its own path.
// Windows events that Winlogbeat writes are read as such, by `winlog`; this is for everything else.
//
// | `event.category`       | log sources                                                                        |
// |------------------------|------------------------------------------------------------------------------------|
// | process                | `process_creation` (type start), `process_termination` (type end)                  |
// | file                   | `file_event`, `file_delete` (type deletion), `file_access` (type access)           |
// | registry               | `registry_event` with `registry_set`, `registry_delete`, `registry_add` by type     |
// | library, driver        | `image_load`, `driver_load`                                                        |
// | network                | `network_connection` on a host, else `firewall`; with `dns.*` by its dataset `dns`  |
// | web                    | `proxy` and `webserver`                                                            |
// | authentication, iam, session | services `auth` and `sshd` on Linux, `security` on Windows                   |
//
// The product follows `host.os.type`; datasets such as `system.auth`, `system.syslog`, `auditd.log`, `apache.access`, `nginx.access`,
// `iis.access` name product and service, too. Zeek's datasets are no logs of Zeek to rules: Zeek's own names are not in them.

/// How the Elastic schema fills fields.
enum ECSMappings {
    typealias Field = RecordMapping.Field
    typealias Pair = RecordMapping.Pair

    /// Words that tell what a record is; the order is ``ECSWord``'s.
    static let words = ECSWord.allCases.map(\.rawValue)

    /// By the kind of record.
    static let all: [(String, RecordMapping)] = [
        ("other", base), ("process", process), ("file", file), ("library", library), ("registry", registry),
        ("network", network), ("dns", names), ("web", web), ("identity", identity),
    ]

    private static let base = RecordMapping(
        fields: [
            Field("event.code", "EventID"), Field("host.name", "Computer"), Field("event.provider", "Provider_Name"),
            Field("message", "Message"),
        ],
        tellings: [
            RecordMapping.Telling(.time, ["@timestamp", "event.created"]),
            RecordMapping.Telling(.host, ["host.name", "host.hostname", "observer.hostname", "source.ip"]),
            RecordMapping.Telling(.user, ["user.name", "source.user.name", "user.id"]),
            RecordMapping.Telling(.identifier, ["event.id"]),
        ])

    private static let acting = base.adding(
        [
            Field("process.executable", "Image"), Field("process.pid", "ProcessId"),
            Field("process.entity_id", "ProcessGuid"), Field("process.command_line", "CommandLine"),
            Field("process.parent.executable", "ParentImage"),
            Field("process.parent.command_line", "ParentCommandLine"), Field("process.parent.pid", "ParentProcessId"),
        ],
        fallbacks: [Field("process.name", "Image"), Field("process.parent.name", "ParentImage")],
        pairs: [Pair("user.domain", "user.name", "User")])

    private static let process = acting.adding([
        Field("process.working_directory", "CurrentDirectory"), Field("process.hash.sha256", "sha256"),
        Field("process.hash.sha1", "sha1"), Field("process.hash.md5", "md5"),
        Field("process.pe.original_file_name", "OriginalFileName"),
        Field("process.pe.company", "Company"), Field("process.pe.description", "Description"),
        Field("process.pe.product", "Product"), Field("process.pe.file_version", "FileVersion"),
        Field("process.pe.imphash", "Imphash"), Field("winlog.logon.id", "LogonId"),
        Field("process.parent.user.name", "ParentUser"),
    ])

    private static let file = acting.adding([
        Field("file.path", "TargetFilename"), Field("file.path", "FileName"), Field("file.path", "name"),
        Field("process.executable", "exe"), Field("process.name", "comm"),
    ])

    private static let library = acting.adding([
        Field("dll.path", "ImageLoaded"), Field("file.path", "ImageLoaded"),
        Field("dll.code_signature.subject_name", "Signature"), Field("dll.code_signature.status", "SignatureStatus"),
        Field("dll.code_signature.exists", "Signed"), Field("dll.pe.original_file_name", "OriginalFileName"),
        Field("dll.pe.company", "Company"), Field("dll.pe.description", "Description"),
        Field("dll.pe.product", "Product"), Field("dll.hash.md5", "md5"), Field("dll.hash.sha1", "sha1"),
        Field("dll.hash.sha256", "sha256"), Field("dll.pe.imphash", "Imphash"),
    ])

    private static let registry = acting.adding(
        [Field("registry.path", "TargetObject"), Field("registry.data.strings", "Details")],
        pairs: [Pair("registry.key", "registry.value", "TargetObject")])

    private static let network = acting.adding(
        NetworkMappings.ends(
            sourceAddress: "source.ip", sourcePort: "source.port", address: "destination.ip", port: "destination.port")
            + [
                Field("source.ip", "SourceIp"), Field("source.port", "SourcePort"),
                Field("source.domain", "SourceHostname"), Field("destination.ip", "DestinationIp"),
                Field("destination.port", "DestinationPort"), Field("destination.domain", "DestinationHostname"),
                Field("network.transport", "Protocol"), Field("network.initiated", "Initiated"),
                Field("event.action", "action"),
            ])

    private static let names = network.adding([
        Field("dns.question.name", "query"), Field("dns.question.name", "QueryName"),
        Field("dns.question.type", "record_type"), Field("dns.answers.data", "answer"),
        Field("dns.resolved_ip", "QueryResults"), Field("dns.response_code", "QueryStatus"),
    ])

    private static let web = network.adding(
        NetworkMappings.web(
            NetworkMappings.Request(
                address: "url.original", path: "url.path", query: "url.query", host: "url.domain",
                method: "http.request.method", agent: "user_agent.original", referrer: "http.request.referrer",
                status: "http.response.status_code", sent: "http.request.bytes", received: "http.response.bytes"))
            + [
                Field("user.name", "cs-username"), Field("http.response.mime_type", "cs-content-type"),
                Field("url.extension", "c-uri-extension"),
            ],
        parts: NetworkMappings.parts(ofAddress: "url.original"))

    private static let identity = base.adding(
        [
            Field("user.name", "TargetUserName"), Field("user.domain", "TargetDomainName"),
            Field("source.ip", "IpAddress"), Field("source.port", "IpPort"), Field("source.domain", "WorkstationName"),
            Field("source.user.name", "SubjectUserName"), Field("process.executable", "ProcessName"),
            Field("process.executable", "Image"),
        ],
        pairs: [Pair("user.domain", "user.name", "User")])
}

/// Words in `event.category`, `event.type`, `host.os.type` and `event.dataset` that matter.
enum ECSWord: String, CaseIterable {
    case process, file, registry, library, driver, network, web, authentication, iam, session
    case start, end, creation, deletion, change, access
    case windows, linux, macos
    case dns, zeekDNS = "zeek.dns", packetDNS = "network_traffic.dns", packetHTTP = "network_traffic.http"
    case zeekHTTP = "zeek.http", zeekConnection = "zeek.connection"
    case systemAuth = "system.auth", systemSyslog = "system.syslog", auditLog = "auditd.log"
    case apacheAccess = "apache.access", nginxAccess = "nginx.access", serverAccess = "iis.access"
}
