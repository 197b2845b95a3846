import Markup
import Scenario

/// What a page says to what stands around it.
struct PageFrame: Sendable {
    /// How wide a page is.
    enum Width: String, Sendable {
        /// For a form.
        case narrow
        /// For texts and tables.
        case normal
        /// For desks: the whole window.
        case full
    }

    /// The title; of the window as well.
    var title: LocalizedText
    /// The place in the bar on top that is marked.
    var place: Navigation?
    var width = Width.normal
    /// Scripts beside the common one, by file name.
    var scripts: [String] = []
    /// Styles beside the common one, by file name.
    var styles: [String] = []
    /// Where live events come from; fragments of the page are renewed when they say so.
    var events: String?
    /// Whether the title is drawn as the page's heading; a page without has to draw an `h1` of its own.
    var showsHeading = true
    /// What leads up from here: title and place.
    var parent: (title: LocalizedText, path: String)?

    /// A page of that title.
    init(_ title: LocalizedText, place: Navigation? = nil, width: Width = .normal) {
        self.title = title
        self.place = place
        self.width = width
    }
}
