import HTTPTypes
import Hummingbird
import Kernel
import Markup
import NIOCore
import Scenario

extension Problem {
    /// The answer that says it, in the form that whoever asked can read.
    func response(to request: WebRequest) -> Response {
        var response: Response
        switch request.route.kind {
        case .api, .service: response = document(for: request)
        case _ where request.wantsJSON: response = document(for: request)
        case .fragment: response = fragment(for: request)
        case .asset, .events: response = plain(for: request)
        case .page, .action: response = request.problemPage(self)
        }
        if let secondsToWait { response.headers[.retryAfter] = String(secondsToWait) }
        if status == .unauthorized { response.headers[.wwwAuthenticate] = "Bearer" }
        if closesConnection { response.headers[.connection] = "close" }
        return response
    }

    private func document(for request: WebRequest) -> Response {
        var json = JSONWriter()
        json.object { json in
            json.member("type", "urn:thao:problem:\(code)")
            json.member("title", title[request.language])
            json.member("status", status.code)
            json.member("code", code)
            json.member("detail", text[request.language])
            if let field { json.member("field", field) }
            json.member("instance", "urn:request:\(request.id)")
        }
        return Response(
            status: status, headers: [.contentType: "application/problem+json"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: json.bytes)))
    }

    private func fragment(for request: WebRequest) -> Response {
        var page = request.markup
        page.element("p", ["class": "empty", "role": "alert"], text)
        return .html(page, status: status)
    }

    private func plain(for request: WebRequest) -> Response {
        Response(
            status: status, headers: [.contentType: "text/plain; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text[request.language] + "\n")))
    }

    /// The kind in a few words.
    var title: LocalizedText { Texts.Errors.title(of: status) }
}
