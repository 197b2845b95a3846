import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Closes connections that would otherwise hold memory: of browsers that leave an answer unread, and after answers that
/// say `Connection: close`.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// How long the rest of an unwanted request is read after the answer, so that the browser gets to see it.
    private static let linger = TimeAmount.seconds(2)

    private let writeTimeout: TimeAmount
    private var deadline: Scheduled<Void>?
    private var closesAfterAnswer = false

    /// A guard that closes when nothing could be written for so long.
    init(writeTimeout: TimeAmount) { self.writeTimeout = writeTimeout }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        deadline?.cancel()
        deadline = context.channel.isWritable ? nil : close(context, in: writeTimeout)
        context.fireChannelWritabilityChanged()
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        let part = unwrapOutboundIn(data)
        context.write(data, promise: promise)
        switch part {
        case .head(let head): closesAfterAnswer = head.headerFields[.connection] == "close"
        case .end where closesAfterAnswer:
            deadline?.cancel()
            deadline = close(context, in: Self.linger)
        case .body, .end: break
        }
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        deadline?.cancel()
        deadline = nil
    }

    private func close(_ context: ChannelHandlerContext, in delay: TimeAmount) -> Scheduled<Void> {
        let channel = context.channel
        return context.eventLoop.scheduleTask(in: delay) { channel.close(promise: nil) }
    }
}
