import Scenario

/// Whether texts of people can be taken.
enum TextCheck {
    /// Not empty, and not longer than `limit` bytes.
    static func check(
        _ text: String, limit: Int = TeamLimits.textBytes, field: String = "text"
    ) throws(TeamInputError) {
        try checkLength(text, limit: limit, field: field)
        if text.allSatisfy(\.isWhitespace) {
            throw TeamInputError(.unknown, vi: "Chưa viết gì.", en: "There is no text.", field: field)
        }
    }

    /// Not longer than `limit` bytes; it may be empty.
    static func checkLength(_ text: String, limit: Int, field: String) throws(TeamInputError) {
        if text.utf8.count > limit {
            throw TeamInputError(
                .tooLong, vi: "Văn bản dài quá \(limit) byte.", en: "The text is longer than \(limit) bytes.",
                field: field)
        }
    }
}
