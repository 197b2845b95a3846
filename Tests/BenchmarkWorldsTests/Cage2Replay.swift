@testable import BenchmarkWorlds

/// Plays a recorded episode and compares everything that was recorded; the first difference is reported in words.
struct Cage2Replay {
    let recording: Recording
    let configuration: Cage2Configuration
    private let storage: Cage2Storage

    init(_ recording: Recording) throws {
        self.recording = recording
        let red: Cage2Red =
            switch recording.red {
            case "bline": .bLine
            case "meander": .meander
            case "sleep": .sleep
            default: throw RecordingError(message: "unknown attacker \(recording.red)")
            }
        let isLeaderboard = recording.file.hasPrefix("leaderboard")
        // The agent of that time saw through its own wrapper.
        let observationRule: Cage2ObservationRule =
            isLeaderboard && recording.file.contains("cardiff") ? .cardiff : .standard
        configuration = try Cage2Configuration(
            rules: isLeaderboard ? .leaderboard : .final, observationRule: observationRule, red: red,
            episodeLength: recording.steps)
        storage = Cage2Storage(count: 1, episodeLength: recording.steps)
    }

    /// With recorded draws: what the rules make of them.
    func differenceByTape() -> String? {
        for step in 0...recording.steps {
            var draws = TapeDraws(recording.tape[step])
            advance(step, draws: &draws)
            if let mismatch = draws.mismatch { return "\(recording.name) step \(step): asked for \(mismatch)" }
            if !draws.isUsedUp { return "\(recording.name) step \(step): draws are left over" }
            if let difference = difference(after: step) { return difference }
        }
        return nil
    }

    /// From the seed alone.
    func differenceBySeed() -> String? {
        var draws = ComparedDraws(seed: recording.seed)
        for step in 0...recording.steps {
            advance(step, draws: &draws)
            let drawn = draws.take()
            if drawn != recording.tape[step] {
                return "\(recording.name) step \(step): drew \(drawn), recorded \(recording.tape[step])"
            }
            if let difference = difference(after: step) { return difference }
        }
        return nil
    }

    private func advance(_ step: Int, draws: inout some DrawSource) {
        if step == 0 {
            storage.state(0).pointee.reset(memory: storage.memory(0), draws: &draws)
        } else {
            storage.state(0).pointee.step(
                recording.actions[step - 1], rules: configuration.rules,
                observationRule: configuration.observationRule, red: configuration.red, memory: storage.memory(0),
                draws: &draws)
        }
    }

    private func difference(after step: Int) -> String? {
        let state = storage.state(0).pointee
        guard step > 0 else {
            for host in Cage2Host.allCases where recording.addresses[host.name] != address(of: host, state) {
                return "\(recording.name): \(host.name) has \(address(of: host, state))"
            }
            return nil
        }
        let place = step - 1
        let access = Cage2Host.allCases.map { host in
            let bit = Place.bit(Int(host.rawValue))
            return state.privilegedSessions & bit != 0 ? "2" : state.userSessions & bit != 0 ? "1" : "0"
        }
        let exploit = state.redExploit < 8 ? Exploit.names[Int(state.redExploit)] : ""
        let pairs = [
            ("red's exploit", exploit, recording.redExploits[place]),
            ("red's success", text(state.redSuccess), recording.redSuccesses[place]),
            ("blue's success", text(state.blueSuccess), recording.blueSuccesses[place]),
            ("access", access.joined(), recording.access[place]),
            ("service", state.operationalServiceRuns ? "1" : "0", String(recording.operationalService[place])),
            ("reward", String(Double(state.reward) / 10), String(recording.rewards[place] + 0)),
            ("observation", bits(of: state), recording.observations[place]),
        ]
        for (what, ours, theirs) in pairs where ours != theirs {
            return "\(recording.name) step \(step), \(recording.redActions[place]): \(what) \(ours), recorded \(theirs)"
        }
        return nil
    }

    private func bits(of state: Cage2State) -> String {
        (0..<Cage2Observation.bitCount).map { state.observation[$0] ? "1" : "0" }.joined()
    }

    private func text(_ success: Success) -> String {
        switch success {
        case .yes: "T"
        case .no: "F"
        case .unknown: "U"
        }
    }

    private func address(of host: Cage2Host, _ state: Cage2State) -> String {
        let address = state.address(of: Int(host.rawValue))
        return "\(address >> 24).\(address >> 16 & 255).\(address >> 8 & 255).\(address & 255)"
    }
}
