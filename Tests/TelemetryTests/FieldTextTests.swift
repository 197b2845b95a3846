import Kernel
import Testing

@testable import Telemetry

/// Texts of shapes as sources of templates.
struct FieldTextTests {
    @Test(arguments: [
        ("plain", "plain"), ("a\"b\\c", "a\\\"b\\\\c"), ("<x>", "\u{1}x\u{2}"), ("100 %", "100 %"),
        ("C:\\Users\\%userName&\\x", "C:\\\\Users\\\\<userName>\\\\x"), ("%TEMP%\\a & b", "%TEMP%\\\\a & b"),
        ("%hex 8 4&%hex 4&", "<hex 8 4>%hex 4&"), ("%pick documents 4&", "<pick documents 4>"),
        ("%pick nothing 4&", "%pick nothing 4&"), ("%number 1 99999999999 3&", "%number 1 99999999999 3&"),
        ("%pid 300&", "%pid 300&"), ("%userName 1&", "%userName 1&"), ("%literal&", "%literal&"), ("%", "%"),
        ("%%1833", "%%1833"), ("%userName", "%userName"),
    ])
    func marksBecomeFieldsAndNothingElseDoes(text: String, source: String) {
        #expect(FieldText.source(text, .json) == source)
    }

    @Test(arguments: [
        (TextStyle.tabbed, "a\tb\\c,d", "a\\x09b\\x5cc,d"), (.parameter, "a\"]\\", "a\\\"\\]\\\\"),
        (.message, "a\nb<c>", "a b\u{1}c\u{2}"), (.json, "\u{7}\n", "\\u0007\\n"),
    ])
    func everyStyleEscapes(style: TextStyle, text: String, expected: String) {
        #expect(FieldText.source(text, style) == expected)
    }

    @Test func everyKindHasAFaceInTheFormatsOfAllRecords() {
        for shape in Shapes.all {
            #expect(TelemetryFormat.ocsf.face(of: shape) != nil)
            #expect(TelemetryFormat.ecs.face(of: shape) != nil)
            if shape.family == .windows && shape.code > 0 {
                #expect(TelemetryFormat.winlogbeat.face(of: shape) != nil, "\(shape.kind)")
                #expect(TelemetryFormat.evtx.face(of: shape) != nil, "\(shape.kind)")
            }
            let carried = TelemetryFormat.allCases.filter { $0 != .ocsf && $0 != .ecs && $0.face(of: shape) != nil }
            #expect(!carried.isEmpty || shape.kind == .terminate, "\(shape.kind) is in no format but OCSF and ECS")
        }
    }

    /// A source with something plausible in the place of every field.
    private static func filled(_ source: String) -> String {
        let plain = source.replacing("\u{1}", with: "(").replacing("\u{2}", with: ")")
        return plain.replacing(/<([a-zA-Z]+)[^>]*>/) { match in
            switch match.1 {
            case "device", "user": "{}"
            case "host", "source", "target", "siteEndpoint", "sensor": "\"x\":1"
            case "serviceMember": ""
            default: "7"
            }
        }
    }

    @Test func everyFaceOfEveryKindIsJSONWithoutDoubledMembers() throws {
        for shape in Shapes.all {
            for format in TelemetryFormat.allCases where format.style == .json {
                guard let face = format.face(of: shape) else { continue }
                let json = try JSONValue.parse(Self.filled(face.source))
                Self.checkMembers(json, "\(format) \(shape.kind)")
            }
        }
    }

    private static func checkMembers(_ value: JSONValue, _ place: String) {
        switch value.content {
        case .object(let members):
            #expect(Set(members.map(\.name)).count == members.count, "\(place): \(members.map(\.name))")
            for member in members { checkMembers(member.value, place + "." + member.name) }
        case .array(let values): for value in values { checkMembers(value, place) }
        default: break
        }
    }

    @Test func everyFaceCompiles() {
        var table = TemplateTable(formats: TelemetryFormat.allCases)
        for (name, texts) in OtherTexts.lists { table.addList(name, texts) }
        table.addList("sites", OtherTexts.sites)
        for shape in Shapes.all { _ = table.add(shape) }
        #expect(table.infos.count == Set(Shapes.all).count)
        #expect(table.lines.count == table.infos.count * TelemetryFormat.allCases.count)
    }
}
