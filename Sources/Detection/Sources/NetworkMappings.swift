// What records of network sensors are called in rules. Origin: the fields of SigmaHQ's taxonomy for `proxy`, `webserver` (both after
// W3C's extended log format), `firewall` and `dns`, and the fields of their rules.
//
// | category    | fields                                                                                                      |
// |-------------|-------------------------------------------------------------------------------------------------------------|
// | `proxy`     | `c-uri`, `c-uri-query`, `c-uri-extension`, `cs-uri-stem`, `c-useragent`, `cs-method`, `cs-host`, `sc-status`, `dst_ip`, `src_ip`, … |
// | `webserver` | `cs-uri-stem`, `cs-uri-query`, `cs-user-agent`, `cs-method`, `sc-status`, `c-ip`, …                          |
// | `firewall`  | `src_ip`, `src_port`, `dst_ip`, `dst_port`, `action`                                                        |
// | `dns`       | `query`, `record_type`, `answer`                                                                            |

/// Names that several formats share.
enum NetworkMappings {
    typealias Field = RecordMapping.Field

    /// Any JSON: nothing has a name but its path.
    static let generic = RecordMapping(tellings: [
        RecordMapping.Telling(.time, ["@timestamp", "timestamp", "time", "eventTime", "EventTime"]),
        RecordMapping.Telling(.host, ["host.name", "hostname", "host", "Computer", "sourceIPAddress"]),
        RecordMapping.Telling(.user, ["user.name", "user", "userIdentity.userName", "userIdentity.arn"]),
        RecordMapping.Telling(.identifier, ["id", "eventID", "event.id"]),
    ])

    /// The two ends of a connection.
    static func ends(sourceAddress: String, sourcePort: String, address: String, port: String) -> [Field] {
        [
            Field(sourceAddress, "src_ip"), Field(sourcePort, "src_port"), Field(address, "dst_ip"),
            Field(port, "dst_port"), Field(sourceAddress, "c-ip"), Field(address, "s-ip"), Field(port, "s-port"),
        ]
    }

    /// Where the parts of a Web request are.
    struct Request {
        var address: String
        var path: String
        var query: String?
        var host: String
        var method: String
        var agent: String
        var referrer: String?
        var status: String
        var sent: String
        var received: String
    }

    /// A Web request as proxies and Web servers name its parts.
    static func web(_ request: Request) -> [Field] {
        var fields = [
            Field(request.address, "c-uri"), Field(request.address, "cs-uri"), Field(request.path, "cs-uri-stem"),
            Field(request.path, "c-uri-stem"), Field(request.host, "cs-host"), Field(request.host, "r-dns"),
            Field(request.method, "cs-method"), Field(request.agent, "c-useragent"),
            Field(request.agent, "cs-user-agent"), Field(request.status, "sc-status"),
            Field(request.sent, "cs-bytes"), Field(request.received, "sc-bytes"),
        ]
        if let query = request.query { fields += [Field(query, "cs-uri-query"), Field(query, "c-uri-query")] }
        if let referrer = request.referrer {
            fields += [Field(referrer, "cs-referer"), Field(referrer, "cs-referrer")]
        }
        return fields
    }

    /// What only the whole address tells where a record has no field for it.
    static func parts(ofAddress address: String) -> [RecordMapping.Part] {
        [
            RecordMapping.Part(address, .fileExtension, "c-uri-extension"),
            RecordMapping.Part(address, .query, "c-uri-query"), RecordMapping.Part(address, .query, "cs-uri-query"),
            RecordMapping.Part(address, .host, "cs-host"), RecordMapping.Part(address, .host, "r-dns"),
        ]
    }

    /// The hashes that a text of several holds.
    static func parts(ofHashes path: String) -> [RecordMapping.Part] {
        [
            RecordMapping.Part(path, .importHash, "Imphash"), RecordMapping.Part(path, .md5, "md5"),
            RecordMapping.Part(path, .sha1, "sha1"), RecordMapping.Part(path, .sha256, "sha256"),
        ]
    }
}
