/// Who thinks in a seat: the scoreboard keeps them apart.
public enum Track: String, Sendable, CaseIterable {
    /// People alone.
    case human
    /// People with help of a model.
    case humanWithAI = "human-with-ai"
    /// A program alone.
    case ai
}
