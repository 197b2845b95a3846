import Kernel

/// Reads scenario files.
public enum ScenarioReader {
    /// The scenario of a text, with everything that is wrong or odd about it.
    ///
    /// Never traps, whatever the bytes are. With a catalogue the ids of techniques, analytics and actions must exist
    /// in it; without one they are taken as they are.
    ///
    /// - Parameters:
    ///   - file: the name that diagnostics give.
    ///   - dialect: Open Cyber Range's dialect has no simulation half and ignores unknown keys.
    /// - Complexity: O(bytes · log bytes) for a valid file.
    public static func read(
        _ bytes: [UInt8], file: String, dialect: Dialect = .thaotruong, catalogue: Catalogue? = nil
    ) -> ReadResult<Scenario> {
        var context = ReadContext(dialect: dialect, file: file)
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        catalogue?.declare(in: &context.names)
        let draft = context.compose(text).flatMap { ScenarioFormat.scenario.read($0, &context) }
        context.resolveReferences()
        let diagnostics = context.diagnostics.finished(texts: [text], names: context.names)
        return ReadResult(value: context.hasErrors ? nil : draft?.scenario, diagnostics: diagnostics)
    }
}

extension ReadContext {
    /// The tree of a text; nil where it is no YAML, which is then reported.
    mutating func compose(_ text: [UInt8]) -> YAMLNode? {
        do throws(YAMLError) {
            return try YAMLComposer.compose(text)
        } catch {
            self.error(error.message, at: error.position)
            return nil
        }
    }
}

extension Catalogue {
    /// Declares what scenarios may refer to.
    fileprivate func declare(in names: inout NameTable) {
        for section in [Section.cards, .attackIDs, .analytics, .actions] { names.open(section) }
        for card in cards {
            names.declare(card.id, in: .cards)
            names.declare(card.attackID, in: .attackIDs)
        }
        for analytic in analytics { names.declare(analytic.id, in: .analytics) }
        for action in actions { names.declare(action.id, in: .actions) }
    }
}
