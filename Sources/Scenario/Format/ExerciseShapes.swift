import Kernel

/// Shapes that the parts of the exercise half share.
enum ExerciseShapes {
    /// A list of names of one section. Open Cyber Range asks for the section even where the list is empty.
    static func references(_ section: Section, atLeast: Int = 0) -> Shape<[String]> {
        let list = Shape<[String]>.list(.reference([section]), atLeast: atLeast)
        return Shape(list.description) { node, context in
            let isEmpty = node.elements.isEmpty
            if isEmpty && !context.isStrict { context.require(section, at: node.position) }
            return list.read(node, &context)
        }
    }

    /// Where a package comes from: its name for short, or name and version.
    static let source = Shape<String>.shorthand(
        .text,
        or: .record(
            "source", "A package in a library.", make: { _ in "" },
            fields: [
                .required("name", \.self, .text, "Name."),
                .checked("version", .text, "Version; `*` for any.", isRequired: true),
            ]))

    /// One of some words in any case (`anyCase`), or lower, Capitalised and UPPER; in ours as it is listed, too.
    static func word<Word: CaseIterable & RawRepresentable<String> & Sendable>(
        _ type: Word.Type, anyCase: Bool = false
    ) -> Shape<Word> {
        let words = Word.allCases.map(\.rawValue)
        let expectation = "one of \(words.joined(separator: ", "))"
        return Shape<Word>(.word(words)) { node, context in
            guard let text = node.scalar(expecting: expectation, &context) else { return nil }
            let lower = text.lowercased()
            for word in Word.allCases where word.rawValue.lowercased() == lower {
                let isWritten = text == lower || text == text.uppercased() || text == word.rawValue
                if anyCase || isWritten { return word }
            }
            context.error(
                "expected \(expectation), found \(node.summary)", at: node.position, near: text, among: words)
            return nil
        }
    }
}

extension YAMLNode {
    /// What is written for a key of a record in the dialect; nothing counts as absent in Open Cyber Range's.
    func written(_ key: String, _ context: ReadContext) -> YAMLNode? {
        let field = FieldDescription(key: key, summary: "", isRequired: false, isOurs: false, shape: .text)
        guard let value = entries.last(where: { field.matches($0.key, context.dialect) })?.value else { return nil }
        return !context.isStrict && value.isNull ? nil : value
    }
}
