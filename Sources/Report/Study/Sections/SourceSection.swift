import Kernel
import Markup
import Scenario
import Study

/// What is needed to make the study again, byte for byte.
struct SourceSection {
    let context: StudyContext

    func write(to page: inout Markup) {
        let scale = context.result.scale
        var pairs: [(LocalizedText, String)] = [
            (LocalizedText("Nghiên cứu", "Study"), context.result.name),
            (LocalizedText("Kịch bản", "Scenario"), context.result.scenario),
            (LocalizedText("Hạt giống", "Seed"), "\(scale.seed)"),
            (LocalizedText("Năm trong mỗi phương án", "Years in every arm"), "\(scale.years)"),
            (LocalizedText("Năm mỗi lần lấy mẫu", "Years of each draw"), "\(scale.yearsPerDraw)"),
            (LocalizedText("Lần lấy mẫu", "Draws"), "\(scale.draws)"),
            (LocalizedText("Cuộc tấn công", "Attacks"), "\(scale.runs)"),
            (LocalizedText("Phiên bản của luật mô phỏng", "Version of the rules"), "\(scale.rulesVersion)"),
            (
                LocalizedText("Băm của nghiên cứu, kịch bản và thẻ", "Hash of study, scenario and cards"),
                scale.contentHash.hexadecimal
            ),
        ]
        let provenance = context.report.provenance
        if !provenance.generator.isEmpty { pairs.append((LocalizedText("Tạo bởi", "Made by"), provenance.generator)) }
        for hash in provenance.hashes { pairs.append((LocalizedText(hash.name), hash.hash)) }
        if !provenance.command.isEmpty {
            pairs.append((LocalizedText("Chạy lại bằng", "To run it again"), provenance.command))
        }
        page.section(
            id: "source", title: LocalizedText("Chạy lại", "Run it again"),
            lead: LocalizedText(
                "Cùng tệp, cùng hạt giống và cùng phiên bản cho cùng từng byte, trên máy nào và bao nhiêu nhân cũng vậy. Mọi con số của "
                    + "trang này nằm trong study.json, bảng phương án trong study.csv.",
                "The same files, seed and version give the same bytes, on any machine and any number of cores. All numbers of this page "
                    + "are in study.json, the table of arms in study.csv.")
        ) { section in
            section.element("dl", ["class": "card facts"]) { list in
                for (term, description) in pairs {
                    list.element("div") { pair in
                        pair.element("dt", term)
                        pair.element("dd") { $0.element("code", description) }
                    }
                }
            }
        }
    }
}
