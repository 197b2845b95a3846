import Exercise
import Ground
import Hummingbird
import Kernel
import Markup
import NetworkWorld
import Scenario

/// Teams, seats, links and settings of an exercise.
struct SetupPage {
    let direction: Direction
    let state: FormState
    /// A link that was just made, with the team that it is for.
    let link: (secret: String, team: Int64?)?
    /// Who sits in which team, by name.
    let members: [Int64: [String]]
    /// The team in which whoever looks has a seat.
    let own: Int64?

    private var request: WebRequest { direction.request }
    private var root: String { direction.root }
    private var isDraft: Bool { direction.status.phase == .draft }
    private var isClosed: Bool { direction.status.phase == .closed }

    /// The page.
    static func response(
        _ request: WebRequest, _ state: FormState, link: (secret: String, team: Int64?)?
    ) async throws -> Response {
        let direction = try await request.direction()
        guard direction.directs else { throw Problem.notFound }
        var members: [Int64: [String]] = [:]
        let seats = try await request.site.ground.seats(exercise: direction.live.id)
        let names = try await request.site.names(of: seats.map(\.account))
        for seat in seats { members[seat.team, default: []].append(names[seat.account] ?? "") }
        let account = try request.account.id
        let page = SetupPage(
            direction: direction, state: state, link: link, members: members,
            own: seats.first { $0.account == account }?.team)
        var response = direction.page(.setup) { page.write(to: &$0) }
        response.status = state.status
        return response
    }

    private func write(to page: inout Markup) {
        if let link { made(link, &page) }
        page.card(Texts.Exercises.teams, id: "teams") { page in
            page.formError(state.error(besides: []))
            if direction.snapshots.isEmpty {
                page.emptyState(Texts.Exercises.noTeams, Texts.Exercises.noTeamsLead)
            } else {
                table(&page)
            }
            if !isClosed { adding(&page) }
        }
        page.element("div", ["class": "columns"]) { page in
            if !isClosed {
                page.card(Texts.Exercises.inviteAll, id: "invite", lead: Texts.Exercises.inviteAllLead) { page in
                    page.form(request, action: root + "/invitations", class: "inline") { page in
                        page.element("label", ["for": "uses"], Texts.People.uses)
                        page.empty(
                            "input",
                            ["type": "number", "id": "uses", "name": "uses", "value": "100", "min": "1", "max": "2000"])
                        page.element("button", Texts.Exercises.inviteTeam)
                    }
                }
            }
            page.card(Texts.Exercises.settings, id: "settings") { settings(&$0) }
        }
    }

    private func made(_ link: (secret: String, team: Int64?), _ page: inout Markup) {
        let team = direction.snapshots.first { $0.team.id == link.team }?.team.name
        page.card(
            Texts.Exercises.linkFor + (team.map { LocalizedText($0) } ?? Texts.Exercises.everybody), id: "made"
        ) { page in
            page.copyable(request.link("/join/\(link.secret)"), label: Texts.People.linkOnce, id: "link")
        }
    }

    private func table(_ page: inout Markup) {
        page.table(
            id: "team-list", caption: Texts.Exercises.teamList,
            columns: [
                Column(Texts.Exercises.team), Column(Texts.Exercises.track), Column(Texts.Exercises.members),
                Column(Texts.Exercises.inviteTeam), Column(Texts.Exercises.takeSeat),
            ],
            rows: direction.snapshots.map { snapshot in
                let team = snapshot.team
                let people = members[team.id] ?? []
                return [
                    .drawn { name(team, &$0) }, .drawn { track(team, &$0) },
                    people.isEmpty ? .text(Texts.Exercises.nobody) : .plain(people.joined(separator: ", ")),
                    .drawn { page in
                        if isClosed { return page.text(Texts.none) }
                        page.form(request, action: root + "/invitations") { page in
                            page.empty("input", ["type": "hidden", "name": "team", "value": String(team.id)])
                            page.element("button", ["class": "small"]) { page in
                                Icon.link.draw(in: &page)
                                page.text(Texts.Exercises.inviteTeam)
                            }
                        }
                    },
                    .drawn { seat(team, &$0) },
                ]
            })
    }

    private func name(_ team: Team, _ page: inout Markup) {
        page.form(request, action: "\(root)/teams/\(team.id)", class: "inline") { page in
            page.empty(
                "input",
                [
                    "name": "name", "value": team.name, "required": "", "maxlength": String(GroundLimits.name),
                    "aria-label": page.words(Texts.Exercises.teamName),
                ])
            page.element("button", ["class": "small"], Texts.save)
        }
    }

    private func track(_ team: Team, _ page: inout Markup) {
        page.form(request, action: "\(root)/teams/\(team.id)", class: "inline") { page in
            page.element("select", ["name": "track", "aria-label": page.words(Texts.Exercises.track)]) { page in
                for track in Track.allCases {
                    page.element(
                        "option", ["value": track.rawValue, "selected": .bare(if: track == team.track)], track.title)
                }
            }
            page.element("button", ["class": "small"], Texts.save)
        }
    }

    private func seat(_ team: Team, _ page: inout Markup) {
        page.element("div", ["class": "buttons"]) { page in
            if own == team.id {
                page.element(
                    "a", ["class": "button small primary", "href": "\(root)/teams/\(team.id)/desk"],
                    Texts.Exercises.toDesk)
            }
            if !isClosed && (own == nil || isDraft || own == team.id) {
                page.form(request, action: "\(root)/teams/\(team.id)/seat") { page in
                    if own == team.id { page.empty("input", ["type": "hidden", "name": "leave", "value": "yes"]) }
                    page.element(
                        "button", ["class": "small"],
                        own == team.id ? Texts.Exercises.leaveSeat : Texts.Exercises.takeSeat)
                }
            }
            if isDraft {
                page.form(request, action: "\(root)/teams/\(team.id)/remove") { page in
                    page.element(
                        "button", ["class": "small danger", "data-confirm": page.words(Texts.Exercises.sureRemove)],
                        Texts.Exercises.removeTeam)
                }
            }
        }
    }

    private func adding(_ page: inout Markup) {
        page.form(request, action: root + "/teams", class: "inline adding") { page in
            page.element("label", ["for": "new-team"], Texts.Exercises.addTeam)
            page.empty(
                "input",
                [
                    "id": "new-team", "name": "name", "required": "", "maxlength": String(GroundLimits.name),
                    "value": state.values["name"] ?? "", "placeholder": page.words(Texts.Exercises.teamName),
                ])
            page.element("select", ["name": "track", "aria-label": page.words(Texts.Exercises.track)]) { page in
                for track in Track.allCases { page.element("option", ["value": track.rawValue], track.title) }
            }
            page.element("button", ["class": "primary"], Texts.Exercises.addTeam)
        }
    }

    private func settings(_ page: inout Markup) {
        let settings = direction.live.settings
        let simulation = direction.program.simulation
        let adversary = simulation.adversaries.first { $0.name == settings.adversary } ?? simulation.adversaries.first
        let measures = simulation.measures.filter { settings.measures.contains($0.name) }
        let yesNo = { (flag: Bool) in flag ? Texts.Exercises.yes : Texts.Exercises.no }
        let facts: [(LocalizedText, LocalizedText)] = [
            (Texts.Exercises.scenario, direction.program.scenario.title.or(direction.live.stored.scenario)),
            (Texts.Exercises.adversary, adversary.map { $0.title.or($0.name) } ?? Texts.none),
            (
                Texts.Exercises.measures,
                measures.isEmpty ? Texts.none : measures.map { $0.title.or($0.name) }.joined(separator: ", ")
            ),
            (Texts.Exercises.pace, settings.pace.title),
            (Texts.Exercises.lasts, Figures.duration(direction.status.duration)),
            (Texts.Exercises.grouping, settings.grouping == .team ? Texts.Exercises.inTeams : Texts.Exercises.alone),
            (Texts.Exercises.variant, settings.variant == .shared ? Texts.Exercises.shared : Texts.Exercises.perTeam),
            (Texts.Exercises.seed, LocalizedText(String(settings.seed))),
            (Texts.Exercises.hints, yesNo(settings.hintsAllowed)),
            (Texts.Exercises.scoreboard, yesNo(settings.scoreboardVisible)),
        ]
        page.element("dl", ["class": "facts"]) { page in
            for (title, value) in facts {
                page.element("dt", title)
                page.element("dd", value)
            }
        }
        page.element("div", ["class": "buttons"]) { page in
            page.element(
                "a", ["class": "button", "href": "/exercises/new?from=\(direction.live.stored.publicID)"],
                Texts.Exercises.clone)
            if isDraft || isClosed {
                page.form(request, action: root + "/delete") { page in
                    page.element(
                        "button", ["class": "danger", "data-confirm": page.words(Texts.Exercises.sureDelete)],
                        Texts.Exercises.delete)
                }
            }
        }
    }
}

extension Site {
    /// The names that people read, of accounts.
    func names(of accounts: [Int64]) async throws -> [Int64: String] {
        var names: [Int64: String] = [:]
        for account in accounts where names[account] == nil {
            names[account] = try await ground.account(account).displayName
        }
        return names
    }
}
