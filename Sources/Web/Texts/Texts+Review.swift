import Markup
import Scenario

extension Texts {
    /// Looking back at a closed exercise.
    enum Review {
        static let title = LocalizedText("Nhìn lại", "Review")
        static let detect = LocalizedText("Phát hiện (phút)", "Detected (min)")
        static let contain = LocalizedText("Ngăn chặn (phút)", "Contained (min)")
    }
}
