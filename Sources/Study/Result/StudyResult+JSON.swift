import Kernel
import Scenario

extension StudyResult {
    /// The result as JSON text, the same bytes for the same result.
    public func json() -> String {
        var writer = JSONWriter(indent: 1)
        writer.object { json in
            json.member("format", "thao-study")
            json.member("version", Self.formatVersion)
            json.member("name", name)
            json.member("title", title)
            json.member("description", description)
            json.member("scenario", scenario)
            json.member("scenario-title", scenarioTitle)
            json.member("currency", currency)
            json.member("design", design.rawValue)
            json.key("scale")
            scale.write(to: &json)
            json.list("adversaries", adversaries) { $0.write(to: &$1) }
            json.list("factors", factors) { $0.write(to: &$1) }
            json.list("arms", arms) { $0.write(to: &$1) }
            json.list("effects", effects) { $0.write(to: &$1) }
            json.list("interactions", interactions) { pair, json in
                json.object { json in
                    json.member("first", pair.first)
                    json.member("second", pair.second)
                    json.member("beyond-sum", pair.beyondSum)
                }
            }
            json.key("ranking")
            if let ranking { ranking.write(to: &json) } else { json.null() }
            json.key("buying")
            if let buying { buying.write(to: &json) } else { json.null() }
            json.list("assumptions", assumptions) { assumption, json in
                json.object { json in
                    json.member("path", assumption.path)
                    json.member("text", assumption.text)
                    json.member("number", assumption.number)
                    json.member("unit", assumption.unit.rawValue)
                }
            }
        }
        return writer.text + "\n"
    }

    /// Reads what ``json()`` wrote.
    ///
    /// - Throws: ``JSONError`` with the position of what is missing or of the wrong kind.
    public init(json text: String) throws(JSONError) {
        let json = try JSONValue.parse(text)
        let format = try json.required("format")
        if format.content != .string("thao-study") {
            throw JSONError("this is no result of a study", at: format.position)
        }
        let version = try json.required("version")
        if try version.integer(Int.self) != Self.formatVersion {
            throw JSONError("this result has another version of the format", at: version.position)
        }
        name = try json.string("name")
        title = try json.text("title")
        description = try json.text("description")
        scenario = try json.string("scenario")
        scenarioTitle = try json.text("scenario-title")
        currency = try json.string("currency")
        design = try json.word("design")
        scale = try StudyScale(try json.required("scale"))
        adversaries = try json.list("adversaries", StudyAttacker.init)
        factors = try json.list("factors", StudyFactor.init)
        arms = try json.list("arms", StudyArm.init)
        effects = try json.list("effects", StudyEffect.init)
        interactions = try json.list("interactions") { json throws(JSONError) in
            StudyInteraction(
                first: try json.number("first"), second: try json.number("second"),
                beyondSum: try json.figure("beyond-sum"))
        }
        let ranking = try json.required("ranking")
        self.ranking = ranking.content == .null ? nil : try StudyRanking(ranking)
        let buying = try json.required("buying")
        self.buying = buying.content == .null ? nil : try StudyBuying(buying)
        assumptions = try json.list("assumptions") { json throws(JSONError) in
            StudyAssumption(
                path: try json.string("path"), text: try json.string("text"), number: try json.uncertain("number"),
                unit: try json.word("unit"))
        }
        try checkIndices(json)
    }

    /// Whoever shows a result may use its indices without asking.
    private func checkIndices(_ json: JSONValue) throws(JSONError) {
        func check(_ indices: [Int], below count: Int, _ what: String) throws(JSONError) {
            if indices.contains(where: { !(0..<count).contains($0) }) {
                throw JSONError("a \(what) is named that is not there", at: json.position)
            }
        }
        try check(arms.flatMap(\.factors) + effects.map(\.factor), below: factors.count, "factor")
        try check(interactions.flatMap { [$0.first, $0.second] }, below: factors.count, "factor")
        try check(ranking?.places.map(\.factor) ?? [], below: factors.count, "factor")
        try check(buying?.order.map(\.factor) ?? [], below: factors.count, "factor")
        if let buying {
            let named = [buying.best] + buying.frontier + buying.order.map(\.arm) + buying.candidates.map(\.arm)
            try check(named, below: arms.count, "arm")
        }
        if arms.isEmpty || arms.contains(where: { $0.adversaries.count != adversaries.count }) {
            throw JSONError("an arm lacks adversaries", at: json.position)
        }
    }
}

extension StudyScale {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("years", years)
            json.member("runs", runs)
            json.member("draws", draws)
            json.member("years-per-draw", yearsPerDraw)
            json.member("draws-numbers", drawsNumbers)
            json.member("seed", String(seed))
            json.member("rules-version", rulesVersion)
            json.member("content-hash", contentHash.hexadecimal)
            json.member("wished-precision", optional: wishedPrecision)
            json.member("reached-precision", reachedPrecision)
        }
    }

    init(_ json: JSONValue) throws(JSONError) {
        years = try json.number("years")
        runs = try json.number("runs")
        draws = try json.number("draws")
        yearsPerDraw = try json.number("years-per-draw")
        drawsNumbers = try json.required("draws-numbers").bool()
        let seed = try json.required("seed")
        guard let number = UInt64(try seed.string()) else { throw JSONError("expected a seed", at: seed.position) }
        self.seed = number
        rulesVersion = try json.number("rules-version")
        let hash = try json.required("content-hash")
        guard let digest = UInt64(try hash.string(), radix: 16) else {
            throw JSONError("expected hexadecimal digits", at: hash.position)
        }
        contentHash = digest
        wishedPrecision = try json.optional("wished-precision")
        reachedPrecision = try json.number("reached-precision")
    }
}

extension StudyAttacker {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("name", name)
            json.member("title", title)
            json.member("profile", profile)
            json.member("attempts-per-year", attemptsPerYear)
        }
    }

    init(_ json: JSONValue) throws(JSONError) {
        name = try json.string("name")
        title = try json.text("title")
        profile = try json.string("profile")
        attemptsPerYear = try json.uncertain("attempts-per-year")
    }
}

extension StudyFactor {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("kind", kind.rawValue)
            json.member("name", name)
            json.member("title", title)
            json.member("description", description)
            json.member("cost", cost)
        }
    }

    init(_ json: JSONValue) throws(JSONError) {
        kind = try json.word("kind")
        name = try json.string("name")
        title = try json.text("title")
        description = try json.text("description")
        cost = try json.uncertain("cost")
    }
}

extension StudyEffect {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("factor", factor)
            json.member("avoided", avoided)
            json.member("net", net)
            json.member("return-thousandths", optional: returnThousandths)
            json.member("p-millionths", pMillionths)
            json.member("corrected-millionths", correctedMillionths)
            json.member("verdict", verdict.rawValue)
        }
    }

    init(_ json: JSONValue) throws(JSONError) {
        factor = try json.number("factor")
        avoided = try json.figure("avoided")
        net = try json.figure("net")
        returnThousandths = try json.optional("return-thousandths")
        pMillionths = try json.number("p-millionths")
        correctedMillionths = try json.number("corrected-millionths")
        verdict = try json.word("verdict")
    }
}

extension StudyRanking {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.list("places", places) { place, json in
                json.object { json in
                    json.member("factor", place.factor)
                    json.member("first-millionths", place.firstMillionths)
                    json.member("mean-place-thousandths", place.meanPlaceThousandths)
                }
            }
            json.member("survives-millionths", optional: survivesMillionths)
            json.member("numbers-share-millionths", optional: numbersShareMillionths)
        }
    }

    init(_ json: JSONValue) throws(JSONError) {
        places = try json.list("places") { json throws(JSONError) in
            Place(
                factor: try json.number("factor"), firstMillionths: try json.number("first-millionths"),
                meanPlaceThousandths: try json.number("mean-place-thousandths"))
        }
        survivesMillionths = try json.optional("survives-millionths")
        numbersShareMillionths = try json.optional("numbers-share-millionths")
    }
}

extension StudyBuying {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("objective", objective.rawValue)
            json.member("budget", optional: budget)
            json.member("best", best)
            json.member("sure-millionths", sureMillionths)
            json.list("candidates", candidates) { candidate, json in
                json.object { json in
                    json.member("arm", candidate.arm)
                    json.member("wins-millionths", candidate.winsMillionths)
                }
            }
            json.list("order", order) { step, json in
                json.object { json in
                    json.member("factor", step.factor)
                    json.member("arm", step.arm)
                    json.member("cost-so-far", step.costSoFar)
                    json.member("avoids", step.avoids)
                }
            }
            json.key("frontier")
            json.integers(frontier)
            json.member("exhaustive", isExhaustive)
        }
    }

    init(_ json: JSONValue) throws(JSONError) {
        objective = try json.word("objective")
        budget = try json.optional("budget")
        best = try json.number("best")
        sureMillionths = try json.number("sure-millionths")
        candidates = try json.list("candidates") { json throws(JSONError) in
            Candidate(arm: try json.number("arm"), winsMillionths: try json.number("wins-millionths"))
        }
        order = try json.list("order") { json throws(JSONError) in
            Step(
                factor: try json.number("factor"), arm: try json.number("arm"),
                costSoFar: try json.number("cost-so-far"), avoids: try json.figure("avoids"))
        }
        frontier = try json.required("frontier").integers(Int.self)
        isExhaustive = try json.required("exhaustive").bool()
    }
}
