import Exercise
import Ground
import Kernel
import LogSearch
import Markup
import Scenario

extension Desk {
    /// Writes the records of a page: a line each, which opens to all fields. Scripts add ways to search on at every value.
    func rows(_ result: SearchResult, _ page: inout Markup) {
        for row in result.rows {
            let summary = LogSummary(row)
            page.element("details", ["class": "log-row", "id": "row-\(row.id)"]) { page in
                page.element("summary") { page in
                    page.element("time", ["datetime": time.field(row.time)], time.stamp(row.time))
                    page.element("span", ["class": "log-place"], summary.place)
                    page.element("span", ["class": "log-action"], summary.action)
                    page.element("span", ["class": "log-fields"]) { page in
                        for field in summary.fields {
                            page.element("span", ["class": "log-field"]) { page in
                                page.element("span", ["class": "log-name"], field.name)
                                page.text(" \(field.value)")
                            }
                        }
                    }
                }
                page.element("table", ["class": "log-values"]) { page in
                    for field in row.fields {
                        page.element("tr") { page in
                            page.element("th", ["scope": "row"], field.name)
                            page.element("td", field.value)
                        }
                    }
                }
            }
        }
    }

    /// Writes the way to the next page, where there is one.
    func more(_ result: SearchResult, _ choice: LogChoice, _ page: inout Markup) {
        guard let next = result.next else { return }
        var choice = choice
        choice.after = next
        page.element("p", ["id": "log-more"]) { page in
            page.element(
                "a",
                [
                    "class": "button", "href": "\(root)/logs\(choice.address(time))",
                    "data-more": "\(root)/logs/results\(choice.address(time))",
                ], Texts.more)
        }
    }

    /// Writes the most frequent values of a field, each with ways to search on.
    func statistic(
        _ field: SearchResult.FieldStatistics, _ choice: LogChoice, _ total: Int, _ page: inout Markup
    ) {
        page.element("section", ["class": "log-statistic", "aria-label": field.field]) { page in
            page.element("h3") { page in
                page.element("code", field.field)
                let without = choice.with { $0.fields.removeAll { $0 == field.field } }
                page.element(
                    "a",
                    [
                        "class": "log-drop", "href": "\(root)/logs\(without.address(time))",
                        "aria-label": page.words(Texts.Logs.drop(field.field)),
                    ], "✕")
            }
            page.element(
                "p", ["class": "muted small"], Texts.Logs.distinct(field.distinctCount, isCapped: field.isCapped))
            page.element("ul") { page in
                let most = max(1, field.top.first?.count ?? 1)
                for value in field.top {
                    page.element("li") { page in
                        page.element(
                            "span", ["class": "log-value", "title": value.value],
                            value.value.isEmpty ? "∅" : value.value)
                        page.element("span", ["class": "number"]) { $0.text(Figures.number(value.count)) }
                        page.bar([BarPart(value: Int64(value.count), style: "bar-fill")], most: Int64(most))
                        way(choice, field.field, value.value, excluding: false, &page)
                        way(choice, field.field, value.value, excluding: true, &page)
                    }
                }
            }
        }
    }

    private func way(
        _ choice: LogChoice, _ field: String, _ value: String, excluding: Bool, _ page: inout Markup
    ) {
        let next = choice.with { $0.query = $0.adding(LogChoice.term(field, value), excluding: excluding) }
        let title = page.words(excluding ? Texts.Logs.exclude : Texts.Logs.include)
        page.element(
            "a",
            [
                "class": "log-way", "href": "\(root)/logs\(next.address(time))", "title": title,
                "aria-label": "\(title): \(field) \(value.prefix(80))",
            ], excluding ? "−" : "+")
    }

    /// Writes the searches that were saved, and the form that saves this one.
    func writeSavedSearches(_ searches: [SavedSearch], _ choice: LogChoice, to page: inout Markup) {
        page.element("details", ["class": "box log-saved", "id": "saved"]) { page in
            page.element("summary") { page in
                page.text(Texts.Logs.saved)
                page.element("span", ["class": "muted"], " (\(searches.count))")
            }
            page.element("div") { page in
                page.element("ul", ["class": "saved"]) { page in
                    for search in searches { saved(search, &page) }
                }
                guard hasSeat else { return }
                page.form(request, action: "\(root)/searches", class: "inline saved-form") { page in
                    page.empty(
                        "input", ["type": "hidden", "name": "query", "value": choice.query, "id": "saved-query"])
                    page.element("label", ["for": "saved-name", "class": "unseen"], Texts.Logs.name)
                    page.empty(
                        "input",
                        [
                            "id": "saved-name", "name": "name", "required": "", "maxlength": "120",
                            "placeholder": page.words(Texts.Logs.name), "autocomplete": "off",
                        ])
                    page.element("label", ["class": "check"]) { page in
                        page.empty("input", ["type": "checkbox", "name": "shared", "value": "yes", "checked": ""])
                        page.text(Texts.Logs.share)
                    }
                    page.element("button", ["class": "small"], Texts.Logs.save)
                }
            }
        }
    }

    private func saved(_ search: SavedSearch, _ page: inout Markup) {
        page.element("li") { page in
            page.element("a", ["href": "\(root)/logs?q=\(PercentCoding.encoded(search.query))&range=24h"], search.name)
            page.element("code", ["class": "muted small"], search.query)
            if search.shared { page.chip(Texts.Logs.shared, .neutral) }
            if search.account == request.access?.account.id {
                page.form(request, action: "\(root)/searches/\(search.id)/delete") {
                    $0.element("button", ["class": "quiet small"], Texts.Logs.delete)
                }
            }
        }
    }
}
