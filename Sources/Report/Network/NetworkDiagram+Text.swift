import Exercise
import Kernel
import Markup
import NetworkWorld
import Scenario

extension DiagramModel.Standing {
    /// What it is called in legends and tooltips.
    var title: LocalizedText {
        switch self {
        case .untouched: LocalizedText("Không bị đụng tới", "Untouched")
        case .user: LocalizedText("Bị chiếm, quyền người dùng", "Taken, access as user")
        case .administrator: LocalizedText("Bị chiếm, quyền quản trị", "Taken, access as administrator")
        case .former: LocalizedText("Từng bị chiếm, đã giành lại", "Was taken, won back")
        case .encrypted: LocalizedText("Bị mã hoá", "Encrypted")
        case .disturbed: LocalizedText("Điều khiển bị phá", "Control disturbed")
        }
    }
}

extension NetworkDiagram {
    /// Name, address, role and fate of a host.
    func tooltip(of host: Int32) -> LocalizedText {
        let role = program.hostGroups[program.group(ofHost: host)].role
        var lines = [
            LocalizedText("\(program.hostName(host)) · \(Figures.address(program.address(ofHost: host)))"), role.title,
        ]
        if program.isRemoved(host: host) {
            lines.append(LocalizedText("Đã bỏ khỏi kịch bản", "Taken out of the scenario"))
        }
        guard let touched = story.touched(host) else { return lines.joined(separator: "\n") }
        lines.append(DiagramModel.standing(of: touched).title)
        let moments: [(LocalizedText, Milliseconds?)] = [
            (LocalizedText("chiếm lúc ", "taken at "), touched.taken),
            (LocalizedText("mã hoá lúc ", "encrypted at "), touched.encrypted),
            (LocalizedText("phá lúc ", "disturbed at "), touched.disturbed),
            (LocalizedText("mất lúc ", "lost by the adversary at "), touched.lost),
            (LocalizedText("cách ly lúc ", "isolated at "), touched.isolated),
            (LocalizedText("khôi phục lúc ", "restored at "), touched.restored),
        ]
        for (what, time) in moments {
            if let time { lines.append(what + clock.time(time)) }
        }
        return lines.joined(separator: "\n")
    }

    /// Name, role and number of a group's hosts.
    func tooltip(of cell: DiagramModel.Cell) -> LocalizedText {
        var lines = [cell.title, cell.role.title + " " + cell.subtitle]
        for standing in DiagramModel.Standing.allCases where standing != .untouched {
            let count = cell.others[standing.rawValue]
            if count > 0 { lines.append(Figures.number(count) + " × " + standing.title) }
        }
        return lines.joined(separator: "\n")
    }
}
