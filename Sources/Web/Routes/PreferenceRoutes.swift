import Ground
import HTTPTypes
import Hummingbird
import Markup
import Scenario

/// Language and appearance, for everybody.
enum PreferenceRoutes {
    /// How long a browser remembers, in seconds: a year.
    private static let memory = 31_536_000

    static let all: [Route] = [
        .action("/preferences", .visit, LocalizedText("Đổi ngôn ngữ và giao diện", "Change language and appearance")) {
            request in
            var response = Response.redirect(to: WebRequest.ownPlace(request.form["return"]))
            if let language = request.form["language"].flatMap(PageLanguage.init) {
                response.set(.language, to: language.rawValue, on: request, seconds: memory)
                if let access = request.access {
                    var changes = AccountChanges()
                    changes.language = LanguageChoice(language)
                    _ = try await request.site.ground.updateAccount(
                        access.account.id, changes, by: request.requester)
                }
            }
            if let theme = request.form["theme"].flatMap(Theme.init) {
                response.set(.theme, to: theme.rawValue, on: request, seconds: memory)
            }
            return response
        }
    ]
}
