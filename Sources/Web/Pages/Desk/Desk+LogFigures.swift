import Exercise
import Kernel
import LogSearch
import Markup
import Scenario

extension Desk {
    /// Writes records over time as bars, each of which leads to its stretch of time, and the ways to zoom and to move.
    func histogram(_ result: SearchResult, _ choice: LogChoice, _ page: inout Markup) {
        guard !result.histogram.isEmpty, result.bucketLength > 0 else { return }
        let most = max(1, result.histogram.map(\.count).max() ?? 1)
        let first = result.histogram[0].start
        let last = (result.histogram.last?.start ?? first) + result.bucketLength
        page.element("div", ["class": "histogram"]) { page in
            page.element(
                "svg",
                [
                    "viewBox": "0 0 \(result.histogram.count * 10) 80", "preserveAspectRatio": "none", "role": "group",
                    "id": "log-histogram", "tabindex": "0", "aria-label": page.words(Texts.Logs.histogram(most)),
                ]
            ) { svg in
                for (index, bucket) in result.histogram.enumerated() {
                    let end = bucket.start + result.bucketLength
                    let height = bucket.count == 0 ? 0 : max(2, bucket.count * 78 / most)
                    let zoomed = choice.with {
                        ($0.quick, $0.from, $0.to) = (.custom, bucket.start, end)
                    }
                    svg.element(
                        "a",
                        [
                            "href": "\(root)/logs\(zoomed.address(time))", "tabindex": "-1",
                            "data-from": time.field(bucket.start), "data-to": time.field(end),
                        ]
                    ) { svg in
                        svg.tooltip(
                            LocalizedText("\(time.short(bucket.start)) – \(time.short(end)): ")
                                + Figures.number(bucket.count))
                        svg.element(
                            "rect",
                            ["class": "bar-room", "x": String(index * 10), "y": "0", "width": "10", "height": "80"])
                        svg.element(
                            "rect",
                            [
                                "class": "bar-count", "x": String(index * 10 + 1), "y": String(80 - height),
                                "width": "8",
                                "height": String(height),
                            ])
                    }
                }
            }
            page.element("div", ["class": "histogram-axis"]) { page in
                for time in [first, (first + last) / 2, last] { page.element("span", self.time.short(time)) }
            }
            page.element("div", ["class": "histogram-ways"]) { page in
                let length = last - first
                for (title, from, to) in [
                    (Texts.Logs.earlier, first - length / 2, last - length / 2),
                    (Texts.Logs.zoomOut, first - length / 2, last + length / 2),
                    (Texts.Logs.zoomIn, first + length / 4, last - length / 4),
                    (Texts.Logs.later, first + length / 2, last + length / 2),
                ] {
                    let way = choice.with { ($0.quick, $0.from, $0.to) = (.custom, from, to) }
                    page.element("a", ["class": "button small", "href": "\(root)/logs\(way.address(time))"], title)
                }
                page.element("span", ["class": "muted small"], Texts.Logs.brush(Figures.duration(result.bucketLength)))
            }
        }
    }

    /// Writes the most frequent values of the chosen fields, and the box that adds a field.
    func statistics(_ result: SearchResult, _ choice: LogChoice, _ page: inout Markup) {
        page.element("h2", Texts.Logs.statistics)
        page.element("form", ["class": "inline", "action": "\(root)/logs", "id": "log-add-field"]) { page in
            for pair in FormFields(encoded: choice.with { _ in }.address(time).dropFirst())?.pairs ?? [] {
                page.empty("input", ["type": "hidden", "name": pair.name, "value": pair.value])
            }
            page.element("label", ["for": "log-field", "class": "unseen"], Texts.Logs.addField)
            page.empty(
                "input",
                [
                    "id": "log-field", "name": "field", "list": "log-field-list",
                    "placeholder": page.words(Texts.Logs.addField),
                    "maxlength": "100", "autocomplete": "off",
                ])
            page.element("button", ["class": "small"], Texts.Logs.add)
        }
        for field in result.statistics { statistic(field, choice, result.total, &page) }
    }
}
