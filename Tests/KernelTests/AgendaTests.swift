import Kernel
import Testing

struct AgendaTests {
    private func entries(_ count: Int) -> [Agenda.Entry] {
        (0..<count).map { index in
            let draw = Seeds(1).chance(UInt64(index), Purpose(rawValue: 1))
            return Agenda.Entry(
                time: Int64(draw.below(20)), key: UInt64(draw.words[0] % 5), kind: draw.words[2] % 3,
                first: Int32(index % 7),
                second: Int32(index))
        }
    }

    private func drain(_ agenda: Agenda) -> [Agenda.Entry] {
        var agenda = agenda
        var result: [Agenda.Entry] = []
        while let entry = agenda.takeFirst(before: .max) { result.append(entry) }
        return result
    }

    @Test(arguments: [0, 1, 2, 3, 17, 200])
    func theOrderDoesNotDependOnInsertion(count: Int) {
        let entries = entries(count)
        var forward = Agenda()
        var backward = Agenda()
        for entry in entries { forward.insert(entry) }
        for entry in entries.reversed() { backward.insert(entry) }
        var first = StableHasher()
        var second = StableHasher()
        forward.hash(into: &first)
        backward.hash(into: &second)
        #expect(first.digest == second.digest)
        #expect(drain(forward) == drain(backward))
        #expect(drain(forward).count == count)
        #expect(drain(forward).map(\.time) == entries.map(\.time).sorted())
    }

    @Test func nothingAtTheLimitIsTaken() {
        var agenda = Agenda()
        agenda.insert(Agenda.Entry(time: 5, key: 0, kind: 1))
        #expect(agenda.takeFirst(before: 5) == nil)
        #expect(agenda.nextTime == 5)
        #expect(agenda.takeFirst(before: 6)?.time == 5)
        #expect(agenda.nextTime == nil)
    }
}
