import Kernel

/// Reads the files of the content library.
public enum CatalogueReader {
    /// The catalogue that `files` make together, in their order. An id may stand in one file only.
    public static func read(files: [(name: String, bytes: [UInt8])]) -> ReadResult<Catalogue> {
        var context = ReadContext(dialect: .thaotruong, file: files.first?.name ?? "")
        for section in [Section.cards, .attackIDs, .analytics, .actions] { context.names.open(section) }
        var catalogue = Catalogue()
        var owners: [Section: [String: String]] = [:]
        var texts: [[UInt8]] = []
        for (order, file) in files.enumerated() {
            context.file = file.name
            context.fileOrder = order
            let text = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(file.bytes.dropFirst(3)) : file.bytes
            texts.append(text)
            guard let node = context.compose(text) else { continue }
            for (key, section) in [("cards", Section.cards), ("analytics", .analytics), ("actions", .actions)] {
                context.claim(node[key], key, section, &owners)
            }
            guard let part = CatalogueFormat.catalogue.read(node, &context) else { continue }
            catalogue.cards += part.cards
            catalogue.analytics += part.analytics
            catalogue.actions += part.actions
        }
        context.resolveReferences()
        let diagnostics = context.diagnostics.finished(texts: texts, names: context.names)
        return ReadResult(value: context.hasErrors ? nil : catalogue, diagnostics: diagnostics)
    }
}

extension ReadContext {
    /// Notes which file an id stands in, and reports those that stand in an earlier one as well.
    fileprivate mutating func claim(
        _ node: YAMLNode?, _ key: String, _ section: Section, _ owners: inout [Section: [String: String]]
    ) {
        for entry in node?.entries ?? [] {
            if let owner = owners[section]?[entry.key], owner != file {
                within(.key(key)) { context in
                    context.within(.key(entry.key)) {
                        $0.error("the \(section.noun) stands in \(owner) already", at: entry.keyPosition)
                    }
                }
            }
            owners[section, default: [:]][entry.key] = file
        }
    }
}
