import Exercise
import Ground
import Kernel
import LogSearch
import Markup
import Scenario
import Telemetry

extension Desk {
    /// Writes the box that a search is typed into, with time, order and help.
    func writeSearchForm(_ choice: LogChoice, to page: inout Markup) {
        page.element(
            "form",
            ["class": "log-form", "role": "search", "action": "\(root)/logs", "id": "log-form", "autocomplete": "off"]
        ) { page in
            page.element("div", ["class": "log-query"]) { page in
                page.element("label", ["for": "log-query", "class": "unseen"], Texts.Logs.query)
                page.empty(
                    "input",
                    [
                        "type": "text", "id": "log-query", "name": "q", "class": "code", "data-search": "",
                        "spellcheck": "false", "autocapitalize": "off", "maxlength": String(LogQuery.longestText),
                        "placeholder": page.words(Texts.Logs.placeholder), "role": "combobox",
                        "aria-expanded": "false", "aria-autocomplete": "list", "aria-controls": "log-fields",
                        "value": choice.query,
                    ])
                page.element(
                    "ul",
                    [
                        "id": "log-fields", "class": "log-suggestions", "role": "listbox", "hidden": "",
                        "aria-label": page.words(Texts.Logs.fieldNames),
                    ]
                ) { _ in }
                page.element("button", ["class": "primary"]) { page in
                    Icon.search.draw(in: &page)
                    page.text(Texts.Logs.search)
                }
                page.element("button", ["type": "button", "data-open": "log-help", "hidden": ""], Texts.Logs.help)
            }
            if choice.fields != LogChoice.usualFields {
                page.empty(
                    "input", ["type": "hidden", "name": "fields", "value": choice.fields.joined(separator: ",")])
            }
            page.element("div", ["class": "log-time"]) { page in
                ranges(choice, &page)
                page.element("div", ["class": "log-custom"]) { page in
                    let range = choice.range(now: now)
                    moment("from", Texts.Logs.from, choice.quick == .custom ? range.from : nil, &page)
                    moment("to", Texts.Logs.to, choice.quick == .custom ? range.to : nil, &page)
                }
                page.element("label", ["class": "log-order"]) { page in
                    page.element("span", ["class": "unseen"], Texts.Logs.order)
                    page.element("select", ["name": "order", "id": "log-order"]) { list in
                        for order in [SearchRequest.Order.newest, .oldest] {
                            list.element(
                                "option",
                                ["value": order.rawValue, "selected": .bare(if: order == choice.order)],
                                order == .newest ? Texts.Logs.newest : Texts.Logs.oldest)
                        }
                    }
                }
            }
        }
        writeLogHelp(to: &page)
    }

    private func ranges(_ choice: LogChoice, _ page: inout Markup) {
        page.element("fieldset", ["class": "log-ranges"]) { page in
            page.element("legend", ["class": "unseen"], Texts.Logs.range)
            for quick in LogChoice.Quick.allCases {
                page.element("label") { page in
                    page.empty(
                        "input",
                        [
                            "type": "radio", "name": "range", "value": quick.rawValue,
                            "checked": .bare(if: quick == choice.quick),
                        ])
                    page.element("span", Texts.Logs.title(of: quick))
                }
            }
        }
    }

    private func moment(_ name: String, _ label: LocalizedText, _ value: Milliseconds?, _ page: inout Markup) {
        page.element("label", ["for": "log-\(name)"]) { page in
            page.element("span", label)
            page.empty(
                "input",
                [
                    "type": "datetime-local", "step": "1", "id": "log-\(name)", "name": name,
                    "value": value.map { time.field($0) } ?? "",
                ])
        }
    }

    private func writeLogHelp(to page: inout Markup) {
        page.dialog(id: "log-help", title: Texts.Logs.helpTitle) { page in
            page.element("p", Texts.Logs.helpLead)
            page.element("dl", ["class": "log-examples"]) { page in
                for (example, text) in Texts.Logs.examples {
                    page.element("dt") { page in
                        page.element(
                            "a", ["href": "\(root)/logs?q=\(PercentCoding.encoded(example))&range=24h"]
                        ) { $0.element("code", example) }
                    }
                    page.element("dd", text)
                }
            }
        }
    }

    /// Writes what a search brought.
    func writeLogs(_ findings: LogFindings, to page: inout Markup) {
        let choice = findings.choice
        if let mistake = findings.mistake {
            writeMistake(mistake, choice, &page)
            return
        }
        guard let result = findings.result else { return }
        summary(findings, result, &page)
        histogram(result, choice, &page)
        page.element("div", ["class": "log-columns"]) { page in
            page.element("aside", ["class": "log-side", "aria-label": page.words(Texts.Logs.statistics)]) { page in
                statistics(result, choice, &page)
            }
            page.element("div", ["class": "log-main"]) { page in
                if result.rows.isEmpty {
                    page.emptyState(Texts.Logs.nothing, Texts.Logs.nothingHint)
                } else {
                    page.element("div", ["id": "log-rows", "class": "log-rows"]) { rows(result, &$0) }
                    more(result, choice, &page)
                }
            }
        }
    }

    private func writeMistake(_ mistake: LogQueryError, _ choice: LogChoice, _ page: inout Markup) {
        page.element("div", ["class": "card", "role": "alert"]) { page in
            page.element("p", ["class": "form-error"]) { page in
                Icon.warning.draw(in: &page)
                page.element("span") { page in
                    page.text(Texts.Logs.mistake)
                    page.element("span", ["lang": "en"], mistake.message)
                }
            }
            // The place is in bytes; a column is a character of the line that it lies in.
            let before = String(decoding: choice.query.utf8.prefix(mistake.offset), as: UTF8.self)
            let column = before.split(separator: "\n", omittingEmptySubsequences: false).last?.count ?? 0
            let line = before.count { $0 == "\n" }
            let lines = choice.query.split(separator: "\n", omittingEmptySubsequences: false)
            caret(lines.indices.contains(line) ? String(lines[line]) : choice.query, column: column + 1, &page)
        }
    }

    private func summary(_ findings: LogFindings, _ result: SearchResult, _ page: inout Markup) {
        let choice = findings.choice
        page.element("div", ["class": "log-summary"]) { page in
            page.element("p", ["role": "status"]) { page in
                page.element("strong", Texts.Logs.total(result.total))
                page.element("span", ["class": "muted"]) { page in
                    page.text(LocalizedText(" · ") + LocalizedText("\(time.stamp(result.covered.lowerBound)) – "))
                    page.text(time.stamp(result.covered.upperBound))
                    page.text(LocalizedText(" · ") + Texts.Logs.scanned(result.scanned))
                }
            }
            page.element("details", ["class": "menu log-menu"]) { page in
                page.element("summary", Texts.Logs.download)
                page.element("div", ["class": "menu-list"]) { page in
                    for format in TelemetryFormat.allCases {
                        page.element(
                            "a",
                            [
                                "href":
                                    "\(root)/logs/download\(choice.with { _ in }.address(time))&format=\(format.rawValue)",
                                "download": "",
                            ], Texts.Logs.title(of: format))
                    }
                }
            }
        }
        if result.isPartial {
            page.element("p", ["class": "form-note", "role": "status"], Texts.Logs.partial)
        }
        if result.isBuilding {
            page.element("p", ["class": "form-note", "role": "status"]) { page in
                page.text(Texts.Logs.building(findings.progress.thousandths / 10))
                page.element(
                    "progress",
                    [
                        "max": "1000", "value": String(findings.progress.thousandths),
                        "aria-label": page.words(Texts.Logs.built),
                    ])
            }
        }
    }
}
