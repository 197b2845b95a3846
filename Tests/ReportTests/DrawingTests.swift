import Markup
import Scenario
import Testing

@testable import Report

struct DrawingTests {
    @Test(arguments: [
        ("", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="), ("abc", "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "JI1qYdIGOLjlwCaTDD5gOaM85Flk/yFn9uzt1BnbBsE="
        ),
    ])
    func digestsMatchPublishedOnes(message: String, digest: String) {
        #expect(SHA256.base64(of: message) == digest)
    }

    @Test func ticksFallOnWholeHours() {
        let clock = Clock(Simulation())
        for hours in [1, 3, 8, 24, 72, 720] as [Int64] {
            let scale = TimeScale(start: 0, width: 900, end: hours * 3_600_000, clock: clock)
            let ticks = scale.ticks(labelWidth: 64)
            #expect(ticks.count >= 2 && ticks.count <= 16)
            for tick in ticks { #expect(clock.localSeconds(at: tick) % 300 == 0) }
        }
    }
}
