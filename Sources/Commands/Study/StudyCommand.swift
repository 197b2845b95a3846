import ArgumentParser

/// `thao study`: measures compared over many simulated years.
struct StudyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "study",
        abstract: "Compare measures and playbooks over many simulated years: which is worth its money?",
        discussion: """
            A study file names a scenario, adversaries with attempts per year, measures and
            playbooks. Every arm meets the same attempts, the same luck and the same draw of
            the model's uncertain numbers.

            EXAMPLES
              thao study egov
              thao study my-study.yaml --runs 20000 --out out/quick
              thao study my-study.yaml --resume
              thao study check my-study.yaml
              thao study my-study.yaml --shard 1/3 --out out/shard-1
              thao study merge a.study-part b.study-part --out out/all
            """,
        subcommands: [StudyRunCommand.self, StudyMergeCommand.self, StudyCheckCommand.self],
        defaultSubcommand: StudyRunCommand.self)
}
