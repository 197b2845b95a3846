import Kernel
import Testing

@testable import Scenario

struct XMLReaderTests {
    /// All names that open, with their attributes decoded.
    private func elements(_ text: String) throws(XMLError) -> [String] {
        var reader = try XMLReader(Array(text.utf8))
        var result: [String] = []
        while let event = try reader.next() {
            guard case .start(let element) = event else { continue }
            let attributes = element.attributes.map { "\($0.name)=\(reader.value($0.name, of: element) ?? "")" }
            result.append(([element.name] + attributes).joined(separator: " "))
        }
        return result
    }

    @Test func readsElementsAndAttributes() throws {
        let text = """
            \u{FEFF}<?xml version="1.0"?>
            <!DOCTYPE a [ <!ENTITY lol "lol"> <!ENTITY ha '&lol;&lol;>'> ]>
            <!-- <no> -->
            <a x='1' y="&lt;&#65;&#x1EA1;&amp;&quot;&apos;&gt;"><b/>text &amp; more<![CDATA[ <c> ]]><d ></d ></a>
            <!-- after -->
            """
        #expect(try elements(text) == ["a x=1 y=<Aạ&\"'>", "b", "d"])
    }

    @Test(arguments: [
        ("", 1, 1, "no XML element"),
        ("plain text", 1, 1, "text outside"),
        ("<a>\n <b x=\"1\">", 2, 11, "'b', opened in line 2, is not closed"),
        ("<a>\n <b x=\"1", 2, 9, "cut off"),
        ("<a x=\"1\"><!-- ", 1, 15, "cut off"),
        ("<a><!-", 1, 7, "cut off"),
        ("<a></b>", 1, 4, "'b' closes where 'a'"),
        ("<a/></a>", 1, 5, "never opened"),
        ("<a/><a/>", 1, 5, "second document"),
        ("<a x=1/>", 1, 6, "must be quoted"),
        ("<a x=\"1\"y=\"2\"/>", 1, 9, "unexpected"),
        ("<a x=\"1\" x=\"2\"/>", 1, 10, "twice"),
        ("<a x=\"<\"/>", 1, 7, "quote missing"),
        ("<a x=\"&lol;\"/>", 1, 7, "'&lol;' is not expanded"),
        ("<a>&#xD800;</a>", 1, 4, "not expanded"),
        ("<a>tom & jerry and some more text</a>", 1, 8, "'&amp;'"),
        ("<a><!DOCTYPE b></a>", 1, 4, "before the first element"),
        ("<a", 1, 3, "cut off"),
    ])
    func refusesWithPosition(text: String, line: Int, column: Int, part: String) {
        let error = #expect(throws: XMLError.self) { try elements(text) }
        #expect(error?.position == TextPosition(line: line, column: column), "\(text)")
        #expect(error?.message.contains(part) == true, "\(error?.message ?? "")")
    }

    @Test func nestingAndAttributesAreLimited() {
        let deep = String(repeating: "<a>", count: XMLReader.deepest + 1)
        #expect(throws: XMLError.self) { try elements(deep) }
        let wide = (0...XMLReader.mostAttributes).map { "a\($0)=\"\"" }.joined(separator: " ")
        #expect(throws: XMLError.self) { try elements("<a \(wide)/>") }
        let name = String(repeating: "a", count: 10_000)
        #expect(throws: XMLError.self) { try elements("<\(name)/>") }
    }

    @Test func entitiesOfTheDocumentTypeAreNeverExpanded() {
        let levels = (1..<30).map { "<!ENTITY l\($0) \"&l\($0 - 1);&l\($0 - 1);\">" }.joined(separator: "\n")
        let text = "<!DOCTYPE a [<!ENTITY l0 \"lol\">\n\(levels)]>\n<a>&l29;</a>"
        let error = #expect(throws: XMLError.self) { try elements(text) }
        #expect(error?.message.contains("not expanded") == true)
    }

    @Test func otherEncodingsAreRefused() {
        #expect(throws: XMLError.self) { try XMLReader([0xFF, 0xFE, 0x3C, 0x00]) }
    }
}
