import Kernel
import Markup
import Scenario

/// Turns exercise time into places along a drawing, with ticks on whole hours of the simulated clock.
struct TimeScale {
    let start: Int
    let width: Int
    let end: Milliseconds
    let clock: Clock

    /// The place of a time.
    func x(_ time: Milliseconds) -> Int {
        let clamped = min(max(time, 0), end)
        return start + Int((Double(clamped) * Double(width) / Double(max(end, 1))).rounded())
    }

    /// Times of ticks: the finest usual step that leaves room for a label at each.
    func ticks(labelWidth: Int) -> [Milliseconds] {
        let most = max(2, width / labelWidth)
        let minutes: [Int64] = [1, 2, 5, 10, 15, 30, 60, 120, 180, 240, 360, 720, 1_440, 2_880, 10_080, 43_200]
        let step = (minutes.first { end / ($0 * 60_000) < Int64(most) } ?? 525_600) * 60
        let local = clock.localSeconds(at: 0)
        let remainder = ((local % step) + step) % step
        var time = remainder == 0 ? 0 : (step - remainder) * 1_000
        var ticks: [Milliseconds] = []
        while time <= end {
            ticks.append(time)
            time += step * 1_000
        }
        return ticks
    }

    /// Appends lines and labels.
    func draw(in svg: inout Markup, top: Int, bottom: Int) {
        for tick in ticks(labelWidth: 64) {
            svg.path("M\(x(tick)) \(top)V\(bottom)", class: "grid")
            // A label at the very edge would be cut off.
            if x(tick) <= start + width - 14 {
                svg.label(clock.time(tick), at: Point(x: x(tick), y: bottom + 16), class: "tick")
            }
        }
    }
}
