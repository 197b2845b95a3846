import Kernel
import Scenario

extension StudyPaths {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("loss", loss)
            json.member("attempts", attempts)
            json.list("places", places) { place, json in
                json.object { json in
                    json.member("group", place.group)
                    json.member("title", place.title)
                    json.member("share-millionths", place.shareMillionths)
                    json.member("through-millionths", place.throughMillionths)
                    json.member("attempts", place.attempts)
                }
            }
            json.list("steps", steps) { step, json in
                json.object { json in
                    json.member("from", step.from)
                    json.member("to", step.to)
                    json.member("share-millionths", step.shareMillionths)
                }
            }
            json.list("techniques", techniques) { technique, json in
                json.object { json in
                    json.member("card", technique.card)
                    json.member("attack-id", technique.attackID)
                    json.member("title", technique.title)
                    json.member("tries", technique.tries)
                    json.member("successes", technique.successes)
                    json.member("share-millionths", technique.shareMillionths)
                }
            }
            json.list("paths", paths) { path, json in
                json.object { json in
                    json.list("steps", path.steps) { step, json in
                        json.object { json in
                            json.member("card", step.card)
                            json.member("group", step.group)
                        }
                    }
                    json.member("attempts", path.attempts)
                    json.member("share-millionths", path.shareMillionths)
                }
            }
            json.member("paths-kept", pathsKept)
        }
    }

    init(_ json: JSONValue) throws(JSONError) {
        loss = try json.number("loss")
        attempts = try json.number("attempts")
        places = try json.list("places") { json throws(JSONError) in
            Place(
                group: try json.string("group"), title: try json.text("title"),
                shareMillionths: try json.number("share-millionths"),
                throughMillionths: try json.number("through-millionths"), attempts: try json.number("attempts"))
        }
        steps = try json.list("steps") { json throws(JSONError) in
            Step(
                from: try json.string("from"), to: try json.string("to"),
                shareMillionths: try json.number("share-millionths"))
        }
        techniques = try json.list("techniques") { json throws(JSONError) in
            Technique(
                card: try json.string("card"), attackID: try json.string("attack-id"), title: try json.text("title"),
                tries: try json.number("tries"), successes: try json.number("successes"),
                shareMillionths: try json.number("share-millionths"))
        }
        paths = try json.list("paths") { json throws(JSONError) in
            Path(
                steps: try json.list("steps") { json throws(JSONError) in
                    (card: try json.string("card"), group: try json.string("group"))
                },
                attempts: try json.number("attempts"), shareMillionths: try json.number("share-millionths"))
        }
        pathsKept = try json.number("paths-kept")
    }
}
