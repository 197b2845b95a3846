import Foundation
import Testing

@testable import Commands

/// `thao generate`.
struct GenerateTests {
    @Test func aDescriptionBecomesAScenarioThatIsValid() async throws {
        let folder = try TemporaryFolder()
        let file = folder("nation.yaml")
        let made = await thao("generate", "registry", "--hosts", "1000", "--out", file)
        #expect(made.code == 0, "\(made.errors)")
        #expect(made.output.contains("1000 hosts in") && made.output.contains("24 provinces"))
        let valid = await thao("validate", file)
        #expect(valid.code == 0, "\(valid.output)")
        let again = await thao("generate", "registry", "--hosts", "1000")
        #expect(try String(contentsOfFile: file, encoding: .utf8) == again.output)
        let other = await thao("generate", "registry", "--hosts", "1000", "--seed", "12")
        #expect(other.code == 0 && other.output != again.output)
    }

    @Test func wrongDescriptionsAndSizesAreRefused() async throws {
        let folder = try TemporaryFolder()
        let wrong = try folder.write("name: a\nprovincs: {}\n", to: "wrong.yaml")
        let ran = await thao("generate", wrong)
        #expect(ran.code == 65)
        #expect(ran.errors.contains("wrong.yaml:2:1: error: ") && ran.errors.contains("did you mean 'provinces'?"))
        #expect(await thao("generate", "registri").errors.contains("did you mean 'registry'?"))
        #expect(await thao("generate", folder("none.yaml")).code == 66)
        let few = await thao("generate", "registry", "--hosts", "10")
        #expect(few.code == 64 && few.errors.contains("need at least"))
        #expect(await thao("generate", "registry", "--hosts", "0").code == 64)
    }
}
