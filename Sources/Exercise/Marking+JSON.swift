import Kernel
import Scenario

extension Marking {
    /// Writes the marking as one JSON object; keys as in the scenario file.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.list("conditions", conditions) { json, condition in
                json.member("name", condition.name)
                json.member("description", condition.description)
                json.optional("holds", condition.holds) { json, flag in json.value(flag) }
            }
            json.list("metrics", metrics) { json, metric in
                json.member("name", metric.name)
                json.member("title", metric.title)
                json.optional("score", metric.score) { json, score in json.value(score) }
                json.member("max-score", metric.maximum)
                json.member("artifact", metric.artifact)
            }
            json.list("evaluations", evaluations) { json, evaluation in
                json.member("name", evaluation.name)
                json.member("title", evaluation.title)
                json.member("metrics", evaluation.metrics)
                json.member("score", evaluation.score)
                json.member("open", evaluation.open)
                json.member("min-score", evaluation.required)
                json.member("max-score", evaluation.maximum)
                json.member("verdict", evaluation.verdict.rawValue)
            }
            json.list("tlos", objectives) { json, objective in
                json.member("name", objective.name)
                json.member("title", objective.title)
                json.member("evaluation", objective.evaluation)
                json.member("verdict", objective.verdict.rawValue)
            }
            json.list("goals", goals) { json, goal in
                json.member("name", goal.name)
                json.member("title", goal.title)
                json.member("tlos", goal.objectives)
                json.member("verdict", goal.verdict.rawValue)
            }
            json.list("answers", answers) { json, answer in
                json.member("question", answer.question)
                json.member("text", answer.text)
                json.member("source", answer.source.rawValue)
                json.optional("value", answer.value) { json, value in json.value(value) }
                json.member("answer", answer.answer)
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

    fileprivate mutating func optional<Value>(
        _ name: String, _ value: Value?, _ body: (inout JSONWriter, Value) -> Void
    ) {
        key(name)
        if let value { body(&self, value) } else { null() }
    }
}
