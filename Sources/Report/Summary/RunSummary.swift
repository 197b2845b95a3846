import Exercise
import Kernel
import Markup
import NetworkWorld
import Scenario

/// A run on a terminal: at most 80 columns, plain text with colours where wanted.
public struct RunSummary: Sendable {
    private let report: RunReport
    private let language: PageLanguage

    /// A summary of a run.
    public init(_ report: RunReport, language: PageLanguage = .english) {
        self.report = report
        self.language = language
    }

    /// The text, with a line break at its end.
    ///
    /// - Parameter colour: whether to add ANSI colours; the words say the same without.
    public func text(colour: Bool = false) -> String {
        let context = ReportContext(report)
        var sheet = TerminalSheet(colour: colour)
        sheet.line(context.names.title[language], .bold)
        sheet.wrap(choices(context), .faint)
        sheet.line("")
        sheet.wrap(
            VerdictSentence.text(report.outcome, program: report.program)[language],
            report.outcome.goalReached ? .red : .green)
        path(context, &sheet)
        losses(context, &sheet)
        marks(&sheet)
        return sheet.text
    }

    private func choices(_ context: ReportContext) -> String {
        let measures =
            context.names.measures.isEmpty
            ? LocalizedText("không có biện pháp", "no measures") : context.names.measures.joined(separator: ", ")
        let parts = [
            context.names.adversary, LocalizedText("hạt giống \(report.seeds.future)", "seed \(report.seeds.future)"),
            measures, report.program.options.playbook.title.lowercased,
        ]
        return parts.joined(separator: " · ")[language]
    }

    // MARK: The path

    /// Most lines of the path.
    private static let mostLines = 15

    private func path(_ context: ReportContext, _ sheet: inout TerminalSheet) {
        var lines: [(time: Milliseconds, text: LocalizedText, style: TerminalSheet.Style)] = []
        for host in context.story.touched.sorted(by: { $0.order < $1.order }) where host.order > 0 {
            guard let taken = host.taken else { continue }
            let by = context.story.step(host.step).map { context.names.technique($0.card) }
            let target = LocalizedText("\(host.order). ") + context.names.host(host.host)
            lines.append((taken, by.map { target + "  " + $0 } ?? target, .plain))
        }
        for moment in context.story.moments {
            guard let text = text(of: moment, context) else { continue }
            lines.append((moment.time, text, .red))
        }
        if let detected = report.outcome.detected {
            lines.append((detected, LocalizedText("Phát hiện", "Detected"), .green))
        }
        if let contained = report.outcome.contained {
            lines.append((contained, LocalizedText("Ngăn chặn", "Contained"), .green))
        }
        if lines.isEmpty { return }
        // Equal times keep the order in which they were put in, so that the text is the same on every machine.
        let ordered = lines.enumerated().sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }
        sheet.line("")
        sheet.line(LocalizedText("Đường đi của cuộc tấn công", "The way of the attack")[language], .bold)
        // The beginning and the end tell the story; what is left out stands between.
        let head = ordered.count <= Self.mostLines ? ordered.count : Self.mostLines - 5
        for (index, entry) in ordered.enumerated() {
            if index < head || index >= ordered.count - 4 || ordered.count <= Self.mostLines {
                let time = context.clock.time(entry.element.time)[language]
                sheet.line("  \(time)  \(entry.element.text[language])", entry.element.style)
            } else if index == head {
                let count = ordered.count - head - 4
                sheet.line("  " + LocalizedText("… \(count) dòng nữa", "… \(count) more")[language], .faint)
            }
        }
    }

    private func text(of moment: RunStory.Moment, _ context: ReportContext) -> LocalizedText? {
        switch moment.kind {
        case .recordsStolen:
            let count = Figures.number(moment.amount).filled
            return LocalizedText("\(count.vietnamese) bản ghi ra ngoài", "\(count.english) records left")
        case .backupsDestroyed: return LocalizedText("Bản sao lưu bị phá", "Backups destroyed")
        case .goalReached: return LocalizedText("Kẻ tấn công đạt mục tiêu", "The adversary reached its goal")
        case .noPathLeft: return LocalizedText("Không còn đường nào tới đích", "No path to the goal was left")
        case .withdrew: return LocalizedText("Kẻ tấn công bỏ cuộc", "The adversary gave up")
        default: return nil
        }
    }

    // MARK: Losses and marks

    private func losses(_ context: ReportContext, _ sheet: inout TerminalSheet) {
        let outcome = report.outcome
        let rows: [(LocalizedText, Int64)] = [
            (LocalizedText("Dữ liệu bị lấy", "Records taken"), outcome.recordLoss),
            (LocalizedText("Dịch vụ ngừng", "Services down"), outcome.serviceLoss),
            (LocalizedText("Quá trình bị phá", "Processes disturbed"), outcome.processLoss),
            (LocalizedText("Công của người phòng thủ", "Work of the defenders"), outcome.staffCost),
            (LocalizedText("Cài lại máy bị mã hóa", "Setting up encrypted hosts"), outcome.recoveryCost),
        ]
        sheet.line("")
        sheet.line(LocalizedText("Thiệt hại", "Losses")[language], .bold)
        let total = LocalizedText("Tổng cộng", "Total")
        let width = (rows.map(\.0) + [total]).map { $0[language].count }.max() ?? 0
        let amounts = (rows.map(\.1) + [outcome.totalLoss]).map { context.money($0)[language] }
        let most = amounts.map(\.count).max() ?? 0
        for ((title, loss), amount) in zip(rows + [(total, outcome.totalLoss)], amounts)
        where loss > 0 || title == total {
            sheet.line(
                "  " + TerminalSheet.pad(title[language], to: width) + "  "
                    + TerminalSheet.pad(amount, to: most, right: true), title == total ? .bold : .plain)
        }
    }

    private func marks(_ sheet: inout TerminalSheet) {
        let evaluations = report.marking.evaluations
        if evaluations.isEmpty { return }
        sheet.line("")
        sheet.line(LocalizedText("Đánh giá", "Evaluations")[language], .bold)
        let width = evaluations.map { $0.title.or($0.name)[language].count }.max() ?? 0
        for evaluation in evaluations.prefix(10) {
            let style: TerminalSheet.Style =
                switch evaluation.verdict {
                case .passed: .green
                case .failed: .red
                case .open: .plain
                }
            sheet.line(
                "  " + TerminalSheet.pad(evaluation.title.or(evaluation.name)[language], to: min(width, 50)) + "  "
                    + evaluation.verdict.title[language] + "  \(evaluation.score)/\(evaluation.maximum)", style)
        }
    }
}
