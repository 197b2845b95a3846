import Markup
import Scenario

extension StudyReport {
    /// The report as one page that needs nothing else: style, script and drawings are inside, and nothing is loaded.
    ///
    /// - Parameter language: what is shown first; the page holds both and has a switch.
    /// - Complexity: O(arms · bars + numbers of the model); of more than forty arms or a thousand numbers the rest is
    ///   counted, not listed.
    public func html(language: PageLanguage = .vietnamese) -> String {
        let context = StudyContext(self)
        let shell = PageShell(
            title: context.title, kind: LocalizedText("Báo cáo nghiên cứu", "Study report"),
            links: AnswerSection.links, styles: [Style.text, StudyStyle.text])
        return shell.html(language: language) { main in
            AnswerSection(context: context).write(to: &main)
            EffectSection(context: context).write(to: &main)
            CostSection(context: context).write(to: &main)
            YearSection(context: context).write(to: &main)
            PathSection(context: context).write(to: &main)
            TimeSection(context: context).write(to: &main)
            CertaintySection(context: context).write(to: &main)
            ArmSection(context: context).write(to: &main)
            LimitSection(context: context).write(to: &main)
            AssumptionSection(context: context).write(to: &main)
            SourceSection(context: context).write(to: &main)
        }
    }
}
