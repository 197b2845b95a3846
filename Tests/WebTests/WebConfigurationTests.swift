import Testing
import Web

@Test func listensOnLoopbackUnlessToldOtherwise() {
    #expect(WebConfiguration().host == "127.0.0.1")
    #expect(WebConfiguration().certificate == nil)
}
