/// What one OCSF record is.
struct OCSFKind {
    /// Families of systems, by the hundreds of `device.os.type_id`.
    enum System: Int { case other = 0, windows = 1, linux = 2, macos = 3 }

    /// Classes that have log sources.
    static let classes = [
        1001, 1005, 1006, 1007, 1008, 3001, 3002, 3003, 3004, 3005, 3006, 4001, 4002, 4003, 4005, 4006, 4007, 6002,
        201_001, 201_002, 201_004,
    ]

    var classNumber: Int
    var activity: Int
    var system: System
    /// The Windows event that it stands for; 0: none that matters.
    var event: Int
    /// 0 unknown, 1 inbound, 2 outbound, 3 lateral.
    var direction: Int
    var hasProcess: Bool
    var hasScript: Bool

    /// All of it in 56 bits.
    var key: UInt64 {
        UInt64(classNumber) << 32 | UInt64(activity) << 24 | UInt64(system.rawValue) << 20 | UInt64(direction) << 18
            | (hasProcess ? 1 << 17 : 0) | (hasScript ? 1 << 16 : 0) | UInt64(event)
    }

    /// Events from which a channel follows, as one representative of their channel; 0 for others.
    static func event(_ number: Int) -> Int {
        switch number {
        case 1...29: 1
        case 4103, 4104: number
        case 400, 600, 800: number
        case 1100...1108, 4608...6423: 4624
        case 104, 7000...7045, 5857...5861: 7045
        case 106, 140, 141, 142, 200, 201: 106
        case 1644: 1644
        default: 0
        }
    }

    /// The name of the mapping.
    var mapping: String {
        switch classNumber {
        case 1007:
            if hasScript || event == 4104 || event == 4103 { "script" } else { isAccess ? "access" : "1007" }
        case 1001, 1005, 1006, 4002, 4003, 4006, 201_004: String(classNumber)
        case 1008, 3001, 3002, 3003, 3004, 3005, 3006: "identity"
        case 4001, 4005, 4007: "connection"
        case 201_001, 201_002: "registry"
        default: "other"
        }
    }

    /// Whether one program opens another (3) or starts a thread in it (4).
    var isAccess: Bool { classNumber == 1007 && (activity == 3 || activity == 4) }

    /// The log source.
    var source: RecordSource {
        let products = [System.windows: ["windows"], .linux: ["linux"], .macos: ["macos"]][system] ?? []
        return RecordSource(products: products, categories: categories, services: services)
    }

    private var categories: [String] {
        switch classNumber {
        case 1001:
            switch activity {
            case 1, 3: ["file_event"]
            case 2: ["file_access"]
            case 4: ["file_delete"]
            case 5: ["file_event", "file_rename"]
            default: []
            }
        case 1005: ["image_load", "driver_load"]
        case 1007:
            if hasScript || event == 4104 {
                ["ps_script"]
            } else if event == 4103 {
                ["ps_module"]
            } else {
                switch activity {
                case 1: ["process_creation"]
                case 2: ["process_termination"]
                case 3: ["process_access"]
                case 4: ["create_remote_thread"]
                default: []
                }
            }
        case 4001, 4005, 4007: hasProcess ? ["network_connection"] : ["firewall"]
        case 4002: direction == 2 ? ["proxy"] : direction == 1 ? ["webserver"] : ["proxy", "webserver"]
        case 4003: hasProcess ? ["dns_query"] : ["dns"]
        case 201_001: ["registry_event"] + (activity == 4 ? ["registry_delete"] : activity == 1 ? ["registry_add"] : [])
        case 201_002: ["registry_event"] + (activity == 4 ? ["registry_delete"] : ["registry_set"])
        default: []
        }
    }

    private var services: [String] {
        if system == .linux {
            return 3001...3006 ~= classNumber ? ["auth", "sshd"] : []
        }
        guard system == .windows else { return [] }
        switch event {
        case 1: return ["sysmon"]
        case 4103, 4104: return ["powershell"]
        case 400, 600, 800: return ["powershell-classic"]
        case 4624: return ["security"]
        case 7045: return ["system"]
        case 106: return ["taskscheduler"]
        case 1644: return ["directory-service"]
        default: break
        }
        switch classNumber {
        case 3001...3006, 4006: return ["security"]
        case 201_004: return ["system"]
        default: return []
        }
    }
}
