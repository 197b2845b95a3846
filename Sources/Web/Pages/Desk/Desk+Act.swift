import Exercise
import Kernel
import Markup
import NetworkWorld
import Scenario

extension Desk {
    /// Writes what an action takes and brings, and the button that confirms it.
    func writeAct(_ act: Act, to page: inout Markup) {
        let action = act.action
        let needsApproval = act.needsApproval(self)
        page.element("div", ["class": "panel-head"]) { page in
            page.element("h2") { page in
                page.text(action.title)
                if let name = act.targetName(self) { page.text(": \(name)") }
            }
            page.element("p", ["class": "muted"], action.kind.title + " · " + action.target.title)
        }
        page.element("dl", ["class": "facts"]) { page in
            fact(Texts.Work.duration, Texts.Work.span(action.duration), &page)
            fact(Texts.Work.staffMinutes, Texts.Work.minutes(action.staffMinutes), &page)
            page.element("dt", Texts.Work.approval)
            page.element("dd") { page in
                if needsApproval {
                    page.text(Texts.Work.needed + " · " + Texts.Work.span(action.approvalWait))
                } else {
                    page.text(act.isComplete ? Texts.Work.notNeeded : action.approval.title)
                }
            }
            fact(Texts.Work.sideEffect, action.sideEffect.isEmpty ? Texts.none : action.sideEffect, &page)
            if act.action.target == .host, let host = exercise.deskHost(act.host), !host.services.isEmpty {
                let titles = exercise.deskServices.filter { host.services.contains($0.name) }.map {
                    $0.title.or($0.name)
                }
                fact(Texts.Desk.dependants, titles.joined(separator: ", "), &page)
            }
            let clock = exercise.deskClock
            fact(Texts.Work.free, LocalizedText("\(clock.staffFree)/\(clock.staffTotal)"), &page)
        }
        guard isOpen else { return }
        if let refusal = act.refusal(self) {
            page.formError(refusal)
            return
        }
        page.element(
            "form",
            [
                "method": "post", "action": "\(root)/actions", "data-fetch": "", "data-stay": "",
                "accept-charset": "utf-8",
            ]
        ) { page in
            page.empty("input", ["type": "hidden", "name": "_csrf", "value": request.formToken])
            page.empty("input", ["type": "hidden", "name": "action", "value": action.id])
            choice(act, &page)
            page.buttons(Texts.Work.confirm, cancel: "\(root)/work")
        }
    }

    private func choice(_ act: Act, _ page: inout Markup) {
        let situation = exercise.deskSituation
        switch act.action.target {
        case .host where act.isComplete: hidden("host", act.host, &page)
        case .account where act.isComplete: hidden("account", act.account, &page)
        case .network where act.isComplete: hidden("network", act.network, &page)
        case .organisation: break
        case .host:
            page.element("div", ["class": "field"]) { page in
                page.element("label", ["for": "act-host"], Texts.Desk.host)
                page.element("select", ["id": "act-host", "name": "host"]) { list in
                    for network in situation.networks where !network.hosts.isEmpty {
                        list.element("optgroup", ["label": list.words(network.title.or(network.name))]) { list in
                            for host in network.hosts {
                                list.element(
                                    "option", ["value": String(host.id)],
                                    "\(host.name) · \(host.assessment.title[request.language])")
                            }
                        }
                    }
                }
            }
        case .account:
            page.select(
                "account", Texts.Desk.account, situation.accounts.map { (String($0.id), LocalizedText($0.name)) },
                chosen: "", id: "act")
        case .network:
            page.select(
                "network", Texts.Desk.network,
                situation.networks.map { (String($0.id), $0.title.or($0.name)) }, chosen: "", id: "act")
        }
    }

    private func hidden(_ name: String, _ value: Int32, _ page: inout Markup) {
        page.empty("input", ["type": "hidden", "name": name, "value": String(value)])
    }
}
