import Markup
import Scenario

/// The end of a page, and what scripts need: messages, keyboard help, texts.
struct PageFooter {
    let request: WebRequest

    /// Writes it.
    func write(to page: inout Markup, notice: Notice?) {
        page.element("footer", ["class": "footer"]) { page in
            page.element("p", Texts.invented)
            page.element("p", ["class": "footer-links"]) { page in
                page.element("a", ["href": "/about"], Texts.Frame.about)
                page.element("a", ["href": "/api"], Texts.Frame.api)
                page.element(
                    "button", ["type": "button", "class": "link", "data-open": "help", "hidden": ""], Texts.Frame.help)
            }
        }
        page.element("div", ["id": "toasts", "class": "toasts", "role": "status", "aria-live": "polite"]) { page in
            if let notice { page.element("p", ["class": "toast good"], notice.text) }
        }
        help(&page)
        words(&page)
    }

    private func help(_ page: inout Markup) {
        page.dialog(id: "help", title: Texts.Frame.help) { page in
            page.element("dl", ["class": "keys"]) { page in
                for (keys, text) in [
                    ("?", Texts.Frame.helpKeys), ("/", Texts.Frame.slashKey), ("g h", Texts.Frame.homeKeys),
                    ("Tab", Texts.Frame.tabKey), ("Esc", Texts.Frame.escapeKey),
                ] {
                    page.element("dt") { page in
                        for key in keys.split(separator: " ") { page.element("kbd", String(key)) }
                    }
                    page.element("dd", text)
                }
            }
        }
    }

    /// Texts that scripts say by themselves.
    private func words(_ page: inout Markup) {
        page.element(
            "template",
            [
                "id": "words", "data-failed": page.words(Texts.Frame.failed),
                "data-offline": page.words(Texts.Frame.offline), "data-online": page.words(Texts.Frame.online),
                "data-copied": page.words(Texts.copied), "data-close": page.words(Texts.close),
            ])
    }
}
