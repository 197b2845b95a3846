import Foundation
import Scenario
import Testing

/// The files beside the tests.
enum Fixtures {
    static var root: URL { Bundle.module.bundleURL.appendingPathComponent("Fixtures") }

    static func bytes(_ path: String) throws -> [UInt8] {
        try Array(Data(contentsOf: root.appendingPathComponent(path)))
    }

    static func names(in folder: String) -> [String] {
        let names =
            (try? FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent(folder).path)) ?? []
        return names.filter { $0.hasSuffix(".yaml") }.sorted()
    }

    /// The small catalogue that fixtures refer to.
    static func catalogue() throws -> Catalogue {
        let files = try names(in: "catalogue").map { (name: $0, bytes: try bytes("catalogue/\($0)")) }
        let result = CatalogueReader.read(files: files)
        #expect(result.diagnostics.map(\.description) == [])
        return try #require(result.value)
    }
}
