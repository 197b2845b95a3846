import Kernel

/// Reads a stream of records of one file, in pieces of any size, and hands over the fields that a catalogue asks for. A value:
/// a copy goes on by itself. It costs about one pass over the bytes; memory is bounded by some times the limit of a record.
public struct RecordReader: Sendable {
    /// A longer record is refused, unless said otherwise; in bytes.
    public static let usualRecordLimit = 16 << 20
    /// So many problems are kept; further ones are counted only.
    public static let problemLimit = 20
    private static let pieceLimit = 1 << 28
    /// So many values may one record have.
    static let valueLimit = 1 << 14

    /// The first problems since ``forgetProblems()``. Positions are from the beginning of their stream.
    public internal(set) var problems: [RecordProblem] = []
    /// How many records could not be read since ``forgetProblems()``.
    public internal(set) var unreadable = 0
    /// How many records of the present stream were read.
    public internal(set) var count = 0
    /// What records turned out to be, by ``RecordFields/source``; grows while reading.
    public var sources: [RecordSource] { profiles.sources }

    /// Takes a record and the sources known so far, among them the record's.
    public typealias Body = (_ record: RecordFields, _ sources: [RecordSource]) -> Void

    let layout: RecordLayout
    let kinds: RecordKinds
    let format: RecordFormat
    let recordLimit: Int
    var profiles: RecordProfiles
    var fields: RecordFields
    var scalars: [JSONScanner.Scalar]
    var scratch: [UInt8] = []
    var found = [Int32](repeating: -1, count: RecordLayout.Marker.allCases.count)
    var table = ZeekTable()
    /// What came of a record that has not ended.
    private var rest: [UInt8] = []
    private var tried = 0
    private var lines = 0
    /// How many bytes of the present line were taken already.
    private var column = 0
    private var recovery: Int?
    private var hasBegun = false
    private var isInList = false

    /// A reader of the fields of a catalogue. `wantsKeywords` says of which sources all values are wanted (slot 0). O(names).
    public init(
        catalogue: FieldCatalogue, format: RecordFormat = .automatic, recordLimit: Int = usualRecordLimit,
        wantsKeywords: (@Sendable (RecordSource) -> Bool)? = nil
    ) {
        kinds = RecordKinds.all
        layout = RecordLayout(catalogue: catalogue, mappings: kinds.mappings)
        let all = catalogue.wantsEverything
        profiles = RecordProfiles(wantsKeywords: { all && (wantsKeywords?($0) ?? true) })
        fields = RecordFields(catalogue)
        self.format = format
        self.recordLimit = recordLimit
        let empty = JSONScanner.Scalar(node: -1, start: 0, count: 0, kind: .null)
        scalars = [JSONScanner.Scalar](repeating: empty, count: Self.valueLimit)
    }

    /// Takes the next piece and hands over each record that ends in it. O(bytes).
    public mutating func read(_ piece: UnsafeBufferPointer<UInt8>, _ body: Body) {
        guard let start = piece.baseAddress else { return }
        if piece.count > Self.pieceLimit {
            // Places within a piece are kept in 32 bits.
            var index = 0
            while index < piece.count {
                let end = min(index + Self.pieceLimit, piece.count)
                read(UnsafeBufferPointer(rebasing: piece[index..<end]), body)
                index = end
            }
            return
        }
        if rest.isEmpty {
            let taken = take(start, piece.count, isLast: false, body)
            keep(piece[taken...])
            return
        }
        rest.append(contentsOf: piece)
        // A record that is still open is not begun anew at every piece, so that tiny pieces do not cost the square of its size.
        if rest.count > 1 << 16 && rest.count < 2 * tried && rest.count < recordLimit { return }
        takeRest(isLast: false, body)
    }

    /// Takes the next piece.
    public mutating func read(_ piece: [UInt8], _ body: Body) {
        piece.withUnsafeBufferPointer { read($0, body) }
    }

    /// Ends the stream: what is left is a record, or a problem. The next piece begins another stream.
    public mutating func finish(_ body: Body) {
        takeRest(isLast: true, body)
        rest.removeAll(keepingCapacity: true)
        (lines, column, tried, count) = (0, 0, 0, 0)
        (recovery, hasBegun, isInList) = (nil, false, false)
        table = ZeekTable()
    }

    /// Forgets the problems of files that are done.
    public mutating func forgetProblems() {
        problems = []
        unreadable = 0
    }

    private mutating func takeRest(isLast: Bool, _ body: Body) {
        var bytes: [UInt8] = []
        swap(&bytes, &rest)
        let taken = bytes.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.map { take($0, buffer.count, isLast: isLast, body) } ?? 0
        }
        bytes.removeFirst(taken)
        swap(&bytes, &rest)
        tried = rest.count
    }

    private mutating func keep(_ left: Slice<UnsafeBufferPointer<UInt8>>) {
        rest.append(contentsOf: left)
        tried = rest.count
    }

    /// Reads the records that are whole; gives how many bytes are done with.
    private mutating func take(
        _ bytes: UnsafePointer<UInt8>, _ count: Int, isLast: Bool, _ body: Body
    ) -> Int {
        var scalars: [JSONScanner.Scalar] = []
        swap(&scalars, &self.scalars)
        defer { swap(&scalars, &self.scalars) }
        let layout = layout
        return layout.tree.table.withView { keys in
            layout.tree.otherwise.withUnsafeBufferPointer { otherwise in
                layout.tree.isNamedValue.withUnsafeBufferPointer { isNamedValue in
                    scalars.withUnsafeMutableBufferPointer { scalars in
                        guard let others = otherwise.baseAddress, let named = isNamedValue.baseAddress,
                            let base = scalars.baseAddress
                        else { return count }
                        var scanner = JSONScanner(
                            bytes: bytes, count: count, keys: keys, otherwise: others, isNamedValue: named,
                            scalars: base, capacity: scalars.count)
                        scanner.lineStart = -column
                        let taken = pass(&scanner, isLast: isLast, body)
                        column = taken - scanner.lineStart
                        lines += scanner.lines
                        return taken
                    }
                }
            }
        }
    }

    /// Goes from record to record; gives where it stopped.
    private mutating func pass(_ scanner: inout JSONScanner, isLast: Bool, _ body: Body) -> Int {
        if !hasBegun {
            // A mark of the byte order stands before the first line of files of Windows programs.
            if scanner.bytes[0] == 0xEF && scanner.count < 3 && !isLast { return 0 }
            hasBegun = true
            if scanner.count >= 3 && scanner.bytes[0] == 0xEF && scanner.bytes[1] == 0xBB && scanner.bytes[2] == 0xBF {
                scanner.position = 3
                scanner.lineStart = 3
            }
        }
        while true {
            if let indentation = recovery {
                guard scanner.skip(toLineOf: indentation) else { break }
                recovery = nil
            }
            let blanks = scanner.position
            guard scanner.skipBlanks() else {
                // The blanks before a record stay, since they tell how far it is indented.
                let kept = max(blanks, scanner.lineStart)
                return scanner.count - kept < 4096 ? kept : scanner.count
            }
            let start = scanner
            switch scanner.bytes[scanner.position] {
            case 0x7B where format != .text:
                switch scanner.scan() {
                case .record where scanner.position - start.position > recordLimit:
                    scanner.goBack(to: start)
                    refuse(&scanner, from: start, tooLong)
                case .record: deliver(&scanner, from: start, body)
                case .failed: refuse(&scanner, from: start, nil)
                case .incomplete:
                    let isTooLong = scanner.count - start.position > recordLimit
                    if !isLast && !isTooLong { return scanner.goBack(to: start) - start.indentation }
                    scanner.goBack(to: start)
                    refuse(
                        &scanner, from: start,
                        isTooLong ? tooLong : "the file ends inside a record")
                }
            case 0x5B where format != .text && scanner.opensList != false:
                if scanner.opensList == nil && !isLast { return scanner.position }
                isInList = true
                scanner.position += 1
            case 0x2C where isInList, 0x5D where isInList: scanner.position += 1
            default:
                if let end = scanner.endOfLine(isLast: isLast), end - start.position <= recordLimit {
                    deliverLine(scanner, to: end, body)
                    scanner.position = end
                } else {
                    if scanner.count - start.position <= recordLimit { return scanner.position }
                    refuse(&scanner, from: start, tooLong)
                    recovery = -1
                }
            }
        }
        return scanner.position
    }

    private var tooLong: String { "the record is longer than \(recordLimit) bytes" }

    /// Notes a problem and goes on with the next line that can begin a record like the one that began at `start`.
    private mutating func refuse(_ scanner: inout JSONScanner, from start: JSONScanner, _ text: String?) {
        note(scanner, text ?? scanner.failure.map(\.description) ?? "this is no record")
        recovery = start.indentation
        scanner.goBack(to: start)
        scanner.position += 1
    }

    /// Counts what could not be read, and says where the scanner stands.
    mutating func note(_ scanner: JSONScanner, _ text: String) {
        unreadable += 1
        if problems.count == Self.problemLimit { return }
        problems.append(
            RecordProblem(
                line: line(of: scanner), column: scanner.position - scanner.lineStart + 1, message: text))
    }

    /// The line of a place, from 1.
    func line(of scanner: JSONScanner) -> Int { lines + scanner.lines + 1 }
}
