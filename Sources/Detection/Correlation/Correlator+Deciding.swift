import Kernel

extension Correlator {
    /// Puts a record that `members` matched, in falling order, into its groups, and says whether the correlation holds
    /// now.
    mutating func decide(
        _ correlation: Int, _ members: [Int], _ record: Int, _ fields: RecordFields, _ matches: inout [CorrelationMatch]
    ) -> (holds: Bool, isReported: Bool) {
        let plan = plans[correlation]
        let earliest = now < Milliseconds.min + plan.timespan ? Milliseconds.min : now - plan.timespan
        while let freed = groups[correlation].removeOldest(silentSince: earliest) { weight -= freed }
        var touched: [(group: Int, member: Int)] = []
        for member in members {
            guard
                let group = take(record, member, correlation, plan, fields, isIn: { touched.map(\.group).contains($0) })
            else { continue }
            touched.append((group, member))
            makeRoom(correlation, group, plan)
        }
        var outcome = (holds: false, isReported: false)
        for (place, (group, _)) in touched.enumerated() where !touched[..<place].contains(where: { $0.group == group })
        {
            let holding = touched.first { $0.group == group && holds(correlation, group, $0.member, since: earliest) }
            guard let holding else {
                groups[correlation][group].reported = nil
                continue
            }
            outcome.holds = true
            if let reported = groups[correlation][group].reported, now - reported < plan.timespan { continue }
            groups[correlation][group].reported = now
            outcome.isReported = true
            if plan.isReported { matches.append(match(correlation, group, holding.member, since: earliest)) }
        }
        return outcome
    }

    /// Puts a record into the group that it belongs to for a member; gives the group, or nil where there is none.
    private mutating func take(
        _ record: Int, _ member: Int, _ correlation: Int, _ plan: CorrelationPlan, _ fields: RecordFields,
        isIn hasRecord: (Int) -> Bool
    ) -> Int? {
        var entry = CorrelationWindow.Entry(time: now, record: record)
        guard let (key, values) = Self.key(plan.groupSlots[member], fields),
            plan.kind.isTemporal || Self.read(plan, fields, into: &entry)
        else { return nil }
        let (group, isNew) = groups[correlation].touch(key, values: values, at: now, plan)
        if isNew { weight += groups[correlation][group].weight }
        if plan.kind.isTemporal {
            groups[correlation][group].sequence?.append(member, record, at: now)
        } else if !hasRecord(group) {
            groups[correlation][group].window.append(entry, plan)
            groups[correlation][group].weight += entry.weight
            weight += entry.weight
            let earliest = now < Milliseconds.min + plan.timespan ? Milliseconds.min : now - plan.timespan
            while let first = groups[correlation][group].window.first, first.time < earliest {
                removeFirst(first, correlation, group, plan)
            }
        }
        return group
    }

    private mutating func removeFirst(
        _ first: CorrelationWindow.Entry, _ correlation: Int, _ group: Int, _ plan: CorrelationPlan
    ) {
        groups[correlation][group].window.removeFirst(plan)
        groups[correlation][group].weight -= first.weight
        weight -= first.weight
    }

    /// Keeps to the limit at the cost of the correlation's other groups, then of the group's own oldest records.
    private mutating func makeRoom(_ correlation: Int, _ group: Int, _ plan: CorrelationPlan) {
        while weight > limit {
            if let freed = groups[correlation].removeOldest(silentSince: nil) {
                weight -= freed
                droppedGroups += 1
            } else if groups[correlation][group].window.count > 1, let first = groups[correlation][group].window.first {
                removeFirst(first, correlation, group, plan)
                droppedRecords += 1
            } else {
                return
            }
        }
    }

    private func holds(_ correlation: Int, _ index: Int, _ member: Int, since earliest: Milliseconds) -> Bool {
        let count = groups[correlation][index].sequence?.count(since: earliest, endingWith: member)
        if let count { return plans[correlation].holds(Int128(count) * 1_000_000) }
        return groups[correlation][index].window.holds(plans[correlation])
    }

    private func match(
        _ correlation: Int, _ index: Int, _ member: Int, since earliest: Milliseconds
    ) -> CorrelationMatch {
        let group = groups[correlation][index]
        if let sequence = group.sequence {
            let records = sequence.records(since: earliest, endingWith: member)
            return CorrelationMatch(
                correlation: correlation, start: records.first?.time ?? now, end: now,
                members: records.suffix(Self.mostMembers).map(\.record), count: records.count, group: group.values)
        }
        return CorrelationMatch(
            correlation: correlation, start: group.window.first?.time ?? now, end: now,
            members: group.window.all.suffix(Self.mostMembers).map(\.record), count: group.window.count,
            group: group.values)
    }

    /// The values of fields, also as one key in which none can be taken for two; nil where one is absent.
    private static func key(_ slots: [Int], _ fields: RecordFields) -> (key: [UInt8], values: [[UInt8]])? {
        var key: [UInt8] = []
        var values: [[UInt8]] = []
        for slot in slots {
            guard let text = fields.text(slot) else { return nil }
            if slots.count > 1 {
                withUnsafeBytes(of: UInt32(truncatingIfNeeded: text.count).littleEndian) { key += $0 }
            }
            key += text
            values.append(Array(text))
        }
        return (key, values)
    }

    /// The value or number that a correlation looks at; false where the record has none.
    private static func read(
        _ plan: CorrelationPlan, _ fields: RecordFields, into entry: inout CorrelationWindow.Entry
    ) -> Bool {
        if plan.valueSlots.isEmpty { return true }
        guard let (key, values) = key(plan.valueSlots, fields) else { return false }
        if plan.countsValues {
            entry.text = key
            return true
        }
        guard let number = values[0].withUnsafeBufferPointer({ Millionths($0) }) else { return false }
        entry.number = number.value
        return true
    }
}
