import Kernel

/// The language as documents: made of the same description by which files are read, so that they cannot disagree.
public enum ScenarioSchema {
    /// The JSON Schema (draft 2020-12) of scenario files, for editors.
    ///
    /// It knows the form of every part, not the rules over several: names that must exist, ranges that must not overlap.
    public static func json() -> String {
        SchemaWriter.write(
            ScenarioFormat.scenario.description, title: "Scenario of Thao Trường", definitions: definitions)
    }

    /// The JSON Schema (draft 2020-12) of the catalogue's files: technique cards, analytics, actions.
    public static func catalogueJSON() -> String {
        SchemaWriter.write(
            CatalogueFormat.catalogue.description, title: "Catalogue of Thao Trường", definitions: [])
    }

    /// The JSON Schema (draft 2020-12) of study files.
    public static func studyJSON() -> String {
        SchemaWriter.write(StudyFormat.study.description, title: "Study of Thao Trường", definitions: [])
    }

    /// A page in Markdown with all keys of scenario, catalogue and study files.
    public static func markdown() -> String {
        ReferencePage.write(
            parts: [
                ("Scenario files", ScenarioFormat.scenario.description, definitions),
                ("Catalogue files", CatalogueFormat.catalogue.description, []),
                ("Study files", StudyFormat.study.description, []),
            ])
    }

    /// Records that are referred to by name because they contain themselves.
    static let definitions = [PredicateFormat.shape.description, PeopleFormat.entity.description]
}

extension ShapeDescription {
    /// The shapes directly inside this one.
    var children: [ShapeDescription] {
        switch self {
        case .list(let element, _): [element]
        case .map(_, let element, _): [element]
        case .record(let record): record.fields.map(\.shape)
        case .oneOf(let shapes): shapes
        default: []
        }
    }

    /// All records in this shape and those of `definitions`, each once, in the order in which a reader meets them.
    func records(_ definitions: [ShapeDescription]) -> [RecordDescription] {
        var result: [RecordDescription] = []
        var seen: Set<String> = []
        func visit(_ shape: ShapeDescription) {
            switch shape {
            case .record(let record):
                guard seen.insert(record.name).inserted else { return }
                result.append(record)
            case .recursive(let name):
                for case .record(let record) in definitions where record.name == name { visit(.record(record)) }
            default: break
            }
            for child in shape.children { visit(child) }
        }
        visit(self)
        return result
    }
}
