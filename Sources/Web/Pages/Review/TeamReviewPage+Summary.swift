import Exercise
import Ground
import Kernel
import Markup
import NetworkWorld
import Scenario

/// How it came out, in figures.
extension TeamReviewPage {
    func writeSummary(to page: inout Markup) {
        let line = review.line
        let minutes = { (number: Int64?) in number.map { Figures.number($0) } ?? Texts.none }
        page.element("ul", ["class": "tiles"]) { page in
            if let score {
                tile(
                    Texts.Review.points, Figures.number(score.total),
                    Texts.Review.ofMaximum + Figures.number(score.maximum), &page)
            }
            tile(Texts.Review.detect, minutes(line.outcome.minutesToDetect), nil, &page)
            tile(Texts.Review.act, minutes(line.minutesToAct), nil, &page)
            tile(Texts.Review.contain, minutes(line.outcome.minutesToContain), nil, &page)
            tile(Texts.Review.records, Figures.short(line.outcome.recordsStolen), nil, &page)
            page.element("li", ["class": "tile broad"]) { page in
                page.element("span", ["class": "tile-note"], Texts.Review.loss)
                let most = [line.outcome, line.nobody, line.standard].map(\.totalLoss).max() ?? 1
                ComparisonPage.bars(line, most: max(most, 1), currency: currency, &page)
            }
        }
        guard let score else { return }
        page.element("p", ["class": "parts"]) { page in
            for component in score.components {
                page.element("span", ["class": "part"]) { page in
                    page.text(component.part.title + " ")
                    page.element("strong", Figures.number(component.points))
                    page.text(LocalizedText(" / ") + Figures.number(component.maximum))
                }
            }
        }
    }

    private func tile(
        _ title: LocalizedText, _ value: LocalizedText, _ note: LocalizedText?, _ page: inout Markup
    ) {
        page.element("li", ["class": "tile"]) { page in
            page.element("span", ["class": "tile-note"], title)
            page.element("span", ["class": "tile-value"], value)
            if let note { page.element("span", ["class": "tile-note"], note) }
        }
    }
}
