/// One live event, as `text/event-stream` carries it.
struct ServerEvent: Sendable, Equatable {
    /// Its number, by which a browser that connects again says what it has seen. A gap tells the page that events were
    /// dropped because it was too slow, and that it has to look at everything again.
    var id: Int64?
    /// Its kind; nil for a plain message.
    var name: String?
    /// What it says; usually JSON.
    var data: String

    /// An event.
    init(id: Int64? = nil, name: String? = nil, data: String) {
        self.id = id
        self.name = name
        self.data = data
    }

    /// The lines that carry it.
    var text: String {
        var text = ""
        if let id { text += "id: \(id)\n" }
        if let name { text += "event: \(name)\n" }
        for line in data.split(separator: "\n", omittingEmptySubsequences: false) { text += "data: \(line)\n" }
        return text + "\n"
    }
}
