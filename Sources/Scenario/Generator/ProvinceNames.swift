/// Invented provinces: two syllables each, none of them a province that exists.
enum ProvinceNames {
    private static let first = ["Lam", "Trúc", "Mai", "Thạch", "Vân", "Sa", "Liễu", "Đan"]
    private static let second = ["Khê", "Đài", "Xuyên", "Lĩnh", "Thủy", "Điền", "Phong", "Trạch"]

    /// The name of a province by its place, from 0; 64 differ.
    static func name(_ index: Int) -> String {
        // Neighbours in the list share neither syllable.
        let row = index / 8 % 8
        return "\(first[index % 8]) \(second[(index + row) % 8])"
    }

    static func title(_ index: Int) -> LocalizedText {
        LocalizedText(vietnamese: "Tỉnh \(name(index))", english: "\(name(index)) province")
    }
}
