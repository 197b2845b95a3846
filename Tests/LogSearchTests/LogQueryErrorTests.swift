import LogSearch
import Testing

@Test func errorNamesThePlaceFromOne() {
    #expect(LogQueryError("a value was expected", at: 4).description == "character 5: a value was expected")
}
