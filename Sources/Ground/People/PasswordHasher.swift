import Scenario

/// Hashes passwords on threads of its own, a few at once.
final class PasswordHasher: Sendable {
    private let cost: PasswordCost
    private let threads: WorkerThreads

    /// Most passwords that wait to be hashed: about a minute's work for one core.
    private static let capacity = 1_000

    private static let overloaded = GroundError(
        .tooMany,
        LocalizedText(
            vietnamese: "Có quá nhiều người đăng nhập cùng lúc. Hãy thử lại sau 30 giây.",
            english: "Too many people sign in at once. Try again in 30 seconds."),
        secondsToWait: 30)

    init(cost: PasswordCost, atOnce: Int) {
        self.cost = cost
        threads = WorkerThreads(count: max(atOnce, 1), capacity: Self.capacity, name: "passwords", overloaded: Self.overloaded)
    }

    /// The hash of a new password, as it is stored. The password has been looked at.
    func hash(_ password: String) async throws(GroundError) -> String {
        try await threads.run { [cost] () throws(GroundError) in try PasswordHash(password, cost: cost).text }
    }

    /// Whether a password fits a stored hash, and whether that should be made anew because the cost was raised since.
    ///
    /// With no hash, for somebody who does not exist, it takes as long and says no.
    func verify(
        _ password: String, against text: String?
    ) async throws(GroundError) -> (fits: Bool, isOutdated: Bool) {
        try await threads.run { [cost] () throws(GroundError) in
            guard let hash = text.flatMap(PasswordHash.init(text:)) else {
                _ = try PasswordHash(password, cost: cost)
                return (false, false)
            }
            return (try hash.matches(password), !hash.has(cost))
        }
    }

    /// Ends the threads.
    func close() { threads.close() }

    /// Refuses passwords that are too short, too long, or the first that anybody would try.
    static func check(_ password: String, login: String) throws(GroundError) {
        let limits = GroundLimits.password
        guard password.count >= limits.lowerBound, password.utf8.count <= limits.upperBound else {
            throw GroundError(
                .invalid,
                LocalizedText(
                    vietnamese: "Mật khẩu phải có ít nhất \(limits.lowerBound) ký tự và tối đa "
                        + "\(limits.upperBound) byte.",
                    english: "A password has at least \(limits.lowerBound) characters and at most "
                        + "\(limits.upperBound) bytes."),
                field: "password")
        }
        let folded = Texts.folded(password)
        guard Set(folded).count >= 4, folded != Texts.folded(login) else {
            throw GroundError(
                .invalid,
                LocalizedText(
                    vietnamese: "Mật khẩu này quá dễ đoán: hãy dùng nhiều ký tự khác nhau, không dùng tên đăng nhập.",
                    english: "This password is too easy to guess: use various characters, and not the login name."),
                field: "password")
        }
    }
}
