import Kernel
import Scenario

extension Purpose {
    /// What an uncertain number really is.
    static let numberValue = Purpose(rawValue: 50)
}

/// Decides what the uncertain numbers of a model are: one value each for one draw, or the likely ones.
///
/// A value is a pure function of the draw's key and the number's path, so that every arm of a comparison meets the same
/// world, whatever measures are in force in it. The distribution is triangular over low, likely and high.
public struct NumberDraw: Sendable, Equatable {
    /// Nil where every number is its likely value.
    let key: UInt64?

    /// Every number is its likely value: what a single run does.
    public static let likely = NumberDraw(key: nil)

    private init(key: UInt64?) { self.key = key }

    /// The draw of that key.
    public init(key: UInt64) { self.init(key: Optional(key)) }

    /// The value of a number.
    ///
    /// - Parameters:
    ///   - path: hash of the number's path.
    ///   - part: which number of several at one path.
    /// - Complexity: one Philox block.
    public func value(of number: UncertainNumber, path: UInt64, part: UInt32 = 0) -> Int64 {
        guard let key, number.low < number.high else { return number.likely }
        return Seeds(key).fact(path, .numberValue, attempt: part).triangular(number.low, number.likely, number.high)
    }

    /// The same for a number that is known by its path in words.
    ///
    /// - Complexity: O(bytes).
    public func value(of number: UncertainNumber, path: String) -> Int64 {
        value(of: number, path: StableHash.of(path))
    }
}

/// What a run's losses are priced by, whole units of the currency.
public struct Prices: Sendable, Equatable {
    /// Loss for each record that the adversary of the run takes.
    public var record: Int64 = 0
    /// Loss for each hour without a business service, by index.
    public var serviceHour: [Int64] = []
    /// Loss for each hour of full disturbance of a process, by index.
    public var processHour: [Int64] = []
    /// Cost of a minute of staff.
    public var staffMinute: Int64 = 0

    /// The prices under a draw; `target` is the index of the asset that the adversary wants, or −1.
    init(_ simulation: Simulation, goal: AdversaryGoal, target: Int, _ draw: NumberDraw) {
        if goal == .steal && target >= 0 {
            let asset = simulation.assets[target]
            record = draw.value(of: asset.lossPerRecord, path: "assets/\(asset.name)/loss-per-record")
        }
        serviceHour = simulation.businessServices.map {
            draw.value(of: $0.lossPerHour, path: "services/\($0.name)/loss-per-hour")
        }
        processHour = simulation.processes.map {
            draw.value(of: $0.lossPerHour, path: "processes/\($0.name)/loss-per-hour")
        }
        staffMinute = draw.value(of: simulation.staff.costPerMinute, path: "staff/cost-per-minute")
    }
}

extension Program {
    /// The same program with its uncertain numbers drawn: chances of cards, analytics and actions, factors of controls,
    /// prices. Durations stay ranges, which every step draws anew: they vary from one time to the next rather than being
    /// unknown.
    ///
    /// Nothing is compiled: tables without uncertain numbers are shared with this program.
    ///
    /// - Complexity: O(cards + controls of cards + analytics + actions), tens of microseconds for the shipped catalogue.
    public func drawing(_ draw: NumberDraw) -> Program {
        var cards = self.cards
        var mitigations = self.mitigations
        for (index, card) in catalogue.cards.enumerated() {
            let path = cards[index].path
            cards[index].chance = Self.probability(draw.value(of: card.chance, path: path))
            for (ordinal, mitigation) in card.loweredBy.enumerated() {
                // Keyed by the control, so that another control on the card leaves this one's factor as it was.
                let part = UInt32(mitigation.control.ordinal) + 1
                mitigations[cards[index].mitigations.lowerBound + ordinal].factor = Self.probability(
                    draw.value(of: mitigation.factor, path: path, part: part))
            }
        }
        var analytics = self.analytics
        for (index, source) in analyticSource.enumerated() {
            let analytic = catalogue.analytics[source]
            analytics[index].chance = Self.probability(
                draw.value(of: analytic.chance, path: "analytics/" + analytic.id))
        }
        var actions = self.actions
        for (index, action) in catalogue.actions.enumerated() {
            actions[index].chance = Self.probability(draw.value(of: action.chance, path: actions[index].path))
        }
        let prices = Prices(simulation, goal: adversary.goal, target: adversary.target, draw)
        return Program(
            self, cards: cards, mitigations: mitigations, analytics: analytics, actions: actions, prices: prices)
    }

    private static func probability(_ parts: Int64) -> Probability { Probability(parts: UInt64(max(0, parts))) }
}
