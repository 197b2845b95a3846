import NetworkWorld

/// What a part of a value can be: enough to rule out most searches before any record is looked at.
package enum FieldPiece: Sendable, Equatable {
    /// This text, in small letters.
    case text([UInt8])
    /// Any text of these letters and a length between bounds.
    case characters(FieldExpression.Characters, lengths: ClosedRange<Int>)
    /// One of a set of ``RecordSchema/textSets``, or where that is possible an address.
    case oneOf(set: Int, orAddress: Bool)
}

/// Sets of texts that values are made of, in small letters.
struct FieldSets {
    /// Sets that every program has.
    enum Known: Int, CaseIterable {
        case hosts, users, userDomains, mails, sensors, domain, dnsDomain, sites, levels, folders, folderEnds

        /// The field whose values are in the set; nil where they are known by themselves.
        var field: TemplateField? {
            switch self {
            case .hosts: .hostName
            case .users: .userName
            case .userDomains: .userDomain
            case .mails: .mail
            case .sensors: .sensorName
            case .domain: .domain
            case .dnsDomain: .dnsDomain
            case .sites, .levels, .folders, .folderEnds: nil
            }
        }
    }

    /// Larger sets are not kept; anything may be in them.
    private static let most = 50_000

    /// The sets; nil where one is too large to be kept.
    private(set) var texts = [[[UInt8]]?](repeating: nil, count: Known.allCases.count)
    private var picks: [UInt64: Int] = [:]

    /// What a step of a template can write.
    mutating func pieces(of step: TemplateStep, _ table: TemplateTable) -> [FieldPiece] {
        let digits = FieldExpression.Characters("0123456789")
        switch step.field {
        case .literal:
            return [.text(Self.small(table.bytes[Int(step.first)..<Int(step.first + step.second)]))]
        case .uid: return [.characters(.hexadecimal, lengths: 32...32)]
        case .guid, .upperGuid: return [.characters(.hexadecimal, lengths: 36...36)]
        case .hex: return [.characters(.hexadecimal, lengths: Self.length(step)...Self.length(step))]
        case .letters:
            return [
                .characters(
                    FieldExpression.Characters("abcdefghijklmnopqrstuvwxyz"),
                    lengths: Self.length(step)...Self.length(step))
            ]
        case .hexPid, .logonID, .sessionID:
            return [.text(Array("0x".utf8)), .characters(.hexadecimal, lengths: 1...16)]
        case .isoTime, .isoLogged, .longTime, .sysmonTime:
            return [.characters(FieldExpression.Characters("0123456789-:.tz "), lengths: 23...27)]
        case .epochTime, .time, .logged:
            return [.characters(FieldExpression.Characters("-0123456789."), lengths: 8...20)]
        case .pid: return [.characters(digits, lengths: 3...5)]
        case .ephemeral: return [.characters(digits, lengths: 5...5)]
        case .port: return [.characters(digits, lengths: 1...5)]
        case .terminalSession: return [.characters(digits, lengths: 1...1)]
        case .uidNumber, .number, .size: return [.characters(digits, lengths: 1...20)]
        case .seconds: return [.characters(FieldExpression.Characters("0123456789."), lengths: 5...20)]
        case .hostAddress, .sourceAddress, .targetAddress, .siteAddress:
            return [.characters(FieldExpression.Characters("0123456789."), lengths: 7...15)]
        case .network: return [.characters(FieldExpression.Characters("0123456789./"), lengths: 1...18)]
        case .hostName: return [.oneOf(set: Known.hosts.rawValue, orAddress: false)]
        case .sourceName, .targetName: return [.oneOf(set: Known.hosts.rawValue, orAddress: true)]
        case .computer:
            return [
                .oneOf(set: Known.hosts.rawValue, orAddress: true), .characters(.dot, lengths: 0...1),
                .oneOf(set: Known.dnsDomain.rawValue, orAddress: false),
            ]
        case .domain: return [.oneOf(set: Known.domain.rawValue, orAddress: false)]
        case .dnsDomain: return [.oneOf(set: Known.dnsDomain.rawValue, orAddress: false)]
        case .mail: return [.oneOf(set: Known.mails.rawValue, orAddress: false)]
        case .service:
            return [.characters(FieldExpression.Characters("abcdefghijklmnopqrstuvwxyz_,-0123456789"), lengths: 1...16)]
        case .userName, .subject: return [.oneOf(set: Known.users.rawValue, orAddress: false)]
        case .workingDirectory:
            return [
                .oneOf(set: Known.folders.rawValue, orAddress: false),
                .oneOf(set: Known.users.rawValue, orAddress: false),
                .oneOf(set: Known.folderEnds.rawValue, orAddress: false),
            ]
        case .userDomain: return [.oneOf(set: Known.userDomains.rawValue, orAddress: true)]
        case .userSID, .subjectSID: return [.characters(FieldExpression.Characters("s-0123456789"), lengths: 0...80)]
        case .integrity: return [.oneOf(set: Known.levels.rawValue, orAddress: false)]
        case .sensorName: return [.oneOf(set: Known.sensors.rawValue, orAddress: false)]
        case .site: return [.oneOf(set: Known.sites.rawValue, orAddress: false)]
        case .pick: return [.oneOf(set: pick(step, table), orAddress: false)]
        default: return [.characters(.all, lengths: 0...FieldPiece.longest)]
        }
    }

    private static func length(_ step: TemplateStep) -> Int { min(Int(step.first), 16) }

    /// The set of the texts that a step chooses from.
    private mutating func pick(_ step: TemplateStep, _ table: TemplateTable) -> Int {
        let key = UInt64(step.first) << 32 | UInt64(step.second)
        if let known = picks[key] { return known }
        texts.append(
            table.choices[Int(step.first)..<Int(step.first + step.second)].map { range in
                Self.small(table.bytes[Int(range.lowerBound)..<Int(range.upperBound)])
            })
        picks[key] = texts.count - 1
        return texts.count - 1
    }

    /// Fills in what follows from the program: what `probes` write, each for the set of its place.
    mutating func fill(_ program: Program, _ text: RecordText, probes: [FieldExpression?], sites: [[UInt8]]) {
        let hosts = 0..<Int32(program.hostCount)
        let accounts = 0..<Int32(program.accountCount)
        var records: [Record] = []
        if program.hostCount * (SystemAccount.count + 1) + program.accountCount <= Self.most {
            for host in hosts {
                for account in 0...SystemAccount.count { records.append(.probe(host, -1 - Int32(account), 0)) }
            }
            for account in accounts { records.append(.probe(0, account, 0)) }
        }
        for known in Known.allCases {
            guard let probe = probes[known.rawValue], !records.isEmpty else { continue }
            var found: Set<[UInt8]> = known == .users ? [[]] : []
            if known == .sensors {
                for sensor in 0..<min(program.sensors.count, 255) {
                    found.insert(Self.small(text.value(of: probe, .probe(0, -1, sensor))))
                }
            } else {
                for record in records { found.insert(Self.small(text.value(of: probe, record))) }
            }
            texts[known.rawValue] = found.sorted { $0.lexicographicallyPrecedes($1) }
        }
        // A local account's domain is the name of its computer.
        let names = texts[Known.hosts.rawValue]
        let domains = texts[Known.userDomains.rawValue]
        texts[Known.userDomains.rawValue] = names.flatMap { names in domains.map { $0 + names } }
        texts[Known.sites.rawValue] = sites
        texts[Known.levels.rawValue] = ["system", "high", "medium"].map { Array($0.utf8) }
        texts[Known.folders.rawValue] = ["c:\\windows\\system32\\", "/", "c:\\users\\", "/home/"].map {
            Array($0.utf8)
        }
        texts[Known.folderEnds.rawValue] = ["", "\\"].map { Array($0.utf8) }
    }

    /// A text as it is compared: small letters, nothing escaped.
    static func small(_ text: some Collection<UInt8>) -> [UInt8] {
        var copy = Array(text)
        let count = copy.withUnsafeMutableBufferPointer { buffer in
            buffer.baseAddress.map { RecordText.unescape($0, buffer.count) } ?? 0
        }
        return Array(String(decoding: copy[..<count], as: UTF8.self).lowercased().utf8)
    }
}

extension FieldPiece {
    /// Longer texts that nothing is known of count as of any length.
    package static let longest = 600
}

extension FieldExpression.Characters {
    /// Digits and what stands in ids.
    static let hexadecimal = FieldExpression.Characters("0123456789abcdefx-")
    /// What stands between names of a domain.
    static let dot = FieldExpression.Characters(".")
    /// Digits and dots.
    package static let address = FieldExpression.Characters("0123456789.")

    /// The letters of a text.
    init(_ text: StaticString) {
        self.init()
        insert(contentsOf: text)
    }
}

extension Record {
    /// A record that names a host, an account and a sensor.
    static func probe(_ host: Int32, _ account: Int32, _ sensor: Int) -> Record {
        Record(
            time: 0, id: (0, 0), salt: 0, template: 0, places: (host, host, host), account: account, port: 0, site: 0,
            sensor: UInt8(sensor), processes: (1, 2))
    }
}
