import ArgumentParser
import Foundation
import Kernel
import Markup
import Scenario
import Study
import Synchronization

/// `thao study run`, which `thao study FILE` means.
struct StudyRunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Run a study; 'thao study FILE' means the same.",
        discussion: """
            Writes study.json, study.csv and study.html into the output folder. Every few
            seconds what is done so far goes into a file NAME.study-part there: after an
            interrupt (Ctrl-C, a crash, a power cut) --resume goes on from it, and the result
            has the same bytes. Of a shard only that file remains, for 'thao study merge'.

            EXAMPLES
              thao study run egov --runs 20000
              thao study run my-study.yaml --workers 4 --json
              thao study run my-study.yaml --shard 2/3 --out out/shard-2 --resume
            """)

    @Argument(help: "A shipped study's short name, or a file.")
    var file: String

    @Option(help: ArgumentHelp("How many attacks to simulate, instead of what the file says.", valueName: "number"))
    var runs: Int?

    @Option(help: ArgumentHelp("How many blocks of years at a time; all cores without it.", valueName: "number"))
    var workers: Int?

    @Option(help: ArgumentHelp("Run the part i of n only, for instance 2/3.", valueName: "i/n"))
    var shard: String?

    @Option(help: ArgumentHelp("The output folder; out/NAME-study where not given.", valueName: "folder"))
    var out: String?

    @Flag(help: "Go on from where an interrupted run of this study stopped; begin where there is none.")
    var resume = false

    @Flag(help: "Begin anew, whatever an interrupted run left.")
    var restart = false

    @Option(help: ArgumentHelp("Language of the summary: vi or en.", valueName: "language"))
    var language = PageLanguage.english.rawValue

    @Flag(help: "Print the result as JSON instead of the summary.")
    var json = false

    func validate() throws {
        if PageLanguage(rawValue: language) == nil {
            throw ValidationError("--language takes vi or en, not '\(language)'")
        }
        if let runs, !(1...100_000_000).contains(runs) {
            throw ValidationError("--runs takes 1 to 100000000, not \(runs)")
        }
        if let workers, !(1...1_024).contains(workers) {
            throw ValidationError("--workers takes 1 to 1024, not \(workers)")
        }
        if let shard, Self.shard(shard) == nil {
            throw ValidationError("--shard takes a number of how many, such as 2/3, not '\(shard)'")
        }
        if resume && restart { throw ValidationError("--resume goes on, --restart begins anew: only one of them") }
    }

    private static func shard(_ text: String) -> StudyShard? {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let number = Int(parts[0]), let count = Int(parts[1]) else { return nil }
        return StudyShard(number: number, of: count)
    }

    func run() async throws {
        try await reporting {
            let loaded = try LoadedStudy(file, runs: runs)
            let shard = shard.flatMap { Self.shard($0) } ?? .whole
            let folder = out ?? "out/\(loaded.plan.study.name)-study"
            let checkpoint = StudyCheckpoint(folder: folder, name: loaded.plan.study.name, shard: shard)
            let course = try course(loaded, shard, checkpoint)
            try Files.createFolder(folder)
            let end = try await advance(course, loaded, checkpoint)
            try checkpoint.write(course.part(contents: loaded.contents))
            Terminal.progress("")
            if end == .interrupted {
                let (done, total) = course.progress
                throw CommandFailure(
                    description: "interrupted after \(done) of \(total) blocks; the same command with --resume goes on",
                    code: 130)
            }
            guard let result = course.result() else {
                if !json { Terminal.output("Part       \(checkpoint.path)\nNext: thao study merge PART…") }
                return
            }
            try StudyFiles.write(result, to: folder)
            checkpoint.remove()
            StudyFiles.show(result, folder: folder, json: json, language: PageLanguage(rawValue: language) ?? .english)
        }
    }

    /// A course at its beginning, or where an interrupted one stopped.
    private func course(
        _ loaded: LoadedStudy, _ shard: StudyShard, _ checkpoint: StudyCheckpoint
    ) throws -> StudyCourse {
        do {
            guard let text = try checkpoint.read(), !restart else { return try StudyCourse(loaded.plan, shard: shard) }
            if !resume {
                throw CommandFailure.usage(
                    "\(checkpoint.path) is there, from a run that was interrupted or a shard: "
                        + "--resume goes on from it, --restart begins anew")
            }
            let course = try StudyCourse.resuming(loaded.plan, from: text)
            if course.shard != shard {
                throw CommandFailure.usage("\(checkpoint.path) is of another shard; give each a folder of its own")
            }
            return course
        } catch let error as JSONError {
            throw CommandFailure.content("\(checkpoint.path):\(error)")
        } catch let error as StudyError {
            throw CommandFailure.content("\(file): \(error)")
        }
    }

    /// Runs what is left; writes a checkpoint every few seconds, and heeds Ctrl-C after the blocks under way.
    private func advance(
        _ course: StudyCourse, _ loaded: LoadedStudy, _ checkpoint: StudyCheckpoint
    ) async throws -> StudyCourse.End {
        let meter = StudyMeter(done: course.progress.done)
        let workers = workers ?? ProcessInfo.processInfo.activeProcessorCount
        let task = Task { () async throws -> StudyCourse.End in
            do throws(StudyError) {
                return try await course.run(workers: workers) { done, total in
                    Terminal.progress(meter.line(done: done, total: total))
                    checkpoint.writeIfDue { course.part(contents: loaded.contents) }
                }
            } catch {
                throw CommandFailure.content("\(file): \(error)")
            }
        }
        let watch = InterruptWatch { task.cancel() }
        defer { watch.stop() }
        return try await withTaskCancellationHandler {
            try await task.value
        } onCancel: {
            task.cancel()
        }
    }
}
