import Exercise
import Ground
import Kernel
import Markup
import Scenario

/// The bar: name, clock, and what can be done with the exercise as a whole.
extension Direction {
    func writeBar(to page: inout Markup) {
        page.element("div", ["class": "bar-words"]) { page in
            page.element("h1", live.stored.name)
            page.chip(status.phase.title, status.phase.tone)
            if status.isOver && status.phase != .closed { page.chip(Texts.Direction.isOver, .warning) }
            if status.isFrozen { page.chip(Texts.Direction.frozen, .warning) }
        }
        page.clock(status, clock, pace: live.settings.pace)
        if directs { controls(&page) }
        if status.fault != nil { page.formError(Texts.Direction.faulty) }
    }

    private func controls(_ page: inout Markup) {
        page.element("div", ["class": "controls"]) { page in
            switch status.phase {
            case .draft: button("start", Texts.Direction.start, style: "primary", &page)
            case .running:
                if case .turns = live.settings.pace {
                    button("step", Texts.Direction.step, style: "primary", &page)
                }
                button("pause", Texts.Direction.pause, style: nil, &page)
            case .paused:
                // Once its time is up, an exercise is made longer or closed.
                if !status.isOver { button("resume", Texts.Direction.resume, style: "primary", &page) }
            case .closed: break
            }
            if status.phase != .closed {
                page.element(
                    "button", ["type": "button", "data-open": "extend", "hidden": ""], Texts.Direction.extend)
                if status.isFrozen {
                    button("unfreeze-scoreboard", Texts.Direction.unfreeze, style: nil, &page)
                } else {
                    button("freeze-scoreboard", Texts.Direction.freeze, style: nil, &page)
                }
            }
            if status.phase == .running || status.phase == .paused {
                button("close", Texts.Direction.close, style: "danger", confirm: Texts.Direction.sureClose, &page)
            }
        }
        if status.phase != .closed { extensionDialog(&page) }
    }

    /// One button, with a form of its own: it works without scripts.
    private func button(
        _ kind: String, _ title: LocalizedText, style: String?, confirm: LocalizedText? = nil, _ page: inout Markup
    ) {
        page.form(request, action: root + "/control", class: "control", isFetched: true) { page in
            page.empty("input", ["type": "hidden", "name": "kind", "value": kind])
            page.element(
                "button",
                [
                    "class": style, "id": "control-\(kind)",
                    "data-confirm": confirm.map { page.words($0) },
                ], title)
        }
    }

    private func extensionDialog(_ page: inout Markup) {
        page.dialog(id: "extend", title: Texts.Direction.extend) { page in
            page.form(request, action: root + "/control", isFetched: true) { page in
                page.empty("input", ["type": "hidden", "name": "kind", "value": "extend"])
                var minutes = Field("minutes", Texts.Direction.extendBy, type: "number")
                minutes.value = "30"
                page.field(minutes, id: "extend")
                page.buttons(Texts.Direction.extend)
            }
        }
    }
}

extension Markup {
    /// Appends the clock of an exercise. A script lets it run between two looks at the server.
    mutating func clock(_ status: LiveStatus, _ clock: Clock, pace: ExerciseSettings.Pace, class name: String = "") {
        var factor = 0
        if case .factor(let number) = pace, status.phase == .running, !status.isOver { factor = number }
        element(
            "div",
            [
                "class": "exercise-clock \(name)", "data-clock": "", "data-time": String(status.time),
                "data-end": String(status.duration), "data-factor": String(factor),
                "data-start": String(clock.localSeconds(at: 0)),
            ]
        ) { page in
            page.element("span", ["class": "clock", "data-clock-face": ""], clock.time(status.time))
            page.element("span", ["class": "muted small"]) { page in
                page.text(Figures.duration(status.time) + " / " + Figures.duration(status.duration))
                page.text(LocalizedText(" · ") + pace.title)
            }
            page.empty(
                "progress",
                [
                    "max": String(max(1, status.duration)), "value": String(status.time), "data-clock-bar": "",
                    "aria-label": page.words(Texts.Direction.clock),
                ])
        }
    }
}
