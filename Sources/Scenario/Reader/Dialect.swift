/// In which language a file is written.
public enum Dialect: String, Sendable, CaseIterable {
    /// Ours: strict, with a simulation half.
    case thaotruong
    /// Open Cyber Range's: accepts and refuses what its parser does.
    case ocr
}
