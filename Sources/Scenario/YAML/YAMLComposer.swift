import CYaml
import Kernel

/// Composes the trees of a text's documents from the events of the YAML scanner.
///
/// The tree is built here and not by Yams' own composer, for three reasons: that one recurses as deep as the text says,
/// hashes keys in time exponential in the depth of aliases, and resolves scalars by regular expressions.
package struct YAMLComposer {
    private struct Level {
        var node: YAMLNode
        var anchor: String?
        var isMapping: Bool
        var elements: [YAMLNode] = []
        var entries: [YAMLNode.Entry] = []
        var key: YAMLNode?
    }

    private var levels: [Level] = []
    private var anchors: [String: YAMLNode] = [:]
    private var documents: [YAMLNode] = []
    private var written = 0
    /// Whether a second document is an error.
    private let isSingle: Bool

    private init(isSingle: Bool) { self.isSingle = isSingle }

    /// The tree of `text`, which must hold one document.
    ///
    /// - Complexity: O(bytes); aliases cost O(1) each.
    static func compose(_ text: [UInt8]) throws(YAMLError) -> YAMLNode {
        let (documents, error) = compose(text, isSingle: true)
        if let error { throw error }
        guard let root = documents.first else {
            throw YAMLError(message: "the file is empty", position: TextPosition(line: 1, column: 1))
        }
        return root
    }

    /// The trees of all documents of `text` before the first mistake, and that mistake.
    ///
    /// - Complexity: O(bytes); aliases cost O(1) each.
    package static func composeAll(_ text: [UInt8]) -> (documents: [YAMLNode], error: YAMLError?) {
        compose(text, isSingle: false)
    }

    private static func compose(_ text: [UInt8], isSingle: Bool) -> (documents: [YAMLNode], error: YAMLError?) {
        var composer = YAMLComposer(isSingle: isSingle)
        do throws(YAMLError) {
            try check(text)
            try composer.run(text)
        } catch {
            return (composer.documents, error)
        }
        return (composer.documents, nil)
    }

    private static func check(_ text: [UInt8]) throws(YAMLError) {
        if text.count > YAMLLimits.bytes {
            throw YAMLError(
                message: "the text has \(text.count) bytes; at most \(YAMLLimits.bytes) are read",
                position: TextPosition(line: 1, column: 1))
        }
        try UTF8Check.check(text)
        try checkDirectives(text)
    }

    private mutating func run(_ text: [UInt8]) throws(YAMLError) {
        let result = text.withUnsafeBufferPointer { buffer in
            Result { () throws(YAMLError) in try run(buffer) }
        }
        try result.get()
    }

    private static func checkDirectives(_ text: [UInt8]) throws(YAMLError) {
        var line = 1
        var count = 0
        var isLineStart = true
        for byte in text {
            if isLineStart && byte == 0x25 { count += 1 }
            if count > YAMLLimits.directives {
                throw YAMLError(
                    message: "more than \(YAMLLimits.directives) directives",
                    position: TextPosition(line: line, column: 1))
            }
            isLineStart = byte == 0x0A || byte == 0x0D
            if byte == 0x0A { line += 1 }
        }
    }

    private mutating func run(_ text: UnsafeBufferPointer<UInt8>) throws(YAMLError) {
        var parser = yaml_parser_t()
        guard yaml_parser_initialize(&parser) == 1 else {
            throw YAMLError(message: "no memory to read the text", position: TextPosition(line: 1, column: 1))
        }
        defer { yaml_parser_delete(&parser) }
        yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(&parser, text.baseAddress, text.count)
        while true {
            var event = yaml_event_t()
            guard yaml_parser_parse(&parser, &event) == 1 else { throw Self.error(of: parser, text) }
            defer { yaml_event_delete(&event) }
            if event.type == YAML_STREAM_END_EVENT { break }
            try take(event)
        }
    }

    private mutating func take(_ event: yaml_event_t) throws(YAMLError) {
        let position = Self.position(event.start_mark)
        switch event.type {
        case YAML_DOCUMENT_START_EVENT:
            if isSingle && !documents.isEmpty {
                throw YAMLError(message: "a second document begins here; expected only one", position: position)
            }
            anchors.removeAll()
        case YAML_ALIAS_EVENT:
            let name = Self.string(event.data.alias.anchor) ?? ""
            guard var node = anchors[name] else {
                throw YAMLError(
                    message: "no anchor \(YAMLNode.quoted(name)) stands before this alias", position: position)
            }
            node.position = position
            try count(node.weight, at: position)
            try checkDepth(node.height, at: position)
            try place(node)
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
            let isPlain = scalar.style == YAML_PLAIN_SCALAR_STYLE
            let node = YAMLNode(
                content: .scalar(text, isPlain: isPlain), position: position, hasTag: scalar.tag != nil)
            try count(1, at: position)
            try finish(node, anchor: Self.string(scalar.anchor))
        case YAML_SEQUENCE_START_EVENT:
            let start = event.data.sequence_start
            try open(false, anchor: Self.string(start.anchor), hasTag: start.tag != nil, at: position)
        case YAML_MAPPING_START_EVENT:
            let start = event.data.mapping_start
            try open(true, anchor: Self.string(start.anchor), hasTag: start.tag != nil, at: position)
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
            try close()
        default:
            break
        }
    }

    private mutating func open(
        _ isMapping: Bool, anchor: String?, hasTag: Bool, at position: TextPosition
    ) throws(YAMLError) {
        try count(1, at: position)
        try checkDepth(1, at: position)
        let node = YAMLNode(content: .sequence([]), position: position, hasTag: hasTag)
        levels.append(Level(node: node, anchor: anchor, isMapping: isMapping))
    }

    private mutating func close() throws(YAMLError) {
        guard let level = levels.popLast() else { return }
        var node = level.node
        var weight = 1
        var height = 0
        for element in level.elements {
            weight += element.weight
            height = max(height, element.height)
        }
        for entry in level.entries {
            weight += 1 + entry.value.weight
            height = max(height, entry.value.height)
        }
        node.content = level.isMapping ? .mapping(level.entries) : .sequence(level.elements)
        node.weight = weight
        node.height = height + 1
        try finish(node, anchor: level.anchor)
    }

    private mutating func finish(_ node: YAMLNode, anchor: String?) throws(YAMLError) {
        if let anchor { anchors[anchor] = node }
        try place(node)
    }

    /// Puts a finished node where it belongs: into the list or map that is open, or among the documents.
    private mutating func place(_ node: YAMLNode) throws(YAMLError) {
        guard let index = levels.indices.last else {
            documents.append(node)
            return
        }
        if !levels[index].isMapping {
            levels[index].elements.append(node)
        } else if let key = levels[index].key {
            guard case .scalar(let text, _) = key.content else { return }
            levels[index].entries.append(YAMLNode.Entry(key: text, keyPosition: key.position, value: node))
            levels[index].key = nil
        } else {
            guard case .scalar = node.content else {
                throw YAMLError(message: "\(node.summary) is used as a key; expected a text", position: node.position)
            }
            levels[index].key = node
        }
    }

    private mutating func count(_ nodes: Int, at position: TextPosition) throws(YAMLError) {
        written += nodes
        if written > YAMLLimits.nodes {
            throw YAMLError(
                message: "with its aliases written out the text has more than \(YAMLLimits.nodes) values",
                position: position)
        }
    }

    private func checkDepth(_ height: Int, at position: TextPosition) throws(YAMLError) {
        if levels.count + height > YAMLLimits.depth {
            throw Self.tooDeep(at: position)
        }
    }

    private static func position(_ mark: yaml_mark_t) -> TextPosition {
        TextPosition(line: mark.line + 1, column: mark.column + 1)
    }

    private static func string(_ bytes: UnsafePointer<UInt8>?) -> String? {
        guard let bytes else { return nil }
        return String(decodingCString: bytes, as: UTF8.self)
    }

    private static func error(of parser: yaml_parser_t, _ text: UnsafeBufferPointer<UInt8>) -> YAMLError {
        var message = parser.problem.map { String(cString: $0) } ?? "no YAML"
        if parser.error == YAML_READER_ERROR {
            // The reader knows only the byte; the characters before it were in order.
            let before = text.prefix(parser.problem_offset)
            let line = before.reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
            let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
            let column = before[min(start, before.endIndex)...].reduce(1) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
            return YAMLError(message: message, position: TextPosition(line: line, column: column))
        }
        if message.hasPrefix("Maximum nesting level") { return tooDeep(at: position(parser.mark)) }
        var mark = parser.problem_mark
        if let context = parser.context {
            // What began and never ended is to blame, not the end of the file.
            if message == "found unexpected end of stream" { mark = parser.context_mark }
            message = "\(String(cString: context)): \(message)"
        }
        return YAMLError(message: message, position: position(mark))
    }

    private static func tooDeep(at position: TextPosition) -> YAMLError {
        YAMLError(message: "nested deeper than \(YAMLLimits.depth) levels", position: position)
    }
}
