import Kernel
import Telemetry
import Testing

/// Every format, made of the same records.
struct FaceTests {
    private static func write(
        _ formats: [TelemetryFormat], until end: Milliseconds = 1_800_000
    ) throws -> RecordBuffer {
        var options = TelemetryOptions()
        options.formats = formats
        return SmallRange.write(
            try SmallRange.program(), events: TelemetryStreamTests.events, cuts: [end], options: options)
    }

    private static func lines(_ output: RecordBuffer.Output) -> [String] {
        output.bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The ids that a format's lines name, as they stand there.
    private static func ids(_ output: RecordBuffer.Output) throws -> [String] {
        try lines(output).map { line in
            switch output.format {
            case .ocsf: return try JSONValue.parse(line).required("metadata").required("uid").string()
            case .ecs, .winlogbeat: return try JSONValue.parse(line).required("event").required("id").string()
            case .evtx:
                let system = try JSONValue.parse(line).required("Event").required("System")
                let number: UInt64 = try system.required("EventRecordID").integer()
                return String(number)
            case .zeek: return try JSONValue.parse(line).required("record_id").string()
            case .zeekTSV: return String(try #require(line.split(separator: "\t").last))
            case .syslog:
                let message = try SyslogMessage(line)
                return try #require(message.data["record@32473"]?["id"])
            }
        }
    }

    @Test(arguments: TelemetryFormat.allCases)
    func linesHaveTheSameIdsInEveryFormat(format: TelemetryFormat) throws {
        let all = try Self.ids(try #require(try Self.write([.ocsf]).outputs.first))
        let known = Set(format == .evtx ? all.map { String((UInt64($0.prefix(16), radix: 16) ?? 0) >> 1) } : all)
        #expect(known.count == all.count)
        var seen: Set<String> = []
        for output in try Self.write([format]).outputs {
            let ids = try Self.ids(output)
            #expect(ids.count == output.recordCount)
            for id in ids {
                #expect(known.contains(id), "\(id) is in no other format")
                #expect(seen.insert(id).inserted, "\(id) twice")
            }
        }
        #expect(seen.count > 100)
        if format == .ocsf || format == .ecs { #expect(seen.count == all.count) }
    }

    @Test func formatsTogetherAreAsTheyAreAlone() throws {
        let together = try Self.write(TelemetryFormat.allCases)
        for format in TelemetryFormat.allCases {
            let alone = try Self.write([format])
            let same = together.outputs.filter { $0.format == format }
            #expect(alone.outputs.map(\.log) == same.map(\.log))
            #expect(alone.outputs.map(\.bytes) == same.map(\.bytes), "\(format)")
        }
        #expect(together.recordCount == together.outputs[0].recordCount)
    }

    @Test func whatNoFormatCarriesHasNoTruth() throws {
        let zeek = try Self.write([.zeek])
        let told = Set(
            try zeek.truthLines.compactMap { try JSONValue.parse($0)["record"]?.string() })
        #expect(zeek.attackRecordCount + zeek.provokedRecordCount == told.count)
        #expect(told.isSubset(of: try Self.ids(zeek.outputs[0])))
        #expect(zeek.recordCount == zeek.outputs[0].recordCount)
    }

    @Test func truthNamesTheNumberToo() throws {
        let output = try Self.write([.evtx])
        let numbers = Set(try Self.ids(output.outputs[0]))
        var found = 0
        for line in output.truthLines {
            let json = try JSONValue.parse(line)
            guard json["record"] != nil else { continue }
            let number: UInt64 = try json.required("number").integer()
            if numbers.contains(String(number)) { found += 1 }
        }
        #expect(found > 0 && found == output.attackRecordCount + output.provokedRecordCount)
    }

    @Test func eventsOfWindowsAreAlikeInBothShapes() throws {
        let both = try Self.write([.winlogbeat, .evtx])
        let beats = Self.lines(both.outputs[0])
        let dumps = Self.lines(both.outputs[1])
        #expect(beats.count == dumps.count)
        for (beat, dump) in zip(beats, dumps) {
            let winlog = try JSONValue.parse(beat).required("winlog")
            let event = try JSONValue.parse(dump).required("Event")
            let system = try event.required("System")
            #expect(try winlog.required("channel").string() == system.required("Channel").string())
            #expect(try winlog.required("computer_name").string() == system.required("Computer").string())
            guard let data = winlog["event_data"], let fields = event["EventData"], fields["Data"] == nil else {
                continue
            }
            guard case .object(let left) = data.content, case .object(let right) = fields.content else {
                Issue.record("no fields in \(dump)")
                continue
            }
            #expect(left.map(\.name) == right.map(\.name))
            #expect(!left.isEmpty)
        }
    }

    @Test func tabbedLogsHaveTheColumnsOfTheirHeader() throws {
        let outputs = try Self.write([.zeekTSV]).outputs
        #expect(outputs.map(\.log).contains("conn"))
        for output in outputs {
            let header = String(decoding: output.header, as: UTF8.self).split(separator: "\n").map(String.init)
            #expect(header.first == "#separator \\x09")
            let fields = try #require(header.first { $0.hasPrefix("#fields\t") }).split(separator: "\t").dropFirst()
            let types = try #require(header.first { $0.hasPrefix("#types\t") }).split(separator: "\t").dropFirst()
            #expect(fields.count == types.count)
            #expect(fields.first == "ts" && fields.last == "record_id")
            for line in Self.lines(output) {
                let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
                #expect(columns.count == fields.count, "\(output.log): \(line)")
                #expect(columns.allSatisfy { !$0.isEmpty }, "\(output.log): \(line)")
            }
        }
    }

    @Test func syslogIsOfItsGrammar() throws {
        for line in Self.lines(try #require(try Self.write([.syslog]).outputs.first)) {
            let message = try SyslogMessage(line)
            #expect(message.priority < 192)
            #expect(!message.text.isEmpty)
        }
    }

    /// Debug and release must agree; a change of templates, chatter or ids changes them.
    @Test(arguments: [
        (TelemetryFormat.ocsf, "f6a5163723d45648"), (.ecs, "88c67dfa14c2016f"), (.winlogbeat, "e6cb65323c4ced8a"),
        (.evtx, "8c090decc78f910f"), (.zeek, "88d02e8b1c4d34b4"), (.zeekTSV, "820909069a854e77"),
        (.syslog, "60fb3fee5390b95f"),
    ])
    func theBytesAreThoseOfEveryBuild(format: TelemetryFormat, expected: String) throws {
        var hasher = StableHasher()
        for output in try Self.write([format]).outputs {
            for byte in output.header + output.bytes { hasher.combine(byte) }
        }
        #expect(hasher.digest.hexadecimal == expected, "\(format)")
    }
}
