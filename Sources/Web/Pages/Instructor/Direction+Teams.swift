import Exercise
import Ground
import Kernel
import Markup
import NetworkWorld
import Scenario

/// All teams at a glance.
extension Direction {
    func writeTeams(to page: inout Markup) {
        if snapshots.isEmpty {
            page.emptyState(Texts.Direction.noTeamsLive, Texts.Exercises.noTeamsLead) { page in
                if directs {
                    page.element("p") { page in
                        page.element(
                            "a", ["class": "button primary", "href": root + "/setup"], Texts.Direction.prepare)
                    }
                }
            }
            return
        }
        page.table(
            id: "teams", caption: showsTruth ? Texts.Direction.truthBeside : Texts.Direction.viewOnly,
            columns: columns, rows: snapshots.map { showsTruth ? truthRow($0) : viewRow($0) })
    }

    private var columns: [Column] {
        let view = [
            Column(Texts.Direction.alerts), Column(Texts.Direction.work, isNumber: true),
            Column(Texts.Direction.waiting), Column(Texts.Direction.lastSeen),
            Column(Texts.Direction.points, isNumber: true),
        ]
        guard showsTruth else { return [Column(Texts.Exercises.team)] + view }
        return [Column(Texts.Exercises.team), Column(Texts.Direction.attack), Column(Texts.Direction.knows)] + view
            + [Column(Texts.Direction.lossNow, isNumber: true)]
    }

    private func truthRow(_ snapshot: TeamSnapshot) -> [TableCell] {
        let glance = snapshot.exercise.glance
        return [
            name(snapshot), .chip(glance.stage.title, glance.stage.tone),
            .drawn { page in
                page.element("strong", "\(glance.hostsHeldAndKnown) / \(glance.hostsHeld)")
                page.bar(
                    [
                        BarPart(value: Int64(glance.hostsHeldAndKnown), style: "bar-known"),
                        BarPart(value: Int64(glance.hostsHeld - glance.hostsHeldAndKnown), style: "bar-hidden"),
                    ], most: Int64(max(glance.hostsHeld, 1)))
            },
            alerts(glance, showsTruth: true), .text(Figures.number(glance.openWork)), waiting(glance),
            last(glance, snapshot), .text(Figures.number(snapshot.exercise.deskScore.total)),
            .text(Figures.short(glance.loss) + "\u{A0}\(currency)"),
        ]
    }

    private func viewRow(_ snapshot: TeamSnapshot) -> [TableCell] {
        let glance = snapshot.exercise.glance
        return [
            name(snapshot), alerts(glance, showsTruth: false), .text(Figures.number(glance.openWork)), waiting(glance),
            last(glance, snapshot), .text(Figures.number(snapshot.exercise.deskScore.total)),
        ]
    }

    private func name(_ snapshot: TeamSnapshot) -> TableCell {
        let team = snapshot.team
        let target = showsTruth ? "\(root)/teams/\(team.id)" : "\(root)/teams/\(team.id)/desk"
        return .drawn { page in
            page.element("a", ["href": target, "class": "team-name"], team.name)
            page.element("span", ["class": "muted small"]) { page in
                page.text(" ")
                page.text(team.track.title)
            }
        }
    }

    private func alerts(_ glance: TeamGlance, showsTruth: Bool) -> TableCell {
        .drawn { page in
            page.text("\(glance.alerts - glance.alertsOpen) / \(glance.alerts)")
            if showsTruth && glance.alertsTrueOpen > 0 {
                page.element("span", ["class": "small warning-words"]) { page in
                    page.text(" · \(glance.alertsTrueOpen) ")
                    page.text(Texts.Direction.trueOpen)
                }
            }
        }
    }

    private func waiting(_ glance: TeamGlance) -> TableCell {
        .drawn { page in
            for (count, text) in [
                (glance.unanswered, Texts.Direction.unanswered), (glance.unmarkedReports, Texts.Direction.unmarked),
            ] where count > 0 {
                page.element("span", ["class": "waiting"], LocalizedText("\(count) ") + text)
            }
            if glance.unanswered + glance.unmarkedReports == 0 { page.text(Texts.none) }
        }
    }

    private func last(_ glance: TeamGlance, _ snapshot: TeamSnapshot) -> TableCell {
        guard let time = glance.lastInput else { return .text(Texts.Direction.notYet) }
        return .text(Figures.duration(max(0, snapshot.exercise.now - time)) + Texts.Direction.ago)
    }
}
