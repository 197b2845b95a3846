@testable import Exercise
import Kernel
import NetworkWorld
import Scenario
import TestSupport
import Testing

/// A run's truth for whoever looks back on it.
struct TimelineTests {
    private let fixture: ReviewFixture
    private let entries: [JournalEntry<NetworkInput>]

    init() throws {
        fixture = try ReviewFixture()
        entries = [
            fixture.foothold(0, "pc-001"), fixture.action(5, "triage-host", "pc-001"),
            fixture.action(6, "network-review", ""), fixture.action(20, "isolate-host", "pc-001"),
            fixture.action(60, "restore-host", "pc-001"), fixture.action(60, "isolate-host", "portal-001"),
            fixture.action(61, "isolate-host", "portal-002"),
        ]
    }

    @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
    func framesShowEveryHostAsItWas(seed: UInt64) throws {
        let reviewed = try fixture.reviewed(entries, seed: seed)
        let frames = reviewed.timeline().frames
        for minute in stride(from: Int64(0), through: 240, by: 7) {
            var log = EventLog<Event>(open: false)
            // Entries and agenda of the instant itself have happened in a frame.
            let run = Run<NetworkWorld>.replay(
                fixture.program, seeds: Seeds(seed), entries: entries, until: .minutes(minute) + 1, log: &log)
            let standings = frames.standings(at: .minutes(minute))
            for host in Int32(0)..<Int32(fixture.program.hostCount) {
                let shown = standings.first { $0.host == host }?.standing ?? .clean
                #expect(shown == HostStanding(run.state.host(host)), "seed \(seed), minute \(minute), host \(host)")
            }
        }
        #expect(frames.changes.map(\.time) == frames.changes.map(\.time).sorted())
    }

    @Test func actionsHaveTheirCourse() throws {
        let timeline = try fixture.reviewed(entries).timeline()
        #expect(timeline.actions.map(\.entry) == [1, 2, 3, 4, 5, 6])
        let triage = try #require(timeline.actions.first)
        #expect(triage.asked == .minutes(5) && triage.started == .minutes(5) && triage.finished == .minutes(15))
        #expect(triage.success == true)
        #expect(triage.results.map(\.finding).contains(.compromised))
        let isolation = timeline.actions[2]
        #expect(isolation.finished == .minutes(30) && isolation.action.target == "pc-001")
        let portal = timeline.actions[4]
        #expect(portal.started.map { $0 > portal.asked } == true)
    }

    @Test func outagesSayWhoseTheyWere() throws {
        let timeline = try fixture.reviewed(entries).timeline()
        let outage = try #require(timeline.outages.first)
        #expect(outage.name == "portal" && outage.byDefence && !outage.isProcess)
        #expect(outage.end <= timeline.end)
        #expect(timeline.moments.first?.kind == .footholdGranted)
    }

    @Test func stepsKnowTheirAlertsAndSensors() throws {
        let options = RunOptions()
        let program = try Shipped.program("egov", options: options)
        let reviewed = try ReviewedRun(program: program, seeds: Seeds(7), entries: [], end: program.duration)
        let timeline = reviewed.timeline()
        #expect(timeline.steps.map(\.number) == (1...Int32(timeline.steps.count)).map { $0 })
        #expect(timeline.alerts.map(\.number) == Array(1...timeline.alerts.count))
        #expect(timeline.steps.contains { !$0.sights.isEmpty })
        for alert in timeline.alerts {
            #expect((alert.truth == .attack) == (alert.step > 0))
            guard alert.step > 0 else { continue }
            let step = timeline.steps[Int(alert.step) - 1]
            #expect(step.alerts.contains(alert.number))
            // What raised an alert was seen by a sensor.
            #expect(!step.sights.isEmpty)
        }
        for step in timeline.steps {
            for sight in step.sights {
                #expect(program.sees(sensor: sight.sensor, host: sight.host, seeds: Seeds(7)))
            }
        }
        var json = JSONWriter()
        timeline.write(to: &json)
        let parsed = try JSONValue.parse(json.bytes)
        #expect(try parsed.required("steps").array().count == timeline.steps.count)
    }

    /// A review changes nothing about runs: this one ends as it did before there were reviews.
    @Test func theRunOfTheExampleIsWhatItWas() throws {
        let program = try Shipped.program("egov")
        var run = Run<NetworkWorld>(program, seeds: Seeds(7))
        run.advance(to: program.duration)
        #expect(run.stateHash.hexadecimal == "29e94912fba59d5c")
    }
}
