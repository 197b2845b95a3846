/// What one record of the Elastic schema is: the words that it has.
struct ECSKind {
    /// A bit for each ``ECSWord``, in their order.
    var words: UInt64

    private func has(_ word: ECSWord) -> Bool {
        ECSWord.allCases.firstIndex(of: word).map { words >> UInt64($0) & 1 == 1 } ?? false
    }

    private func hasAny(_ words: ECSWord...) -> Bool { words.contains(where: has) }

    private var isDNS: Bool { hasAny(.dns, .zeekDNS, .packetDNS) }
    private var isWeb: Bool { hasAny(.web, .zeekHTTP, .packetHTTP, .apacheAccess, .nginxAccess, .serverAccess) }
    private var isIdentity: Bool { hasAny(.authentication, .iam, .session, .systemAuth) }

    /// The name of the mapping.
    var mapping: String {
        if isDNS { return "dns" }
        if isWeb { return "web" }
        if has(.registry) { return "registry" }
        if hasAny(.library, .driver) { return "library" }
        if has(.file) { return "file" }
        if hasAny(.network, .zeekConnection) { return "network" }
        if isIdentity { return "identity" }
        return has(.process) ? "process" : "other"
    }

    /// The log source.
    var source: RecordSource {
        var products: [String] = []
        if has(.windows) { products.append("windows") }
        if has(.linux) || hasAny(.systemAuth, .systemSyslog, .auditLog) { products.append("linux") }
        if has(.macos) { products.append("macos") }
        return RecordSource(products: products, categories: categories, services: services)
    }

    private var categories: [String] {
        let isOnHost = hasAny(.windows, .linux, .macos)
        switch mapping {
        case "dns": return isOnHost ? ["dns_query"] : ["dns"]
        case "web": return hasAny(.apacheAccess, .nginxAccess, .serverAccess) ? ["webserver"] : ["proxy", "webserver"]
        case "registry":
            if has(.deletion) { return ["registry_event", "registry_delete"] }
            return ["registry_event"] + (has(.creation) ? ["registry_add", "registry_set"] : ["registry_set"])
        case "library": return has(.driver) ? ["driver_load"] : ["image_load"]
        case "file": return has(.deletion) ? ["file_delete"] : has(.access) ? ["file_access"] : ["file_event"]
        case "network": return isOnHost ? ["network_connection"] : ["firewall"]
        case "process": return has(.start) ? ["process_creation"] : has(.end) ? ["process_termination"] : []
        default: return []
        }
    }

    private var services: [String] {
        var services: [String] = []
        if mapping == "identity" { services += has(.windows) ? ["security"] : ["auth", "sshd"] }
        if has(.systemSyslog) { services.append("syslog") }
        if has(.auditLog) { services.append("auditd") }
        if has(.apacheAccess) { services.append("apache") }
        if has(.nginxAccess) { services.append("nginx") }
        return services
    }
}
