import HTTPTypes
import Hummingbird
import HummingbirdCore
import Kernel
import Logging
import NIOCore
import Testing

@testable import Web

/// The small parts of the server.
struct PartTests {
    @Test(
        arguments: [
            ("a=1&b=2", ["a": "1", "b": "2"]), ("a=%C4%90%C3%A0+N%E1%BA%B5ng", ["a": "Đà Nẵng"]), ("a", ["a": ""]),
            ("a=b=c", ["a": "b=c"]), ("&&a=1&&", ["a": "1"]), ("%61=%2B%26", ["a": "+&"]), ("", [:]),
        ] as [(String, [String: String])])
    func formsAreRead(text: String, values: [String: String]) throws {
        let form = try #require(FormFields(encoded: text))
        #expect(form.pairs.count == values.count)
        for (name, value) in values { #expect(form[name] == value) }
    }

    @Test(arguments: ["a=%", "a=%4", "a=%zz", "%=1", "a=%C3", "a=%FF%FE"])
    func brokenFormsAreRefused(text: String) { #expect(FormFields(encoded: text) == nil) }

    @Test func percentCodingGoesBothWays() {
        for value in 0..<UInt32(0x500) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = "x\(scalar)+ /?&=%y"
            #expect(PercentCoding.decoded(PercentCoding.encoded(text).utf8, plusIsSpace: true) == text)
            #expect(PercentCoding.encoded(text).utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
        }
    }

    @Test func schemasPointAtWhatIsWrong() throws {
        let schema = Schema.object([
            .required("hosts", .array(of: .object([.required("name", .string("", 1...3))]), "", 1...2)),
            .optional("count", .integer("", 1...5).orNull),
        ])
        for (text, path) in [
            ("{}", "hosts"), (#"{"hosts":[]}"#, "hosts"), (#"{"hosts":[{"name":"abcd"}]}"#, "hosts[0].name"),
            (#"{"hosts":[{"name":"a"},{"name":1}]}"#, "hosts[1].name"), (#"{"hosts":[{"name":"a"}],"x":1}"#, "x"),
            (#"{"hosts":[{"name":"a"}],"count":6}"#, "count"), (#"{"hosts":[{"name":"a"}],"count":1.5}"#, "count"),
            ("[]", ""),
        ] {
            let json = try JSONValue.parse(text)
            let mismatch = #expect(throws: Schema.Mismatch.self, "\(text)") { try schema.check(json) }
            #expect(mismatch?.path == path, "\(text)")
        }
        try schema.check(try JSONValue.parse(#"{"hosts":[{"name":"đêm"}],"count":null}"#))
    }

    @Test func metricsAreWrittenForPrometheus() {
        let metrics = Metrics()
        metrics.counter("thao_b_total", help: "B.", labels: [("kind", "a\"\\\n")]).add(2)
        metrics.counter("thao_b_total", help: "B.", labels: [("kind", "a\"\\\n")]).add()
        metrics.gauge("thao_c", help: "C.").move(by: -1)
        metrics.sample("thao_d", help: "D.") { 7 }
        let histogram = metrics.histogram("thao_a_seconds", help: "A.")
        histogram.record(.microseconds(400))
        histogram.record(.milliseconds(30))
        histogram.record(.seconds(60))
        let text = metrics.exposition()
        #expect(text.contains("thao_b_total{kind=\"a\\\"\\\\\\n\"} 3\n"))
        #expect(text.contains("thao_c -1\n") && text.contains("thao_d 7\n"))
        #expect(text.contains("thao_a_seconds_bucket{le=\"0.0005\"} 1\n"))
        #expect(text.contains("thao_a_seconds_bucket{le=\"0.05\"} 2\n"))
        #expect(text.contains("thao_a_seconds_bucket{le=\"10\"} 2\n"))
        #expect(text.contains("thao_a_seconds_bucket{le=\"+Inf\"} 3\nthao_a_seconds_sum 60.0304\n"))
        #expect(text.hasPrefix("# HELP thao_a_seconds A.\n# TYPE thao_a_seconds histogram\n"))
    }

    @Test func eventsAreWrittenAsTheyComeAndEnd() async throws {
        let metrics = Metrics()
        let (stream, continuation) = AsyncStream.makeStream(of: ServerEvent.self)
        continuation.yield(ServerEvent(id: 1, data: "{\"changed\":[\"alerts\"]}"))
        continuation.yield(ServerEvent(id: 2, name: "x", data: "a\nb"))
        continuation.finish()
        let response = EventStream.response(stream, metrics: metrics, heartbeat: .seconds(60))
        #expect(response.headers[.contentType] == "text/event-stream; charset=utf-8")
        let text = String(decoding: try await BodyWriter.bytes(of: response.body), as: UTF8.self)
        #expect(
            text == "retry: 2000\n\nid: 1\ndata: {\"changed\":[\"alerts\"]}\n\nid: 2\nevent: x\ndata: a\ndata: b\n\n")
        #expect(metrics.exposition().contains("thao_events_total 2\n"))
        #expect(metrics.exposition().contains("thao_event_streams 0\n"))
    }

    @Test func quietStreamsShowThatTheyAreAlive() async throws {
        let (stream, continuation) = AsyncStream.makeStream(of: ServerEvent.self)
        let response = EventStream.response(stream, metrics: Metrics(), heartbeat: .milliseconds(5))
        // Ends only because a heartbeat was written.
        try await response.body.write(EndingWriter(continuation: continuation))
    }

    /// Ends a stream of events once something shows that it is alive.
    private struct EndingWriter: ResponseBodyWriter {
        let continuation: AsyncStream<ServerEvent>.Continuation

        mutating func write(_ buffer: ByteBuffer) async throws {
            if String(buffer: buffer) == ": heartbeat\n\n" { continuation.finish() }
        }

        consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
    }

    @Test func theLogIsLinesOfJSON() throws {
        let recorder = LogRecorder()
        var logger = Logger(label: "x") { _ in JSONLogHandler(level: .info) { recorder.add($0) } }
        logger[metadataKey: "b"] = "two\nlines"
        logger.info("said", metadata: ["a": "12", "c": "007"])
        logger.debug("not said")
        #expect(recorder.lines.count == 1)
        let json = try JSONValue.parse(recorder.lines[0])
        #expect(try json.required("message").string() == "said")
        #expect(try json.required("a").integer(Int.self) == 12)
        #expect(try json.required("b").string() == "two\nlines")
        #expect(try json.required("c").string() == "007")
        #expect(try json.required("time").string().hasSuffix("Z"))
    }

    @Test func theLogHoldsNoSecrets() async throws {
        let test = try await TestSite()
        var browser = Browser(test: test)
        _ = try await browser.get("/sign-in?next=%2Fsecret-query")
        _ = try await browser.post("/sign-in", [("login", "observer"), ("password", TestSite.password)])
        _ = try await browser.get("/join/secret-link")
        let log = test.log.lines.joined()
        let session = browser.cookies["session"] ?? "?"
        for secret in ["secret-query", TestSite.password, "secret-link", browser.token, session] {
            #expect(!log.contains(secret), "\(secret)")
        }
        #expect(log.contains("/join/{secret}"))
    }

    @Test func assetsAreWholeAndStayAtHome() async throws {
        let test = try await TestSite()
        let assets = test.site.assets
        for script in ["app.js", "events.js", "forms.js", "dialogs.js", "keys.js", "times.js", "toasts.js"] {
            let file = try #require(assets[script], "\(script)")
            let text = String(decoding: file.bytes, as: UTF8.self)
            for match in text.matches(of: /from "\.\/([a-z-]+\.js)"/) {
                #expect(assets[String(match.1)] != nil, "\(script): \(match.1)")
            }
            #expect(!text.contains("http://") && !text.contains("https://") && !text.contains("eval("), "\(script)")
        }
        let style = String(decoding: try #require(assets["style.css"]).bytes, as: UTF8.self)
        #expect(!style.contains("url(") && !style.contains("@import"))
    }
}
