import Hummingbird
import Markup
import Scenario

/// What this is, and what it keeps of people.
enum AboutRoutes {
    static let all: [Route] = [
        .page("/about", .visit, Texts.Frame.about) { request in
            request.page(PageFrame(Texts.Frame.about, width: .narrow)) { page in
                for (title, paragraphs) in Texts.About.parts {
                    page.element("h2", title)
                    for paragraph in paragraphs { page.element("p", paragraph) }
                }
                page.element("p", ["class": "muted small"]) { page in
                    page.text(Texts.About.version + ": ")
                    page.element("code", request.site.configuration.version)
                }
            }
        }
    ]
}
