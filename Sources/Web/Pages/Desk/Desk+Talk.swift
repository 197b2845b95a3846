import Exercise
import Markup
import Scenario

extension Desk {
    /// How many texts of a list are shown.
    private static let texts = 200

    /// Writes notes or chat, the latest last.
    func writeTexts(_ texts: [DeskText], empty: LocalizedText, to page: inout Markup) async throws {
        if texts.isEmpty {
            page.element("p", ["class": "muted"], empty)
            return
        }
        let shown = texts.suffix(Self.texts)
        let names = try await names(of: shown.map(\.author))
        page.element("ol", ["class": "talk"]) { page in
            for text in shown {
                page.element("li", ["data-key": "text-\(text.number)", "class": text.author == author ? "own" : nil]) {
                    page in
                    page.element("p", ["class": "talk-head"]) { page in
                        page.element("strong", names[text.author])
                        page.element("time", ["class": "muted"], time.clock(text.time).prefix(5).description)
                        if let host = text.host { link(to: host, &page) }
                    }
                    page.element("p", ["class": "talk-text"], text.text)
                }
            }
        }
    }

    /// Writes a form with one box, sent without leaving the page.
    func writeBox(
        action: String, label: LocalizedText, submit: LocalizedText, refresh: String, id: String, rows: Int = 2,
        to page: inout Markup, _ body: (inout Markup) -> Void = { _ in }
    ) {
        page.element(
            "form",
            [
                "method": "post", "action": action, "class": "box-form", "data-fetch": "", "data-stay": "",
                "data-refresh": refresh, "accept-charset": "utf-8", "id": "form-\(id)",
            ]
        ) { page in
            page.empty("input", ["type": "hidden", "name": "_csrf", "value": request.formToken])
            page.element("div", ["class": "field"]) { page in
                page.element("label", ["for": "box-\(id)"], label)
                page.element(
                    "textarea",
                    [
                        "id": "box-\(id)", "name": "text", "rows": String(rows), "required": "",
                        "maxlength": String(TeamLimits.textBytes), "data-send": "",
                    ])
            }
            body(&page)
            page.buttons(submit)
        }
    }
}
