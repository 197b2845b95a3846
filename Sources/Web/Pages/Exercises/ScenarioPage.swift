import Ground
import Hummingbird
import Kernel
import Markup
import Scenario

/// The first step to an exercise: which scenario.
enum ScenarioPage {
    /// The page, with what is wrong with a text of one's own.
    static func response(_ request: WebRequest, _ state: FormState, _ diagnostics: [Diagnostic]) -> Response {
        var frame = PageFrame(Texts.Exercises.chooseScenario, place: .exercises)
        frame.parent = (Texts.Exercises.title, "/exercises")
        frame.scripts = ["instructor.js"]
        frame.styles = ["direction.css"]
        return request.page(frame, status: state.status) { page in
            page.element("p", ["class": "lead"], Texts.Exercises.chooseLead)
            page.element("ul", ["class": "tiles"]) { page in
                for entry in request.site.live.shelf.entries { tile(ScenarioChoice(entry), &page) }
            }
            page.card(Texts.Exercises.ownScenario, id: "own", lead: Texts.Exercises.ownLead) { page in
                own(request, state, diagnostics, &page)
            }
        }
    }

    private static func tile(_ choice: ScenarioChoice, _ page: inout Markup) {
        page.element("li") { page in
            page.element(
                "a", ["class": "tile", "href": "/exercises/new?scenario=" + PercentCoding.encoded(choice.name)]
            ) { page in
                page.element("span", ["class": "tile-title"], choice.title)
                page.element("span", ["class": "tile-note"]) { page in
                    page.text(Figures.number(choice.hostCount) + " " + Texts.Exercises.hosts)
                    page.text(LocalizedText(" · ") + Figures.duration(choice.simulation.durationMilliseconds))
                }
                page.element("span", ["class": "tile-note clamped"], choice.scenario.description)
            }
        }
    }

    private static func own(
        _ request: WebRequest, _ state: FormState, _ diagnostics: [Diagnostic], _ page: inout Markup
    ) {
        page.form(request, action: "/exercises/new/check", id: "own-form") { page in
            if diagnostics.isEmpty {
                page.formError(state.problem?.text)
            } else {
                list(diagnostics, state.values["yaml"] ?? "", &page)
            }
            page.element("div", ["class": "field", "id": "file-field", "hidden": ""]) { page in
                page.element("label", ["for": "scenario-file"], Texts.Exercises.file)
                page.empty(
                    "input",
                    [
                        "type": "file", "id": "scenario-file", "accept": ".yaml,.yml", "data-into": "f-yaml",
                        "data-most": String(ScenarioChoice.longest),
                        "data-refusal": page.words(Texts.Exercises.tooLong),
                    ])
            }
            var yaml = Field("yaml", Texts.Exercises.yaml)
            yaml.rows = 12
            yaml.value = state.values["yaml"] ?? ""
            page.field(yaml)
            page.buttons(Texts.Exercises.check)
        }
    }

    /// What is wrong, each with its line and a mark under the place.
    private static func list(_ diagnostics: [Diagnostic], _ text: String, _ page: inout Markup) {
        let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
        page.element("div", ["class": "diagnostics", "role": "alert", "id": "diagnostics"]) { page in
            page.element("h3", Texts.Exercises.diagnostics)
            page.element("ol") { page in
                for diagnostic in diagnostics.prefix(50) {
                    page.element("li") { page in
                        page.element("p") { page in
                            page.element("code", "\(diagnostic.position)")
                            page.text(" ")
                            page.text(diagnostic.path.isEmpty ? "" : diagnostic.path + ": ")
                            page.text(diagnostic.message)
                            if let suggestion = diagnostic.suggestion { page.text(" → \(suggestion)?") }
                        }
                        let line = Int(diagnostic.position.line) - 1
                        if lines.indices.contains(line) { excerpt(lines[line], diagnostic, &page) }
                    }
                }
            }
        }
    }

    private static func excerpt(_ line: Substring, _ diagnostic: Diagnostic, _ page: inout Markup) {
        let shown = line.prefix(160)
        let column = min(max(0, Int(diagnostic.position.column) - 1), shown.count)
        page.element("pre", ["class": "excerpt"], shown + "\n" + String(repeating: " ", count: column) + "▲")
    }
}
