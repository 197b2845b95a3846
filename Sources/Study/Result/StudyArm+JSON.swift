import Kernel
import Scenario

extension StudyArm {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("name", name)
            json.key("factors")
            json.integers(factors)
            json.member("cost", cost)
            json.member("loss", loss)
            json.member("years", years)
            json.key("parts")
            json.integers([parts.records, parts.services, parts.processes, parts.staff, parts.recovery])
            json.key("comparison")
            if let comparison { comparison.write(to: &json) } else { json.null() }
            json.list("adversaries", adversaries) { $0.write(to: &$1) }
            json.list("services", services) { $0.write(to: &$1) }
            json.list("processes", processes) { $0.write(to: &$1) }
            json.key("paths")
            paths.write(to: &json)
        }
    }

    init(_ json: JSONValue) throws(JSONError) {
        name = try json.string("name")
        factors = try json.required("factors").integers(Int.self)
        cost = try json.number("cost")
        loss = try json.figure("loss")
        years = try StudyDistribution(try json.required("years"))
        let parts = try json.required("parts").integers(Int64.self, count: 5)
        self.parts = StudyLossParts(
            records: parts[0], services: parts[1], processes: parts[2], staff: parts[3], recovery: parts[4])
        let comparison = try json.required("comparison")
        self.comparison = comparison.content == .null ? nil : try StudyComparison(comparison)
        adversaries = try json.list("adversaries", StudyArmAttacker.init)
        services = try json.list("services", StudyOutage.init)
        processes = try json.list("processes", StudyOutage.init)
        paths = try StudyPaths(try json.required("paths"))
    }
}

extension StudyComparison {
    fileprivate func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("avoided", avoided)
            json.member("better-millionths", betterMillionths)
            json.member("worse-millionths", worseMillionths)
            json.quantiles(quantiles)
            json.member("pairing-gain-thousandths", optional: pairingGainThousandths)
        }
    }

    fileprivate init(_ json: JSONValue) throws(JSONError) {
        avoided = try json.figure("avoided")
        betterMillionths = try json.number("better-millionths")
        worseMillionths = try json.number("worse-millionths")
        quantiles = try json.quantiles()
        pairingGainThousandths = try json.optional("pairing-gain-thousandths")
    }
}

extension StudyDistribution {
    fileprivate func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("count", count)
            json.member("zeros", zeros)
            json.member("largest", largest)
            json.quantiles(quantiles)
            json.key("exceedance")
            json.array { json in for entry in exceedance { json.integers([entry.years, entry.amount]) } }
            json.key("bars")
            json.array { json in for bar in bars { json.integers([bar.low, bar.high, bar.count]) } }
        }
    }

    fileprivate init(_ json: JSONValue) throws(JSONError) {
        count = try json.number("count")
        zeros = try json.number("zeros")
        largest = try json.number("largest")
        quantiles = try json.quantiles()
        exceedance = try json.list("exceedance") { json throws(JSONError) in
            let pair = try json.integers(Int64.self, count: 2)
            return StudyExceedance(years: pair[0], amount: pair[1])
        }
        bars = try json.list("bars") { json throws(JSONError) in
            let numbers = try json.integers(Int64.self, count: 3)
            return HistogramBar(low: numbers[0], high: numbers[1], count: numbers[2])
        }
    }
}

extension JSONWriter {
    fileprivate mutating func member(_ name: String, _ distribution: StudyDistribution) {
        key(name)
        distribution.write(to: &self)
    }

    /// Writes quantiles as pairs of millionths and amount.
    fileprivate mutating func quantiles(_ quantiles: [StudyQuantile]) {
        key("quantiles")
        array { json in for quantile in quantiles { json.integers([quantile.millionths, quantile.amount]) } }
    }
}

extension JSONValue {
    fileprivate func quantiles() throws(JSONError) -> [StudyQuantile] {
        try list("quantiles") { json throws(JSONError) in
            let pair = try json.integers(Int64.self, count: 2)
            return StudyQuantile(millionths: pair[0], amount: pair[1])
        }
    }
}

extension StudyArmAttacker {
    fileprivate func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("attempts", attempts)
            json.member("compromised", compromised)
            json.member("goal-reached", goalReached)
            json.member("detected", detected)
            json.member("contained", contained)
            json.member("loss", loss)
            json.member("mean-loss", meanLoss)
            json.member("year-loss", yearLoss)
            json.member("minutes-to-detect", minutesToDetect)
            json.member("minutes-to-contain", minutesToContain)
            json.member("records-thousandths", recordsThousandths)
            json.member("hosts-thousandths", hostsThousandths)
            json.member("encrypted-thousandths", encryptedThousandths)
            json.key("paths")
            paths.write(to: &json)
        }
    }

    fileprivate init(_ json: JSONValue) throws(JSONError) {
        attempts = try json.number("attempts")
        compromised = try json.number("compromised")
        goalReached = try json.number("goal-reached")
        detected = try json.number("detected")
        contained = try json.number("contained")
        loss = try StudyDistribution(try json.required("loss"))
        meanLoss = try json.number("mean-loss")
        yearLoss = try json.number("year-loss")
        minutesToDetect = try StudyDistribution(try json.required("minutes-to-detect"))
        minutesToContain = try StudyDistribution(try json.required("minutes-to-contain"))
        recordsThousandths = try json.number("records-thousandths")
        hostsThousandths = try json.number("hosts-thousandths")
        encryptedThousandths = try json.number("encrypted-thousandths")
        paths = try StudyPaths(try json.required("paths"))
    }
}

extension StudyOutage {
    fileprivate func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("name", name)
            json.member("title", title)
            json.member("hours-thousandths", hoursThousandths)
        }
    }

    fileprivate init(_ json: JSONValue) throws(JSONError) {
        name = try json.string("name")
        title = try json.text("title")
        hoursThousandths = try json.number("hours-thousandths")
    }
}
