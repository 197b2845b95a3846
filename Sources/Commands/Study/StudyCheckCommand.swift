import ArgumentParser
import Study

/// `thao study check`: what is wrong with a study file, and how large the study will be.
struct StudyCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check a study file and say how large the study will be; runs nothing.",
        discussion: """
            EXAMPLES
              thao study check my-study.yaml
              thao study check egov --runs 20000
            """)

    @Argument(help: "A shipped study's short name, or a file.")
    var file: String

    @Option(help: ArgumentHelp("How many attacks to simulate, instead of what the file says.", valueName: "number"))
    var runs: Int?

    func validate() throws {
        if let runs, !(1...100_000_000).contains(runs) {
            throw ValidationError("--runs takes 1 to 100000000, not \(runs)")
        }
    }

    func run() async throws {
        try await reporting {
            let size = try LoadedStudy(file, runs: runs).plan.size
            Terminal.output("\(file): valid")
            Terminal.output("Adversaries  \(size.adversaries.joined(separator: ", "))")
            let shown = size.arms.prefix(20).joined(separator: ", ") + (size.arms.count > 20 ? ", …" : "")
            Terminal.output("Arms         \(size.arms.count): \(shown)")
            Terminal.output(
                "Years        \(TextTable.grouped(Int(size.years))) in every arm, about "
                    + "\(TextTable.grouped(Int(size.expectedRuns))) attacks in all"
                    + (size.isOpen ? "; what follows depends on these" : ""))
        }
    }
}
