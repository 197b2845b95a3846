import Exercise
import Kernel
import NetworkWorld
import Scenario

/// What enters: of teams and of the direction.
extension LiveExercise {
    /// Takes in an input of a team's run. It is on disk when this returns.
    ///
    /// - Parameters:
    ///   - account: who sent it; nil for the program itself.
    ///   - claim: the right to act on a request that must not act twice; the answer is kept with the input.
    ///   - answer: what is answered, of the entry; asked only with a claim.
    /// - Returns: the entry as it stands in the journal.
    /// - Throws: ``TeamInputError`` where the team's run cannot take it, ``GroundError`` where the exercise cannot.
    public func submit(
        _ input: TeamInput, team: Int64, by author: Author, account: Int64?, claim: IdempotencyClaim? = nil,
        answer: @Sendable (TeamEntry) -> IdempotentAnswer = { _ in
            IdempotentAnswer(status: 204, contentType: "", body: [])
        }
    ) async throws -> TeamEntry {
        if let fault { throw fault }
        let place = try place(of: team)
        try allow(input, by: author)
        let time = now
        advance(place: place, to: time)
        let entry = TeamEntry(
            number: teams[place].exercise.nextNumber, time: teams[place].exercise.now, author: author, input: input)
        try teams[place].exercise.take(entry)
        let events = teams[place].follow()
        if case .armRule = input { renewRules(place: place) }
        if case .disarmRule = input { renewRules(place: place) }
        if !events.isEmpty { listen(place: place, events: events) }
        try await keep(
            JournalLine(
                exercise: id, team: team, number: entry.number, time: entry.time, account: account, json: entry.line),
            answer: claim.map { ($0, answer(entry)) })
        publish(place: place)
        return entry
    }

    /// What may enter in which phase: while the clock stands people may talk and read, and the direction may mark.
    private func allow(_ input: TeamInput, by author: Author) throws(GroundError) {
        switch (clock.phase, input) {
        case (.running, _), (_, .chat), (_, .broadcast): return
        case (.draft, .note), (.paused, .note), (.paused, .triage), (.paused, .reply), (.paused, .report): return
        case (.paused, .answer), (.paused, .inject), (.paused, .mark), (.closed, .mark): return
        case (.draft, _):
            throw GroundError(
                .conflict,
                LocalizedText(vietnamese: "Diễn tập chưa bắt đầu.", english: "The exercise has not begun."))
        case (.paused, _):
            throw GroundError(
                .conflict,
                LocalizedText(vietnamese: "Diễn tập đang tạm dừng.", english: "The exercise is paused."))
        case (.closed, _):
            throw GroundError(
                .conflict, LocalizedText(vietnamese: "Diễn tập đã kết thúc.", english: "The exercise is closed."))
        }
    }

    /// Does what the direction wants with the exercise as a whole. It is on disk when this returns.
    ///
    /// - Throws: ``GroundError`` where the phase does not allow it.
    public func control(_ input: ControlInput, by requester: Requester) async throws(GroundError) {
        if let fault { throw fault }
        let machine = environment.machineTime()
        var next = clock
        try next.take(input, machine: machine)
        // Up to here it was the old clock's time.
        let time = clock.time(machine: machine)
        for place in teams.indices { advance(place: place, to: time) }
        clock = next
        switch input {
        case .step: for place in teams.indices { advance(place: place, to: now) }
        case .freezeScoreboard: frozenBoard = standings(whole: false)
        case .unfreezeScoreboard: frozenBoard = nil
        case .close: for place in teams.indices { close(place: place, at: time) }
        case .start, .pause, .resume, .extend: break
        }
        keepTicking()
        boardChanged()
        var json = JSONWriter()
        input.write(to: &json)
        let number = nextControl
        nextControl += 1
        try await keep(
            JournalLine(
                exercise: id, team: nil, number: number, time: now, account: requester.account, json: json.text,
                phase: clock.phase))
        signals.send([.clock, .score], team: nil, time: now, phase: clock.phase)
        if case .close = input { await finish() }
    }

    private func close(place: Int, at time: Milliseconds) {
        teams[place].exercise.close(at: time)
        _ = teams[place].follow()
        teams[place].rules = nil
        publish(place: place)
    }

    /// Puts a line on disk. Where that fails nothing more is taken: what machines hold and what the disk holds differ, and
    /// only reading the journal again brings them together.
    private func keep(
        _ line: JournalLine, answer: (claim: IdempotencyClaim, answer: IdempotentAnswer)? = nil
    ) async throws(GroundError) {
        do {
            // Handed over before anything else can run on this actor: the journal's order is the machines' order.
            try await environment.ground.journal.append([line], answer: answer)
        } catch {
            fault = error
            throw error
        }
    }
}
