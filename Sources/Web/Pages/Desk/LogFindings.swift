import Ground
import Kernel
import LogSearch

/// What a search brought, with everything that its page shows besides.
struct LogFindings: Sendable {
    var choice: LogChoice
    /// Why the text was not understood.
    var mistake: LogQueryError?
    /// What was found; nil where the text was not understood.
    var result: SearchResult?
    /// How far the log has been made.
    var progress: BaseLog.Progress
}

extension Desk {
    /// Searches the team's log, and notes who looked for what.
    func search(_ choice: LogChoice) async throws -> LogFindings {
        let team = snapshot.team.id
        let view = try await live.log(team: team)
        var findings = LogFindings(choice: choice, progress: view.base.progress)
        let asked: SearchRequest
        do throws(LogQueryError) {
            asked = try choice.request(now: view.now, known: view.base.schema.catalogue)
        } catch {
            findings.mistake = error
            return findings
        }
        findings.result = try await live.search(
            asked, text: choice.query, team: team, account: try request.account.id)
        return findings
    }
}
