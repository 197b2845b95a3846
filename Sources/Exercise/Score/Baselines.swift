import Kernel
import NetworkWorld
import Scenario

/// What a policy comes to on the seeds of a team, moment by moment.
public struct Baseline: Sendable, Equatable {
    /// Who acted.
    public var policy: Playbook
    /// Total loss at each multiple of ``interval`` from zero on, in whole units of the currency.
    public var losses: [Int64]
    /// What it came to in the end.
    public var outcome: Outcome

    /// Time between two losses, in exercise milliseconds.
    public static let interval = Milliseconds.minutes(5)

    /// The loss at the last multiple of ``interval`` that is not after a time.
    public func loss(at time: Milliseconds) -> Int64? {
        losses.isEmpty ? nil : losses[Int(max(0, min(time / Self.interval, Int64(losses.count - 1))))]
    }

    /// Writes the baseline as one JSON object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("policy", policy.rawValue)
            json.member("interval", Self.interval)
            json.member("losses", losses)
            json.member("goal-reached", outcome.goalReached)
            json.member(ifAny: "minutes-to-detect", outcome.minutesToDetect)
            json.member(ifAny: "minutes-to-contain", outcome.minutesToContain)
            json.member("records-stolen", outcome.recordsStolen)
            json.member("hosts-encrypted", outcome.hostsEncrypted)
            json.member("loss", outcome.totalLoss)
        }
    }
}

/// What nobody and the built-in playbook come to on the seeds of a team, with the same injects and footholds put in.
public struct Baselines: Sendable, Equatable {
    /// Nobody defends.
    public var undefended: Baseline
    /// The built-in playbook defends.
    public var playbook: Baseline

    /// Computes both.
    ///
    /// - Parameters:
    ///   - program: the exercise's, in which nobody acts.
    ///   - playbookProgram: the same under ``Playbook/standard``; see ``ExerciseSettings/playbookOptions()``.
    ///   - directed: what the direction put in; see ``TeamExercise/directedEntries``.
    ///   - end: how far to go.
    /// - Complexity: two runs, about a millisecond each for an office of two hundred hosts.
    public init(
        program: Program, playbookProgram: Program, seeds: Seeds, settings: ExerciseSettings,
        directed: [TeamEntry] = [], until end: Milliseconds
    ) {
        func baseline(_ program: Program) -> Baseline {
            Self.baseline(
                TeamExercise(program: program, seeds: seeds, settings: settings), directed: directed, until: end)
        }
        undefended = baseline(program)
        playbook = baseline(playbookProgram)
    }

    private static func baseline(_ start: TeamExercise, directed: [TeamEntry], until end: Milliseconds) -> Baseline {
        var exercise = start
        var losses: [Int64] = []
        var next = 0
        var time: Milliseconds = 0
        while time <= end {
            while next < directed.count, directed[next].time <= time {
                exercise.repeatDirected(directed[next])
                next += 1
            }
            exercise.advance(to: time)
            losses.append(exercise.outcome.totalLoss)
            time += Baseline.interval
        }
        exercise.advance(to: end)
        return Baseline(policy: start.program.options.playbook, losses: losses, outcome: exercise.outcome)
    }

    /// Writes both as one JSON object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.key("undefended")
            undefended.write(to: &json)
            json.key("playbook")
            playbook.write(to: &json)
        }
    }
}

extension ExerciseSettings {
    /// The options to compile the scenario with for the built-in playbook of ``Baselines``.
    public func playbookOptions() -> RunOptions {
        var options = runOptions()
        options.playbook = .standard
        return options
    }
}

extension TeamExercise {
    /// What the direction put into the run: injects and footholds.
    public var directedEntries: [TeamEntry] {
        entries.filter { entry in
            switch entry.input {
            case .inject, .grantFoothold: true
            default: false
            }
        }
    }

    /// Takes an entry of the direction from another team's journal. What is in already here, since conditions set it off
    /// at another time, is left out.
    fileprivate mutating func repeatDirected(_ entry: TeamEntry) {
        advance(to: entry.time)
        guard (try? check(entry.input, by: entry.author)) != nil else { return }
        try? take(TeamEntry(number: nextNumber, time: now, author: entry.author, input: entry.input))
    }
}
