import Kernel
import NetworkWorld
import Scenario

/// Computes the right answers to questions from a run.
struct AnswerComputer {
    let program: Program
    let events: [Event]
    let outcome: Outcome

    func answer(to question: Question) -> Answer {
        let found = find(question.answer)
        return Answer(
            question: question.name, text: question.text, source: question.answer, value: found?.value,
            answer: found?.text
                ?? LocalizedText(vietnamese: "không có trong lần chạy này", english: "none in this run"),
            points: question.points)
    }

    private typealias Found = (value: String, text: LocalizedText)

    private func find(_ source: AnswerSource) -> Found? {
        switch source {
        case .firstCompromisedHost: firstFoothold.map { host($0.target) }
        case .firstTechnique: firstTechnique
        case .firstCompromisedMinute: (outcome.firstCompromise ?? firstFoothold?.time).map { minute(at: $0) }
        case .firstStolenAccount: firstStolenAccount
        case .compromisedHostCount: count(Int64(outcome.hostsCompromised))
        case .adversaryName: adversary
        case .recordsStolen: count(outcome.recordsStolen)
        case .lastLateralTarget: lastLateralTarget
        case .firstAlertedHost: firstAlertedHost
        case .goalReached: goalReached
        }
    }

    private var firstFoothold: Event? {
        events.first { ($0.kind == .footholdGained || $0.kind == .footholdGranted) && $0.target >= 0 }
    }

    /// The technique that gave the first foothold; where there is none, the first that was tried.
    private var firstTechnique: Found? {
        let steps = events.lazy.filter { $0.kind == .attackStep }
        let entry = firstFoothold.flatMap { foothold in steps.first { $0.step == foothold.step } }
        guard let step = entry ?? steps.first, program.catalogue.cards.indices.contains(Int(step.card)) else {
            return nil
        }
        let card = program.catalogue.cards[Int(step.card)]
        return (
            card.attackID,
            LocalizedText(
                vietnamese: "\(card.attackID) \(card.name.vietnamese)", english: "\(card.attackID) \(card.name.english)"
            )
        )
    }

    private var firstStolenAccount: Found? {
        guard let event = events.first(where: { $0.kind == .credentialGained && $0.account >= 0 }) else { return nil }
        return plain(program.accountName(event.account))
    }

    private var lastLateralTarget: Found? {
        let event = events.last { event in
            event.kind == .stepEnded && event.success && event.target >= 0
                && program.cards.indices.contains(Int(event.card))
                && program.cards[Int(event.card)].tactic == .lateralMovement
        }
        return event.map { host($0.target) }
    }

    /// The host of the first alert that belongs to the attack.
    private var firstAlertedHost: Found? {
        events.first { $0.kind == .alertDelivered && $0.step > 0 && $0.target >= 0 }.map { host($0.target) }
    }

    private var adversary: Found? {
        guard program.simulation.adversaries.indices.contains(program.adversary.index) else { return nil }
        let adversary = program.simulation.adversaries[program.adversary.index]
        return (adversary.name, adversary.title.isEmpty ? plain(adversary.name).text : adversary.title)
    }

    private var goalReached: Found {
        outcome.goalReached
            ? ("yes", LocalizedText(vietnamese: "có", english: "yes"))
            : ("no", LocalizedText(vietnamese: "không", english: "no"))
    }

    private func host(_ host: Int32) -> Found { plain(program.hostName(host)) }

    private func count(_ number: Int64) -> Found { plain(String(number)) }

    private func plain(_ text: String) -> Found { (text, LocalizedText(vietnamese: text, english: text)) }

    private func minute(at time: Milliseconds) -> Found {
        let minute = time / 60_000
        return (
            String(minute), LocalizedText(vietnamese: "phút thứ \(minute)", english: "minute \(minute)")
        )
    }
}
