import Markup
import Scenario

extension Markup {
    /// Appends a framed part of a page with its heading.
    mutating func card(
        _ title: LocalizedText, id: String, lead: LocalizedText? = nil, class name: String = "card",
        _ body: (inout Markup) -> Void
    ) {
        element("section", ["class": name, "id": id, "aria-labelledby": "\(id)-title"]) { page in
            page.element("h2", ["id": "\(id)-title"], title)
            if let lead { page.element("p", ["class": "muted"], lead) }
            body(&page)
        }
    }

    /// Appends a dialog. A button with `data-open` of its id opens it; without scripts, what it offers must be reachable
    /// otherwise.
    mutating func dialog(id: String, title: LocalizedText, _ body: (inout Markup) -> Void) {
        element("dialog", ["id": id, "aria-labelledby": "\(id)-title"]) { page in
            page.element("form", ["method": "dialog", "class": "dialog-head"]) { page in
                page.element("h2", ["id": "\(id)-title"], title)
                page.element("button", ["class": "quiet", "aria-label": page.words(Texts.close)], "✕")
            }
            body(&page)
        }
    }

    /// Appends what stands where there is nothing yet: what will stand here, and what to do.
    mutating func emptyState(_ title: LocalizedText, _ text: LocalizedText, _ body: (inout Markup) -> Void = { _ in }) {
        element("div", ["class": "empty"]) { page in
            page.element("p", ["class": "empty-title"], title)
            page.element("p", text)
            body(&page)
        }
    }

    /// Appends tabs that are links to pages of their own.
    mutating func tabs(_ items: [(title: LocalizedText, path: String)], current: String, label: LocalizedText) {
        element("nav", ["class": "tabs", "aria-label": words(label)]) { page in
            for item in items {
                page.element(
                    "a", ["href": item.path, "aria-current": item.path == current ? "page" : nil], item.title)
            }
        }
    }

    /// Appends a part of the page that live events renew: scripts fetch it from `path` when the section changes.
    mutating func live(_ section: String, from path: String, class name: String? = nil, _ body: (inout Markup) -> Void)
    {
        element("div", ["class": name, "data-section": section, "data-fragment": path], body)
    }

    /// Appends a secret or link to copy. It is shown once.
    mutating func copyable(_ text: String, label: LocalizedText, id: String) {
        element("div", ["class": "copyable"]) { page in
            page.element("label", ["for": id], label)
            page.element("div", ["class": "copyable-line"]) { page in
                page.empty("input", ["id": id, "type": "text", "readonly": "", "value": text, "class": "code"])
                page.element(
                    "button", ["type": "button", "data-copy": id, "hidden": ""], Texts.copy)
            }
        }
    }
}
