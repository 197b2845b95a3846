import Kernel
import Markup
import NetworkWorld
import Scenario

/// What the parts of a run are called on a page.
struct RunNames {
    let program: Program

    var simulation: Simulation { program.simulation }

    var title: LocalizedText { program.scenario.title.or(program.scenario.name) }

    var adversary: LocalizedText {
        if !program.options.attack { return LocalizedText("không có tấn công", "no attack") }
        let index = program.adversary.index
        guard simulation.adversaries.indices.contains(index) else { return LocalizedText("–") }
        return simulation.adversaries[index].title.or(simulation.adversaries[index].name)
    }

    var measures: [LocalizedText] {
        program.options.measures.map { name in
            simulation.measures.first { $0.name == name }?.title.or(name) ?? LocalizedText(name)
        }
    }

    var outside: LocalizedText { LocalizedText("Internet") }

    /// A host's name; the internet for none.
    func host(_ host: Int32) -> LocalizedText {
        host >= 0 ? LocalizedText(program.hostName(host)) : outside
    }

    func account(_ account: Int32) -> String { account >= 0 ? program.accountName(account) : "–" }

    func group(_ group: Int) -> LocalizedText { simulation.hosts[group].title.or(simulation.hosts[group].name) }

    func network(_ network: Int) -> LocalizedText {
        network == 0 ? outside : simulation.networks[network - 1].title.or(simulation.networks[network - 1].name)
    }

    /// `T1021.001 Remote Desktop Protocol`.
    func technique(_ card: Int) -> LocalizedText {
        let card = program.catalogue.cards[card]
        return LocalizedText(card.attackID + " ") + card.name.or(card.id)
    }

    func analytic(_ analytic: Int) -> LocalizedText {
        guard program.analyticSource.indices.contains(analytic) else {
            return LocalizedText("Bộ phát hiện bên ngoài", "Detector outside the run")
        }
        let analytic = program.catalogue.analytics[program.analyticSource[analytic]]
        return analytic.title.or(analytic.id)
    }

    func sensor(_ sensor: Int) -> LocalizedText { simulation.sensors[sensor].title.or(simulation.sensors[sensor].name) }

    func action(_ action: Int) -> LocalizedText {
        guard program.catalogue.actions.indices.contains(action) else { return LocalizedText("–") }
        return program.catalogue.actions[action].title.or(program.catalogue.actions[action].id)
    }
}
