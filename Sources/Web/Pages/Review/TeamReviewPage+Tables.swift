import Exercise
import Ground
import Kernel
import Markup
import NetworkWorld
import Report
import Scenario

/// Where the evidence stood, answers, objectives, people.
extension TeamReviewPage {
    private static let mostSteps = 500

    func writeTrail(to page: inout Markup) {
        let steps = timeline.steps.prefix(Self.mostSteps)
        if steps.isEmpty { return page.element("p", ["class": "muted"], Texts.Direction.noAttack) }
        page.table(
            id: "trail-list", caption: Texts.Review.trail + Texts.Review.byTime,
            columns: [
                Column(Texts.Direction.time), Column(Texts.Direction.stepTitle), Column(Texts.Direction.fromTo),
                Column(Texts.Direction.outcome), Column(Texts.Direction.noticed), Column(Texts.Review.sensors),
                Column(Texts.Review.look),
            ],
            rows: steps.map { step in
                [
                    .text(clock.time(step.start)), .drawn { TeamTruth.technique(step, &$0) },
                    .drawn { page in
                        page.text(host(step.source).map { LocalizedText($0) } ?? Texts.Direction.outside)
                        page.text(" → ")
                        page.text(host(step.target).map { LocalizedText($0) } ?? Texts.none)
                    },
                    .chip(step.result.title, step.result.tone),
                    step.alerts.isEmpty
                        ? .text(step.sights.isEmpty ? Texts.Direction.noTrace : Texts.Direction.onlyLogs)
                        : .text(
                            Texts.Direction.noticedBy + step.alerts.prefix(6).map(String.init).joined(separator: ", ")),
                    .drawn { sights(step, &$0) }, .drawn { look(step, &$0) },
                ]
            }, more: timeline.steps.count - steps.count)
    }

    private func sights(_ step: TimelineStep, _ page: inout Markup) {
        if step.sights.isEmpty { return page.text(Texts.none) }
        for sight in step.sights.prefix(4) {
            page.element("span", ["class": "sight"]) { page in
                page.text(program.simulation.sensors[sight.sensor].kind.title)
                page.text(" ")
                page.element("code", program.hostName(sight.host))
            }
        }
    }

    private func look(_ step: TimelineStep, _ page: inout Markup) {
        guard let sight = step.sights.first else { return page.text(Texts.none) }
        let name = program.hostName(sight.host)
        page.element(
            "a",
            [
                "href": logs(of: name, around: step.start),
                "aria-label": page.words(Texts.Review.look) + " " + name,
            ], Texts.Review.look)
    }

    func writeAnswers(to page: inout Markup) {
        let questions = exercise.deskQuestions
        if questions.isEmpty { return page.element("p", ["class": "muted"], Texts.Review.noQuestions) }
        let answers = score?.marking.answers ?? []
        page.element("ol", ["class": "answers"]) { page in
            for question in questions {
                let answer = answers.first { $0.question == question.name }
                page.element("li") { page in
                    page.element("p", ["class": "tile-title"], question.text)
                    page.element("dl", ["class": "facts"]) { page in
                        page.element("dt", Texts.Review.rightAnswer)
                        page.element("dd") { page in
                            page.element("strong", answer?.answer ?? Texts.none)
                        }
                        page.element("dt", Texts.Review.given)
                        page.element("dd") { page in
                            if question.attempts.isEmpty { page.text(Texts.none) }
                            for attempt in question.attempts {
                                page.element("span", ["class": "sight"]) { page in
                                    page.text(clock.time(attempt.time) + " " + attempt.text)
                                }
                            }
                        }
                        page.element("dt", Texts.Review.points)
                        page.element("dd") { page in
                            page.text(Figures.number(question.earned ?? 0) + " / " + Figures.number(question.points))
                            let cost = question.hints.filter { $0.text != nil }.reduce(0) { $0 + $1.cost }
                            if cost > 0 {
                                page.text(LocalizedText(" · ") + Texts.Direction.hints + " −\(cost)")
                            }
                        }
                    }
                }
            }
        }
    }

    func writeObjectives(to page: inout Markup) {
        guard let marking = score?.marking, !(marking.objectives.isEmpty && marking.metrics.isEmpty) else {
            return page.element("p", ["class": "muted"], Texts.Review.noObjectives)
        }
        if !marking.objectives.isEmpty {
            page.table(
                id: "objective-list", caption: Texts.Review.objective,
                columns: [Column(Texts.Review.objective), Column(Texts.Review.verdict)],
                rows: marking.goals.map { goal in
                    [
                        .heading(Texts.Review.goal + ": " + goal.title.or(goal.name)),
                        .chip(goal.verdict.title, goal.verdict.tone),
                    ]
                }
                    + marking.objectives.map { objective in
                        [
                            .drawn { page in
                                page.text(objective.title.or(objective.name))
                                if !objective.description.isEmpty {
                                    page.element("span", ["class": "muted small block"], objective.description)
                                }
                            }, .chip(objective.verdict.title, objective.verdict.tone),
                        ]
                    })
        }
        page.table(
            id: "metric-list", caption: Texts.Review.metricsTitle,
            columns: [Column(Texts.Review.metricsTitle), Column(Texts.Review.points, isNumber: true)],
            rows: marking.metrics.map { metric in
                [
                    .text(metric.title.or(metric.name)),
                    .text(
                        (metric.score.map { Figures.number($0) } ?? Texts.Direction.notMarked) + " / "
                            + Figures.number(metric.maximum)),
                ]
            })
    }

    func writePeople(to page: inout Markup) {
        let work = PersonalWork.all(exercise.entries, searches)
        if work.isEmpty { return page.element("p", ["class": "muted"], Texts.Direction.empty) }
        page.table(
            id: "people-list", caption: Texts.Review.person,
            columns: [
                Column(Texts.Review.person), Column(Texts.Review.searches, isNumber: true),
                Column(Texts.Review.triages, isNumber: true), Column(Texts.Review.actions, isNumber: true),
                Column(Texts.Review.answersGiven, isNumber: true), Column(Texts.Review.reportsSent, isNumber: true),
                Column(Texts.Review.rules, isNumber: true), Column(Texts.Review.talk, isNumber: true),
            ],
            rows: work.map { person in
                [.heading(LocalizedText(names[person.account] ?? ""))]
                    + [
                        person.searches, person.triages, person.actions, person.answers, person.reports, person.rules,
                        person.talk,
                    ].map { .text(Figures.number($0)) }
            })
    }
}

/// What one person did in a team.
struct PersonalWork {
    var account: Int64
    var searches = 0
    var triages = 0
    var actions = 0
    var answers = 0
    var reports = 0
    var rules = 0
    var talk = 0

    /// Everybody who did something from a seat, in the order in which they first did.
    static func all(_ entries: [TeamEntry], _ searches: [Activity]) -> [PersonalWork] {
        var people: [PersonalWork] = []
        func change(_ account: Int64, _ body: (inout PersonalWork) -> Void) {
            let place = people.firstIndex { $0.account == account } ?? people.count
            if place == people.count { people.append(PersonalWork(account: account)) }
            body(&people[place])
        }
        for entry in entries {
            guard case .seat(let account) = entry.author else { continue }
            change(account) { person in
                switch entry.input {
                case .action: person.actions += 1
                case .triage: person.triages += 1
                case .answer, .hint: person.answers += 1
                case .report: person.reports += 1
                case .armRule, .disarmRule: person.rules += 1
                case .note, .chat, .reply: person.talk += 1
                case .inject, .broadcast, .grantFoothold, .mark, .ruleAlert: break
                }
            }
        }
        for search in searches { change(search.account) { $0.searches += 1 } }
        return people
    }
}
