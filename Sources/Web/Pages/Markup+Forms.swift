import Markup
import Scenario

/// What a form was filled with and what is wrong with it, so that it can be shown again.
struct FormState: Sendable {
    /// What was typed; passwords are not shown again.
    var values = FormFields()
    /// Why it was not taken.
    var problem: Problem?

    /// A form that nobody has filled yet.
    static let empty = FormState()

    /// What is wrong with a field.
    func error(of field: String) -> LocalizedText? { problem?.field == field ? problem?.text : nil }

    /// What is wrong with the form and with none of its fields.
    func error(besides fields: [String]) -> LocalizedText? {
        guard let problem else { return nil }
        return fields.contains(problem.field ?? "") ? nil : problem.text
    }
}

/// A line to type into.
struct Field {
    var name: String
    var label: LocalizedText
    var type = "text"
    var value = ""
    var hint: LocalizedText?
    var error: LocalizedText?
    var isRequired = true
    /// The `autocomplete` token; what programs that keep passwords go by.
    var completion: String?
    var most: Int?
    var least: Int?
    var pattern: String?
    /// Whether several lines may be typed.
    var rows: Int?
    /// The id of a list of values to complete to.
    var list: String?

    /// A field with its name as forms send it.
    init(_ name: String, _ label: LocalizedText, type: String = "text") {
        self.name = name
        self.label = label
        self.type = type
    }
}

extension Markup {
    /// Appends a form that posts, with the token that keeps other sites from posting it. With `isFetched`, a script sends
    /// it and shows the answer; without scripts it works all the same.
    mutating func form(
        _ request: WebRequest, action: String, class name: String? = nil, id: String? = nil, isFetched: Bool = false,
        _ body: (inout Markup) -> Void
    ) {
        element(
            "form",
            [
                "method": "post", "action": action, "class": name, "id": id, "data-fetch": .bare(if: isFetched),
                "accept-charset": "utf-8",
            ]
        ) { page in
            page.empty("input", ["type": "hidden", "name": "_csrf", "value": request.formToken])
            body(&page)
        }
    }

    /// Appends what is wrong with a form as a whole.
    mutating func formError(_ text: LocalizedText?) {
        guard let text else { return }
        element("p", ["class": "form-error", "role": "alert"]) { page in
            Icon.warning.draw(in: &page)
            page.element("span", text)
        }
    }

    /// Appends a line to type into, with label, hint and error.
    mutating func field(_ field: Field, id prefix: String = "f") {
        let id = "\(prefix)-\(field.name)"
        let described = [field.hint == nil ? nil : "\(id)-hint", field.error == nil ? nil : "\(id)-error"]
            .compactMap { $0 }.joined(separator: " ")
        let common: Attributes = [
            "id": id, "name": field.name, "required": .bare(if: field.isRequired),
            "autocomplete": field.completion, "maxlength": field.most.map(String.init),
            "minlength": field.least.map(String.init), "pattern": field.pattern,
            "aria-describedby": described.isEmpty ? nil : described,
            "aria-invalid": field.error == nil ? nil : "true",
        ]
        element("div", ["class": "field"]) { page in
            page.label(field.label, for: id, isRequired: field.isRequired)
            if let rows = field.rows {
                page.element("textarea", common.adding(["rows": String(rows)])) { $0.text(field.value) }
            } else {
                let value = field.type == "password" ? "" : field.value
                page.empty("input", common.adding(["type": field.type, "value": value, "list": field.list]))
            }
            if let hint = field.hint { page.element("p", ["id": "\(id)-hint", "class": "hint"], hint) }
            if let error = field.error { page.element("p", ["id": "\(id)-error", "class": "field-error"], error) }
        }
    }

    /// Appends a choice from a list.
    mutating func select(
        _ name: String, _ label: LocalizedText, _ options: [(value: String, title: LocalizedText)], chosen: String,
        hint: LocalizedText? = nil, id prefix: String = "f"
    ) {
        let id = "\(prefix)-\(name)"
        element("div", ["class": "field"]) { page in
            page.label(label, for: id, isRequired: true)
            page.element(
                "select", ["id": id, "name": name, "aria-describedby": hint == nil ? nil : "\(id)-hint"]
            ) { list in
                for option in options {
                    list.element(
                        "option", ["value": option.value, "selected": .bare(if: option.value == chosen)], option.title)
                }
            }
            if let hint { page.element("p", ["id": "\(id)-hint", "class": "hint"], hint) }
        }
    }

    private mutating func label(_ text: LocalizedText, for id: String, isRequired: Bool) {
        element("label", ["for": id]) { page in
            page.text(text)
            if !isRequired { page.element("span", ["class": "muted"], LocalizedText(" (") + Texts.optional + ")") }
        }
    }

    /// Appends the buttons that end a form.
    mutating func buttons(_ submit: LocalizedText, style: String? = "primary", cancel: String? = nil) {
        element("div", ["class": "buttons"]) { page in
            page.element("button", ["class": style], submit)
            if let cancel { page.element("a", ["class": "button quiet", "href": cancel], Texts.cancel) }
        }
    }
}
