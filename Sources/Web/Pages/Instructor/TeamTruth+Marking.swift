import Exercise
import Ground
import Kernel
import Markup
import NetworkWorld
import Scenario

/// What the direction marks and says.
extension TeamTruth {
    private var mayMark: Bool { direction.directs && direction.status.phase != .draft }

    func writeReports(to page: inout Markup) {
        let reports = exercise.deskReports
        if reports.isEmpty { return page.element("p", ["class": "muted"], Texts.Direction.noReports) }
        let scores = exercise.reportScores
        for (report, score) in zip(reports, scores).reversed() {
            page.element("article", ["class": "report", "data-key": "report-\(report.number)"]) { page in
                page.element("h3") { page in
                    page.text(Texts.Direction.reportNumber + "\(report.number)")
                    page.element("span", ["class": "muted small"]) { page in
                        page.text(LocalizedText(" · ") + clock.time(report.time) + " · " + name(report.author))
                    }
                }
                words(report.report, &page)
                rubric(score, &page)
                mark(
                    subject: ("report", String(report.number)), points: report.points, comment: report.comment,
                    most: TeamLimits.reportPoints, id: "report-\(report.number)", &page)
            }
        }
    }

    private func words(_ report: SituationReport, _ page: inout Markup) {
        page.element("dl", ["class": "facts"]) { page in
            for (title, text) in [
                (Texts.Direction.whatHappened, report.whatHappened), (Texts.Direction.unknown, report.unknown),
                (Texts.Direction.decisions, report.decisions),
            ] where !text.isEmpty {
                page.element("dt", title)
                page.element("dd", ["class": "prose"], text)
            }
        }
    }

    private func rubric(_ score: ReportScore, _ page: inout Markup) {
        page.table(
            id: "rubric-\(score.number)", caption: Texts.Direction.claims,
            columns: [
                Column(Texts.Direction.truth), Column(Texts.Direction.claimed, isNumber: true),
                Column(Texts.Direction.right, isNumber: true), Column(Texts.Direction.expected, isNumber: true),
                Column(LocalizedText("%"), isNumber: true),
            ],
            rows: score.lines.map { line in
                [
                    .heading(line.subject.title), .plain(String(line.claimed)), .plain(String(line.right)),
                    .plain(String(line.expected)), line.percent.map { .plain(String($0)) } ?? .text(Texts.none),
                ]
            })
    }

    /// Writes the form of a mark, or the mark where nobody may give one.
    private func mark(
        subject: (name: StaticString, value: String), points: Int64?, comment: String, most: Int64, id: String,
        _ page: inout Markup
    ) {
        guard mayMark else {
            page.element("p") { page in
                page.text(Texts.Direction.mark + ": ")
                page.text(points.map { LocalizedText("\($0) / \(most)") } ?? Texts.Direction.notMarked)
                if !comment.isEmpty { page.text(" · " + comment) }
            }
            return
        }
        page.form(direction.request, action: direction.root + "/direct", class: "marking", isFetched: true) { page in
            page.empty("input", ["type": "hidden", "name": "kind", "value": "mark"])
            page.empty("input", ["type": "hidden", "name": "team", "value": String(snapshot.team.id)])
            page.empty("input", ["type": "hidden", "name": "return", "value": root])
            page.empty("input", ["type": "hidden", "name": subject.name.description, "value": subject.value])
            var field = Field("points", Texts.Direction.markPoints + " (0–\(most))", type: "number")
            field.value = points.map(String.init) ?? ""
            page.field(field, id: id)
            var words = Field("comment", Texts.Direction.comment)
            words.value = comment
            words.isRequired = false
            words.most = TeamLimits.textBytes
            page.field(words, id: id)
            page.element("button", ["class": "primary"], Texts.Direction.mark)
        }
    }

    /// Metrics that people mark.
    var manualMetrics: [Metric] {
        let exercise = direction.program.scenario.exercise
        return exercise.metrics.filter { metric in
            guard let name = metric.condition else { return true }
            return exercise.conditions.contains { $0.name == name && $0.when == nil }
        }
    }

    func writeMetrics(to page: inout Markup) {
        let marks = exercise.deskScore.marks
        for metric in manualMetrics {
            let given = marks.first { $0.metric == metric.name }
            page.element("article", ["class": "report", "data-key": "metric-\(metric.name)"]) { page in
                page.element("h3", metric.title.or(metric.name))
                mark(
                    subject: ("metric", metric.name), points: given?.points, comment: given?.comment ?? "",
                    most: metric.maxScore, id: "metric-\(metric.name)", &page)
            }
        }
    }

    func writeChat(to page: inout Markup) {
        let lines = exercise.deskChat.suffix(100)
        if lines.isEmpty { return page.element("p", ["class": "muted"], Texts.Direction.noChat) }
        page.element("ul", ["class": "talk", "id": "talk"]) { page in
            for line in lines {
                page.element("li", ["data-key": "chat-\(line.number)"]) { page in
                    page.element("span", ["class": "muted small"]) { page in
                        page.text(clock.time(line.time) + " · " + name(line.author))
                        if case .direction = line.author { page.text(LocalizedText(" · ") + Texts.Direction.direction) }
                    }
                    page.element("p", line.text)
                }
            }
        }
    }

    /// Writes the form that says something to the team.
    func writeSaying(to page: inout Markup) {
        guard direction.directs, direction.status.phase != .closed else { return }
        page.form(direction.request, action: direction.root + "/direct", class: "inline", isFetched: true) { page in
            page.empty("input", ["type": "hidden", "name": "kind", "value": "chat"])
            page.empty("input", ["type": "hidden", "name": "team", "value": String(snapshot.team.id)])
            page.empty("input", ["type": "hidden", "name": "return", "value": root])
            page.empty(
                "input",
                [
                    "name": "text", "required": "", "maxlength": String(TeamLimits.textBytes),
                    "aria-label": page.words(Texts.Direction.say), "placeholder": page.words(Texts.Direction.say),
                ])
            page.element("button", Texts.Direction.send)
        }
    }
}
