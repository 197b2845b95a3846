import Markup
import Scenario

extension RunReport {
    /// The report as one page that needs nothing else: style, script and drawings are inside, and nothing is loaded.
    ///
    /// - Parameter language: what is shown first; the page holds both and has a switch.
    /// - Complexity: O(events + groups²); the page stays below two megabytes whatever the number of hosts.
    public func html(language: PageLanguage = .vietnamese) -> String {
        let context = ReportContext(self)
        let shell = PageShell(
            title: context.names.title, kind: LocalizedText("Báo cáo lần chạy", "Run report"),
            links: HeaderSection.links, styles: [Style.text])
        return shell.html(language: language, definitions: Glyphs.define) { main in
            HeaderSection(context: context).write(to: &main)
            NetworkSection(context: context).write(to: &main)
            AttackSection(context: context).write(to: &main)
            AlertSection(context: context).write(to: &main)
            LossSection(context: context).write(to: &main)
            ExerciseSection(context: context).write(to: &main)
            OriginSection(context: context).write(to: &main)
        }
    }
}
