import Markup
import Scenario

/// What the page of every report has around its sections: a head that loads nothing, the banner with the ways to the parts and
/// the language switch, the footer, the script.
struct PageShell {
    /// What the report is about.
    let title: LocalizedText
    /// What kind of report it is.
    let kind: LocalizedText
    /// The sections that the banner leads to, by id.
    let links: [(id: String, title: LocalizedText)]
    /// Style sheets, in order.
    let styles: [StaticString]

    /// The whole page.
    ///
    /// - Parameters:
    ///   - language: what is shown first.
    ///   - definitions: writes drawings that sections refer to.
    ///   - sections: writes the sections.
    func html(
        language: PageLanguage, definitions: (inout Markup) -> Void = { _ in }, _ sections: (inout Markup) -> Void
    ) -> String {
        var page = Markup(language: language)
        page.literal("<!DOCTYPE html>\n")
        page.element("html", ["lang": language.rawValue, "data-language": language.rawValue]) { page in
            page.element("head") { head in write(head: &head) }
            page.element("body") { body in
                body.element(
                    "a", ["class": "skip", "href": "#main"], LocalizedText("Tới nội dung", "Skip to the content"))
                definitions(&body)
                write(banner: &body)
                body.element("main", ["id": "main"]) { main in sections(&main) }
                write(footer: &body)
                body.element("script") { $0.literal(Script.text) }
            }
        }
        page.literal("\n")
        return page.html
    }

    private func write(head: inout Markup) {
        head.empty("meta", ["charset": "utf-8"])
        let hashes = styles.map { "'sha256-\(SHA256.base64(of: $0.description))'" }
        let policy =
            "default-src 'none'; style-src \(hashes.joined(separator: " ")); "
            + "script-src 'sha256-\(SHA256.base64(of: Script.text.description))'; base-uri 'none'; form-action 'none'"
        head.empty("meta", ["http-equiv": "Content-Security-Policy", "content": policy])
        head.empty("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        head.empty("meta", ["name": "color-scheme", "content": "light dark"])
        head.empty("meta", ["name": "referrer", "content": "no-referrer"])
        head.tooltip(title + " – " + kind)
        for style in styles { head.element("style") { $0.literal(style) } }
    }

    private func write(banner page: inout Markup) {
        page.element("header", ["class": "banner"]) { banner in
            banner.element("p", ["class": "brand"]) { brand in
                brand.element("strong", "Thao Trường")
                brand.element("span", ["class": "muted"], kind)
            }
            banner.element("nav", ["aria-labelledby": "nav-name"]) { nav in
                nav.element("span", ["id": "nav-name", "class": "unseen"], LocalizedText("Các phần", "Parts"))
                nav.element("ul") { list in
                    for (id, title) in links {
                        list.element("li") { $0.element("a", ["href": "#\(id)"], title) }
                    }
                }
            }
            banner.element(
                "div", ["class": "languages", "role": "group", "aria-label": "Ngôn ngữ / Language", "hidden": ""]
            ) { group in
                for (language, title) in [("vi", "Tiếng Việt"), ("en", "English")] {
                    group.element(
                        "button",
                        [
                            "type": "button", "lang": language, "class": "always", "data-set-language": language,
                            "aria-pressed": language == group.language.rawValue ? "true" : "false",
                        ], title)
                }
            }
        }
    }

    private func write(footer page: inout Markup) {
        page.element("footer") { footer in
            footer.element(
                "p",
                LocalizedText(
                    "Mô phỏng để phòng thủ và giảng dạy. Mọi tổ chức, con người và địa chỉ đều là hư cấu.",
                    "A simulation for defence and teaching. All organisations, people and addresses are invented."))
        }
    }
}
