import Markup
import NetworkWorld

/// Where each host stands in a drawing, for arrows to and from it.
struct DiagramPlaces {
    private var symbols: [Int32: Frame] = [:]
    private var groups: [Int: Frame] = [:]
    private let program: Program
    private let internet: Frame

    init(_ layout: DiagramLayout, program: Program) {
        self.program = program
        // The cloud does not fill the corners of its frame: arrows end at what is drawn of it.
        let cloud = layout.internet
        internet = Frame(x: cloud.x + 16, y: cloud.y + 10, width: cloud.width - 32, height: cloud.height - 20)
        for zone in layout.zones {
            for cell in zone.panels.flatMap(\.cells) {
                for (host, frame) in zip(cell.cell.symbols, cell.symbols) { symbols[host] = frame }
                // Of many hosts drawn as squares, the first row stands for all.
                let all = cell.stack ?? cell.squares.first ?? cell.symbols.first ?? cell.frame
                for group in cell.cell.groups { groups[group] = all }
            }
        }
    }

    /// The frame of a host's symbol, or of what stands for it; the internet for none.
    func frame(of host: Int32) -> Frame {
        if host < 0 { return internet }
        return symbols[host] ?? groups[program.group(ofHost: host)] ?? internet
    }
}
