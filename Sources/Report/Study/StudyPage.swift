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
        var page = Markup(language: language)
        page.literal("<!DOCTYPE html>\n")
        page.element("html", ["lang": language.rawValue, "data-language": language.rawValue]) { page in
            page.element("head") { head in Self.head(context, &head) }
            page.element("body") { body in Self.body(context, &body) }
        }
        page.literal("\n")
        return page.html
    }

    private static func head(_ context: StudyContext, _ head: inout Markup) {
        head.empty("meta", ["charset": "utf-8"])
        let styles = [Style.text, StudyStyle.text].map { "'sha256-\(SHA256.base64(of: $0.description))'" }
        let policy =
            "default-src 'none'; style-src \(styles.joined(separator: " ")); "
            + "script-src 'sha256-\(SHA256.base64(of: Script.text.description))'; base-uri 'none'; form-action 'none'"
        head.empty("meta", ["http-equiv": "Content-Security-Policy", "content": policy])
        head.empty("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        head.empty("meta", ["name": "color-scheme", "content": "light dark"])
        head.empty("meta", ["name": "referrer", "content": "no-referrer"])
        head.tooltip(context.title + LocalizedText(" – Báo cáo nghiên cứu", " – Study report"))
        head.element("style") { $0.literal(Style.text) }
        head.element("style") { $0.literal(StudyStyle.text) }
    }

    private static func body(_ context: StudyContext, _ body: inout Markup) {
        body.element(
            "a", ["class": "skip", "href": "#main"], LocalizedText("Tới nội dung", "Skip to the content"))
        AnswerSection(context: context).banner(&body)
        body.element("main", ["id": "main"]) { main in
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
        body.element("footer") { footer in
            footer.element(
                "p",
                LocalizedText(
                    "Mô phỏng để phòng thủ và giảng dạy. Mọi tổ chức, con người và địa chỉ đều là hư cấu.",
                    "A simulation for defence and teaching. All organisations, people and addresses are invented."))
        }
        body.element("script") { $0.literal(Script.text) }
    }
}
