import Detection
import Testing

struct RecordSourceTests {
    @Test func aRuleFitsWhereEverythingItNamesIsThere() {
        let source = RecordSource(products: ["windows"], categories: ["process_creation"], services: ["sysmon"])
        #expect(source.fits(LogSource(category: "process_creation", product: "windows")))
        #expect(source.fits(LogSource()))
        #expect(!source.fits(LogSource(product: "linux")))
        #expect(!source.fits(LogSource(category: "process_creation", product: "windows", service: "security")))
    }
}
