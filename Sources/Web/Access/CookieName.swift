/// The cookies of this server. Over TLS their names carry a prefix with which browsers refuse them from anywhere else.
enum CookieName: String, CaseIterable {
    /// The secret of a session.
    case session
    /// What forms of people who have not signed in are tied to.
    case visitor
    /// The language that was chosen before signing in.
    case language
    /// Light, dark or as the system.
    case theme
    /// A message for the next page.
    case notice

    /// The name as browsers see it.
    func name(isSecure: Bool) -> String { isSecure ? "__Host-\(rawValue)" : rawValue }
}
