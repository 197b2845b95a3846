import Exercise
import Ground
import Kernel
import Markup
import Scenario

extension Desk {
    /// Writes the rules that were armed, with the alerts that they raised.
    func writeRules(to page: inout Markup) async throws {
        let rules = exercise.deskRules
        if rules.isEmpty {
            page.emptyState(Texts.Rules.none, Texts.Rules.noneYet)
            return
        }
        let names = try await names(of: rules.map(\.author))
        for rule in rules.reversed() {
            page.element("details", ["class": "box", "id": "rule-\(rule.number)", "data-key": "rule-\(rule.number)"]) {
                page in
                page.element("summary") { page in
                    page.element("strong", rule.title)
                    page.text(" #\(rule.number) ")
                    page.chip(rule.isArmed ? Texts.Rules.armed : Texts.Rules.disarmed, rule.isArmed ? .good : .neutral)
                    page.chip(Texts.Desk.alerts(rule.alerts), rule.alerts > 0 ? .warning : .neutral)
                }
                page.element("p", ["class": "muted small"]) { page in
                    page.text(names[rule.author])
                    page.text(" · \(time.clock(rule.time).prefix(5))")
                }
                page.element("pre", ["class": "rule-text", "tabindex": "0"]) { $0.element("code", rule.text) }
                if rule.isArmed && isOpen {
                    page.form(request, action: "\(root)/rules/\(rule.number)/disarm") {
                        $0.element("button", ["class": "danger small"], Texts.Rules.disarm)
                    }
                }
            }
        }
    }

    /// Writes the form in which a rule is written, checked, tried and armed.
    func writeRuleForm(_ text: String, hours: Int, to page: inout Markup) {
        page.form(request, action: "\(root)/rules", class: "rule-form") { page in
            page.element("div", ["class": "field"]) { page in
                page.element("label", ["for": "rule-text"], Texts.Rules.text)
                page.element(
                    "textarea",
                    [
                        "id": "rule-text", "name": "text", "rows": "18", "class": "code", "spellcheck": "false",
                        "required": "", "aria-describedby": "rule-hint",
                    ]
                ) { $0.text(text) }
                page.element("p", ["class": "hint", "id": "rule-hint"], Texts.Rules.hint)
            }
            page.element("div", ["class": "rule-buttons"]) { page in
                page.element("button", ["name": "do", "value": "check"], Texts.Rules.check)
                page.element("span", ["class": "rule-try"]) { page in
                    page.element("button", ["name": "do", "value": "try"], Texts.Rules.tryIt)
                    page.element("label", ["for": "rule-hours", "class": "unseen"], Texts.Rules.range)
                    page.element("select", ["id": "rule-hours", "name": "hours"]) { list in
                        for choice in Self.trialHours {
                            list.element(
                                "option", ["value": String(choice), "selected": .bare(if: choice == hours)],
                                Texts.Rules.last(choice))
                        }
                    }
                }
                page.element("button", ["class": "primary", "name": "do", "value": "arm"], Texts.Rules.arm)
            }
        }
    }

    /// Hours over which a rule can be tried.
    static let trialHours = [1, 4, 8, 24]

    /// Writes what is wrong with a rule.
    func writeDiagnostics(_ diagnostics: [Diagnostic], of text: String, to page: inout Markup) {
        if diagnostics.isEmpty {
            page.element("p", ["class": "form-note", "role": "status"], Texts.Rules.fine)
            return
        }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        page.element("ul", ["class": "diagnostics", "role": "alert"]) { page in
            for diagnostic in diagnostics.prefix(50) {
                page.element("li") { page in
                    page.chip(
                        diagnostic.severity == .error ? Texts.Rules.error : Texts.Rules.warning,
                        diagnostic.severity == .error ? .bad : .warning)
                    page.element("strong", Texts.Rules.place(diagnostic.position.line, diagnostic.position.column))
                    page.text(" \(diagnostic.message)")
                    let line = diagnostic.position.line - 1
                    if lines.indices.contains(line) {
                        caret(String(lines[line].prefix(200)), column: diagnostic.position.column, &page)
                    }
                }
            }
        }
    }

    /// Appends a line with a caret under a column.
    func caret(_ line: String, column: Int, _ page: inout Markup) {
        let blanks = String(repeating: " ", count: max(0, min(column - 1, 4_200)))
        page.element("pre", ["class": "caret"]) { $0.text("\(line)\n\(blanks)^") }
    }

    /// Writes what a rule would have found.
    func writeTrial(_ trial: RuleTrial, to page: inout Markup) {
        page.card(Texts.Rules.trial, id: "trial") { page in
            page.element("p", ["role": "status"]) { page in
                page.element("strong", Texts.Rules.hits(trial.hitCount))
                page.text(
                    LocalizedText(" · ") + Texts.Rules.read(trial.recordCount, until: time.stamp(trial.readUntil)))
            }
            if trial.hits.isEmpty { return }
            page.table(
                id: "hits", caption: Texts.Rules.first(trial.hits.count),
                columns: [
                    Column(Texts.Alerts.time), Column(Texts.Desk.host), Column(Texts.Desk.account),
                    Column(Texts.Rules.rule),
                ],
                rows: trial.hits.map { hit in
                    [
                        .drawn { page in
                            page.element(
                                "a", ["href": logs(of: hit.host, around: hit.time)], time.stamp(hit.time))
                        },
                        .code(hit.host), .code(hit.user), .plain(hit.title),
                    ]
                })
        }
    }

    /// A rule to begin with.
    static let starterRule = """
        title: PowerShell with an encoded command
        status: experimental
        logsource:
            product: windows
            category: process_creation
        detection:
            selection:
                Image|endswith: '\\powershell.exe'
                CommandLine|contains:
                    - ' -enc '
                    - ' -EncodedCommand '
            condition: selection
        level: high
        """
}
