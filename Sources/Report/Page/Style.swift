/// The page's style. System fonts, two palettes by the reader's setting, three widths, and paper.
enum Style {
    static let text: StaticString = """
        :root {
          --paper: #f4f5f7; --card: #ffffff; --ink: #18212d; --muted: #556173; --line: #dce1e8; --edge: #a9b4c2;
          --faint: #eef1f5; --accent: #2456c4; --bad: #b9261d; --bad-soft: #fce8e6; --on-bad: #ffffff;
          --warning: #8f5600; --warning-soft: #fdeecd; --good: #18693f; --good-soft: #def3e6;
          --data: #6d36b8; --data-soft: #efe6fb; --on-data: #ffffff; --solid: #2b3542; --on-solid: #ffffff;
          --flow: #8fa0b5; --zone: #eaeef3;
          --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif;
          --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, "Noto Sans Mono", "DejaVu Sans Mono", monospace;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --paper: #0f141b; --card: #171e28; --ink: #e7ecf3; --muted: #a0adbd; --line: #2a3442; --edge: #5b6a7d;
            --faint: #1e2733; --accent: #8ab2ff; --bad: #ff9287; --bad-soft: #42201f; --on-bad: #2a0d0a;
            --warning: #f3c162; --warning-soft: #3a2c10; --good: #79d6a4; --good-soft: #15352a;
            --data: #cba8ff; --data-soft: #31224a; --on-data: #1e0f35; --solid: #c9d3df; --on-solid: #131a23;
            --flow: #5f7188; --zone: #131a23;
          }
        }
        * { box-sizing: border-box; }
        [hidden] { display: none !important; }
        html { scroll-behavior: smooth; scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; }
        @media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 var(--sans); overflow-wrap: break-word; }
        [data-language="vi"] [lang="en"]:not(.always), [data-language="en"] [lang="vi"]:not(.always) { display: none; }
        .unseen, .definitions { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
        .skip { position: absolute; left: 1rem; top: -4rem; background: var(--card); color: var(--accent); padding: .5rem 1rem; z-index: 2; }
        .skip:focus { top: .5rem; }
        a { color: var(--accent); }
        :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
        code { font-family: var(--mono); font-size: .9em; overflow-wrap: anywhere; }
        .muted { color: var(--muted); }
        .block { display: block; }
        table code { overflow-wrap: normal; }

        .banner { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 2rem; padding: .75rem max(1rem, calc((100vw - 78rem) / 2));
          background: var(--card); border-bottom: 1px solid var(--line); }
        .brand { margin: 0; display: flex; gap: .6rem; align-items: baseline; }
        .banner nav { flex: 1 1 auto; }
        .banner nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: 0 1.25rem; margin: 0; padding: 0; }
        .banner nav a { display: inline-block; padding: .35rem 0; color: var(--muted); text-decoration: none; font-size: .94rem; }
        .banner nav a:hover { color: var(--accent); text-decoration: underline; text-underline-offset: .3em; }
        .languages { display: inline-flex; border: 1px solid var(--edge); border-radius: 8px; overflow: hidden; }
        .languages button { font: inherit; font-size: .88rem; border: 0; background: none; color: var(--muted); padding: .35rem .8rem; min-height: 2rem; cursor: pointer; }
        .languages button[aria-pressed="true"] { background: var(--accent); color: var(--card); font-weight: 600; }
        .languages button:focus-visible { outline-offset: -3px; }

        main { max-width: 78rem; margin: 0 auto; padding: 0 1rem; }
        section { margin: 0 0 4rem; }
        .opening { padding-top: 2.5rem; }
        h1 { font-size: clamp(1.7rem, 1.2rem + 2vw, 2.6rem); line-height: 1.2; letter-spacing: -.015em; margin: 0 0 1rem; text-wrap: balance; }
        h2 { font-size: 1.55rem; line-height: 1.25; letter-spacing: -.01em; margin: 0 0 .25rem; }
        h3 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
        .description, .lead { color: var(--muted); max-width: 62rem; margin: 0 0 1.5rem; }
        .lead { margin-bottom: 1.25rem; }
        .opening .description { margin-top: -.5rem; }
        .note { color: var(--muted); font-size: .94rem; }
        .card { background: var(--card); border: 1px solid var(--line); border-radius: 14px; }

        .verdict { background: var(--card); border: 1px solid var(--line); border-left: 6px solid var(--muted); border-radius: 14px; padding: 1.25rem 1.5rem; margin: 0 0 1.5rem; }
        .verdict.bad { border-left-color: var(--bad); }
        .verdict.good { border-left-color: var(--good); }
        .verdict.warning { border-left-color: var(--warning); }
        .verdict p { margin: .6rem 0 0; font-size: clamp(1.1rem, 1rem + .6vw, 1.4rem); line-height: 1.4; text-wrap: pretty; }
        .chip { display: inline-block; font-size: .8rem; font-weight: 600; line-height: 1.4; padding: .12rem .6rem; border-radius: 99px; border: 1px solid; white-space: nowrap; }
        .chip.good { color: var(--good); background: var(--good-soft); }
        .chip.bad { color: var(--bad); background: var(--bad-soft); }
        .chip.warning { color: var(--warning); background: var(--warning-soft); }
        .chip.neutral { color: var(--muted); background: var(--faint); }

        .choices { display: flex; flex-wrap: wrap; gap: .9rem 2.5rem; margin: 0 0 1.75rem; padding: 0 .25rem; }
        .choices div { min-width: 6rem; max-width: 30rem; }
        dt { color: var(--muted); font-size: .82rem; }
        dd { margin: 0; }
        .tiles { list-style: none; display: grid; grid-template-columns: repeat(auto-fit, minmax(11.5rem, 1fr)); gap: .9rem; margin: 0; padding: 0; }
        .tile { background: var(--card); border: 1px solid var(--line); border-radius: 14px; padding: 1rem 1.1rem; display: flex; flex-direction: column; gap: .15rem; }
        .tile-title { color: var(--muted); font-size: .86rem; }
        .tile-value { font-size: 1.45rem; font-weight: 650; line-height: 1.25; letter-spacing: -.01em; font-variant-numeric: tabular-nums; }
        .tile.bad .tile-value { color: var(--bad); }
        .tile.good .tile-value { color: var(--good); }
        .tile.warning .tile-value { color: var(--warning); }
        .tile-note { color: var(--muted); font-size: .82rem; line-height: 1.4; }
        .tiles.small { margin-bottom: 1.25rem; }
        @media (max-width: 40rem) {
          .tiles { grid-template-columns: 1fr 1fr; gap: .6rem; }
          .tile { padding: .75rem .8rem; }
          .tile-value { font-size: 1.2rem; }
          .verdict { padding: 1rem; }
          .opening { padding-top: 1.5rem; }
          .choices { display: grid; grid-template-columns: 1fr 1fr; gap: .8rem 1rem; }
          section { margin-bottom: 3rem; }
        }

        figure { margin: 0 0 1rem; }
        .drawing { padding: 1.25rem; }
        .drawing > svg { display: none; width: 100%; height: auto; margin: 0 auto; }
        .drawing > svg.narrow { display: block; max-width: 30rem; }
        @media (min-width: 40rem) { .drawing > svg.narrow { display: none; } .drawing > svg.medium { display: block; max-width: 56rem; } }
        @media (min-width: 62rem) { .drawing > svg.medium { display: none; } .drawing > svg.wide { display: block; } }
        @media (max-width: 40rem) { .drawing { padding: .6rem; } }
        @media print {
          .drawing > svg.narrow, .drawing > svg.wide, .drawing > svg.network.medium { display: none; }
          .drawing > svg.medium, .drawing > svg.network.wide { display: block; }
        }
        svg text { font-family: var(--sans); fill: var(--ink); }
        figcaption { border-top: 1px solid var(--line); margin-top: 1rem; padding-top: .75rem; }
        .legend { list-style: none; display: flex; flex-wrap: wrap; gap: .3rem 1.4rem; margin: 0; padding: 0; color: var(--muted); font-size: .86rem; }
        .legend li { display: flex; align-items: center; gap: .45rem; }
        .sample { width: 22px; height: 22px; flex: none; }

        .glyph { fill: none; stroke: currentColor; stroke-width: 1.7; stroke-linecap: round; stroke-linejoin: round; }
        .cloud { fill: var(--card); stroke: var(--edge); stroke-width: 1.5; }
        .internet-label { font-size: 13px; font-weight: 600; text-anchor: middle; }
        svg .adversary-label { font-size: 13px; font-weight: 600; fill: var(--bad); }
        .firewall { fill: var(--faint); stroke: var(--line); }
        .uplink { fill: none; stroke: var(--flow); stroke-width: 1.5; }
        .firewall-glyph { color: var(--warning); }
        svg .firewall-label { font-size: 11px; text-anchor: middle; fill: var(--muted); }
        .flow { fill: none; stroke: var(--flow); stroke-width: 1.25; }
        .flow:hover { stroke: var(--accent); stroke-width: 2.5; }
        .port { fill: var(--card); stroke: var(--flow); stroke-width: 1.25; }
        .plug { stroke: var(--flow); stroke-width: 1.25; }
        .zone { fill: var(--zone); stroke: var(--line); }
        svg .zone-label { font-size: 12px; font-weight: 600; fill: var(--muted); }
        .panel { fill: var(--card); stroke: var(--line); }
        .network text { paint-order: stroke; stroke: var(--card); stroke-width: 3.5px; stroke-linejoin: round; }
        .network .zone-label { stroke: var(--zone); } .network .firewall-label { stroke: var(--faint); } .network .order-number { stroke: none; }
        .panel-label { font-size: 13px; font-weight: 600; }
        svg .panel-range { font-size: 11px; fill: var(--muted); text-anchor: end; font-variant-numeric: tabular-nums; }
        .cell-label { font-size: 11.5px; }
        svg .cell-detail { font-size: 10.5px; fill: var(--muted); font-variant-numeric: tabular-nums; }
        .host { fill: var(--card); stroke: var(--edge); stroke-width: 1.25; }
        .host.is-user { fill: var(--warning-soft); stroke: var(--warning); stroke-width: 2; }
        .host.is-administrator { fill: var(--bad); stroke: var(--bad); }
        .host.is-former { fill: var(--bad-soft); stroke: var(--bad); stroke-width: 1.5; stroke-dasharray: 4 2.5; }
        .host.is-encrypted { fill: var(--solid); stroke: var(--solid); }
        .host.is-disturbed { fill: var(--data); stroke: var(--data); }
        .on-untouched { color: var(--muted); } .on-user { color: var(--warning); } .on-administrator { color: var(--on-bad); }
        .on-former { color: var(--bad); } .on-encrypted { color: var(--on-solid); } .on-disturbed { color: var(--on-data); }
        .removed { opacity: .45; }
        .square { fill: none; stroke: var(--edge); stroke-width: 1; }
        .square.is-user { fill: var(--warning); stroke: var(--warning); }
        .square.is-administrator { fill: var(--bad); stroke: var(--bad); }
        .square.is-former { stroke: var(--bad); stroke-dasharray: 2 1; }
        .square.is-encrypted { fill: var(--edge); stroke: var(--solid); stroke-width: 1.2; }
        .square.is-disturbed { fill: var(--data-soft); stroke: var(--data); }
        .stack-count { font-size: 13px; font-weight: 600; font-variant-numeric: tabular-nums; }
        svg .stack-affected { font-size: 11px; fill: var(--bad); }
        .isolated { fill: none; stroke: var(--good); stroke-width: 1.75; stroke-dasharray: 5 3; }
        .arrow-attack { fill: none; stroke: var(--bad); stroke-width: 1.9; stroke-opacity: .85; }
        .arrow-data { fill: none; stroke: var(--data); stroke-width: 2; stroke-dasharray: 7 4; stroke-opacity: .9; }
        .arrow-attack:hover, .arrow-data:hover { stroke-width: 3.5; stroke-opacity: 1; }
        .head-attack { fill: var(--bad); } .head-data { fill: var(--data); }
        .order { fill: var(--card); stroke: var(--bad); stroke-width: 1.5; }
        svg .order-number { font-size: 10.5px; font-weight: 700; text-anchor: middle; fill: var(--bad); }
        .badge { fill: var(--card); stroke: var(--ink); stroke-width: 1; }
        .badge-glyph { color: var(--ink); }

        .band { fill: var(--faint); } .band-plain { fill: none; }
        .grid { stroke: var(--line); stroke-width: 1; }
        svg .tick { font-size: 11px; fill: var(--muted); text-anchor: middle; font-variant-numeric: tabular-nums; }
        .row-label { font-size: 12px; paint-order: stroke; stroke: var(--card); stroke-width: 3px; stroke-linejoin: round; }
        .row-label.on-band { stroke: var(--faint); }
        .flag-line { stroke-width: 1.5; stroke-dasharray: 4 3; }
        .flag-line.bad { stroke: var(--bad); } .flag-line.good { stroke: var(--good); }
        .flag-label { font-size: 11.5px; font-weight: 600; } .flag-label.before { text-anchor: end; }
        svg .flag-label.bad { fill: var(--bad); } svg .flag-label.good { fill: var(--good); }
        .mark .shape { fill: var(--card); stroke: var(--muted); stroke-width: 1.5; }
        .mark .span { stroke: var(--edge); stroke-width: 2; }
        .mark.succeeded .shape { fill: var(--bad); stroke: var(--bad); }
        .mark.succeeded .span { stroke: var(--bad); stroke-opacity: .5; }
        .mark.unfinished .shape { stroke-dasharray: 2 2; }
        .mark.alertAttack .shape { fill: var(--good); stroke: var(--good); }
        .mark.alertAdministrator .shape { fill: var(--warning-soft); stroke: var(--warning); }
        .mark.action .shape { fill: var(--accent); stroke: var(--accent); }
        .mark.action .span, .mark.actionFailed .span { stroke: var(--accent); stroke-opacity: .45; }
        .mark.actionFailed .shape { stroke: var(--accent); }
        .bar { display: block; width: 100%; min-width: 7rem; max-width: 14rem; height: 12px; margin-top: .38rem; }
        .bar-track { fill: var(--faint); stroke: none; }
        .bar-attack, .bar-good { fill: var(--good); }
        .bar-attack { fill: var(--bad); } .bar-administrator { fill: var(--warning); } .bar-none { fill: var(--edge); }
        #analytics .bar-attack, #alerts .legend .bar-attack { fill: var(--good); }
        .bar-open { fill: var(--warning-soft); stroke: var(--warning); }
        .outage-attack { fill: var(--bad); } .outage-defence { fill: var(--accent); } .outage-process { fill: var(--data); }

        details { margin: 0 0 .75rem; background: var(--card); border: 1px solid var(--line); border-radius: 12px; }
        summary { cursor: pointer; padding: .7rem 1rem; font-weight: 550; border-radius: 12px; }
        summary:hover { color: var(--accent); }
        details[open] > summary { border-bottom: 1px solid var(--line); border-radius: 12px 12px 0 0; }
        details .scroll { border: 0; border-radius: 0 0 12px 12px; margin: 0; }
        details .list, details > .note { padding: .75rem 1.25rem .75rem 2.25rem; margin: 0; }
        .scroll { overflow-x: auto; background: var(--card); border: 1px solid var(--line); border-radius: 12px; margin: 0 0 1rem; }
        table { border-collapse: collapse; width: 100%; font-size: .92rem; }
        table.broad { min-width: 44rem; }
        caption { text-align: left; color: var(--muted); font-size: .86rem; padding: .75rem 1rem .35rem; }
        th, td { text-align: left; vertical-align: top; padding: .5rem 1rem; border-top: 1px solid var(--line); }
        thead th { color: var(--muted); font-weight: 600; font-size: .84rem; white-space: nowrap; border-top: 0; vertical-align: bottom; }
        tbody th { font-weight: 500; min-width: 12rem; max-width: 30rem; }
        .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
        .plain { list-style: none; margin: 0; padding: 0; }
        .goals { list-style: none; display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); gap: .9rem; margin: 0 0 1rem; padding: 0; }
        .goals > li, .plain.card { padding: 1rem 1.25rem; margin-bottom: 0; }
        .plain.card { margin-bottom: 1rem; }
        .goals h3 { margin: 0 0 .75rem; display: flex; flex-wrap: wrap; gap: .3rem .75rem; align-items: center; }
        #causes tr:last-child { font-weight: 650; } #causes tr:last-child th { font-weight: 650; }
        .objective { display: flex; gap: .75rem; align-items: baseline; padding: .35rem 0; }
        .facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr)); gap: 1rem 2rem; margin: 0 0 1rem; padding: 1.25rem; }
        @media (max-width: 40rem) { th, td { padding: .45rem .65rem; } tbody th { min-width: 8rem; } caption { padding: .6rem .65rem .3rem; } }
        footer { max-width: 78rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; color: var(--muted); font-size: .88rem; border-top: 1px solid var(--line); }

        @media print {
          :root { --paper: #fff; --card: #fff; }
          body { font-size: 10pt; }
          .languages, .banner nav, .skip { display: none; }
          section { margin-bottom: 1.5rem; }
          .scroll { overflow: visible; }
          table.broad { min-width: 0; }
          tr, .tile, .verdict, .timeline, .downtime { break-inside: avoid; }
          table { font-size: 8pt; } th, td { padding: .25rem .5rem; } tbody th { min-width: 0; }
          .drawing > svg.network { max-height: 24cm; }
          details, .scroll, .card, .tile { border-color: #c5ccd5; }
          h2, h3 { break-after: avoid; }
          thead { display: table-header-group; }
        }
        """
}
