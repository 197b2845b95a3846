import Ground
import HTTPTypes
import Markup
import Scenario

/// The bar on top: name, places, account.
struct PageBanner {
    let request: WebRequest
    let frame: PageFrame

    /// Writes it.
    func write(to page: inout Markup) {
        page.element("header", ["class": "banner"]) { page in
            page.element("a", ["class": "brand", "href": "/"]) { page in
                Mark.draw(in: &page)
                page.element("span", Texts.name)
            }
            if request.access != nil { places(&page) }
            page.element("div", ["class": "banner-end"]) { page in
                settings(&page)
                if let access = request.access {
                    account(access.account.displayName, &page)
                } else if request.route.path != "/sign-in" {
                    page.element("a", ["class": "button quiet", "href": "/sign-in"], Texts.Frame.signIn)
                }
            }
        }
    }

    private func places(_ page: inout Markup) {
        page.element("nav", ["class": "places", "aria-label": page.words(Texts.Frame.navigation)]) { page in
            for place in Navigation.allCases where PermissionTable.allows(place.permission, to: request.access?.role) {
                page.element(
                    "a", ["href": place.path, "aria-current": place == frame.place ? "page" : nil], place.title)
            }
        }
    }

    private func account(_ name: String, _ page: inout Markup) {
        page.element("details", ["class": "menu", "name": "banner-menu"]) { page in
            page.element("summary", ["title": page.words(Texts.Frame.account)]) { page in
                Icon.person.draw(in: &page)
                page.element("span", ["class": "menu-name"], name)
            }
            page.element("div", ["class": "menu-list"]) { page in
                page.element("a", ["href": "/account"], Texts.Frame.account)
                page.form(request, action: "/sign-out") { $0.element("button", ["class": "link"], Texts.Frame.signOut) }
            }
        }
    }

    private func settings(_ page: inout Markup) {
        page.element("details", ["class": "menu", "name": "banner-menu"]) { page in
            page.element("summary", ["title": page.words(Texts.Frame.settings)]) { page in
                Icon.sliders.draw(in: &page)
                page.element("span", ["class": "unseen"], Texts.Frame.settings)
            }
            page.element("div", ["class": "menu-list"]) { page in
                page.form(request, action: "/preferences", class: "preferences") { page in
                    let target = request.route.method == .get ? request.head.path ?? "/" : "/"
                    page.empty("input", ["type": "hidden", "name": "return", "value": target])
                    page.element("p", ["class": "menu-title"], Texts.Frame.language)
                    choices(
                        "language", [("vi", Texts.Frame.vietnamese), ("en", Texts.Frame.english)],
                        chosen: request.language.rawValue, &page)
                    page.element("p", ["class": "menu-title"], Texts.Frame.theme)
                    choices(
                        "theme",
                        [("system", Texts.Frame.system), ("light", Texts.Frame.light), ("dark", Texts.Frame.dark)],
                        chosen: request.theme.rawValue, &page)
                }
            }
        }
    }

    private func choices(_ name: String, _ all: [(String, LocalizedText)], chosen: String, _ page: inout Markup) {
        page.element("div", ["class": "choices"]) { page in
            for (value, title) in all {
                page.element(
                    "button",
                    ["name": name, "value": value, "aria-pressed": value == chosen ? "true" : "false"], title)
            }
        }
    }
}
