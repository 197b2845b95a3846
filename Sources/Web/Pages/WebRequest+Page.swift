import HTTPTypes
import Hummingbird
import Markup
import Scenario

extension WebRequest {
    /// A whole page around what `body` writes.
    func page(
        _ frame: PageFrame, status: HTTPResponse.Status = .ok, _ body: (inout Markup) -> Void
    ) -> Response {
        var page = markup
        page.literal("<!DOCTYPE html>\n")
        let attributes: Attributes = [
            "lang": language.rawValue, "data-theme": theme == .system ? nil : theme.rawValue,
            "data-width": frame.width.rawValue,
        ]
        let notice = Cookies.value(.notice, in: head.headerFields, isSecure: site.configuration.isSecure)
            .flatMap(Notice.init)
        page.element("html", attributes) { page in
            page.element("head") { PageHead(request: self, frame: frame).write(to: &$0) }
            page.element("body") { page in
                page.element("a", ["class": "skip", "href": "#main"], Texts.skip)
                PageBanner(request: self, frame: frame).write(to: &page)
                page.element("main", ["id": "main", "tabindex": "-1", "data-events": frame.events]) { main in
                    if frame.showsHeading { heading(frame, &main) }
                    body(&main)
                }
                PageFooter(request: self).write(to: &page, notice: notice)
            }
        }
        page.literal("\n")
        var response = Response.html(page, status: status)
        if notice != nil { response.set(.notice, to: "", on: self, seconds: 0) }
        return response
    }

    /// A part of a page, without anything around it.
    func fragment(_ body: (inout Markup) -> Void) -> Response {
        var part = markup
        body(&part)
        return .html(part)
    }

    private func heading(_ frame: PageFrame, _ page: inout Markup) {
        page.element("header", ["class": "heading"]) { page in
            if let parent = frame.parent {
                page.element("p", ["class": "crumb"]) { $0.element("a", ["href": parent.path], parent.title) }
            }
            page.element("h1", frame.title)
        }
    }

    /// The page that says why something was not done.
    func problemPage(_ problem: Problem) -> Response {
        page(PageFrame(problem.title, width: .narrow), status: problem.status) { page in
            page.element("div", ["class": "card", "role": "alert"]) { page in
                page.element("p", problem.text)
                page.element("p", ["class": "muted small"]) { page in
                    page.text(Texts.Errors.number + ": ")
                    page.element("code", id)
                }
                page.element("p", ["class": "buttons"]) { page in
                    page.element("a", ["class": "button", "href": "/"], Texts.Frame.home)
                }
            }
        }
    }
}
