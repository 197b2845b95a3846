import Ground
import Markup
import Scenario

/// The fields with which somebody says who they are, wherever an account is made.
struct AccountFields {
    let state: FormState

    /// What the fields are called in forms and in problems.
    static let names = ["login", "displayName", "password"]

    /// Writes them.
    func write(to page: inout Markup, withTrack: Bool = true) {
        var login = Field("login", Texts.SignIn.login)
        login.value = state.values.text("login")
        login.completion = "username"
        login.hint = Texts.SignIn.loginHint
        login.error = state.error(of: "login")
        (login.least, login.most) = (GroundLimits.login.lowerBound, GroundLimits.login.upperBound)
        page.field(login)
        var name = Field("displayName", Texts.SignIn.displayName)
        name.value = state.values.text("displayName")
        name.completion = "name"
        name.hint = Texts.SignIn.displayNameHint
        name.error = state.error(of: "displayName")
        name.most = GroundLimits.name
        page.field(name)
        var password = Field("password", Texts.SignIn.password, type: "password")
        password.completion = "new-password"
        password.hint = Texts.SignIn.passwordHint
        password.error = state.error(of: "password")
        (password.least, password.most) = (GroundLimits.password.lowerBound, GroundLimits.password.upperBound)
        page.field(password)
        if withTrack {
            page.select(
                "track", Texts.SignIn.track, Track.allCases.map { ($0.rawValue, $0.title) },
                chosen: state.values["track"] ?? Track.human.rawValue)
        }
    }
}

extension WebRequest {
    /// The account that a form describes, in the language in which it was filled.
    var newAccount: NewAccount {
        NewAccount(
            login: form.text("login"), displayName: form.text("displayName"), password: form["password"] ?? "",
            language: LanguageChoice(language), track: form["track"].flatMap(Track.init) ?? .human)
    }
}
