import Kernel
import Markup
import Scenario
import Study

/// Every number that the study took for granted, with its source, and the assumptions in words.
struct AssumptionSection {
    /// At most so many numbers of one kind are listed.
    private static let most = 1_000

    let context: StudyContext

    private static let kinds: [(prefix: String, title: LocalizedText)] = [
        ("adversaries", LocalizedText("Số lần tấn công mỗi năm", "Attempts a year")),
        ("assets", LocalizedText("Giá của mỗi bản ghi", "Price of a record")),
        ("services", LocalizedText("Giá của một giờ không có dịch vụ", "Price of an hour without a service")),
        ("processes", LocalizedText("Giá của một giờ quá trình bị phá", "Price of an hour of a disturbed process")),
        ("staff", LocalizedText("Giá của công phòng thủ", "Price of defenders' work")),
        ("measures", LocalizedText("Chi phí của biện pháp", "Costs of measures")),
        (
            "cards",
            LocalizedText(
                "Kỹ thuật tấn công: khả năng, và biện pháp hạ bớt", "Techniques: chances, and what lowers them")
        ),
        ("analytics", LocalizedText("Khả năng của luật phát hiện", "Chances of analytics")),
        ("actions", LocalizedText("Khả năng của hành động phòng thủ", "Chances of defenders' actions")),
    ]

    func write(to page: inout Markup) {
        let numbers = context.result.assumptions.filter { $0.unit != .none }
        let texts = context.result.assumptions.filter { $0.unit == .none }
        page.section(
            id: "assumptions", title: LocalizedText("Giả định và nguồn", "Assumptions and their sources"),
            lead: LocalizedText(
                "\(numbers.count) con số của mô hình, mỗi con số với giá trị thấp, hay gặp, cao và nguồn; “nhận định” là ước đoán của "
                    + "người viết kịch bản.",
                "\(numbers.count) numbers of the model, each with low, likely, high and source; “judgement” is an estimate of the "
                    + "scenario's authors.")
        ) { section in
            sources(&section, numbers)
            if !texts.isEmpty {
                section.details(
                    LocalizedText("Bằng lời (\(texts.count))", "In words (\(texts.count))"), isOpen: texts.count <= 12
                ) { details in
                    details.element("ul", ["class": "list"]) { list in
                        for text in texts.prefix(Self.most) { list.element("li", text.text) }
                    }
                }
            }
            for (prefix, title) in Self.kinds {
                table(&section, prefix, title, numbers.filter { $0.path.hasPrefix(prefix + "/") })
            }
            let known = Self.kinds.map { $0.prefix + "/" }
            table(
                &section, "other", LocalizedText("Khác", "Others"),
                numbers.filter { number in !known.contains { number.path.hasPrefix($0) } })
        }
    }

    private func sources(_ page: inout Markup, _ numbers: [StudyAssumption]) {
        var counts: [(source: String, count: Int)] = []
        for number in numbers {
            if let index = counts.firstIndex(where: { $0.source == number.number.source }) {
                counts[index].count += 1
            } else {
                counts.append((number.number.source, 1))
            }
        }
        counts.sort { $0.count != $1.count ? $0.count > $1.count : $0.source < $1.source }
        page.table(
            id: "sources", caption: LocalizedText("Nguồn của các con số", "Where the numbers come from"),
            columns: [
                Column(LocalizedText("Nguồn", "Source")), Column(LocalizedText("Con số", "Numbers"), isNumber: true),
            ],
            rows: counts.prefix(20).map { [.heading(source($0.source)), .text(Figures.number($0.count))] },
            more: counts.count - 20)
    }

    private func table(_ page: inout Markup, _ id: String, _ title: LocalizedText, _ numbers: [StudyAssumption]) {
        if numbers.isEmpty { return }
        page.details(title + " (\(numbers.count))") { details in
            details.table(
                id: "numbers-\(id)", caption: title,
                columns: [
                    Column(LocalizedText("Con số", "Number")), Column(LocalizedText("Thấp", "Low"), isNumber: true),
                    Column(LocalizedText("Hay gặp", "Likely"), isNumber: true),
                    Column(LocalizedText("Cao", "High"), isNumber: true), Column(LocalizedText("Nguồn", "Source")),
                ],
                rows: numbers.prefix(Self.most).map { number in
                    [
                        .code(number.path), .text(amount(number.number.low, number.unit)),
                        .text(amount(number.number.likely, number.unit)),
                        .text(amount(number.number.high, number.unit)),
                        .text(source(number.number.source)),
                    ]
                }, more: numbers.count - Self.most)
        }
    }

    private func amount(_ value: Int64, _ unit: StudyAssumption.Unit) -> LocalizedText {
        switch unit {
        case .share: Figures.percent(value, of: 1 << 32)
        case .money: Figures.number(value)
        case .thousandths: context.decimal(value)
        case .none: LocalizedText("–")
        }
    }

    private func source(_ source: String) -> LocalizedText {
        source.isEmpty || source == "judgement" ? LocalizedText("nhận định", "judgement") : LocalizedText(source)
    }
}
