import Kernel
import NetworkWorld
import Scenario

extension ReviewedRun {
    /// The run as it truly was.
    ///
    /// - Complexity: that of the run, and O(sensors · traces) for each step of the attack.
    public func timeline() -> ReviewTimeline {
        var events: [Event] = []
        var frames = HostFrames()
        var actions = ActionLog()
        var sights: [Int32: [StepSight]] = [:]
        walk { run, fresh, entry in
            events += fresh
            frames.take(fresh, run.state)
            actions.take(fresh, run, entry: entry)
            for event in fresh where event.kind == .attackStep {
                sights[event.step] = run.program.sights(
                    card: Int(event.card), source: event.source, target: event.target, seeds: run.seeds,
                    isBlind: { run.state.host($0).blind })
            }
        }
        let story = RunStory(program: program, events: events, end: end)
        let alerts = story.alerts.enumerated().map { timelineAlert($1, number: $0 + 1) }
        return ReviewTimeline(
            end: story.end,
            steps: story.steps.map { step in
                timelineStep(
                    step, alerts: alerts.filter { $0.step == step.number }.map(\.number),
                    sights: sights[step.number] ?? [])
            }, alerts: alerts, actions: actions.actions, outages: outages(story), moments: moments(events),
            frames: frames)
    }

    private func timelineStep(_ step: RunStory.Step, alerts: [Int], sights: [StepSight]) -> TimelineStep {
        let card = program.catalogue.cards[step.card]
        let result: TimelineStep.Result =
            switch step.result {
            case .succeeded: .succeeded
            case .failed: .failed
            case .lost: .lost
            case .unfinished: .unfinished
            }
        return TimelineStep(
            number: step.number, start: step.start, end: step.end, technique: card.attackID, title: card.name,
            source: step.source, target: step.target, account: step.account, result: result, alerts: alerts,
            sights: sights)
    }

    private func timelineAlert(_ alert: RunStory.Alert, number: Int) -> TimelineAlert {
        let isOwn = program.analyticSource.indices.contains(alert.analytic)
        let analytic = isOwn ? program.catalogue.analytics[program.analyticSource[alert.analytic]] : nil
        let truth: TimelineAlert.Truth =
            switch alert.truth {
            case .attack: .attack
            case .administrator: .administrator
            case .none: .none
            }
        return TimelineAlert(
            number: number, time: alert.time, analytic: analytic?.id, title: analytic?.title ?? LocalizedText(),
            host: alert.target, account: alert.account, truth: truth, step: alert.step)
    }

    private func outages(_ story: RunStory) -> [TimelineOutage] {
        var outages: [TimelineOutage] = []
        for (service, times) in zip(program.simulation.businessServices, story.services) {
            outages += times.map { TimelineOutage(service.name, service.title, isProcess: false, $0) }
        }
        for (process, times) in zip(program.simulation.processes, story.processes) {
            outages += times.map { TimelineOutage(process.name, process.title, isProcess: true, $0) }
        }
        let order = outages.indices.sorted { (outages[$0].start, $0) < (outages[$1].start, $1) }
        return order.map { outages[$0] }
    }

    private func moments(_ events: [Event]) -> [TimelineMoment] {
        events.compactMap { event in
            let kind: TimelineMoment.Kind? =
                switch event.kind {
                case .footholdGranted: .footholdGranted
                case .recordsStolen: .recordsStolen
                case .backupsDestroyed: .backupsDestroyed
                case .goalReached: .goalReached
                case .noPathLeft: .noPathLeft
                case .withdrew: .withdrew
                default: nil
                }
            let amount = event.kind == .recordsStolen ? event.detail : 0
            return kind.map { TimelineMoment(time: event.time, kind: $0, host: event.target, amount: amount) }
        }
    }
}

extension TimelineOutage {
    fileprivate init(_ name: String, _ title: LocalizedText, isProcess: Bool, _ outage: RunStory.Outage) {
        self.init(
            name: name, title: title, isProcess: isProcess, start: outage.start, end: outage.end,
            byDefence: outage.byDefence)
    }
}
