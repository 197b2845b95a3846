extension TeamExercise {
    /// The rules that are armed, with their numbers, in order.
    public var armedRules: [(number: Int, text: String)] {
        rules.enumerated().compactMap { index, rule in
            rule.disarmedAt == nil ? (number: index + 1, text: rule.text) : nil
        }
    }
}
