import Exercise
import Ground
import Kernel
import Markup
import Scenario

/// The form that makes an exercise from a scenario.
struct ExerciseForm {
    let request: WebRequest
    let choice: ScenarioChoice
    let state: FormState

    private var values: FormFields { state.values }
    private var isNew: Bool { values.pairs.isEmpty }

    /// Writes it.
    func write(to page: inout Markup) {
        page.form(request, action: "/exercises/new", id: "exercise-form") { page in
            page.formError(state.error(besides: ExercisePlan.fields))
            page.empty("input", ["type": "hidden", "name": "scenario", "value": choice.name])
            if !choice.yaml.isEmpty {
                page.element("textarea", ["name": "yaml", "hidden": "", "aria-hidden": "true"], choice.yaml)
            }
            page.card(Texts.Exercises.basics, id: "basics") { basics(&$0) }
            page.card(Texts.Exercises.attack, id: "attack") { attack(&$0) }
            page.card(Texts.Exercises.seed, id: "seeds", lead: Texts.Exercises.seedHint) { seeds(&$0) }
            page.card(Texts.Exercises.rules, id: "rules") { rules(&$0) }
            page.card(Texts.Exercises.teams, id: "teams") { teams(&$0) }
            page.buttons(Texts.Exercises.create, cancel: "/exercises")
        }
    }

    private func basics(_ page: inout Markup) {
        var name = Field("name", Texts.Exercises.name)
        name.value = values["name"] ?? choice.title[request.language]
        name.most = GroundLimits.name
        name.error = state.error(of: "name")
        page.field(name)
        page.element("div", ["class": "fields"]) { page in
            page.select(
                "pace", Texts.Exercises.pace, PaceChoice.allCases.map { ($0.rawValue, $0.pace.title) },
                chosen: values["pace"] ?? PaceChoice.ten.rawValue, hint: Texts.Exercises.paceHint)
            var minutes = Field("minutes", Texts.Exercises.duration, type: "number")
            minutes.isRequired = false
            minutes.value = values["minutes"] ?? ""
            minutes.hint =
                Texts.Exercises.durationHint + " (" + Figures.duration(choice.simulation.durationMilliseconds) + ")"
            minutes.error = state.error(of: "minutes")
            page.field(minutes)
        }
    }

    private func attack(_ page: inout Markup) {
        let adversaries = choice.simulation.adversaries
        page.select(
            "adversary", Texts.Exercises.adversary,
            adversaries.map { ($0.name, $0.title.or($0.name)) },
            chosen: values["adversary"] ?? adversaries.first?.name ?? "")
        page.element("fieldset", ["class": "plain"]) { page in
            page.element("legend", Texts.Exercises.measures)
            if choice.simulation.measures.isEmpty {
                page.element("p", ["class": "muted"], Texts.Exercises.noMeasures)
            }
            page.element("div", ["class": "checks"]) { page in
                for measure in choice.simulation.measures {
                    page.checkbox(
                        "measure", value: measure.name, measure.title.or(measure.name),
                        isOn: values.all("measure").contains(measure.name))
                }
            }
        }
    }

    private func seeds(_ page: inout Markup) {
        page.element("div", ["class": "fields"]) { page in
            var seed = Field("seed", Texts.Exercises.seed)
            seed.value = values["seed"] ?? "1"
            seed.pattern = "[0-9]{1,20}"
            seed.error = state.error(of: "seed")
            page.field(seed)
            page.select(
                "variant", Texts.Exercises.variant,
                [("shared", Texts.Exercises.shared), ("per-team", Texts.Exercises.perTeam)],
                chosen: values["variant"] ?? "shared")
        }
        page.element("div", ["id": "scout", "hidden": "", "data-scout": "/exercises/forecast"]) { page in
            page.element("p", ["class": "muted small"], Texts.Exercises.scoutLead)
            page.element("div", ["class": "buttons"]) { page in
                page.element(
                    "button",
                    [
                        "type": "button", "id": "scout-start", "data-more": page.words(Texts.Exercises.scoutMore),
                    ], Texts.Exercises.scout)
                page.element(
                    "button", ["type": "button", "id": "scout-stop", "class": "quiet", "hidden": ""],
                    Texts.Exercises.stop)
                page.element("progress", ["id": "scout-progress", "max": "60", "value": "0", "hidden": ""])
                page.element("span", ["id": "scout-state", "role": "status", "class": "muted small"])
            }
            page.element("div", ["id": "scout-result"])
        }
    }

    private func rules(_ page: inout Markup) {
        page.select(
            "grouping", Texts.Exercises.grouping,
            [("team", Texts.Exercises.inTeams), ("alone", Texts.Exercises.alone)],
            chosen: values["grouping"] ?? "team")
        page.element("div", ["class": "checks"]) { page in
            page.checkbox("hints", value: "yes", Texts.Exercises.hints, isOn: isNew || values["hints"] == "yes")
            page.checkbox(
                "scoreboard", value: "yes", Texts.Exercises.scoreboard, isOn: isNew || values["scoreboard"] == "yes")
        }
    }

    private func teams(_ page: inout Markup) {
        var teams = Field("teams", Texts.Exercises.teamNames)
        teams.rows = 4
        teams.isRequired = false
        teams.value = values["teams"] ?? ""
        teams.hint = Texts.Exercises.teamNamesHint
        teams.error = state.error(of: "teams")
        page.field(teams)
        page.select(
            "track", Texts.Exercises.track, Track.allCases.map { ($0.rawValue, $0.title) },
            chosen: values["track"] ?? Track.human.rawValue)
    }
}

extension Markup {
    /// Appends a box to tick.
    mutating func checkbox(_ name: String, value: String, _ label: LocalizedText, isOn: Bool) {
        element("label", ["class": "check"]) { page in
            page.empty(
                "input", ["type": "checkbox", "name": name, "value": value, "checked": .bare(if: isOn)])
            page.element("span", label)
        }
    }
}
