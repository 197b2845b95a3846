import Ground
import Markup
import Scenario

/// The invisible part of a page.
struct PageHead {
    let request: WebRequest
    let frame: PageFrame

    /// Writes it.
    func write(to head: inout Markup) {
        let assets = request.site.assets
        head.empty("meta", ["charset": "utf-8"])
        head.empty("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        head.empty("meta", ["name": "color-scheme", "content": "light dark"])
        if let token = request.access?.csrfToken { head.empty("meta", ["name": "csrf-token", "content": token]) }
        head.element("title", frame.title + " – " + Texts.name)
        head.empty("link", ["rel": "icon", "type": "image/svg+xml", "href": assets.path("mark.svg")])
        for style in ["style.css"] + frame.styles {
            head.empty("link", ["rel": "stylesheet", "href": assets.path(style)])
        }
        for script in ["app.js"] + frame.scripts {
            head.element("script", ["type": "module", "src": assets.path(script)])
        }
    }
}
