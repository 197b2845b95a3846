import Kernel
import Scenario

extension Marking {
    /// Writes the marking as one JSON object; keys as in the scenario file.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.list("conditions", conditions) { json, condition in
                json.member("name", condition.name)
                json.localized("description", condition.description)
                json.optional("holds", condition.holds) { json, flag in json.value(flag) }
            }
            json.list("metrics", metrics) { json, metric in
                json.member("name", metric.name)
                json.localized("title", metric.title)
                json.optional("score", metric.score) { json, score in json.value(score) }
                json.member("max-score", metric.maximum)
                json.member("artifact", metric.artifact)
            }
            json.list("evaluations", evaluations) { json, evaluation in
                json.member("name", evaluation.name)
                json.localized("title", evaluation.title)
                json.names("metrics", evaluation.metrics)
                json.member("score", evaluation.score)
                json.member("open", evaluation.open)
                json.member("min-score", evaluation.required)
                json.member("max-score", evaluation.maximum)
                json.member("verdict", evaluation.verdict.rawValue)
            }
            json.list("tlos", objectives) { json, objective in
                json.member("name", objective.name)
                json.localized("title", objective.title)
                json.member("evaluation", objective.evaluation)
                json.member("verdict", objective.verdict.rawValue)
            }
            json.list("goals", goals) { json, goal in
                json.member("name", goal.name)
                json.localized("title", goal.title)
                json.names("tlos", goal.objectives)
                json.member("verdict", goal.verdict.rawValue)
            }
            json.list("answers", answers) { json, answer in
                json.member("question", answer.question)
                json.localized("text", answer.text)
                json.member("source", answer.source.rawValue)
                json.optional("value", answer.value) { json, value in json.value(value) }
                json.localized("answer", answer.answer)
                json.member("points", answer.points)
            }
        }
    }

    /// The marking as JSON text.
    public func json(indent: Int = 2) -> String {
        var writer = JSONWriter(indent: indent)
        write(to: &writer)
        return writer.text
    }
}

extension JSONWriter {
    fileprivate mutating func list<Element>(
        _ name: String, _ elements: [Element], _ body: (inout JSONWriter, Element) -> Void
    ) {
        key(name)
        array { json in
            for element in elements { json.object { json in body(&json, element) } }
        }
    }

    fileprivate mutating func names(_ name: String, _ names: [String]) {
        key(name)
        array { json in for name in names { json.value(name) } }
    }

    fileprivate mutating func localized(_ name: String, _ text: LocalizedText) {
        key(name)
        object { json in
            json.member("vi", text.vietnamese)
            json.member("en", text.english)
        }
    }

    fileprivate mutating func optional<Value>(
        _ name: String, _ value: Value?, _ body: (inout JSONWriter, Value) -> Void
    ) {
        key(name)
        if let value { body(&self, value) } else { null() }
    }
}
