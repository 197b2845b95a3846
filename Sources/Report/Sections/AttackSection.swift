import Exercise
import Kernel
import Markup
import NetworkWorld
import Scenario

/// The attack over time, as a drawing and as a table.
struct AttackSection {
    let context: ReportContext

    private static let mostRows = 500

    func write(to page: inout Markup) {
        let steps = Figures.number(context.story.steps.count).filled
        let worked = Figures.number(context.story.steps.count { $0.result == .succeeded }).filled
        page.section(
            id: "attack", title: LocalizedText("Cuộc tấn công", "The attack"),
            lead: LocalizedText(
                "\(steps.vietnamese) bước đã thử, \(worked.vietnamese) bước thành công. Mỗi hàng là một chiến thuật của ATT&CK.",
                "\(steps.english) steps were tried, \(worked.english) succeeded. Each row is a tactic of ATT&CK.")
        ) { section in
            let rows = tacticRows() + alertRows() + actionRows()
            section.element("figure", ["class": "card drawing"]) { figure in
                for (name, width) in [("wide", 1_120), ("medium", 720), ("narrow", 340)] {
                    Timeline(
                        rows: rows, flags: flags(), end: context.story.end, clock: context.clock, width: width
                    ).draw(in: &figure, id: "timeline-\(name)", class: name)
                }
                figure.element("figcaption") { legend(rows.flatMap(\.marks), &$0) }
            }
            stepTable(&section)
            actionTable(&section)
        }
    }

    // MARK: The drawing

    private typealias Row = (title: LocalizedText, marks: [Timeline.Mark])

    private func tacticRows() -> [Row] {
        Tactic.allCases.compactMap { tactic in
            let steps = context.story.steps.filter { context.program.cards[$0.card].tactic == tactic }
            if steps.isEmpty { return nil }
            return (tactic.title, steps.map { mark($0) })
        }
    }

    private func mark(_ step: RunStory.Step) -> Timeline.Mark {
        let shape: Timeline.Shape =
            switch step.result {
            case .succeeded: .succeeded
            case .failed: .failed
            case .lost: .lost
            case .unfinished: .unfinished
            }
        return Timeline.Mark(
            start: step.start, end: step.end, shape: shape,
            tooltip: context.names.technique(step.card) + "\n" + context.names.host(step.source) + " → "
                + context.names.host(step.target) + "\n" + context.clock.time(step.end) + " · " + step.result.title)
    }

    private func alertRows() -> [Row] {
        RunStory.AlertTruth.allCases.compactMap { truth in
            let alerts = context.story.alerts.filter { $0.truth == truth }
            if alerts.isEmpty { return nil }
            let shape: Timeline.Shape =
                switch truth {
                case .attack: .alertAttack
                case .administrator: .alertAdministrator
                case .none: .alertNone
                }
            let marks = alerts.map { alert in
                Timeline.Mark(
                    start: alert.time, end: alert.time, shape: shape,
                    tooltip: context.names.analytic(alert.analytic) + "\n" + context.names.host(alert.target) + " · "
                        + context.clock.time(alert.time))
            }
            return (LocalizedText("Cảnh báo: ", "Alerts: ") + truth.title.lowercased, marks)
        }
    }

    private func actionRows() -> [Row] {
        if context.story.actions.isEmpty { return [] }
        let marks = context.story.actions.map { action in
            Timeline.Mark(
                start: action.start, end: action.end ?? context.story.end,
                shape: action.success ? .action : .actionFailed,
                tooltip: context.names.action(action.action) + "\n" + object(of: action) + "\n"
                    + context.clock.time(action.start))
        }
        return [(LocalizedText("Người phòng thủ", "Defenders"), marks)]
    }

    private func flags() -> [Timeline.Flag] {
        let outcome = context.outcome
        let moments: [(Milliseconds?, LocalizedText, Bool)] = [
            (outcome.firstCompromise, LocalizedText("Vào được", "First access"), true),
            (outcome.detected, LocalizedText("Phát hiện", "Detected"), false),
            (outcome.goalTime, LocalizedText("Đạt mục tiêu", "Goal reached"), true),
            (outcome.contained, LocalizedText("Ngăn chặn", "Contained"), false),
        ]
        return moments.compactMap { time, title, isBad in
            time.map { Timeline.Flag(time: $0, title: title, isBad: isBad) }
        }
    }

    private func legend(_ marks: [Timeline.Mark], _ page: inout Markup) {
        let entries: [(Timeline.Shape, LocalizedText)] = [
            (.succeeded, LocalizedText("Bước thành công", "Step succeeded")),
            (.failed, LocalizedText("Bước thất bại", "Step failed")),
            (.lost, LocalizedText("Bước bị cắt đứt", "Step cut off")),
            (.unfinished, LocalizedText("Bước chưa xong", "Step unfinished")),
            (.alertAttack, LocalizedText("Cảnh báo đúng", "True alert")),
            (.alertAdministrator, LocalizedText("Cảnh báo về việc quản trị", "Alert about an administrator's work")),
            (.alertNone, LocalizedText("Báo động giả", "False alarm")),
            (.action, LocalizedText("Hành động phòng thủ", "Action of a defender")),
            (.actionFailed, LocalizedText("Hành động không có kết quả", "Action without result")),
        ]
        page.element("ul", ["class": "legend"]) { list in
            for (shape, title) in entries where marks.contains(where: { $0.shape == shape }) {
                list.element("li") { item in
                    item.sample { svg in
                        svg.element("g", ["class": "mark \(shape)"]) {
                            $0.path(Timeline.path(shape, x: 12, y: 12), class: "shape")
                        }
                    }
                    item.text(title)
                }
            }
        }
    }

    // MARK: The tables

    private func stepTable(_ page: inout Markup) {
        let steps = context.story.steps
        if steps.isEmpty { return }
        let count = Figures.number(steps.count).filled
        page.details(
            LocalizedText("Mọi bước (\(count.vietnamese)), dạng bảng", "All steps (\(count.english)), as a table")
        ) { details in
            details.table(
                id: "steps", caption: LocalizedText("Các bước của cuộc tấn công", "The steps of the attack"),
                columns: [
                    Column(LocalizedText("Bước", "Step"), isNumber: true), Column(LocalizedText("Lúc", "When")),
                    Column(LocalizedText("Kỹ thuật", "Technique")), Column(LocalizedText("Từ", "From")),
                    Column(LocalizedText("Tới", "To")), Column(LocalizedText("Tài khoản", "Account")),
                    Column(LocalizedText("Kết quả", "Result")),
                    Column(LocalizedText("Cảnh báo", "Alerts"), isNumber: true),
                ],
                rows: steps.prefix(Self.mostRows).map { step in
                    [
                        .plain("\(step.number)"), .text(context.clock.time(step.start)),
                        .text(context.names.technique(step.card)), .text(context.names.host(step.source)),
                        .text(step.target >= 0 ? context.names.host(step.target) : LocalizedText("–")),
                        .code(context.names.account(step.account)),
                        .drawn { $0.chip(step.result.title, step.result == .succeeded ? .bad : .neutral) },
                        .plain("\(step.alerts)"),
                    ]
                }, more: steps.count - Self.mostRows)
        }
    }

    private func actionTable(_ page: inout Markup) {
        let actions = context.story.actions
        if actions.isEmpty { return }
        let count = Figures.number(actions.count).filled
        page.details(
            LocalizedText(
                "Hành động của người phòng thủ (\(count.vietnamese)), dạng bảng",
                "Actions of the defenders (\(count.english)), as a table")
        ) { details in
            details.table(
                id: "actions", caption: LocalizedText("Hành động của người phòng thủ", "Actions of the defenders"),
                columns: [
                    Column(LocalizedText("Bắt đầu", "Start")), Column(LocalizedText("Xong", "End")),
                    Column(LocalizedText("Hành động", "Action")), Column(LocalizedText("Đối tượng", "Object")),
                    Column(LocalizedText("Kết quả", "Result")),
                ],
                rows: actions.prefix(Self.mostRows).map { action in
                    let result =
                        action.end == nil
                        ? LocalizedText("Đang làm", "Under way")
                        : action.success
                            ? LocalizedText("Có kết quả", "Done") : LocalizedText("Không có kết quả", "Without result")
                    return [
                        .text(context.clock.time(action.start)), .text(context.time(action.end)),
                        .text(context.names.action(action.action)), .text(object(of: action)),
                        .drawn { $0.chip(result, action.end != nil && action.success ? .good : .neutral) },
                    ]
                }, more: actions.count - Self.mostRows)
        }
    }

    private func object(of action: RunStory.Action) -> LocalizedText {
        if action.target >= 0 { return context.names.host(action.target) }
        if action.account >= 0 { return LocalizedText(context.names.account(action.account)) }
        return LocalizedText("Toàn tổ chức", "The organisation")
    }
}

extension LocalizedText {
    /// The text with a small first letter, to stand inside a sentence.
    var lowercased: LocalizedText {
        func lower(_ text: String) -> String { text.prefix(1).lowercased() + text.dropFirst() }
        return LocalizedText(lower(vietnamese), lower(english))
    }
}
