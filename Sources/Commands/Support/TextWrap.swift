/// Breaks texts into lines for a screen.
enum TextWrap {
    /// The width that every screen has.
    static let width = 80

    /// The words of a text in lines of at most ``width`` letters; a longer word has its own line.
    static func lines(of text: String) -> String {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let last = lines.last, last.count + word.count < width {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines.joined(separator: "\n")
    }
}
