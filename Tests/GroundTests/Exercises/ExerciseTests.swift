import GRDB
import Kernel
import Testing

@testable import Ground

struct ExerciseTests {
    @Test func anExerciseKeepsItsTexts() async throws {
        let test = try TestGround()
        let author = try await test.ground.makeAccount("teacher", role: .instructor)
        let requester = Requester(account: author.id, address: "::1")
        let new = NewExercise.sample(organisation: author.organisation)
        let first = try await test.ground.createExercise(new, by: requester)
        #expect(first.phase == .draft)
        #expect(first.time == 0)
        #expect(first.createdBy == author.id)
        #expect(first.settings == new.settings)
        #expect(try await test.ground.exerciseContent(first.id) == new.content)
        #expect(try await test.ground.exercise(publicID: first.publicID) == first)
        #expect(first.publicID.count == 10)
        // A second one from the same files keeps no text twice.
        let second = try await test.ground.createExercise(
            .sample(organisation: author.organisation, card: "other cards"), by: requester)
        #expect(second.publicID != first.publicID)
        func texts() async throws -> Int {
            try await test.ground.database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM texts") ?? 0 }
        }
        #expect(try await texts() == 4)
        try await test.ground.deleteExercise(first.id, by: requester)
        #expect(try await texts() == 3)
        #expect(try await test.ground.exerciseContent(second.id).catalogue[0].text == "other cards")
        #expect(await refusal { _ = try await test.ground.exerciseContent(first.id) } == .notFound)
    }

    @Test func listsAreByOrganisationSeatAndPhase() async throws {
        let test = try TestGround()
        let (first, teams) = try await test.ground.makeExercise()
        let (second, _) = try await test.ground.makeExercise()
        let other = try await test.ground.createOrganisation(name: "Sở", by: .tester)
        let third = try await test.ground.createExercise(.sample(organisation: other.id), by: .tester)
        let account = try await test.ground.makeAccount("an.nguyen")
        _ = try await test.ground.takeSeat(team: teams[0].id, account: account.id, by: .tester)
        try await test.ground.enter(.running, second.id, number: 1)
        func ids(_ list: [StoredExercise]) -> [Int64] { list.map(\.id) }
        #expect(ids(try await test.ground.exercises()) == [third.id, second.id, first.id])
        #expect(ids(try await test.ground.exercises(organisation: other.id)) == [third.id])
        #expect(ids(try await test.ground.exercises(account: account.id)) == [first.id])
        #expect(ids(try await test.ground.exercises(phases: [.running, .paused])) == [second.id])
        #expect(ids(try await test.ground.exercises(phases: [])) == [])
        #expect(ids(try await test.ground.exercises(before: third.id, limit: 1)) == [second.id])
    }

    @Test(arguments: ExercisePhase.allCases, ExercisePhase.allCases)
    func phasesFollowEachOther(from: ExercisePhase, to: ExercisePhase) async throws {
        let test = try TestGround()
        let (exercise, _) = try await test.ground.makeExercise()
        let way: [ExercisePhase] = from == .draft ? [] : from == .closed ? [.running, .closed] : [from]
        var number = 0
        for phase in way {
            number += 1
            try await test.ground.enter(phase, exercise.id, number: number)
        }
        let code = await refusal { try await test.ground.enter(to, exercise.id, number: number + 1) }
        #expect((code == nil) == from.mayBecome(to))
        #expect(try await test.ground.exercise(exercise.id).phase == (code == nil ? to : from))
        // A refused step leaves no line.
        #expect(try await test.ground.lineCount(exercise: exercise.id) == number + (code == nil ? 1 : 0))
    }

    @Test func startAndEndAreNoted() async throws {
        let test = try TestGround()
        let (exercise, _) = try await test.ground.makeExercise()
        let start = test.clock.time
        try await test.ground.enter(.running, exercise.id, number: 1)
        test.clock.advance(hours: 1)
        try await test.ground.enter(.paused, exercise.id, number: 2)
        try await test.ground.enter(.running, exercise.id, number: 3)
        #expect(await refusal { try await test.ground.deleteExercise(exercise.id, by: .tester) } == .conflict)
        #expect(
            await refusal {
                _ = try await test.ground.updateExercise(exercise.id, settings: "{}", by: .tester)
            } == .conflict)
        let renamed = try await test.ground.updateExercise(exercise.id, name: "Buổi chiều", by: .tester)
        #expect(renamed.name == "Buổi chiều")
        try await test.ground.enter(.closed, exercise.id, number: 4)
        let closed = try await test.ground.exercise(exercise.id)
        #expect(closed.started == start)
        #expect(closed.closed == test.clock.time)
        try await test.ground.deleteExercise(exercise.id, by: .tester)
    }

    @Test func whatBelongsToAnExerciseGoesWithIt() async throws {
        let test = try TestGround()
        let ground = test.ground
        let (exercise, teams) = try await ground.makeExercise(teams: 2)
        let account = try await ground.makeAccount("an.nguyen")
        _ = try await ground.takeSeat(team: teams[0].id, account: account.id, by: .tester)
        _ = try await ground.saveSearch(
            team: teams[0].id, account: account.id, name: "x", query: "*", shared: true)
        let invitation = try await ground.createInvitation(
            NewInvitation(
                role: .participant, organisation: 1, exercise: exercise.id, team: teams[1].id,
                expires: test.clock.time + 1_000),
            by: .tester)
        try await ground.journal.append([.sample(teams[0], 1), .sample(teams[1], 1)])
        try await ground.keepResult(.outcome, of: exercise.id, json: "{}")
        try ground.activity.note(
            Activity(exercise: exercise.id, team: teams[0].id, account: 1, time: 0, kind: "view", text: ""))
        try await ground.activity.flush()
        try await ground.deleteExercise(exercise.id, by: .tester)
        let left = try await ground.database.read { database in
            try [
                "exercises", "exercise_files", "texts", "exercise_results", "teams", "seats", "invitations", "journal",
                "activities", "saved_searches",
            ]
            .filter { try Int.fetchOne(database, sql: "SELECT count(*) FROM \($0)") != 0 }
        }
        #expect(left == [])
        #expect(await refusal { _ = try await ground.invitation(secret: invitation.secret) } == .notFound)
        #expect(try await ground.account(account.id) == account)
    }

    @Test func resultsAreKeptByKind() async throws {
        let test = try TestGround()
        let (exercise, _) = try await test.ground.makeExercise()
        for kind in ResultKind.allCases {
            #expect(try await test.ground.result(kind, of: exercise.id) == nil)
            try await test.ground.keepResult(kind, of: exercise.id, json: #"{"v":1}"#)
            try await test.ground.keepResult(kind, of: exercise.id, json: "{\"v\":\"\(kind.rawValue)\"}")
        }
        for kind in ResultKind.allCases {
            #expect(try await test.ground.result(kind, of: exercise.id) == "{\"v\":\"\(kind.rawValue)\"}")
        }
        #expect(await refusal { try await test.ground.keepResult(.review, of: 99, json: "{}") } == .notFound)
    }

    @Test func whatCannotBeTakenIsRefused() async throws {
        let test = try TestGround()
        let home = try await test.ground.createOrganisation(name: "Trường", by: .tester)
        func code(_ change: (inout NewExercise) -> Void) async -> GroundError.Code? {
            var new = NewExercise.sample(organisation: home.id)
            change(&new)
            return await refusal { [new] in _ = try await test.ground.createExercise(new, by: .tester) }
        }
        #expect(await code { _ in } == nil)
        #expect(await code { $0.name = "" } == .invalid)
        #expect(await code { $0.organisation = 99 } == .notFound)
        #expect(await code { $0.settings = String(repeating: "x", count: 64 * 1024 + 1) } == .limit)
        #expect(await code { $0.content.scenario.text = "a\u{0}b" } == .invalid)
        #expect(
            await code {
                $0.content.catalogue = Array(repeating: EmbeddedText(name: "a", text: ""), count: 600)
            } == .limit)
        #expect(await refusal { _ = try await test.ground.exercise(publicID: "' OR 1=1 --") } == .notFound)
    }
}

extension Ground {
    /// Lets an exercise stand elsewhere, as the direction's line would.
    func enter(_ phase: ExercisePhase, _ exercise: Int64, number: Int, time: Int64 = 0) async throws {
        try await journal.append([
            JournalLine(
                exercise: exercise, team: nil, number: number, time: time, account: nil,
                json: #"{"kind":"\#(phase.rawValue)"}"#, phase: phase)
        ])
    }
}
