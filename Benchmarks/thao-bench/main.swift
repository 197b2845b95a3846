// Measures what the design promises. `thao-bench budgets` times, `thao-bench range` counts, `thao-bench fuzz`
// breaks things, `thao-bench detect` times rules on recordings, `thao-bench review` times reviews, `thao-bench study` studies,
// `thao-bench search` log searches, `thao-bench compromise` prints times to compromise,
// `thao-bench national` generates national networks, times them and shows how compromises spread.
let arguments = Array(CommandLine.arguments.dropFirst())
switch arguments.first {
case "budgets": try Budgets.run()
case "range": try await RangeChecks.run(Array(arguments.dropFirst()))
case "fuzz": try Fuzz.run(Array(arguments.dropFirst()))
case "detect": try DetectionSpeed.run(Array(arguments.dropFirst()))
case "search": try SearchSpeed.run(Array(arguments.dropFirst()))
case "cage2": try await Cage2Bench.run(Array(arguments.dropFirst()))
case "review": try await ReviewSpeed.run(Array(arguments.dropFirst()))
case "compromise": try await Compromise.run(Array(arguments.dropFirst()))
case "national": try await NationalBench.run(Array(arguments.dropFirst()))
case "study": try await StudySpeed.run(Array(arguments.dropFirst()))
case "players": try await PlayersBench.run(Array(arguments.dropFirst()))
case "replay": try Replay.run(Array(arguments.dropFirst()))
case "trace": try Trace.run(Array(arguments.dropFirst()))
default:
    print(
        """
        usage: thao-bench budgets | range [--quick] [SCENARIO]… | fuzz [GROUP]… [COUNT] [--seed SEED] [--first NUMBER]
               | trace SCENARIO ADVERSARY SEED [PLAYBOOK] | detect RULES_DIR FILE…
               | \(PlayersBench.usage) | \(NationalBench.usage) | \(Compromise.usage)
               | \(ReviewSpeed.usage) | \(SearchSpeed.usage) | \(Replay.usage) | \(Cage2Bench.usage)
               | \(StudySpeed.usage)
        """)
}
