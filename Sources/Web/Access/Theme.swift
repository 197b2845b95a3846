/// Light, dark, or what the system says.
enum Theme: String, Sendable, CaseIterable {
    case system, light, dark
}
