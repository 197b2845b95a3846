/// Takes a template's JSON document apart into fields, each with the steps that make its value.
///
/// The document is our own and well-formed: what is not is a mistake of this package and stops it.
struct FieldReader {
    /// A value found in a document.
    struct Value {
        var path: String
        var kind: FieldExpression.Kind
        var pieces: [TemplateStep]
    }

    private let bytes: [UInt8]
    private let steps: ArraySlice<TemplateStep>
    private var step: Int
    /// Within a literal step.
    private var offset = 0
    private(set) var values: [Value] = []

    /// Reads the document that some steps write.
    init(steps: ArraySlice<TemplateStep>, bytes: [UInt8]) {
        self.steps = steps
        self.bytes = bytes
        step = steps.startIndex
        if let first = steps.first, first.field == .literal, bytes[Int(first.first)] == 0x7B { readValue("") }
    }

    /// The byte at hand; nil where a field is filled in, or at the end.
    private var byte: UInt8? {
        guard step < steps.endIndex, steps[step].field == .literal else { return nil }
        return bytes[Int(steps[step].first) + offset]
    }

    private mutating func advance() {
        offset += 1
        if offset >= Int(steps[step].second) { nextStep() }
    }

    private mutating func nextStep() {
        step += 1
        offset = 0
    }

    private mutating func expect(_ wanted: UInt8) {
        precondition(byte == wanted, "a template's document is no JSON")
        advance()
    }

    private mutating func readValue(_ path: String) {
        switch byte {
        case 0x7B:
            readList(closing: 0x7D) { reader in
                let name = reader.readName()
                reader.expect(0x3A)
                reader.readValue(path.isEmpty ? name : "\(path).\(name)")
            }
        case 0x5B: readList(closing: 0x5D) { $0.readValue(path) }
        case 0x22:
            advance()
            readPieces(path, .text) { $0 == 0x22 }
            expect(0x22)
        default: readPieces(path, .number) { $0 == 0x2C || $0 == 0x7D || $0 == 0x5D }
        }
    }

    private mutating func readList(closing: UInt8, _ element: (inout FieldReader) -> Void) {
        advance()
        while byte != closing {
            element(&self)
            if byte == 0x2C { advance() }
        }
        advance()
    }

    private mutating func readName() -> String {
        expect(0x22)
        var name: [UInt8] = []
        while let next = byte, next != 0x22 {
            name.append(next)
            advance()
        }
        expect(0x22)
        return String(decoding: name, as: UTF8.self)
    }

    /// Collects what belongs to a scalar up to a byte that ends it.
    private mutating func readPieces(_ path: String, _ kind: FieldExpression.Kind, _ ends: (UInt8) -> Bool) {
        var pieces: [TemplateStep] = []
        var isFlag = false
        while step < steps.endIndex {
            guard let next = byte else {
                pieces.append(steps[step])
                nextStep()
                continue
            }
            if ends(next) { break }
            if kind == .number && pieces.isEmpty { isFlag = next >= 0x61 }
            let isEscape = next == 0x5C && kind == .text
            add(&pieces)
            if isEscape { add(&pieces) }
        }
        values.append(Value(path: path, kind: isFlag ? .flag : kind, pieces: pieces))
    }

    /// Adds the byte at hand to the literal that the pieces end with.
    private mutating func add(_ pieces: inout [TemplateStep]) {
        let place = steps[step].first + UInt32(offset)
        if let last = pieces.indices.last, pieces[last].field == .literal,
            pieces[last].first + pieces[last].second == place
        {
            pieces[last].second += 1
        } else {
            pieces.append(TemplateStep(field: .literal, part: 0, first: place, second: 1))
        }
        advance()
    }
}
