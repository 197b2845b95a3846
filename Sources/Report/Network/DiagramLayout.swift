import Markup
import NetworkWorld
import Scenario

/// Gives everything in a ``DiagramModel`` a place, for one width of paper.
///
/// The firewall is a column that every network is plugged into, because everything between networks passes it: with
/// room, and more than one zone, there are boxes on both sides of it, else it stands at the left edge.
struct DiagramLayout {
    /// Sizes of the parts.
    enum Size {
        static let zoneHeader = 26
        static let zonePadding = 10
        static let panelHeader = 34
        static let panelPadding = 12
        static let cellText = 40
        static let symbol = 30
        static let symbolPitch = 36
        static let gap = 14
        static let stack = 40
    }

    struct PlacedCell {
        var cell: DiagramModel.Cell
        var frame: Frame
        var symbols: [Frame]
        var squares: [Frame]
        /// Where the one symbol for all others stands.
        var stack: Frame?
    }

    struct PlacedPanel {
        var panel: DiagramModel.NetworkPanel
        var frame: Frame
        var cells: [PlacedCell]
        /// Where it is plugged into the firewall.
        var port: Point
        var isLeft: Bool
    }

    struct PlacedZone {
        var zone: Zone
        var frame: Frame
        var panels: [PlacedPanel]
    }

    let width: Int
    private(set) var height = 0
    private(set) var zones: [PlacedZone] = []
    private(set) var firewall = Frame(x: 0, y: 0, width: 0, height: 0)
    private(set) var internet = Frame(x: 0, y: 0, width: 0, height: 0)

    init(_ model: DiagramModel, width: Int) {
        self.width = width
        let isWide = width >= 900 && model.zones.count > 1
        let spine = isWide ? 92 : width < 500 ? 36 : 64
        let boxWidth = isWide ? (width - spine) / 2 - 12 : width - spine - 12
        let top = 104
        internet = Frame(x: isWide ? width / 2 - 74 : 4, y: 6, width: 144, height: 64)
        var left = top
        var right = top
        for zone in model.zones {
            let height = Self.height(of: zone, width: boxWidth)
            let isLeft = isWide && left <= right
            let x = isLeft ? 0 : isWide ? width - boxWidth : spine + 12
            let y = isLeft ? left : right
            zones.append(Self.place(zone, Frame(x: x, y: y, width: boxWidth, height: height), isLeft: isLeft, spine))
            if isLeft { left += height + Size.gap } else { right += height + Size.gap }
        }
        let bottom = max(left, right, top + 60) - Size.gap
        firewall = Frame(x: isWide ? (width - spine) / 2 : 0, y: top, width: spine, height: bottom - top)
        height = bottom + 4
    }

    /// Columns of cells; few cells share the whole width.
    private static func columns(_ width: Int, _ cells: Int) -> Int {
        max(1, min((width + cellGap(width)) / 124, cells))
    }

    private static func cellGap(_ width: Int) -> Int { width < 300 ? 12 : 16 }

    private static func inner(_ width: Int) -> Int { width - 2 * Size.zonePadding - 2 * Size.panelPadding }

    private static func perRow(_ width: Int) -> Int {
        max(1, (width + Size.symbolPitch - Size.symbol) / Size.symbolPitch)
    }

    /// Squares of a grid: small ones where there are many.
    private static func pitch(_ count: Int) -> Int { count > 120 ? 7 : 10 }

    private static func height(of cell: DiagramModel.Cell, width: Int) -> Int {
        var height = Size.cellText
        let perRow = perRow(width)
        height += (cell.symbols.count + perRow - 1) / perRow * Size.symbolPitch
        if !cell.squares.isEmpty {
            let pitch = pitch(cell.squares.count)
            let columns = width / pitch
            height += (cell.squares.count + columns - 1) / columns * pitch + 4
        } else if cell.otherCount > 0 {
            height += Size.stack + 4
        }
        return height
    }

    private static func rows(
        of cells: [DiagramModel.Cell], width: Int
    ) -> (cellWidth: Int, heights: [Int]) {
        let columns = columns(width, cells.count)
        let cellWidth = (width - (columns - 1) * cellGap(width)) / columns
        let heights = stride(from: 0, to: cells.count, by: columns).map { start in
            cells[start..<min(start + columns, cells.count)].reduce(0) { max($0, height(of: $1, width: cellWidth)) }
        }
        return (cellWidth, heights)
    }

    private static func height(of panel: DiagramModel.NetworkPanel, width: Int) -> Int {
        let heights = rows(of: panel.cells, width: width).heights
        return Size.panelHeader + heights.reduce(0, +) + max(0, heights.count - 1) * 8 + 6
    }

    private static func height(of zone: DiagramModel.ZoneBox, width: Int) -> Int {
        let panels = zone.panels.reduce(0) { $0 + height(of: $1, width: inner(width)) + Size.zonePadding }
        return Size.zoneHeader + panels
    }

    private static func place(
        _ zone: DiagramModel.ZoneBox, _ frame: Frame, isLeft: Bool, _ spine: Int
    ) -> PlacedZone {
        var y = frame.y + Size.zoneHeader
        var panels: [PlacedPanel] = []
        for panel in zone.panels {
            let height = height(of: panel, width: inner(frame.width))
            let box = Frame(
                x: frame.x + Size.zonePadding, y: y, width: frame.width - 2 * Size.zonePadding, height: height)
            // The port is on the firewall's edge, twelve units from the zone's frame.
            let port = Point(x: isLeft ? frame.x + frame.width + 12 : frame.x - 12, y: y + 20)
            panels.append(
                PlacedPanel(panel: panel, frame: box, cells: place(panel.cells, in: box), port: port, isLeft: isLeft))
            y += height + Size.zonePadding
        }
        return PlacedZone(zone: zone.zone, frame: frame, panels: panels)
    }

    private static func place(_ cells: [DiagramModel.Cell], in box: Frame) -> [PlacedCell] {
        let width = box.width - 2 * Size.panelPadding
        let columns = columns(width, cells.count)
        let (cellWidth, heights) = rows(of: cells, width: width)
        var placed: [PlacedCell] = []
        var y = box.y + Size.panelHeader
        for (row, height) in heights.enumerated() {
            for column in 0..<columns where row * columns + column < cells.count {
                let x = box.x + Size.panelPadding + column * (cellWidth + cellGap(width))
                placed.append(
                    place(cells[row * columns + column], Frame(x: x, y: y, width: cellWidth, height: height)))
            }
            y += height + 8
        }
        return placed
    }

    private static func place(_ cell: DiagramModel.Cell, _ frame: Frame) -> PlacedCell {
        var placed = PlacedCell(cell: cell, frame: frame, symbols: [], squares: [])
        var y = frame.y + Size.cellText
        let perRow = perRow(frame.width)
        for index in cell.symbols.indices {
            placed.symbols.append(
                Frame(
                    x: frame.x + index % perRow * Size.symbolPitch,
                    y: y + index / perRow * Size.symbolPitch, width: Size.symbol, height: Size.symbol))
        }
        y += (cell.symbols.count + perRow - 1) / perRow * Size.symbolPitch
        if !cell.squares.isEmpty {
            let pitch = pitch(cell.squares.count)
            let columns = frame.width / pitch
            placed.squares = cell.squares.indices.map { index in
                Frame(
                    x: frame.x + index % columns * pitch, y: y + index / columns * pitch, width: pitch - 3,
                    height: pitch - 3)
            }
        } else if cell.otherCount > 0 {
            placed.stack = Frame(x: frame.x, y: y, width: Size.symbol, height: Size.symbol)
        }
        return placed
    }
}
