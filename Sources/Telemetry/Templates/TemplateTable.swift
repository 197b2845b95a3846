/// Texts of records in the formats of a stream, compiled once: fixed bytes between fields that are filled in as bytes.
struct TemplateTable: Sendable {
    /// The formats, in the order in which their lines are.
    let formats: [TelemetryFormat]
    /// Where lines go: one output a format, for some formats one a log.
    private(set) var outputs: [FaceOutput] = []
    /// All fixed texts.
    private(set) var bytes: [UInt8] = []
    /// All steps.
    var steps: [TemplateStep] = []
    /// The templates.
    private(set) var infos: [TemplateInfo] = []
    /// The templates' lines: one a format, template after template.
    private(set) var lines: [TemplateLine] = []
    /// Texts that a `pick` chooses from, as ranges in ``bytes``.
    private(set) var choices: [Range<UInt32>] = []
    /// The most bytes that a line can take.
    private(set) var longestLine = 0
    private var lists: [String: TextList] = [:]
    private var known: [RecordShape: UInt16] = [:]

    /// The longest that a name, a device object or a user object can be.
    static let longestFragment = 512

    /// Texts to choose from: as they are, and where they begin in ``choices`` by ``TextStyle``.
    private struct TextList: Sendable {
        var texts: [String]
        var starts: [Int]
    }

    init(formats: [TelemetryFormat]) { self.formats = formats }

    /// Adds texts to choose from.
    mutating func addList(_ name: String, _ texts: [String]) {
        var starts: [Int] = []
        for style in TextStyle.allCases {
            starts.append(choices.count)
            for text in texts { choices.append(append(FieldText.escaped(text, style).utf8[...])) }
        }
        lists[name] = TextList(texts: texts, starts: starts)
    }

    /// The texts of a list.
    func texts(ofList name: String) -> [String] { lists[name]?.texts ?? [] }

    /// Where a list begins in ``choices``.
    func start(ofList name: String, _ style: TextStyle) -> Int { lists[name]?.starts[style.rawValue] ?? 0 }

    /// Compiles a shape for every format; the same shape twice gives the same number.
    mutating func add(_ shape: RecordShape) -> UInt16 {
        if let number = known[shape] { return number }
        precondition(infos.count < Int(UInt16.max), "more templates than a record can name")
        let number = UInt16(infos.count)
        known[shape] = number
        var isCarried = false
        for format in formats {
            guard let face = format.face(of: shape) else {
                lines.append(TemplateLine(steps: 0..<0, output: 0))
                continue
            }
            isCarried = true
            let first = steps.count
            let capacity = compile(face.source, format.style) + 2
            longestLine = max(longestLine, capacity)
            lines.append(TemplateLine(steps: first..<steps.count, output: output(format, face)))
        }
        infos.append(
            TemplateInfo(
                usesNetwork: shape.usesNetwork, needsEndpoint: shape.needsEndpoint,
                actor: Self.resident(shape.kind == .launch ? shape[.parent] : shape[.image]) ?? 1,
                process: shape.kind == .launch ? 2 : Self.resident(shape[.target]) ?? 2, isCarried: isCarried))
        return number
    }

    private static func resident(_ image: String) -> UInt8? {
        ProgramPaths.resident(image).map { Record.residents + $0 }
    }

    /// The output that a face's lines go to.
    private mutating func output(_ format: TelemetryFormat, _ face: FaceText) -> Int {
        if let index = outputs.firstIndex(where: { $0.format == format && $0.log == face.log }) { return index }
        outputs.append(FaceOutput(format: format, log: face.log, header: face.header))
        return outputs.count - 1
    }

    /// Compiles a source and gives the most bytes that it can take.
    private mutating func compile(_ source: String, _ style: TextStyle) -> Int {
        var capacity = 0
        var rest = source.utf8[...]
        while let open = rest.firstIndex(of: 0x3C) {
            capacity += addLiteral(rest[..<open])
            guard let close = rest[open...].firstIndex(of: 0x3E) else {
                preconditionFailure("template field without end in \(source)")
            }
            capacity += addField(Substring(rest[rest.index(after: open)..<close]), style)
            rest = rest[rest.index(after: close)...]
        }
        return capacity + addLiteral(rest) + addLiteral("\n".utf8[...])
    }

    private mutating func append(_ text: Substring.UTF8View) -> Range<UInt32> {
        let start = UInt32(bytes.count)
        // The stand-ins for brackets become brackets again.
        bytes.append(contentsOf: text.lazy.map { $0 == 1 ? 0x3C : $0 == 2 ? 0x3E : $0 })
        return start..<UInt32(bytes.count)
    }

    private mutating func addLiteral(_ text: Substring.UTF8View) -> Int {
        if text.isEmpty { return 0 }
        let range = append(text)
        steps.append(
            TemplateStep(field: .literal, part: 0, first: range.lowerBound, second: UInt32(range.count)))
        return range.count
    }

    private mutating func addField(_ text: Substring, _ style: TextStyle) -> Int {
        let words = text.split(separator: " ")
        guard let name = words.first, let field = TemplateField(name: name), words.count == field.argumentCount + 1
        else { preconditionFailure("wrong template field <\(text)>") }
        func number(_ index: Int) -> UInt32 {
            guard let value = UInt32(words[index]) else {
                preconditionFailure("template field <\(text)> lacks a number")
            }
            return value
        }
        var step = TemplateStep(field: field, part: 0, first: 0, second: 0)
        if field.argumentCount > 0 { step.part = UInt8(truncatingIfNeeded: number(field.argumentCount)) }
        var capacity = field.argumentCount == 0 ? Self.longestFragment : 40
        switch field {
        case .number: (step.first, step.second) = (number(1), number(2))
        case .size, .seconds, .hex, .letters: step.first = number(1)
        case .pick:
            guard let list = lists[String(words[1])], !list.texts.isEmpty else {
                preconditionFailure("template field <\(text)> names no list")
            }
            let start = list.starts[style.rawValue]
            (step.first, step.second) = (UInt32(start), UInt32(list.texts.count))
            capacity = choices[start..<start + list.texts.count].map(\.count).max() ?? 0
        default: break
        }
        steps.append(step)
        return capacity
    }
}
