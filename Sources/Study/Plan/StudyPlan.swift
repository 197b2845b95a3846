import Kernel
import NetworkWorld
import Scenario

extension Purpose {
    /// When an adversary's attempts of a year begin.
    static let attempts = Purpose(rawValue: 60)
    /// Which blocks a resample takes.
    static let resample = Purpose(rawValue: 61)
}

/// An adversary of a study, ready to attack.
struct PlannedAdversary: Sendable {
    /// Key in the study.
    var name: String
    /// The scenario's adversary that it is like.
    var profile: String
    /// Name for people.
    var title: LocalizedText
    /// Hash of its path: the key of its draws.
    var path: UInt64
    /// Attempts per year, thousandths.
    var attempts: UncertainNumber
}

/// A measure or playbook that a study compares.
struct PlannedFactor: Sendable, Equatable {
    enum Kind: String, Sendable { case measure, playbook }

    /// What it is.
    var kind: Kind
    /// Key of the measure or name of the playbook.
    var name: String
    /// Name for people.
    var title: LocalizedText
    /// What it is.
    var description: LocalizedText
    /// Cost per year, whole currency units.
    var cost: UncertainNumber
}

/// One combination of factors.
struct PlannedArm: Sendable, Hashable {
    /// Measures, as indices of factors, in their order.
    var measures: [Int] = []
    /// Playbook, as an index of a factor; nil: the base's.
    var playbook: Int?

    /// The factors in force beyond the base.
    var factors: [Int] { measures + (playbook.map { [$0] } ?? []) }
}

/// A study made ready to run: everything that is decided before the first year.
public struct StudyPlan: Sendable {
    /// What the file says.
    public let study: StudyDescription
    /// The scenario, with the study's adversaries in place of its own.
    public let scenario: Scenario
    /// Cards, analytics, actions.
    public let catalogue: Catalogue
    /// A digest of everything that results depend on: parts of different plans are never put together.
    public let hash: UInt64
    /// Digest of the texts of study, scenario and catalogue.
    public let contentHash: UInt64
    let simulation: Simulation
    let adversaries: [PlannedAdversary]
    let factors: [PlannedFactor]
    /// Years in a block.
    let yearsPerBlock: Int
    /// The most draws of the numbers.
    let mostDraws: Int

    /// Sets of measures up to this number are looked at one and all; more are searched.
    let setsLimit: Int

    /// Makes a study ready.
    ///
    /// - Parameters:
    ///   - contentHash: digest of the texts that study, scenario and catalogue were read from.
    ///   - setsLimit: up to how many sets of measures a budget's choice is made by looking at all of them.
    /// - Throws: ``StudyError`` where the scenario cannot be compiled or too much is asked for.
    public init(
        _ study: StudyDescription, scenario: Scenario, catalogue: Catalogue, contentHash: UInt64, setsLimit: Int = 256
    ) throws(StudyError) {
        guard var simulation = scenario.simulation else {
            throw StudyError("the scenario \(scenario.name) has no simulation to study")
        }
        simulation.adversaries = try Self.adversaries(study, simulation)
        for cost in study.costs {
            guard let index = simulation.measures.firstIndex(where: { $0.name == cost.measure }) else { continue }
            simulation.measures[index].cost = cost.cost
        }
        var changed = scenario
        changed.simulation = simulation
        self.study = study
        self.scenario = changed
        self.catalogue = catalogue
        self.simulation = simulation
        self.contentHash = contentHash
        self.setsLimit = setsLimit
        adversaries = zip(simulation.adversaries, Self.profiles(study, simulation)).map { adversary, profile in
            PlannedAdversary(
                name: adversary.name, profile: profile, title: adversary.title,
                path: StableHash.of("adversaries/" + adversary.name), attempts: adversary.attemptsPerYear)
        }
        factors = Self.factors(study, simulation)
        hash = Self.hash(study, contentHash)
        let attempts = Self.attemptsPerYear(study, adversaries)
        let arms = Self.expectedArms(study, factors, setsLimit)
        let years = try Self.years(study, attempts: attempts, arms: arms)
        (yearsPerBlock, mostDraws) = Self.blocks(study, years: years, attempts: attempts)
        guard years.map({ $0 * attempts * Double(arms) <= 200_000_000 }) ?? true else {
            throw StudyError("the study asks for more than 200 million simulated attacks")
        }
    }

    /// A digest of all that results depend on. The extent enters apart: a command may ask for another than the file's.
    private static func hash(_ study: StudyDescription, _ contentHash: UInt64) -> UInt64 {
        var hasher = StableHasher()
        for number in [contentHash, UInt64(NetworkWorld.rulesVersion), UInt64(version)] { hasher.combine(number) }
        switch study.extent {
        case .runs(let runs): hasher.combine(runs)
        case .years(let years): hasher.combine(-years)
        case .precision(.money(let amount), let atMost):
            hasher.combine(amount)
            hasher.combine(atMost)
        case .precision(.share(let parts), let atMost):
            hasher.combine(-parts)
            hasher.combine(atMost)
        }
        return hasher.digest
    }

    /// Raised whenever the same files would give another result although the world's rules are the same.
    static var version: Int { 1 }

    // MARK: Adversaries and factors

    private static func profiles(_ study: StudyDescription, _ simulation: Simulation) -> [String] {
        study.adversaries.isEmpty ? simulation.adversaries.map(\.name) : study.adversaries.map(\.profileName)
    }

    private static func adversaries(
        _ study: StudyDescription, _ simulation: Simulation
    ) throws(StudyError) -> [Adversary] {
        var result: [Adversary] = []
        for name in profiles(study, simulation).enumerated() {
            guard var adversary = simulation.adversaries.first(where: { $0.name == name.element }) else {
                throw StudyError("the scenario has no adversary '\(name.element)'")
            }
            if !study.adversaries.isEmpty {
                let changes = study.adversaries[name.offset]
                adversary.name = changes.name
                if !changes.title.isEmpty { adversary.title = changes.title }
                adversary.attemptsPerYear = changes.attemptsPerYear ?? adversary.attemptsPerYear
                adversary.skill = changes.skill ?? adversary.skill
                adversary.stealth = changes.stealth ?? adversary.stealth
                adversary.goalShare = changes.goalShare ?? adversary.goalShare
                adversary.tempoMilliseconds = changes.tempoMilliseconds ?? adversary.tempoMilliseconds
            }
            result.append(adversary)
        }
        if result.isEmpty { throw StudyError("the scenario has no adversary") }
        return result
    }

    private static func factors(_ study: StudyDescription, _ simulation: Simulation) -> [PlannedFactor] {
        let names =
            study.measures.isEmpty
            ? simulation.measures.map(\.name).filter { !study.baseMeasures.contains($0) } : study.measures
        let measures = names.compactMap { name in simulation.measures.first { $0.name == name } }
        return measures.map {
            PlannedFactor(
                kind: .measure, name: $0.name, title: $0.title, description: $0.description, cost: $0.cost)
        }
            + study.playbooks.map {
                PlannedFactor(
                    kind: .playbook, name: $0, title: LocalizedText(vietnamese: $0, english: $0),
                    description: LocalizedText(), cost: UncertainNumber(0))
            }
    }

    /// Indices of the measures among the factors.
    var measureIndices: [Int] { factors.indices.filter { factors[$0].kind == .measure } }
    /// Indices of the playbooks among the factors.
    var playbookIndices: [Int] { factors.indices.filter { factors[$0].kind == .playbook } }

    // MARK: How far

    /// Expected attempts of all adversaries in a year.
    private static func attemptsPerYear(_ study: StudyDescription, _ adversaries: [PlannedAdversary]) -> Double {
        adversaries.reduce(0) { sum, adversary in
            let number = adversary.attempts
            // The mean of a triangular distribution.
            let mean = study.drawsNumbers ? Double(number.low + number.likely + number.high) / 3 : Double(number.likely)
            return sum + mean / 1000
        }
    }

    private static func years(
        _ study: StudyDescription, attempts: Double, arms: Int
    ) throws(StudyError) -> Double? {
        if attempts <= 0 { throw StudyError("nobody ever attacks: all attempts per year are 0") }
        switch study.extent {
        case .years(let years): return Double(years)
        case .runs(let runs): return max(1, (Double(runs) / (attempts * Double(arms))).rounded(.up))
        case .precision: return nil
        }
    }

    /// Years in a block and the most draws. A block is long enough to be worth handing out, and short enough that two
    /// workers end together and an interrupt is heeded soon.
    private static func blocks(_ study: StudyDescription, years: Double?, attempts: Double) -> (Int, Int) {
        let wanted = max(1, min(4_096, (48 / attempts).rounded(.up)))
        guard let years else { return (Int(wanted), 1_024) }
        // A draw of a single year would tell nothing of what is due to it.
        let draws = Double(max(leastDraws, min(study.draws, Int(min(years, 1e9) / 4))))
        // Of block lengths near the wanted one, that which overshoots least: all draws need equally many whole blocks.
        let near = years / (wanted * draws)
        var best = (years: Double.infinity, length: 1)
        for slices in Int(max(1, near / 2))...Int(max(1, min(near * 2, near + 64))) {
            let length = max(1, (years / (Double(slices) * draws)).rounded(.up))
            let reached = length * Double(slices) * draws
            if reached < best.years { best = (reached, Int(length)) }
        }
        return (best.length, Int(draws))
    }

    /// Fewer independent draws tell too little of their spread.
    static var leastDraws: Int { 8 }

    /// How many blocks reach so many years: at least as many as draws, and equally many of every draw.
    func blockCount(years: Double) -> Int {
        let blocks = max(1, Int((years / Double(yearsPerBlock)).rounded(.up)))
        if blocks <= Self.leastDraws { return Self.leastDraws }
        return blocks <= mostDraws ? blocks : (blocks + mostDraws - 1) / mostDraws * mostDraws
    }

    /// How many draws of the numbers so many blocks hold.
    func drawCount(blocks: Int) -> Int { min(blocks, mostDraws) }

    /// How many blocks of arms are run before anything is decided by what they came to.
    var firstBlocks: Int {
        switch study.extent {
        case .years(let years): blockCount(years: Double(years))
        case .runs(let runs):
            blockCount(
                years: (Double(runs)
                    / (Self.attemptsPerYear(study, adversaries) * Double(Self.expectedArms(study, factors, setsLimit))))
                    .rounded(.up))
        case .precision: min(128, max(Self.leastDraws, study.draws))
        }
    }

    /// Attempts of all adversaries in a year, as expected.
    var expectedAttempts: Double { Self.attemptsPerYear(study, adversaries) }
}

/// Why a study cannot be run.
public struct StudyError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What is wrong.
    public var description: String
    /// An error.
    public init(_ description: String) { self.description = description }
}
