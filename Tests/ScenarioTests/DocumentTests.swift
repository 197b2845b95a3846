import Foundation
import Kernel
@testable import Scenario
import Testing

/// The schema and the reference page come from the shapes; the files in `docs` are held against them.
struct DocumentTests {
    private static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static let documents = [
        "scenario-reference.md", "scenario.schema.json", "catalogue.schema.json", "study.schema.json",
    ]

    private func text(_ name: String) -> String {
        switch name {
        case "scenario.schema.json": ScenarioSchema.json()
        case "catalogue.schema.json": ScenarioSchema.catalogueJSON()
        case "study.schema.json": ScenarioSchema.studyJSON()
        default: ScenarioSchema.markdown()
        }
    }

    /// `THAO_UPDATE_DOCS=1 swift test --filter DocumentTests` writes the files anew.
    @Test(arguments: documents)
    func documentsAreCurrent(name: String) throws {
        let file = Self.package.appendingPathComponent("docs/\(name)")
        if ProcessInfo.processInfo.environment["THAO_UPDATE_DOCS"] != nil {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text(name).utf8).write(to: file)
        }
        let stored = try String(contentsOf: file, encoding: .utf8)
        #expect(stored == text(name), "docs/\(name) is not what the shapes give")
    }

    @Test func schemaHasTheKeysOfTheShapes() throws {
        let pairs = [
            (ScenarioSchema.json(), ScenarioFormat.scenario.description, ScenarioSchema.definitions),
            (ScenarioSchema.catalogueJSON(), CatalogueFormat.catalogue.description, []),
            (ScenarioSchema.studyJSON(), StudyFormat.study.description, []),
        ]
        for (text, root, definitions) in pairs {
            let schema = try JSONValue.parse(text)
            for (index, record) in root.records(definitions).enumerated() {
                let slug = String(record.name.map { $0 == " " ? "-" : $0 })
                let place = index == 0 ? schema : try schema.required("$defs").required(slug)
                let keys = try place.required("properties").object().map(\.name)
                #expect(keys == record.fields.map(\.key), "\(record.name)")
                let required = try place["required"]?.array().map { try $0.string() } ?? []
                #expect(required == record.fields.filter(\.isRequired).map(\.key), "\(record.name)")
            }
        }
    }

    @Test func everyKeyIsOnTheReferencePage() {
        let page = ScenarioSchema.markdown()
        for record in ScenarioFormat.scenario.description.records(ScenarioSchema.definitions) {
            for field in record.fields {
                #expect(page.contains("| `\(field.key)`"))
                #expect(field.summary.hasSuffix("."), "\(record.name).\(field.key)")
            }
        }
    }

    /// The fixtures that are read whole leave no key out.
    @Test func everyKeyIsInACompleteFixture() throws {
        let scenario = String(decoding: try Fixtures.bytes("thaotruong/accept/complete.yaml"), as: UTF8.self)
        let catalogue = try Fixtures.names(in: "catalogue").map {
            String(decoding: try Fixtures.bytes("catalogue/\($0)"), as: UTF8.self)
        }.joined()
        let pairs = [
            (scenario, ScenarioFormat.scenario.description.records(ScenarioSchema.definitions)),
            (catalogue, CatalogueFormat.catalogue.description.records([])),
        ]
        for (text, records) in pairs {
            for record in records {
                for field in record.fields { #expect(text.contains("\(field.key):"), "\(record.name).\(field.key)") }
            }
        }
    }
}
