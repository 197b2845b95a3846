// OCSF 1.x as rules' log sources and fields. Origin: the classes and attributes of the published schema; the names of fields are those
// of Sysmon and of the Windows audit events that a class stands for (SigmaHQ's taxonomy). Every attribute also keeps its own path. What
// is in `unmapped` has the names of the source; where it names a channel of Windows (`unmapped.Channel`), channel and event say which
// log source it is, and else the class does:
//
// | class                        | log sources                                                                                |
// |------------------------------|--------------------------------------------------------------------------------------------|
// | 1001 file                    | `file_event` (create, update, rename), `file_delete`, `file_access` (read), `file_rename`   |
// | 1005 module, 1006 job        | `image_load`, `driver_load`; the services `security` and `taskscheduler`                   |
// | 1007 process                 | `process_creation`, `process_termination`; a script block: `ps_script`                     |
// | 1008 log, 3001–3006 identity | services `security`, `system`; on Linux `auth`, `sshd`                                     |
// | 4001, 4005, 4007 connections | `network_connection` where a process is named, else `firewall`                             |
// | 4002 HTTP, 4003 DNS          | `proxy`, `webserver` by direction; `dns`, or `dns_query` where a process is named          |
// | 4006 SMB                     | service `security` (5140, 5145) on a host                                                  |
// | 201001, 201002 registry      | `registry_add`, `registry_delete`, `registry_set`, `registry_event`                        |
// | 201004 service               | service `system` (7036, 7040, 7045)                                                        |
// | other classes                | no log source; paths only                                                                  |

/// How OCSF fills fields.
enum OCSFMappings {
    typealias Field = RecordMapping.Field
    typealias Pair = RecordMapping.Pair

    /// By the class, or a word where several share one mapping.
    static let all: [(String, RecordMapping)] = [
        ("other", base), ("1001", file), ("1005", module), ("1006", job), ("1007", process), ("script", script),
        ("access", access), ("antivirus", antivirus),
        ("identity", identity), ("connection", connection), ("4002", web), ("4003", names), ("4006", share),
        ("registry", registry), ("201004", service),
    ]

    private static let base = RecordMapping(
        ownNames: .eventData,
        fields: [
            Field("metadata.event_code", "EventID"), Field("device.hostname", "Computer"),
            Field("unmapped.device.hostname", "Computer"), Field("metadata.log_provider", "Provider_Name"),
            Field("message", "Message"),
        ],
        tellings: [
            RecordMapping.Telling(.time, ["time", "time_dt"]),
            RecordMapping.Telling(
                .host,
                [
                    "device.hostname", "unmapped.device.hostname", "src_endpoint.hostname", "src_endpoint.ip",
                ]),
            RecordMapping.Telling(.user, ["actor.user.name", "user.name", "unmapped.actor.user.name"]),
            RecordMapping.Telling(.identifier, ["metadata.uid", "metadata.original_event_uid"]),
        ]
    ).adding(WindowsMappings.spaced(WindowsMappings.nestedPrefix))

    /// Whose doing it is, as audit events name them.
    private static let subject = [
        Field("actor.user.name", "SubjectUserName"), Field("actor.user.domain", "SubjectDomainName"),
        Field("actor.user.uid", "SubjectUserSid"),
    ]

    private static let antivirus = base.adding(WindowsMappings.antivirus(WindowsMappings.nestedPrefix).fields)

    /// The acting process and whose it is.
    private static let acting = base.adding(
        [
            Field("actor.process.file.path", "Image"),
            Field("actor.process.cmd_line", "CommandLine"), Field("actor.process.uid", "ProcessGuid"),
            Field("actor.process.parent_process.file.path", "ParentImage"),
            Field("actor.process.parent_process.cmd_line", "ParentCommandLine"),
        ],
        fallbacks: [Field("actor.process.name", "Image"), Field("actor.process.pid", "ProcessId")],
        pairs: [Pair("actor.user.domain", "actor.user.name", "User")])

    private static let file = acting.adding(
        [
            Field("file.path", "TargetFilename"), Field("file.path", "FileName"), Field("file.path", "ObjectName"),
            Field("actor.process.file.path", "ProcessName"),
        ],
        fallbacks: subject + [Field("file.hashes.value", "Hashes")],
        parts: NetworkMappings.parts(ofHashes: "file.hashes.value"))

    private static let module = acting.adding(
        [
            Field("module.file.path", "ImageLoaded"),
            Field("module.file.signature.certificate.subject", "Signature"),
            Field("module.file.company_name", "Company"), Field("module.file.desc", "Description"),
            Field("module.file.product.name", "Product"), Field("module.file.version", "FileVersion"),
            Field("module.file.internal_name", "OriginalFileName"), Field("driver.file.path", "ImageLoaded"),
        ],
        fallbacks: [Field("module.file.hashes.value", "Hashes"), Field("driver.file.hashes.value", "Hashes")],
        parts: NetworkMappings.parts(ofHashes: "module.file.hashes.value"))

    private static let job = acting.adding(
        [
            Field("job.name", "TaskName"), Field("job.cmd_line", "CommandLine"), Field("job.file.path", "Path"),
        ], fallbacks: subject + [Field("job.cmd_line", "TaskContent")])

    private static let process = base.adding(
        [
            Field("process.file.path", "Image"), Field("process.file.path", "NewProcessName"),
            Field("process.cmd_line", "CommandLine"), Field("process.working_directory", "CurrentDirectory"),
            Field("unmapped.current_directory", "CurrentDirectory"),
            Field("process.file.company_name", "Company"), Field("process.file.desc", "Description"),
            Field("process.file.product.name", "Product"), Field("process.file.version", "FileVersion"),
            Field("process.file.internal_name", "OriginalFileName"), Field("process.integrity", "IntegrityLevel"),
            Field("process.uid", "ProcessGuid"), Field("process.session.uid", "LogonId"),
            Field("actor.process.file.path", "ParentImage"), Field("actor.process.file.path", "ParentProcessName"),
            Field("actor.process.cmd_line", "ParentCommandLine"), Field("actor.process.pid", "ParentProcessId"),
            Field("unmapped.SubjectLogonId", "LogonId"), Field("unmapped.MandatoryLabel", "IntegrityLevel"),
        ],
        fallbacks: subject + [
            Field("process.pid", "ProcessId"), Field("process.file.hashes.value", "Hashes"),
            Field("process.name", "Image"), Field("process.parent_process.file.path", "ParentImage"),
            Field("process.parent_process.cmd_line", "ParentCommandLine"), Field("actor.process.name", "ParentImage"),
        ],
        pairs: [
            Pair("process.user.domain", "process.user.name", "User"),
            Pair("unmapped.SubjectDomainName", "unmapped.SubjectUserName", "User"),
            Pair("actor.user.domain", "actor.user.name", "User"),
        ],
        parts: NetworkMappings.parts(ofHashes: "process.file.hashes.value"))

    /// One program opens another or starts a thread in it.
    private static let access = base.adding(
        [
            Field("actor.process.file.path", "SourceImage"), Field("actor.process.pid", "SourceProcessId"),
            Field("process.file.path", "TargetImage"), Field("process.pid", "TargetProcessId"),
            Field("unmapped.granted_access", "GrantedAccess"), Field("unmapped.call_trace", "CallTrace"),
        ],
        fallbacks: [Field("actor.process.name", "SourceImage"), Field("process.name", "TargetImage")],
        pairs: [Pair("actor.user.domain", "actor.user.name", "SourceUser")])

    private static let script = acting.adding([
        Field("unmapped.script_block", "ScriptBlockText"), Field("script.script_content", "ScriptBlockText"),
        Field("unmapped.script_block_id", "ScriptBlockId"), Field("script.file.path", "Path"),
        Field("unmapped.payload", "Payload"), Field("unmapped.context_info", "ContextInfo"),
    ])

    private static let identity = base.adding(
        [
            Field("logon_type_id", "LogonType"), Field("src_endpoint.port", "IpPort"),
            Field("service.name", "ServiceName"), Field("session.uid", "TargetLogonId"),
            Field("unmapped.ticket_encryption", "TicketEncryptionType"),
            Field("unmapped.ticket_options", "TicketOptions"), Field("logon_process.name", "LogonProcessName"),
            Field("logon_process.file.path", "ProcessName"), Field("entity.data.properties", "Properties"),
            Field("actor.process.file.path", "ProcessName"), Field("log_name", "LogName"),
        ],
        // Where these differ from what Windows writes, Windows' own are there, too.
        fallbacks: subject + [
            Field("group.name", "TargetUserName"), Field("user.name", "TargetUserName"),
            Field("user.domain", "TargetDomainName"), Field("user.uid", "TargetUserSid"),
            Field("user.uid", "TargetSid"), Field("user.name", "SamAccountName"), Field("src_endpoint.ip", "IpAddress"),
            Field("src_endpoint.hostname", "WorkstationName"), Field("status_code", "Status"),
            Field("status_code", "SubStatus"), Field("auth_protocol", "AuthenticationPackageName"),
            Field("entity.name", "ObjectName"), Field("entity.type", "ObjectType"),
        ],
        pairs: [Pair("actor.user.domain", "actor.user.name", "User"), Pair("user.domain", "user.name", "User")])

    private static let connection = acting.adding(
        NetworkMappings.ends(
            sourceAddress: "src_endpoint.ip", sourcePort: "src_endpoint.port", address: "dst_endpoint.ip",
            port: "dst_endpoint.port")
            + [
                Field("src_endpoint.ip", "SourceIp"), Field("src_endpoint.port", "SourcePort"),
                Field("dst_endpoint.ip", "DestinationIp"), Field("dst_endpoint.port", "DestinationPort"),
                Field("unmapped.initiated", "Initiated"), Field("disposition", "action"), Field("action", "action"),
            ],
        fallbacks: [
            Field("src_endpoint.hostname", "SourceHostname"), Field("dst_endpoint.hostname", "DestinationHostname"),
            Field("connection_info.protocol_name", "Protocol"),
        ])

    private static let web = base.adding(
        NetworkMappings.ends(
            sourceAddress: "src_endpoint.ip", sourcePort: "src_endpoint.port", address: "dst_endpoint.ip",
            port: "dst_endpoint.port")
            + NetworkMappings.web(
                NetworkMappings.Request(
                    address: "http_request.url.url_string", path: "http_request.url.path",
                    query: "http_request.url.query_string", host: "http_request.url.hostname",
                    method: "http_request.http_method", agent: "http_request.user_agent",
                    referrer: "http_request.referrer", status: "http_response.code", sent: "http_request.length",
                    received: "http_response.length"))
            + [
                Field("actor.user.name", "cs-username"), Field("http_response.content_type", "cs-content-type"),
                Field("http_request.version", "cs-version"),
            ],
        parts: NetworkMappings.parts(ofAddress: "http_request.url.url_string"))

    private static let names = acting.adding(
        NetworkMappings.ends(
            sourceAddress: "src_endpoint.ip", sourcePort: "src_endpoint.port", address: "dst_endpoint.ip",
            port: "dst_endpoint.port")
            + [Field("query.type", "record_type"), Field("answers.rdata", "answer")],
        // Names of services have underscores, which those of hosts may not have.
        fallbacks: ["unmapped.query_name", "unmapped.QueryName", "query.hostname"].flatMap { path in
            [Field(path, "query"), Field(path, "QueryName")]
        } + [Field("answers.rdata", "QueryResults"), Field("rcode", "QueryStatus")])

    private static let share = base.adding(
        [
            Field("file.path", "RelativeTargetName"), Field("src_endpoint.ip", "IpAddress"),
            Field("src_endpoint.port", "IpPort"), Field("unmapped.access_mask", "AccessMask"),
            Field("unmapped.access_list", "AccessList"), Field("src_endpoint.ip", "src_ip"),
            Field("dst_endpoint.ip", "dst_ip"), Field("dst_endpoint.port", "dst_port"), Field("file.path", "name"),
            Field("share", "path"),
        ], fallbacks: subject + [Field("share", "ShareName")])

    private static let registry = acting.adding(
        [Field("reg_value.data", "Details")],
        fallbacks: [Field("reg_key.path", "TargetObject"), Field("activity_name", "EventType")],
        pairs: [Pair("reg_value.path", "reg_value.name", "TargetObject")])

    private static let service = acting.adding(
        [
            Field("win_service.name", "ServiceName"), Field("win_service.cmd_line", "ImagePath"),
            Field("win_service.cmd_line", "ServiceFileName"), Field("win_service.service_type", "ServiceType"),
            Field("win_service.service_start_type", "StartType"), Field("win_service.name", "param1"),
            Field("win_service.run_state", "param2"),
        ], fallbacks: subject + [Field("win_service.service_start_name", "AccountName")])
}
