import Exercise
import Markup
import NetworkWorld
import Scenario

/// What a network drawing shows, before anything has a place: zones with their networks, networks with their groups.
///
/// However large the scenario, a drawing stays one that a person could have made: untouched networks of a zone and
/// untouched groups of a network are put together where there are too many.
struct DiagramModel {
    /// Most networks of a zone and groups of a network that are drawn one by one.
    static let mostNetworks = 6
    static let mostGroups = 24
    /// A group of up to so many hosts is drawn host by host.
    static let mostSymbols = 8
    /// So many taken hosts of a larger group are drawn as symbols.
    static let mostTaken = 8
    /// A larger group is one symbol with a count.
    static let mostSquares = 400

    /// How a host stands, for its colour and shape.
    enum Standing: Int, CaseIterable {
        case untouched, user, administrator, former, encrypted, disturbed
    }

    /// Groups of hosts that are drawn as one.
    struct Cell {
        var groups: [Int]
        var title: LocalizedText
        var subtitle: LocalizedText
        var role: HostRole
        var count: Int
        /// Hosts with a symbol of their own.
        var symbols: [Int32] = []
        /// Standings of the others, one by one; empty where they are too many.
        var squares: [Standing] = []
        /// How many others stand how.
        var others = [Int](repeating: 0, count: Standing.allCases.count)

        var otherCount: Int { others.reduce(0, +) }
    }

    /// A network, or several untouched ones.
    struct NetworkPanel {
        /// Indices in the program; 0 is the internet.
        var networks: [Int]
        var title: LocalizedText
        var range: String
        var cells: [Cell]
    }

    /// A zone with its networks.
    struct ZoneBox {
        var zone: Zone
        var panels: [NetworkPanel]
    }

    /// The order in which zones are drawn: nearest to the internet first.
    static let order: [Zone] = [
        .perimeter, .partner, .servers, .management, .office, .branch, .controlCentre, .field,
    ]

    var zones: [ZoneBox] = []

    /// - Complexity: O(groups² + hosts of groups with at most ``mostSquares``).
    init(program: Program, story: RunStory) {
        let names = RunNames(program: program)
        var touched = [[RunStory.TouchedHost]](repeating: [], count: program.hostGroups.count)
        for host in story.touched { touched[program.group(ofHost: host.host)].append(host) }
        for zone in Self.order {
            let networks = program.simulation.networks.indices.filter { program.simulation.networks[$0].zone == zone }
            if networks.isEmpty { continue }
            var panels = networks.map { Self.panel($0 + 1, program, names, touched) }
            Self.merge(&panels, touched, names)
            zones.append(ZoneBox(zone: zone, panels: panels))
        }
    }

    /// How a host stands after the run.
    static func standing(of host: RunStory.TouchedHost?) -> Standing {
        guard let host else { return .untouched }
        if host.disturbed != nil { return .disturbed }
        if let encrypted = host.encrypted, (host.restored ?? -1) < encrypted { return .encrypted }
        guard let taken = host.taken else { return .untouched }
        if let lost = host.lost, lost >= taken { return .former }
        return host.administrator ? .administrator : .user
    }

    private static func panel(
        _ network: Int, _ program: Program, _ names: RunNames, _ touched: [[RunStory.TouchedHost]]
    ) -> NetworkPanel {
        let record = program.simulation.networks[network - 1]
        let groups = program.hostGroups.indices.filter { Int(program.hostGroups[$0].network) == network }
        var cells: [Cell] = []
        var rest: [Int] = []
        for group in groups {
            if groups.count <= mostGroups || !touched[group].isEmpty {
                cells.append(cell(group, program, names, touched[group]))
            } else {
                rest.append(group)
            }
        }
        for role in HostRole.allCases {
            let alike = rest.filter { program.hostGroups[$0].role == role }
            if !alike.isEmpty { cells.append(cell(alike, role, program)) }
        }
        return NetworkPanel(
            networks: [network], title: names.network(network),
            range: "\(Figures.address(record.baseAddress))/\(record.prefixLength)", cells: cells)
    }

    private static func cell(
        _ group: Int, _ program: Program, _ names: RunNames, _ touched: [RunStory.TouchedHost]
    ) -> Cell {
        let record = program.hostGroups[group]
        let count = Int(record.count)
        let first = Figures.address(record.firstAddress)
        let subtitle = count == 1 ? LocalizedText(first) : LocalizedText("×") + Figures.number(count) + " · \(first)…"
        var cell = Cell(
            groups: [group], title: names.group(group), subtitle: subtitle, role: record.role, count: count)
        if count <= mostSymbols {
            cell.symbols = (0..<record.count).map { record.first + $0 }
            return cell
        }
        let taken = touched.filter { $0.order > 0 }.sorted { $0.order < $1.order }.prefix(mostTaken)
        cell.symbols = taken.map(\.host)
        let others = touched.filter { host in !cell.symbols.contains(host.host) }
        for host in others { cell.others[standing(of: host).rawValue] += 1 }
        cell.others[Standing.untouched.rawValue] += count - cell.symbols.count - others.count
        if count <= mostSquares {
            let untouched = [Standing](repeating: .untouched, count: count - cell.symbols.count - others.count)
            cell.squares = others.map { standing(of: $0) }.sorted { $0.rawValue > $1.rawValue } + untouched
        }
        return cell
    }

    /// Untouched groups with one role as one cell.
    private static func cell(_ groups: [Int], _ role: HostRole, _ program: Program) -> Cell {
        let count = groups.reduce(0) { $0 + Int(program.hostGroups[$1].count) }
        let number = Figures.number(count).filled
        var cell = Cell(
            groups: groups, title: role.title,
            subtitle: LocalizedText(
                "×\(number.vietnamese) · \(groups.count) nhóm", "×\(number.english) · \(groups.count) groups"),
            role: role, count: count)
        cell.others[Standing.untouched.rawValue] = count
        if count <= mostSquares { cell.squares = Array(repeating: .untouched, count: count) }
        return cell
    }

    /// Puts the untouched networks of a zone together where there are too many.
    private static func merge(
        _ panels: inout [NetworkPanel], _ touched: [[RunStory.TouchedHost]], _ names: RunNames
    ) {
        if panels.count <= mostNetworks { return }
        var kept: [NetworkPanel] = []
        var rest: [NetworkPanel] = []
        for panel in panels {
            let isTouched = panel.cells.contains { cell in cell.groups.contains { !touched[$0].isEmpty } }
            if isTouched && kept.count < 2 * mostNetworks { kept.append(panel) } else { rest.append(panel) }
        }
        while kept.count < mostNetworks - 1, !rest.isEmpty { kept.append(rest.removeFirst()) }
        kept.sort { ($0.networks.first ?? 0) < ($1.networks.first ?? 0) }
        if !rest.isEmpty { kept.append(merged(rest, names.program)) }
        panels = kept
    }

    private static func merged(_ panels: [NetworkPanel], _ program: Program) -> NetworkPanel {
        var cells: [Cell] = []
        for role in HostRole.allCases {
            let alike = panels.flatMap(\.cells).filter { $0.role == role }
            if alike.isEmpty { continue }
            var cell = cell(alike.flatMap(\.groups), role, program)
            cell.others = alike.reduce(into: [Int](repeating: 0, count: Standing.allCases.count)) { sums, cell in
                for (index, count) in cell.others.enumerated() { sums[index] += count }
                sums[Standing.untouched.rawValue] += cell.symbols.count
            }
            cells.append(cell)
        }
        return NetworkPanel(
            networks: panels.flatMap(\.networks),
            title: LocalizedText("\(panels.count) mạng khác", "\(panels.count) other networks"), range: "", cells: cells
        )
    }
}
