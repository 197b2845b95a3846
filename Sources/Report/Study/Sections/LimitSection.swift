import Kernel
import Markup
import Scenario
import Study

/// What a reader must not take from the page.
struct LimitSection {
    let context: StudyContext

    func write(to page: inout Markup) {
        page.section(
            id: "limits", title: LocalizedText("Báo cáo này không nói gì", "What this does not say"),
            lead: LocalizedText(
                "Đọc phần này trước khi trích dẫn một con số.", "Read this before quoting a number.")
        ) { section in
            section.element("ul", ["class": "card limits"]) { list in
                for limit in limits {
                    list.element("li") { item in
                        item.element("strong", limit.0)
                        item.text(LocalizedText(" "))
                        item.text(limit.1)
                    }
                }
            }
        }
    }

    private var limits: [(LocalizedText, LocalizedText)] {
        let result = context.result
        let numbers = result.assumptions.filter { $0.unit != .none }
        let judged = numbers.filter { $0.number.source == "judgement" }.count
        var limits: [(LocalizedText, LocalizedText)] = [
            (
                LocalizedText("Tổ chức là mô phỏng.", "The organisation is simulated."),
                LocalizedText(
                    "Mạng, con người, kẻ tấn công đều là mô hình. Kết quả nói điều gì suy ra từ mô hình ấy, không nói rằng một tổ "
                        + "chức có thật sẽ mất bấy nhiêu.",
                    "Network, people and adversaries are a model. The results say what follows from it, not that a real "
                        + "organisation will lose so much.")
            ),
            (
                LocalizedText("Con số là ước đoán.", "The numbers are estimates."),
                LocalizedText(
                    "\(judged) trong \(numbers.count) con số dựa trên nhận định, không dựa trên số đo. Báo cáo nói kết quả phụ thuộc vào "
                        + "chúng bao nhiêu, không nói chúng đúng hay sai. Chúng được lấy mẫu độc lập với nhau; nếu chúng cùng sai một "
                        + "hướng thì độ bất định thật lớn hơn.",
                    "\(judged) of \(numbers.count) rest on judgement, not on measurement. The report says how much depends on them, not "
                        + "whether they are right. They are drawn independently of each other: where they err together, real "
                        + "uncertainty is larger.")
            ),
            (
                LocalizedText("Thiệt hại chỉ gồm năm thứ.", "Loss means five things only."),
                LocalizedText(
                    "Bản ghi bị lấy, giờ dịch vụ ngừng, giờ quá trình bị phá, công của người phòng thủ, và cài lại máy bị mã hoá, theo "
                        + "giá trong phần giả định. Uy tín, tiền phạt, tiền chuộc, thương tích không được tính, trừ khi đã nằm trong các "
                        + "giá ấy.",
                    "Records taken, hours of services down, hours of processes disturbed, work of defenders, and setting up encrypted "
                        + "hosts, at the prices under assumptions. Reputation, fines, ransom and injury are not counted unless those "
                        + "prices hold them.")
            ),
            (
                LocalizedText("Kẻ tấn công không thích nghi qua các năm.", "Adversaries do not adapt over the years."),
                LocalizedText(
                    "Trong một cuộc tấn công, chúng tìm đường khác khi bị chặn; nhưng chúng không chọn nạn nhân theo biện pháp, và số "
                        + "cuộc tấn công mỗi năm giống nhau trong mọi phương án.",
                    "Within an attack they look for another way when one is closed; but they do not choose victims by their measures, "
                        + "and the attempts of a year are the same in all arms.")
            ),
            (
                LocalizedText("Một năm là tổng các cuộc tấn công riêng rẽ.", "A year is a sum of separate attacks."),
                LocalizedText(
                    "Mỗi cuộc kéo dài không quá thời lượng của kịch bản, và trước cuộc sau thì mọi thứ đã lành lại. Thiệt hại đến muộn "
                        + "hơn thế không được tính.",
                    "Each lasts no longer than the scenario, and everything is whole again before the next. What would be lost later is "
                        + "not counted.")
            ),
            (
                LocalizedText("So sánh là nhìn lại với đầy đủ sự thật.", "Comparisons are made with hindsight."),
                LocalizedText(
                    "Mọi phương án gặp cùng những cuộc tấn công và cùng vận may, điều không ai ngoài đời thấy được. Vì thế có thể thấy "
                        + "tác dụng nhỏ, và một năm đơn lẻ có thể tệ hơn dù biện pháp có ích.",
                    "All arms meet the same attacks and the same luck, which nobody outside a simulation gets to see. So small effects show, "
                        + "and a single year can still be worse with a measure that helps.")
            ),
            (
                LocalizedText("“Chưa rõ” không có nghĩa là vô ích.", "“Unclear” does not mean useless."),
                LocalizedText(
                    "Nó nghĩa là \(result.scale.years) năm chưa đủ để phân biệt với ngẫu nhiên, hoặc kịch bản này không có chỗ cho biện "
                        + "pháp ấy phát huy.",
                    "It means that \(result.scale.years) years do not tell it from chance, or that this scenario gives the measure "
                        + "nothing to do.")
            ),
        ]
        if result.buying != nil {
            limits.append(
                (
                    LocalizedText("Tập hợp thắng trông tốt hơn thực tế.", "The winning set looks better than it is."),
                    LocalizedText(
                        "Được chọn vì tốt nhất trong nhiều tập hợp, nó cũng gặp may nhất. Độ chắc chắn nói tập hợp khác thắng bao nhiêu "
                            + "lần, không nói nó được tô hồng bao nhiêu.",
                        "Chosen as the best of many it was also the luckiest. How sure it is says how often another would have won, not by "
                            + "how much it is flattered.")
                ))
        } else if result.design == .oneAtATime {
            limits.append(
                (
                    LocalizedText("Tác dụng không cộng được với nhau.", "Effects do not add up."),
                    LocalizedText(
                        "Mỗi yếu tố được so riêng với hiện trạng. Hai yếu tố cùng nhau có thể tránh được ít hơn tổng của chúng: muốn biết "
                            + "thì chạy nghiên cứu theo tổ hợp hoặc theo ngân sách.",
                        "Each factor stands alone against things as they are. Two together can avoid less than their sum: a factorial study "
                            + "or one with a budget tells.")
                ))
        }
        return limits
    }
}
