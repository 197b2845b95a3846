import Kernel
import NetworkWorld
import Scenario

/// A text of somebody, as desks show it.
public struct DeskText: Sendable, Equatable {
    /// Number in its list, from 1.
    public var number: Int
    /// When, in exercise milliseconds.
    public var time: Milliseconds
    /// Who.
    public var author: Author
    /// What.
    public var text: String
    /// Host that it is about, or nil.
    public var host: DeskPlace?

    /// Writes the text as one JSON object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("number", number)
            json.member("time", time)
            json.key("author")
            author.write(to: &json)
            json.member("text", text)
            DeskPlace.write("host", host, to: &json)
        }
    }
}

/// A message to the team: an inject of the scenario, or a broadcast of the direction.
public struct DeskMessage: Sendable, Equatable {
    /// Number, from 1 in the order of arrival.
    public var number: Int
    /// When, in exercise milliseconds.
    public var time: Milliseconds
    /// Whether it is a broadcast.
    public var isBroadcast: Bool
    /// Sender.
    public var from: LocalizedText
    /// Receivers; empty: the whole team.
    public var to: [LocalizedText]
    /// Title.
    public var title: LocalizedText
    /// Text.
    public var text: LocalizedText
    /// Replies of the team.
    public var replies: [DeskText]

    /// Writes the message as one JSON object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("number", number)
            json.member("time", time)
            json.member("broadcast", isBroadcast)
            json.member("from", from)
            json.list("to", to) { $1.value($0) }
            json.member("title", title)
            json.member("text", text)
            json.list("replies", replies) { $0.write(to: &$1) }
        }
    }
}

extension TeamExercise {
    /// Messages in the order of arrival.
    public var deskMessages: [DeskMessage] {
        messages.enumerated().map { index, message in deskMessage(message, number: index + 1) }
    }

    /// Chat in the order of time.
    public var deskChat: [DeskText] { deskTexts(chat) }

    /// Notes in the order of time.
    public var deskNotes: [DeskText] { deskTexts(notes) }

    private func deskTexts(_ texts: [TeamText]) -> [DeskText] {
        texts.enumerated().map { index, text in
            DeskText(
                number: index + 1, time: text.time, author: text.author, text: text.text,
                host: program.place(ofHost: text.host))
        }
    }

    private func deskMessage(_ message: MessageRecord, number: Int) -> DeskMessage {
        let direction = LocalizedText(vietnamese: "Ban điều hành diễn tập", english: "Exercise direction")
        if message.inject < 0 {
            return DeskMessage(
                number: number, time: message.time, isBroadcast: true, from: direction, to: [],
                title: LocalizedText(vietnamese: "Thông báo chung", english: "Announcement"),
                text: LocalizedText(vietnamese: message.text, english: message.text),
                replies: deskTexts(message.replies))
        }
        let inject = program.scenario.exercise.injects[message.inject]
        return DeskMessage(
            number: number, time: message.time, isBroadcast: false,
            from: inject.fromEntity.map { entityTitle($0) } ?? direction, to: inject.toEntities.map { entityTitle($0) },
            title: inject.title, text: inject.message, replies: deskTexts(message.replies))
    }

    private func entityTitle(_ path: String) -> LocalizedText {
        let title = program.scenario.exercise.entities.first { $0.path == path }?.title ?? LocalizedText()
        return Program.title(title, else: path)
    }
}
