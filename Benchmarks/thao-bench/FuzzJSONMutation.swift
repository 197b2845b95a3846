import Kernel
import TestSupport

/// Changes to JSON values that leave the text well formed.
enum JSONMutation {
    private static let numbers = [
        "-9223372036854775808", "-2147483648", "-5", "-1", "0", "1", "3", "63", "64", "65", "99", "255", "256", "32767",
        "32768", "65535", "100000", "1800000", "2147483647", "2147483648", "4294967296", "316224000000", "316224000001",
        "9223372036854775807", "18446744073709551615", "1.5", "1e3", "-0",
    ]
    private static let words = [
        "", "none", "standard", "isolate-on-alert", "all", "action", "grant-foothold", "external-alert", "isolate-host",
        "segment-network", "reset-domain", "network-review", "0", "18446744073709551615", "18446744073709551616", "-1",
        "0000000000000000", "network", "\u{0}", "Đ",
    ]

    /// One to three changes anywhere but in the contents.
    static func mutate(_ root: JSONValue, _ random: inout FuzzRandom) -> JSONValue {
        var root = root
        for _ in 0...random.below(3) {
            let places = places(in: root)
            root = changed(root, at: places[random.below(places.count)][...], &random)
        }
        return root
    }

    /// Where there is a value that may be changed: the indices that lead there.
    private static func places(in value: JSONValue) -> [[Int]] {
        var found: [[Int]] = [[]]
        for (index, child) in children(of: value).enumerated() where child.name != "contents" {
            found += places(in: child.value).map { [index] + $0 }
        }
        return found
    }

    private static func children(of value: JSONValue) -> [JSONValue.Member] {
        switch value.content {
        case .array(let elements): elements.map { JSONValue.Member(name: "", value: $0) }
        case .object(let members): members
        default: []
        }
    }

    private static func changed(
        _ value: JSONValue, at place: ArraySlice<Int>, _ random: inout FuzzRandom
    ) -> JSONValue {
        guard let index = place.first else { return replacement(value, &random) }
        switch value.content {
        case .array(var elements):
            elements[index] = changed(elements[index], at: place.dropFirst(), &random)
            return JSONValue(.array(elements), at: value.position)
        case .object(var members):
            members[index].value = changed(members[index].value, at: place.dropFirst(), &random)
            return JSONValue(.object(members), at: value.position)
        default: return value
        }
    }

    private static func replacement(_ value: JSONValue, _ random: inout FuzzRandom) -> JSONValue {
        var content = value.content
        switch content {
        case .array(var elements):
            let index = random.below(max(1, elements.count))
            if elements.isEmpty {
                elements = [JSONValue(.string(random.pick(words) ?? ""))]
            } else if random.below(2) == 0 {
                elements.remove(at: index)
            } else {
                elements.insert(elements[index], at: random.below(elements.count))
            }
            content = .array(elements)
        case .object(var members):
            let index = random.below(max(1, members.count))
            if members.isEmpty { break }
            switch random.below(3) {
            case 0: members.remove(at: index)
            case 1: members[index].name = random.pick(words) ?? ""
            default: members.swapAt(index, random.below(members.count))
            }
            content = .object(members)
        case .number: content = .number(random.pick(numbers) ?? "0")
        case .string: content = random.below(8) == 0 ? .null : .string(random.pick(words) ?? "")
        case .bool(let flag): content = .bool(!flag)
        case .null: content = .number("0")
        }
        return JSONValue(content, at: value.position)
    }
}
