import Ground
import Testing

@Test func everyCodeIsOneLowercaseWordOrTwo() {
    for code in GroundError.Code.allCases {
        #expect(code.rawValue.allSatisfy { $0.isLowercase || $0 == "-" })
    }
}
