import Exercise
import Kernel
import NetworkWorld
import Testing

struct SettingsTests {
    private static var full: ExerciseSettings {
        var settings = ExerciseSettings()
        settings.adversary = "thief"
        settings.measures = ["patching", "mail-filter"]
        settings.seed = .max
        settings.variant = .perTeam
        settings.pace = .turns(600_000)
        settings.grouping = .alone
        settings.duration = .hours(2)
        settings.hintsAllowed = false
        settings.scoreboardVisible = false
        return settings
    }

    @Test(arguments: [ExerciseSettings(), full]) func settingsSurviveTheirText(settings: ExerciseSettings) throws {
        let text = settings.json()
        #expect(try ExerciseSettings(json: JSONValue.parse(text)) == settings)
    }

    @Test(arguments: [
        (#"{"factor":601}"#, "1:11: expected an integer from 1 to 600"),
        (#"{"factor":0}"#, "1:11: expected an integer from 1 to 600"),
        (#"{"turn":10}"#, "1:9: expected an integer from 1000 to 86400000"),
        (#"{"duration":1}"#, "1:13: expected an integer from 60000 to 2592000000"),
        (#"{"seed":7}"#, "1:9: expected a text"),
        (#"{"seed":"-7"}"#, "1:9: expected a seed from 0 to 18446744073709551615 in quotation marks"),
        (#"{"variant":"none"}"#, "1:12: expected one of shared, per-team"),
        (#"{"grouping":"pair"}"#, "1:13: expected one of team, alone"),
        (#"{"adversary":""}"#, "1:14: expected a name of at most 200 bytes"),
        (#"{"colour":1}"#, "1:11: unknown setting \"colour\""), ("[]", "1:1: expected an object"),
    ])
    func wrongSettingsAreRefusedWithTheirPlace(text: String, message: String) {
        do {
            _ = try ExerciseSettings(json: JSONValue.parse(text))
            Issue.record("\(text) was read")
        } catch {
            #expect("\(error)" == message)
        }
    }

    @Test func teamsMeetTheSameDayOrTheirOwn() {
        var settings = ExerciseSettings()
        settings.seed = 12
        #expect(settings.seeds(team: 1) == Seeds(12))
        #expect(settings.seeds(team: 2) == Seeds(12))
        settings.variant = .perTeam
        let seeds = (1...250).map { settings.seeds(team: $0) }
        #expect(Set(seeds.map(\.world)).count == 250)
        #expect(Set(seeds.map(\.future)).count == 250)
        #expect(settings.seeds(team: 3) == seeds[2])
    }

    @Test func nobodyActsByThemselves() {
        let options = Self.full.runOptions()
        #expect(options.playbook == .none)
        #expect(options.seats == 1)
        #expect(options.measures == ["patching", "mail-filter"])
        #expect(Self.full.playbookOptions().playbook == .standard)
    }
}
