/// The language that somebody reads.
public enum LanguageChoice: String, Sendable, CaseIterable {
    /// Tiếng Việt.
    case vietnamese = "vi"
    /// English.
    case english = "en"
}
