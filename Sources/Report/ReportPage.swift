import Markup
import Scenario

extension RunReport {
    /// The report as one page that needs nothing else: style, script and drawings are inside, and nothing is loaded.
    ///
    /// - Parameter language: what is shown first; the page holds both and has a switch.
    /// - Complexity: O(events + groups²); the page stays below two megabytes whatever the number of hosts.
    public func html(language: PageLanguage = .vietnamese) -> String {
        let context = ReportContext(self)
        var page = Markup(language: language)
        page.literal("<!DOCTYPE html>\n")
        page.element("html", ["lang": language.rawValue, "data-language": language.rawValue]) { page in
            page.element("head") { head in Self.head(context, &head) }
            page.element("body") { body in Self.body(context, &body) }
        }
        page.literal("\n")
        return page.html
    }

    private static func head(_ context: ReportContext, _ head: inout Markup) {
        head.empty("meta", ["charset": "utf-8"])
        let policy =
            "default-src 'none'; style-src 'sha256-\(SHA256.base64(of: Style.text.description))'; "
            + "script-src 'sha256-\(SHA256.base64(of: Script.text.description))'; base-uri 'none'; form-action 'none'"
        head.empty("meta", ["http-equiv": "Content-Security-Policy", "content": policy])
        head.empty("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        head.empty("meta", ["name": "color-scheme", "content": "light dark"])
        head.empty("meta", ["name": "referrer", "content": "no-referrer"])
        head.tooltip(context.names.title + LocalizedText(" – Báo cáo lần chạy", " – Run report"))
        head.element("style") { $0.literal(Style.text) }
    }

    private static func body(_ context: ReportContext, _ body: inout Markup) {
        body.element(
            "a", ["class": "skip", "href": "#main"], LocalizedText("Tới nội dung", "Skip to the content"))
        Glyphs.define(in: &body)
        HeaderSection(context: context).banner(&body)
        body.element("main", ["id": "main"]) { main in
            HeaderSection(context: context).write(to: &main)
            NetworkSection(context: context).write(to: &main)
            AttackSection(context: context).write(to: &main)
            AlertSection(context: context).write(to: &main)
            LossSection(context: context).write(to: &main)
            ExerciseSection(context: context).write(to: &main)
            OriginSection(context: context).write(to: &main)
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
