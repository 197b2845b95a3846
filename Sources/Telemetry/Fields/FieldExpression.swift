/// How the value of a field follows from a record: fixed text and what is filled in, as in the line of the format.
package struct FieldExpression: Sendable {
    /// What JSON makes of it.
    package enum Kind: UInt8, Sendable {
        case text, number, flag
    }

    /// What a value depends on.
    package struct Inputs: OptionSet, Sendable {
        package let rawValue: UInt16

        package init(rawValue: UInt16) { self.rawValue = rawValue }

        package static let host = Inputs(rawValue: 1)
        package static let source = Inputs(rawValue: 2)
        package static let target = Inputs(rawValue: 4)
        package static let account = Inputs(rawValue: 8)
        package static let site = Inputs(rawValue: 16)
        package static let sensor = Inputs(rawValue: 32)
        package static let port = Inputs(rawValue: 64)
        /// Texts chosen from lists, see ``FieldExpression/choices``.
        package static let choice = Inputs(rawValue: 128)
        /// Anything that differs from record to record: ids, moments, numbers.
        package static let record = Inputs(rawValue: 256)
    }

    /// A text chosen from a list.
    package struct Choice: Sendable, Hashable {
        /// Which part of the record's salt decides.
        package var part: UInt8
        /// How many texts there are.
        package var count: UInt32
    }

    /// Its steps in the template table.
    let steps: Range<Int>
    /// What it is in JSON.
    package let kind: Kind
    /// What it depends on.
    package let inputs: Inputs
    /// The choices it takes.
    package let choices: [Choice]
    /// The value where it depends on nothing, as UTF-8; nothing escaped.
    package internal(set) var constant: [UInt8]?
    /// What its values are made of, in small letters.
    package internal(set) var pieces: [FieldPiece]
    /// Whether it is one number of decimal digits, see ``RecordText/number(of:_:)``.
    package let isCounted: Bool
    /// Whether its values are nothing but numbers, moments and ids.
    package internal(set) var isExact: Bool

    /// A set of bytes in small letters.
    package struct Characters: Sendable, Hashable {
        var low: UInt64 = 0
        var high: UInt64 = 0

        /// Every byte.
        package static let all = Characters(low: .max, high: .max)

        mutating func insert(_ byte: UInt8) {
            let small = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
            if small < 64 { low |= 1 << UInt64(small) } else if small < 128 { high |= 1 << UInt64(small & 63) }
        }

        mutating func insert(contentsOf text: StaticString) {
            text.withUTF8Buffer { for byte in $0 { insert(byte) } }
        }

        /// Whether a byte is in it; those from 128 on are where all others are.
        package func contains(_ byte: UInt8) -> Bool {
            if byte >= 128 { return self == .all }
            return (byte < 64 ? low >> UInt64(byte) : high >> UInt64(byte & 63)) & 1 != 0
        }
    }
}

extension TemplateField {
    /// What a field's text depends on; nil where it is no part of one value but members of an object.
    var inputs: FieldExpression.Inputs? {
        switch self {
        case .literal, .domain, .dnsDomain: []
        case .uid, .uidNumber, .time, .isoTime, .longTime, .sysmonTime, .epochTime, .logged, .isoLogged, .sessionID,
            .logonID, .pid, .hexPid, .guid, .upperGuid, .connection, .ephemeral, .number, .size, .seconds, .hex,
            .letters:
            .record
        case .sensorName: .sensor
        case .userName, .userDomain, .userSID, .integrity, .terminalSession, .workingDirectory, .mail:
            [.account, .host]
        case .subject, .subjectSID: [.target, .host]
        case .hostName, .computer, .hostAddress: .host
        case .sourceName, .sourceAddress: .source
        case .targetName, .targetAddress: .target
        case .network: [.target, .host]
        case .port, .service: .port
        case .pick: .choice
        case .site, .siteAddress: .site
        case .sensor, .device, .user, .host, .source, .target, .serviceMember, .siteEndpoint: nil
        }
    }

    /// Whether it writes numbers, moments or ids, and nothing that anybody would look for a part of.
    var isExact: Bool {
        switch self {
        case .uid, .uidNumber, .time, .isoTime, .longTime, .sysmonTime, .epochTime, .logged, .isoLogged, .sessionID,
            .logonID, .pid, .hexPid, .guid, .upperGuid, .connection, .ephemeral, .number, .size, .seconds, .hex,
            .port, .terminalSession:
            true
        default: false
        }
    }

    /// Whether it writes one number in decimal digits.
    var isCounted: Bool {
        switch self {
        case .pid, .ephemeral, .port, .number, .size, .uidNumber: true
        default: false
        }
    }
}
