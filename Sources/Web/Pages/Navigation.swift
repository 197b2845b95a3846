import Markup
import Scenario

/// The places that the bar on top leads to.
enum Navigation: Sendable, CaseIterable {
    case home, exercises, people, organisations, audit

    /// Where it leads.
    var path: String {
        switch self {
        case .home: "/"
        case .exercises: "/exercises"
        case .people: "/people"
        case .organisations: "/organisations"
        case .audit: "/audit"
        }
    }

    /// What it is called.
    var title: LocalizedText {
        switch self {
        case .home: Texts.Frame.home
        case .exercises: Texts.Exercises.title
        case .people: Texts.Frame.people
        case .organisations: Texts.Frame.organisations
        case .audit: Texts.Frame.audit
        }
    }

    /// Who is shown it.
    var permission: Permission {
        switch self {
        case .home: .ownAccount
        case .exercises: .ownAccount
        case .people: .managePeople
        case .organisations: .manageOrganisations
        case .audit: .readAudit
        }
    }
}
