/// What the page of a study has beyond the style of a run's: charts, the answer, and the ways of attacks.
enum StudyStyle {
    static let text: StaticString = """
        .answer { margin: .6rem 0 0; padding-left: 1.6rem; font-size: clamp(1.05rem, 1rem + .4vw, 1.3rem); line-height: 1.45; }
        .answer li { margin: 0 0 .6rem; padding-left: .25rem; text-wrap: pretty; }
        .answer li::marker { color: var(--muted); font-weight: 650; font-size: .9em; }
        .chart figcaption { margin-top: .75rem; }
        .reading { margin: .5rem 0 0; color: var(--muted); font-size: .94rem; max-width: 62rem; }
        .reading strong { color: var(--ink); }
        svg .chart-label { font-size: 13px; paint-order: stroke; stroke: var(--card); stroke-width: 3px; stroke-linejoin: round; }
        svg .chart-value { font-size: 12.5px; fill: var(--muted); font-variant-numeric: tabular-nums; }
        svg .chart-note { font-size: 11.5px; fill: var(--muted); paint-order: stroke; stroke: var(--card); stroke-width: 3px; stroke-linejoin: round; }
        svg .end, svg .tick.end { text-anchor: end; }
        svg .middle { text-anchor: middle; }
        svg .tick.start { text-anchor: start; }
        .chart-zero { stroke: var(--muted); stroke-width: 1.25; fill: none; }
        .chart-mark { stroke: var(--warning); stroke-width: 1.5; stroke-dasharray: 5 4; fill: none; }
        .interval { fill: none; stroke-width: 2; stroke: var(--edge); }
        .interval.helps { stroke: var(--good); } .interval.harms { stroke: var(--bad); }
        .effect { fill: var(--card); stroke: var(--muted); stroke-width: 2; }
        .effect.helps { fill: var(--good); stroke: var(--good); } .effect.harms { fill: var(--bad); stroke: var(--bad); }
        .curve { fill: none; stroke-width: 2.25; stroke-linejoin: round; }
        .line-0 { stroke: var(--ink); stroke-width: 3; }
        .line-1 { stroke: var(--good); } .line-2 { stroke: var(--accent); stroke-dasharray: 9 4; }
        .line-3 { stroke: var(--data); stroke-dasharray: 3 3; } .line-4 { stroke: var(--bad); stroke-dasharray: 10 3 2 3; }
        .line-other { stroke: var(--edge); stroke-width: 1; }
        .frontier { fill: none; stroke: var(--accent); stroke-width: 2; }
        .set { fill: var(--edge); } .leader { stroke: var(--edge); stroke-width: 1; fill: none; }
        .number-mark { fill: var(--card); stroke: var(--accent); stroke-width: 2; }
        .number-mark.best { fill: var(--good); stroke: var(--good); }
        svg .mark-number { font-size: 11px; font-weight: 700; text-anchor: middle; }
        svg .mark-number.best { fill: var(--card); }
        .whisker { stroke-width: 2; fill: none; }
        .whisker.detect { stroke: var(--accent); } .whisker.contain { stroke: var(--good); }
        .box.detect { fill: var(--accent); fill-opacity: .35; } .box.contain { fill: var(--good); fill-opacity: .35; }
        .median { stroke: var(--ink); stroke-width: 2.5; fill: none; }
        .chart .bar-track { fill: var(--faint); }
        .bar-carried { fill: var(--edge); } .bar-through { fill: var(--warning); } .bar-share { fill: var(--accent); }
        .bar-records { fill: var(--data); } .bar-services { fill: var(--bad); } .bar-processes { fill: var(--warning); }
        .bar-staff { fill: var(--accent); } .bar-recovery { fill: var(--edge); }
        .ways { list-style: none; margin: 0 0 1rem; padding: 0; display: grid; gap: .6rem; }
        .ways > li { padding: .8rem 1.1rem; break-inside: avoid; }
        .way-head { margin: 0 0 .5rem; display: flex; gap: .75rem; align-items: baseline; flex-wrap: wrap; }
        .way-head strong { font-size: 1.1rem; font-variant-numeric: tabular-nums; }
        .way { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .4rem; align-items: stretch; }
        .way li { display: flex; flex-direction: column; border: 1px solid var(--line); border-radius: 8px; padding: .25rem .6rem; background: var(--faint); font-size: .88rem; }
        .way li + li { position: relative; margin-left: 1.1rem; }
        .way li + li::before { content: "→"; position: absolute; left: -1.15rem; top: 50%; transform: translateY(-50%); color: var(--muted); }
        .way li.choke { border-color: var(--warning); background: var(--warning-soft); }
        .way li:last-child { border-color: var(--bad); background: var(--bad-soft); }
        .way .technique { color: var(--muted); font-size: .8rem; }
        .limits { margin: 0; padding: 1rem 1.25rem 1rem 2.25rem; }
        .limits li { margin: 0 0 .6rem; max-width: 60rem; }
        @media print { .chart { break-inside: avoid; } .ways > li { padding: .4rem .6rem; } }
        """
}
