// Zeek's logs as rules' log sources and fields. Origin: Zeek's manual of logs; which log stands for which category is what SigmaHQ's
// own configurations for Zeek said (`dns`: dns.log, `proxy` and `webserver`: http.log, `firewall`: conn.log). Every column also keeps
// its own name, and every log is the service of that name.

/// How Zeek's logs fill fields.
enum ZeekMappings {
    typealias Field = RecordMapping.Field

    /// Logs that are recognised by name. Any other log has product `zeek` and no service.
    static let logs = [
        "conn", "dns", "http", "ssl", "x509", "files", "smb_files", "smb_mapping", "smb_cmd", "dce_rpc", "kerberos",
        "ntlm", "rdp", "ssh", "ftp", "smtp", "notice", "weird", "dhcp", "ldap", "ldap_search", "modbus", "dnp3",
        "software", "tunnel", "syslog", "snmp", "sip", "socks", "pe", "rfb", "radius", "mysql", "irc", "mqtt_connect",
        "mqtt_publish", "mqtt_subscribe", "known_hosts", "known_services", "ntp", "iec104", "s7comm",
    ]

    /// By the log; `other` for those without a table.
    static let all: [(String, RecordMapping)] = [
        ("other", base), ("dns", base.adding(ends + dns)),
        ("http", base.adding(ends + web, parts: NetworkMappings.parts(ofAddress: "uri"))),
        ("conn", base.adding(ends + [Field("conn_state", "action"), Field("proto", "Protocol")])),
        ("ends", base.adding(ends)),
    ]

    private static let ends = NetworkMappings.ends(
        sourceAddress: "id.orig_h", sourcePort: "id.orig_p", address: "id.resp_h", port: "id.resp_p")

    private static let base = RecordMapping(tellings: [
        RecordMapping.Telling(.time, ["ts"]), RecordMapping.Telling(.host, ["id.orig_h", "tx_hosts"]),
        RecordMapping.Telling(.user, ["user", "username", "client"]),
        RecordMapping.Telling(.identifier, ["record_id", "uid", "fuid"]),
    ])

    private static let dns = [Field("qtype_name", "record_type"), Field("answers", "answer")]

    private static let web = NetworkMappings.web(
        NetworkMappings.Request(
            address: "uri", path: "uri", query: "uri", host: "host", method: "method", agent: "user_agent",
            referrer: "referrer", status: "status_code", sent: "request_body_len", received: "response_body_len"))
}
