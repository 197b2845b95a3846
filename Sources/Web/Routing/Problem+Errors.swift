import Exercise
import Ground
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import NIOCore
import Scenario

extension Problem {
    /// The problem that an error is. This is the one place where kinds of error become states of HTTP.
    init(_ error: any Error) {
        switch error {
        case let problem as Problem: self = problem
        case let error as GroundError:
            self.init(Self.status(of: error.code), error.code.rawValue, Self.text(of: error), field: error.field)
            secondsToWait = error.secondsToWait
        case let error as TeamInputError:
            self.init(Self.status(of: error.code), error.code.rawValue, error.message, field: error.field)
        case let error as Schema.Mismatch:
            self = .invalid(error.text, field: error.path.isEmpty ? nil : error.path)
        case let error as JSONError:
            self.init(
                .badRequest, "malformed",
                LocalizedText("Không phải JSON hợp lệ: \(error.description)", "Not valid JSON: \(error.description)"))
        case is NIOTooManyBytesError:
            self.init(.contentTooLarge, "too-large", Texts.Errors.tooLarge, closesConnection: true)
        case let error as HTTPError where error.status.kind == .clientError:
            self.init(error.status, "malformed", Texts.Errors.malformed)
        default: self.init(.internalServerError, "internal", Texts.Errors.internalFailure)
        }
    }

    private static func status(of code: GroundError.Code) -> HTTPResponse.Status {
        switch code {
        case .notFound: .notFound
        case .forbidden: .forbidden
        case .unauthenticated: .unauthorized
        case .conflict: .conflict
        case .invalid: .unprocessableContent
        case .tooMany: .tooManyRequests
        case .limit: .unprocessableContent
        case .storage: .serviceUnavailable
        }
    }

    private static func status(of code: TeamInputError.Code) -> HTTPResponse.Status {
        switch code {
        case .unknown, .wrongTarget, .tooLong, .tooMany: .unprocessableContent
        case .notNow, .alreadySo: .conflict
        case .notAllowed: .forbidden
        }
    }

    /// What failed inside the place of storage is for the log, not for whoever asked.
    private static func text(of error: GroundError) -> LocalizedText {
        error.code == .storage ? Texts.Errors.storage : error.text
    }
}
