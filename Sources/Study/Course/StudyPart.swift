import Kernel
import Scenario

/// The text form of a study's state: what checkpoints and shards are kept in. All numbers are integers, so that a state
/// read back is the state written.
enum StudyPart {
    static let format = "thao-study-part"
    static let version = 1

    static func json(
        _ plan: StudyPlan, _ shard: StudyShard, _ state: StudyState, contents: [EmbeddedText]
    ) -> String {
        var writer = JSONWriter()
        writer.object { json in
            json.member("format", format)
            json.member("version", version)
            json.member("study", plan.study.name)
            json.member("plan", plan.hash.hexadecimal)
            json.list("contents", contents) { text, json in
                json.object { json in
                    json.member("name", text.name)
                    json.member("text", text.text)
                }
            }
            json.key("runs")
            if case .runs(let runs) = plan.study.extent { json.value(runs) } else { json.null() }
            json.member("shard", shard.index + 1)
            json.member("shards", shard.count)
            json.member("blocks", state.done.capacity)
            json.key("done")
            json.array { json in
                for range in state.done.ranges {
                    json.value(range.lowerBound)
                    json.value(range.upperBound)
                }
            }
            json.member("extended", state.isExtended)
            json.key("wished")
            if let wished = state.wishedPrecision { json.value(wished) } else { json.null() }
            json.key("rounds")
            json.array { json in
                for round in state.rounds + [StudyState.Round(arms: state.arms, tally: state.tally)] {
                    json.object { json in
                        json.key("arms")
                        json.array { json in for arm in round.arms { arm.write(to: &json) } }
                        json.key("tally")
                        round.tally.write(to: &json)
                    }
                }
            }
        }
        return sealed(writer.text)
    }

    // MARK: Digest

    /// How many bytes the digest and what ends the text take.
    private static let sealLength = 30

    /// A text of an object with the digest of all before it as its last member.
    private static func sealed(_ object: String) -> String {
        let body = object.dropLast()
        return body + ",\"digest\":\"\(StableHash.of(body).hexadecimal)\"}\n"
    }

    /// Sees to it that a part is as it was written: a damaged number would go unnoticed otherwise.
    private static func checkDigest(_ text: String, _ json: JSONValue) throws(JSONError) {
        let digest = try json.required("digest")
        let body = Substring(text.utf8.dropLast(sealLength))
        if try digest.string() != StableHash.of(body).hexadecimal {
            throw JSONError("this part was changed or damaged: its digest does not fit", at: digest.position)
        }
    }

    /// Reads a part of a plan.
    ///
    /// - Throws: ``JSONError`` with the position of what does not belong here: another format, another study, another
    ///   version of the rules, blocks that do not exist.
    static func read(_ text: String, of plan: StudyPlan) throws(JSONError) -> (StudyShard, StudyState) {
        let json = try JSONValue.parse(text)
        let format = try json.required("format")
        guard case .string(Self.format) = format.content else {
            throw JSONError("this is no part of a study", at: format.position)
        }
        try checkDigest(text, json)
        let version = try json.required("version")
        if try version.integer(Int.self) != Self.version {
            throw JSONError("this part was written by another version of the program", at: version.position)
        }
        let hash = try json.required("plan")
        if try hash.string() != plan.hash.hexadecimal {
            throw JSONError(
                "this part belongs to another study: file, scenario, cards or rules have changed since",
                at: hash.position)
        }
        let number = try json.required("shard")
        guard let shard = StudyShard(number: try number.integer(), of: try json.required("shards").integer()) else {
            throw JSONError("there is no such shard", at: number.position)
        }
        return (shard, try state(json, plan))
    }

    /// The texts that a part was made from, and how many runs were asked for where it was runs.
    static func source(_ text: String) throws(JSONError) -> (contents: [EmbeddedText], runs: Int?) {
        let json = try JSONValue.parse(text)
        let format = try json.required("format")
        if format.content != .string(Self.format) { throw JSONError("this is no part of a study", at: format.position) }
        try checkDigest(text, json)
        let contents = try json.list("contents") { json throws(JSONError) in
            EmbeddedText(name: try json.string("name"), text: try json.string("text"))
        }
        return (contents, try json.optional("runs").map { Int($0) })
    }

    private static func state(_ json: JSONValue, _ plan: StudyPlan) throws(JSONError) -> StudyState {
        let capacity = try json.required("blocks")
        let blocks = try capacity.integer(Int.self)
        if !(1...(1 << 32)).contains(blocks) { throw JSONError("no study has so many blocks", at: capacity.position) }
        var done = BlockSet(capacity: blocks)
        let bounds = try json.required("done")
        let numbers = try bounds.array()
        var position = 0
        while position + 1 < numbers.count {
            let first = try numbers[position].integer(Int.self), last = try numbers[position + 1].integer(Int.self)
            guard first >= 0, last < blocks, first <= last else {
                throw JSONError("there are no such blocks", at: numbers[position].position)
            }
            for block in first...last where !done.insert(block) {
                throw JSONError("block \(block) stands twice", at: numbers[position].position)
            }
            position += 2
        }
        let wished = try json.required("wished")
        var rounds: [StudyState.Round] = []
        for round in try json.required("rounds").array() {
            var arms: [PlannedArm] = []
            for arm in try round.required("arms").array() {
                arms.append(try PlannedArm(arm, factors: plan.factors.count))
            }
            if arms.isEmpty { throw JSONError("a round without arms", at: round.position) }
            var tally = plan.emptyTally(arms: arms.count)
            let text = try round.required("tally")
            try tally.read(text)
            let isWithin = tally.arms.allSatisfy { arm in
                arm.adversaries.allSatisfy {
                    $0.paths.isWithin(cards: plan.catalogue.cards.count, groups: plan.simulation.hosts.count)
                }
            }
            if !isWithin { throw JSONError("a way leads over what the scenario does not have", at: text.position) }
            rounds.append(StudyState.Round(arms: arms, tally: tally))
        }
        guard let last = rounds.popLast() else { throw JSONError("a part without rounds", at: json.position) }
        return StudyState(
            arms: last.arms, done: done, tally: last.tally, rounds: rounds,
            isExtended: try json.required("extended").bool(),
            wishedPrecision: wished.content == .null ? nil : try wished.integer())
    }
}

extension StudyCourse {
    /// The texts that a part was made from (study, scenario, catalogue), and how many runs were asked for where the study
    /// goes by runs: with these its plan can be made anew anywhere.
    ///
    /// - Throws: ``JSONError`` with the position of what is missing.
    public static func source(ofPart text: String) throws(JSONError) -> (contents: [EmbeddedText], runs: Int?) {
        try StudyPart.source(text)
    }

    /// A study that goes on from a part which ``part()`` gave.
    ///
    /// - Throws: ``StudyPartError`` where the text is no part of this plan.
    public static func resuming(_ plan: StudyPlan, from text: String) throws -> StudyCourse {
        let (shard, state) = try StudyPart.read(text, of: plan)
        return try StudyCourse(plan, shard: shard, state: state)
    }

    /// A study put together from the parts of its shards, in any order.
    ///
    /// - Parameter parts: name and text of each.
    /// - Throws: ``StudyError`` that names the part and the place of what is wrong, and which blocks are missing.
    public static func merging(
        _ plan: StudyPlan, parts: [(name: String, text: String)]
    ) throws(StudyError) -> StudyCourse {
        var whole = StudyState(plan)
        for part in parts {
            let state: StudyState
            do throws(JSONError) {
                state = try StudyPart.read(part.text, of: plan).1
            } catch {
                throw StudyError("\(part.name):\(error)")
            }
            guard state.arms == whole.arms, state.rounds.isEmpty, state.done.capacity == whole.done.capacity else {
                throw StudyError("\(part.name): parts of a search or of a study with a 'precision' cannot be merged")
            }
            for range in state.done.ranges {
                for block in range where !whole.done.insert(block) {
                    throw StudyError("\(part.name): block \(block) is in another part already")
                }
            }
            whole.tally.merge(state.tally)
        }
        let missing = whole.done.missing
        if let first = missing.first {
            throw StudyError(
                "\(missing.count) of \(whole.done.capacity) blocks are missing, the first is \(first); "
                    + "is a shard not finished, or not given?")
        }
        return try StudyCourse(plan, shard: .whole, state: whole)
    }
}
