import Markup
import Scenario
import Testing

struct MarkupTests {
    @Test(
        arguments: [
            ("plain, đủ dấu", "plain, đủ dấu"), ("<b>&\"'", "&lt;b&gt;&amp;&quot;&#39;"),
            ("a\u{0}b\u{7F}c\u{85}d\te\nf", "a b c d\te\nf"), ("\u{A0}\u{A9}", "\u{A0}\u{A9}"), ("", ""),
        ] as [(String, String)])
    func textsAreEscaped(text: String, html: String) {
        var page = Markup(language: .english, languages: .one)
        page.text(text)
        #expect(page.html == html)
        var element = Markup(language: .english)
        element.element("p", ["title": text], text)
        #expect(element.html == "<p title=\"\(html)\">\(html)</p>")
    }

    /// Escaping byte by byte and the way around it for plain texts must agree on every scalar below U+0100.
    @Test func everyScalarIsEscapedAlikeWhereverItStands() {
        for value in 0..<UInt32(0x100) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            var alone = ""
            Markup.escape(String(scalar), into: &alone)
            var behind = ""
            Markup.escape("<" + String(scalar), into: &behind)
            #expect(behind == "&lt;" + alone, "U+\(String(value, radix: 16))")
        }
    }

    @Test func pagesOfOneLanguageHoldThatOne() {
        let both = LocalizedText("Đăng nhập", "Sign in")
        var page = Markup(language: .vietnamese, languages: .one)
        page.element("h1", both)
        page.element("p", LocalizedText(vietnamese: "", english: "Only English"))
        page.element("p", LocalizedText())
        #expect(page.html == "<h1>Đăng nhập</h1><p><span lang=\"en\">Only English</span></p><p></p>")
        #expect(page.words(both) == "Đăng nhập")
    }

    @Test func pagesOfBothLanguagesMarkEach() {
        var page = Markup(language: .vietnamese)
        page.text(LocalizedText("Có", "Yes"))
        page.text(LocalizedText("SOC"))
        #expect(page.html == "<span lang=\"vi\">Có</span><span lang=\"en\">Yes</span>SOC")
    }

    @Test func attributesWithoutValueAreLeftOut() {
        var page = Markup(language: .english, languages: .one)
        let common: Attributes = ["type": "checkbox", "checked": .bare(if: true), "disabled": .bare(if: false)]
        page.empty("input", common.adding(["name": nil, "id": "a"]))
        #expect(page.html == "<input type=\"checkbox\" checked=\"\" id=\"a\">")
    }
}
