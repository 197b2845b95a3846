/// A line of one of Zeek's logs before it is JSON or tab-separated: its columns with their types, in the log's order.
struct ZeekLog {
    /// The log's name, as `conn`.
    var path: String
    var columns: [Column]

    /// One column.
    struct Column {
        var name: String
        var type: String
        var value: Value
    }

    /// What stands in a column.
    enum Value {
        /// A text with marks.
        case text(String)
        /// The source of digits, or `T` and `F` as JSON writes them.
        case bare(String)
        /// Several texts.
        case list([String])
        /// A list of one number, by the source of its digits.
        case numbers(String)
        /// The service that usually listens on the record's port, if there is one.
        case service
        /// Nothing.
        case unset
    }

    /// One JSON object a line, columns without a value left out.
    var json: String {
        var members = ["\"_path\":\"\(path)\""]
        for column in columns {
            switch column.value {
            case .text(let text): members.append(",\"\(column.name)\":\"\(FieldText.source(text, .json))\"")
            case .bare(let source): members.append(",\"\(column.name)\":\(source)")
            case .list(let texts):
                let items = texts.map { "\"\(FieldText.source($0, .json))\"" }.joined(separator: ",")
                members.append(",\"\(column.name)\":[\(items)]")
            case .numbers(let source): members.append(",\"\(column.name)\":[\(source)]")
            case .service: members.append("<serviceMember>")
            case .unset: break
            }
        }
        return "{" + members.joined() + "}"
    }

    /// Columns between tabs, `-` where there is no value.
    var tabbed: String {
        columns.map { column in
            switch column.value {
            case .text(let text): text.isEmpty ? "(empty)" : FieldText.source(text, .tabbed)
            case .bare("true"): "T"
            case .bare("false"): "F"
            case .bare(let source), .numbers(let source): source
            case .list(let texts):
                texts.isEmpty ? "(empty)" : texts.map(Self.item).joined(separator: ",")
            case .service: "<service>"
            case .unset: "-"
            }
        }.joined(separator: "\t")
    }

    /// A text in a list: what would part it in two is escaped as well.
    private static func item(_ text: String) -> String {
        FieldText.source(text, .tabbed).split(separator: ",", omittingEmptySubsequences: false)
            .joined(separator: "\\x2c")
    }

    /// What a tab-separated log begins with. It says nothing of when it was opened: that would not be the same twice.
    var header: String {
        "#separator \\x09\n#set_separator\t,\n#empty_field\t(empty)\n#unset_field\t-\n#path\t\(path)\n"
            + "#fields\t" + columns.map(\.name).joined(separator: "\t") + "\n"
            + "#types\t" + columns.map(\.type).joined(separator: "\t") + "\n"
    }
}
