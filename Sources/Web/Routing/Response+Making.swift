import HTTPTypes
import Hummingbird
import HummingbirdCore
import Kernel
import Markup
import NIOCore

extension Response {
    /// A page or a part of one.
    static func html(_ page: Markup, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: page.html)))
    }

    /// JSON, written by `body`.
    static func json(status: HTTPResponse.Status = .ok, _ body: (inout JSONWriter) -> Void) -> Response {
        var writer = JSONWriter()
        body(&writer)
        return json(writer.bytes, status: status)
    }

    /// JSON that is there already.
    static func json(_ bytes: [UInt8], status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "application/json", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// Done, with nothing to say.
    static var nothing: Response { Response(status: .noContent) }

    /// Another page, to be fetched with GET.
    static func redirect(to location: String) -> Response {
        Response(status: .seeOther, headers: [.location: location, .cacheControl: "no-store"])
    }

    /// Adds a cookie to what is set already.
    mutating func set(_ cookie: CookieName, to value: String, on request: WebRequest, seconds: Int? = nil) {
        let text = Cookies.setting(
            cookie, to: value, isSecure: request.site.configuration.isSecure, seconds: seconds)
        headers.append(HTTPField(name: .setCookie, value: text))
    }
}

extension WebRequest {
    /// What an action answers when it is done: a script reads where to go and what to say, a browser goes there and finds
    /// the message on the page.
    func done(_ notice: Notice?, to location: String) -> Response {
        if wantsJSON {
            return .json { json in
                json.object { json in
                    json.member("location", location)
                    if let notice { json.member("message", notice.text[language]) }
                }
            }
        }
        var response = Response.redirect(to: location)
        if let notice { response.set(.notice, to: notice.rawValue, on: self, seconds: 60) }
        return response
    }

    /// A place of this server that a form or link asked to return to; the start page where it is none.
    static func ownPlace(_ text: String?) -> String {
        guard let text, text.hasPrefix("/"), text.utf8.count <= 2_000, !text.hasPrefix("//"), !text.contains("\\"),
            text.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value < 0x7F })
        else { return "/" }
        return text
    }
}

extension WebRequest {
    /// The whole address of a place of this server, as whoever asks reaches it.
    func link(_ path: String) -> String {
        "\(site.configuration.isSecure ? "https" : "http")://\(head.authority ?? "localhost")\(path)"
    }
}
