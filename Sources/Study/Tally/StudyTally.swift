import Kernel
import NetworkWorld

/// What attempts of one adversary came to in one arm. Everything adds up in any order.
struct AdversaryTally: Sendable, Equatable {
    /// Figures that are summed up over attempts, by their place in ``sums``.
    enum Figure: Int, CaseIterable {
        case goalReached, noPathLeft, compromised, detected, contained
        case hostsCompromised, hostsEncrypted, attackSteps, trueAlerts, falseAlerts, falseIsolations
        case records, staffMinutes
        case recordLoss, serviceLoss, processLoss, staffCost, recoveryCost
    }

    /// Loss of an attempt.
    var loss = AmountTally()
    /// By ``Figure``.
    var sums = [Int128](repeating: 0, count: Figure.allCases.count)
    /// Milliseconds of each business service lost.
    var serviceTime: [Int128]
    /// Milliseconds of full disturbance of each process.
    var processTime: [Int128]
    /// Minutes from first access to detection, of attempts that were detected.
    var minutesToDetect = AmountHistogram()
    /// Minutes from first access to containment, of attempts that were contained at the end.
    var minutesToContain = AmountHistogram()
    /// The ways that losses took.
    var paths = PathTally()

    init(services: Int, processes: Int) {
        serviceTime = [Int128](repeating: 0, count: services)
        processTime = [Int128](repeating: 0, count: processes)
    }

    subscript(_ figure: Figure) -> Int128 { sums[figure.rawValue] }

    /// Takes in an attempt, but for its path.
    mutating func add(_ outcome: Outcome) {
        func count(_ figure: Figure, _ amount: some BinaryInteger) { sums[figure.rawValue] += Int128(amount) }
        func count(_ figure: Figure, if holds: Bool) { sums[figure.rawValue] += holds ? 1 : 0 }
        loss.add(outcome.totalLoss)
        count(.goalReached, if: outcome.goalReached)
        count(.noPathLeft, if: outcome.noPathLeft)
        count(.compromised, if: outcome.firstCompromise != nil)
        count(.hostsCompromised, outcome.hostsCompromised)
        count(.hostsEncrypted, outcome.hostsEncrypted)
        count(.attackSteps, outcome.attackSteps)
        count(.trueAlerts, outcome.trueAlerts)
        count(.falseAlerts, outcome.falseAlerts)
        count(.falseIsolations, outcome.falseIsolations)
        count(.records, outcome.recordsStolen)
        count(.staffMinutes, outcome.staffMinutes)
        count(.recordLoss, outcome.recordLoss)
        count(.serviceLoss, outcome.serviceLoss)
        count(.processLoss, outcome.processLoss)
        count(.staffCost, outcome.staffCost)
        count(.recoveryCost, outcome.recoveryCost)
        for (index, lost) in outcome.serviceLost.enumerated() { serviceTime[index] += Int128(lost) }
        for (index, lost) in outcome.processLost.enumerated() { processTime[index] += Int128(lost) }
        if let minutes = outcome.minutesToDetect {
            count(.detected, 1)
            minutesToDetect.add(minutes)
        }
        if let minutes = outcome.minutesToContain {
            count(.contained, 1)
            minutesToContain.add(minutes)
        }
    }

    mutating func merge(_ other: AdversaryTally) {
        loss.merge(other.loss)
        for index in sums.indices { sums[index] += other.sums[index] }
        for index in serviceTime.indices { serviceTime[index] += other.serviceTime[index] }
        for index in processTime.indices { processTime[index] += other.processTime[index] }
        minutesToDetect.merge(other.minutesToDetect)
        minutesToContain.merge(other.minutesToContain)
        paths.merge(other.paths)
    }
}

/// Losses of the years of one draw of the numbers, even and odd years apart: two halves that share the draw and nothing
/// else tell what is due to the draw.
struct DrawSums: Sendable, Equatable {
    /// Sum over years of even number.
    var even: Int128 = 0
    /// Sum over years of odd number.
    var odd: Int128 = 0

    /// Sum over all years.
    var sum: Int128 { even + odd }

    mutating func merge(_ other: DrawSums) {
        even += other.even
        odd += other.odd
    }
}

/// What the years of one arm came to.
struct ArmTally: Sendable, Equatable {
    /// Loss of a year.
    var year = AmountTally()
    /// Loss of the base minus loss of this arm in the same year.
    var avoided = Moments()
    /// Years that were better than the base, by how much.
    var better = AmountHistogram()
    /// Years that were worse than the base, by how much.
    var worse = AmountHistogram()
    /// Losses by draw of the numbers.
    var draws: [Int: DrawSums] = [:]
    /// By adversary.
    var adversaries: [AdversaryTally]

    /// Takes in a year.
    mutating func add(year loss: Int64, base: Int64, number: Int, draw: Int) {
        year.add(loss)
        let difference = base - loss
        avoided.add(difference)
        if difference > 0 { better.add(difference) }
        if difference < 0 { worse.add(-difference) }
        let bounded = Int128(min(loss, Moments.limit))
        if number % 2 == 0 {
            draws[draw, default: DrawSums()].even += bounded
        } else {
            draws[draw, default: DrawSums()].odd += bounded
        }
    }

    mutating func merge(_ other: ArmTally) {
        year.merge(other.year)
        avoided.merge(other.avoided)
        better.merge(other.better)
        worse.merge(other.worse)
        for (draw, sums) in other.draws { draws[draw, default: DrawSums()].merge(sums) }
        for index in adversaries.indices { adversaries[index].merge(other.adversaries[index]) }
    }
}

/// What the years that were simulated so far came to. Tallies of different years add up to that of all, in any order.
public struct StudyTally: Sendable, Equatable {
    /// By arm; the first is the base.
    var arms: [ArmTally]
    /// How many years of each draw were simulated, those of even and those of odd number.
    var yearsOfDraw: [Int: DrawSums] = [:]

    /// An empty tally.
    init(arms: Int, adversaries: Int, services: Int, processes: Int) {
        let adversary = AdversaryTally(services: services, processes: processes)
        let arm = ArmTally(adversaries: [AdversaryTally](repeating: adversary, count: adversaries))
        self.arms = [ArmTally](repeating: arm, count: arms)
    }

    /// Takes in the tally of other years.
    mutating func merge(_ other: StudyTally) {
        for index in arms.indices { arms[index].merge(other.arms[index]) }
        for (draw, years) in other.yearsOfDraw { yearsOfDraw[draw, default: DrawSums()].merge(years) }
    }
}
