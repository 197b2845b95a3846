import Foundation
import Ground
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import Markup
import NIOCore
import Synchronization

@testable import Web

/// A site over a ground of its own in a temporary folder, with somebody of every role, and a browser to drive it with.
final class TestSite: Sendable {
    let site: Site
    let ground: Ground
    let home: Organisation
    let log: LogRecorder
    private let responder: RouterResponder<WebContext>
    private let folder: String

    /// The shipped scenarios, read once for all tests.
    private static let shelf = Result { try ScenarioShelf() }

    /// The password of everybody.
    static let password = "a-long-password"

    init(
        routes: [Route] = Routes.all, hasPeople: Bool = true, configure: (inout WebConfiguration) -> Void = { _ in }
    ) async throws {
        folder = NSTemporaryDirectory() + "thao-web-" + UUID().uuidString
        var options = GroundOptions()
        options.passwordCost = PasswordCost(logRounds: 1, blockSize: 1, parallelism: 1)
        ground = try Ground(folder: folder, options: options)
        home = try await ground.createOrganisation(name: "Sở Mẫu", by: .system)
        for role in Role.allCases where hasPeople {
            let new = NewAccount(login: role.rawValue, displayName: "Name of \(role.rawValue)", password: Self.password)
            _ = try await ground.createAccount(new, role: role, organisation: home.id, by: .system)
        }
        var configuration = WebConfiguration()
        // Tests of pages need a few records, not days of them.
        configuration.logMemory = 1
        configuration.dataFolder = folder
        configure(&configuration)
        let recorder = LogRecorder()
        log = recorder
        let logger = Logger(label: "test") { _ in JSONLogHandler(level: .debug) { recorder.add($0) } }
        site = try Site(
            configuration: configuration, ground: ground, logger: logger, routes: routes, shelf: try Self.shelf.get())
        responder = site.table.router(for: site).buildResponder()
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// Sends a request through the router, as the server would.
    func send(
        _ method: HTTPRequest.Method, _ target: String, _ fields: HTTPFields = [:], body: String? = nil,
        address: String = "192.0.2.1"
    ) async throws -> Reply {
        var fields = fields
        if let body, fields[.contentLength] == nil { fields[.contentLength] = String(body.utf8.count) }
        let head = HTTPRequest(
            method: method, scheme: "http", authority: "thao.example", path: target, headerFields: fields)
        let request = Request(head: head, body: RequestBody(buffer: ByteBuffer(string: body ?? "")))
        var logger = site.logger
        logger[metadataKey: "hb.request.id"] = "1"
        let response = try await responder.respond(to: request, context: WebContext(logger: logger, address: address))
        let bytes = try await BodyWriter.bytes(of: response.body)
        let text = String(decoding: bytes, as: UTF8.self)
        return Reply(status: response.status.code, fields: response.headers, text: text)
    }

    /// A browser in which somebody has signed in; nobody for nil.
    func browser(_ role: Role? = nil) async throws -> Browser {
        guard let role else { return Browser(test: self) }
        let signedIn = try await ground.signIn(
            login: role.rawValue, password: Self.password, address: "192.0.2.1", agent: "test")
        var browser = Browser(test: self)
        browser.cookies[CookieName.session.name(isSecure: site.configuration.isSecure)] = signedIn.token
        browser.token = signedIn.access.csrfToken ?? ""
        return browser
    }

    /// An API token of somebody.
    func apiToken(_ role: Role, ceiling: Role? = nil) async throws -> String {
        let account = try await ground.account(login: role.rawValue)
        return try await ground.createToken(
            for: account?.id ?? 0, name: "test", ceiling: ceiling ?? role, expires: nil, by: .system
        ).secret
    }
}

/// What came back.
struct Reply: Sendable {
    var status: Int
    var fields: HTTPFields
    var text: String

    /// The location that it leads to, or empty.
    var location: String { fields[.location] ?? "" }
}

/// Keeps the lines of a log.
final class LogRecorder: Sendable {
    private let stored = Mutex<[String]>([])
    var lines: [String] { stored.withLock { $0 } }
    func add(_ line: String) { stored.withLock { $0.append(line) } }
}

/// Keeps cookies and sends forms, like a browser.
struct Browser {
    let test: TestSite
    var cookies: [String: String] = [:]
    /// The token of the last page that was fetched, or of the session.
    var token = ""

    private var fields: HTTPFields {
        var fields: HTTPFields = [.userAgent: "test"]
        if !cookies.isEmpty {
            fields[.cookie] = cookies.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
                .joined(separator: "; ")
        }
        return fields
    }

    /// Fetches a page and takes its cookies and form token.
    mutating func get(_ target: String, _ more: HTTPFields = [:]) async throws -> Reply {
        let reply = try await test.send(.get, target, fields + more)
        keep(reply)
        return reply
    }

    /// Sends a form, with the token unless it is given.
    mutating func post(
        _ target: String, _ values: [(String, String)] = [], token: String? = nil, _ more: HTTPFields = [:]
    ) async throws -> Reply {
        let all = values + [("_csrf", token ?? self.token)]
        let body = all.map { "\(PercentCoding.encoded($0.0))=\(PercentCoding.encoded($0.1))" }.joined(separator: "&")
        let form: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
        let reply = try await test.send(.post, target, fields + form + more, body: body)
        keep(reply)
        return reply
    }

    private mutating func keep(_ reply: Reply) {
        for cookie in reply.fields[values: .setCookie] {
            let pair = cookie.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            cookies[String(pair[0])] = cookie.contains("Max-Age=0") ? nil : String(pair[1])
        }
        if let match = reply.text.firstMatch(of: /name="_csrf" value="([^"]+)"/) { token = String(match.1) }
    }
}

extension HTTPFields {
    /// Both, one after the other.
    static func + (first: HTTPFields, second: HTTPFields) -> HTTPFields {
        var all = first
        for field in second { all.append(field) }
        return all
    }
}
