/// The two languages that people read.
public enum PageLanguage: String, Sendable, CaseIterable {
    /// Vietnamese.
    case vietnamese = "vi"
    /// English.
    case english = "en"

    /// The other one.
    package var other: PageLanguage { self == .vietnamese ? .english : .vietnamese }
}
