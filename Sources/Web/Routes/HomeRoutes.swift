import Ground
import Hummingbird
import Markup
import Scenario

/// The first page: what there is to do for whoever has signed in.
enum HomeRoutes {
    static let all: [Route] = [
        .page("/", .ownAccount, Texts.Frame.home) { request in
            let ground = request.site.ground
            let account = try request.account
            let directs = PermissionTable.allows(.direct, to: request.access?.role)
            let watches = PermissionTable.allows(.observe, to: request.access?.role)
            let exercises = try await ground.exercises(
                organisation: watches ? request.organisationInReach : nil, account: watches ? nil : account.id)
            var frame = PageFrame(Texts.Home.hello + LocalizedText(account.displayName), place: .home)
            frame.styles = ["desk.css"]
            return request.page(frame) { page in
                page.element("p", ["class": "lead"], Texts.Home.lead(of: request.access?.role ?? account.role))
                page.element("div", ["class": "section-head"]) { page in
                    page.element("h2", Texts.Home.exercises)
                    if directs {
                        page.element("a", ["class": "button primary", "href": "/exercises/new"]) { page in
                            Icon.plus.draw(in: &page)
                            page.text(Texts.Home.newExercise)
                        }
                    }
                }
                if directs { PracticeRoutes.card(request, to: &page) }
                if exercises.isEmpty {
                    page.emptyState(Texts.Home.noExercises, directs ? Texts.Home.makeFirst : Texts.Home.waitForLink)
                } else {
                    tiles(exercises, &page)
                }
            }
        }
    ]

    private static func tiles(_ exercises: [StoredExercise], _ page: inout Markup) {
        page.element("ul", ["class": "tiles"]) { page in
            for exercise in exercises {
                page.element("li") { page in
                    page.element("a", ["class": "tile", "href": "/exercises/\(exercise.publicID)"]) { page in
                        page.element("span", ["class": "tile-title"], exercise.name)
                        page.element("span") { $0.chip(exercise.phase.title, exercise.phase.tone) }
                        page.element("span", ["class": "tile-note"]) { page in
                            page.element("code", exercise.scenario)
                            page.text(" · ")
                            page.moment(exercise.started ?? exercise.created)
                        }
                    }
                }
            }
        }
    }
}

extension ExercisePhase {
    /// What people call it.
    var title: LocalizedText {
        switch self {
        case .draft: LocalizedText("Đang chuẩn bị", "Being prepared")
        case .running: LocalizedText("Đang diễn ra", "Running")
        case .paused: LocalizedText("Tạm dừng", "Paused")
        case .closed: LocalizedText("Đã kết thúc", "Closed")
        }
    }

    /// The colour of its word.
    var tone: Tone {
        switch self {
        case .draft, .closed: .neutral
        case .running: .good
        case .paused: .warning
        }
    }
}
