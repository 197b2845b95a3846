import Kernel
import Scenario
import Testing

struct ScenarioReaderTests {
    @Test func readsACompleteScenario() throws {
        let result = ScenarioReader.read(
            try Fixtures.bytes("thaotruong/accept/complete.yaml"), file: "complete.yaml",
            catalogue: try Fixtures.catalogue())
        #expect(result.diagnostics.map(\.description) == [])
        let scenario = try #require(result.value)
        let simulation = try #require(scenario.simulation)
        #expect(simulation.hosts.map(\.name) == ["portal-web", "clients", "plc"])
    }
}
