import Foundation
import Kernel
import Markup
import Scenario
import Study
import TestSupport
import Testing

@testable import Report

/// The page of a study.
struct StudyPageTests {
    /// A study of the small office, run here and now.
    private static func result(
        design: StudyDesign = .oneAtATime, title: String = "Which first", years: Int = 64
    ) throws -> StudyResult {
        var scenario = SmallOffice.scenario
        for index in scenario.simulation?.measures.indices ?? 0..<0 {
            scenario.simulation?.measures[index].cost = UncertainNumber(Int64(index + 1) * 1_000_000)
        }
        scenario.simulation?.assumptions = ["No <b>staff</b> on Sundays & holidays."]
        var study = StudyDescription(name: "office-study", scenario: "small-office")
        study.title = LocalizedText(vietnamese: title, english: title)
        study.extent = .years(years)
        study.draws = 16
        study.design = design
        if design == .optimiser { study.budget = 2_000_000 }
        let plan = try StudyPlan(study, scenario: scenario, catalogue: SmallOffice.catalogue, contentHash: 7)
        let course = try StudyCourse(plan)
        try course.runHere()
        return try #require(course.result())
    }

    private static func page(_ result: StudyResult, _ language: PageLanguage = .english) -> String {
        StudyReport(result, provenance: Provenance(generator: "thao test", command: "thao study office.yaml"))
            .html(language: language)
    }

    @Test(arguments: StudyDesign.allCases)
    func everyTagIsClosedAndEveryTextEscaped(design: StudyDesign) throws {
        let hostile = "</title><script>alert(1)</script>\"><img src=x onerror='alert(1)'> & \u{1B}[31m"
        let page = Self.page(try Self.result(design: design, title: hostile))
        #expect(PageTests.isWellFormed(page))
        for bad in ["<script>alert", "<img", "\u{1B}", "<b>staff"] {
            let isFound = page.contains(bad)
            #expect(!isFound, "\(bad)")
        }
        #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
        #expect(page.contains("No &lt;b&gt;staff&lt;/b&gt; on Sundays &amp; holidays."))
    }

    @Test func thePageLoadsNothing() throws {
        let page = Self.page(try Self.result())
        for loading in ["http:", "https:", " src=", "@import", " style=", "<link", "url("] {
            let isFound = page.contains(loading)
            #expect(!isFound, "\(loading)")
        }
        #expect(page.contains("default-src &#39;none&#39;"))
        // Both style sheets and the script are let in by their hashes only.
        #expect(page.matches(of: /&#39;sha256-[A-Za-z0-9+\/=]{44}&#39;/).count == 3)
    }

    @Test(arguments: StudyDesign.allCases)
    func idsAreUniqueAndReferencesLead(design: StudyDesign) throws {
        let page = Self.page(try Self.result(design: design))
        let ids = page.matches(of: #/ id="([^"]+)"/#).map { String($0.output.1) }
        #expect(Set(ids).count == ids.count)
        for reference in page.matches(of: /(?:href="#|aria-labelledby=")([^")]+)/) {
            #expect(ids.contains(String(reference.output.1)), "\(reference.output.1)")
        }
    }

    @Test func theAnswerComesFirstAndSaysWhatTheNumbersSay() throws {
        let result = try Self.result()
        let sentences = StudyAnswer(result).sentences
        #expect(sentences.count == 3)
        let page = Self.page(result)
        let parts = [
            "forest", "cost-plot", "exceedance", "places", "time-plot", "ranking", "limits", "assumptions", "source",
        ]
        let places = try (["<h1", "class=\"answer\""] + parts.map { "id=\"\($0)\"" }).map { part in
            try #require(page.range(of: part)?.lowerBound, "\(part)")
        }
        #expect(places == places.sorted())
        let best = try #require(result.effects.max { $0.avoided.mean < $1.avoided.mean })
        let factor = result.factors[best.factor]
        #expect(sentences[1].english.contains(factor.name))
        #expect(sentences[1].english.contains(best.verdict == .helps ? "avoids most" : "No factor"))
        #expect(sentences[2].english.contains(" of the draws of the uncertain numbers"))
        // Each picture has a caption and a table behind it.
        let pictures = page.matches(of: #/<figure class="card drawing chart"/#).count
        #expect(pictures >= 6)
        #expect(page.matches(of: #/<p class="reading">/#).count == pictures)
        #expect(page.matches(of: #/<table /#).count >= pictures)
        for effect in result.effects {
            let number = effect.avoided.mean
            if (0..<1_000_000).contains(number) { #expect(page.contains(Figures.number(number).english)) }
        }
    }

    @Test func aBudgetBringsTheOrderOfBuying() throws {
        let result = try Self.result(design: .optimiser)
        let buying = try #require(result.buying)
        let page = Self.page(result)
        #expect(page.contains("id=\"order\"") == !buying.order.isEmpty)
        #expect(page.contains("class=\"frontier\"") == (buying.frontier.count > 1))
        #expect(StudyAnswer(result).sentences[1].english.hasPrefix("For 2\u{A0}million"))
        #expect(page.contains("The winning set looks better than it is."))
    }

    @Test func bothLanguagesAreInside() throws {
        let result = try Self.result()
        let page = Self.page(result, .vietnamese)
        #expect(page.contains("<html lang=\"vi\""))
        for text in ["Báo cáo này không nói gì", "What this does not say", "Giả định và nguồn"] {
            #expect(page.contains(text), "\(text)")
        }
        for sentence in StudyAnswer(result).sentences {
            #expect(!sentence.vietnamese.isEmpty && sentence.vietnamese != sentence.english)
        }
    }

    /// The bytes of a small study's page: they change with the page's texts and drawings, and with rules of the world.
    @Test func aStudyGivesAlwaysTheSamePage() throws {
        let page = Self.page(try Self.result())
        #expect(page == Self.page(try Self.result()))
        #expect(StableHash.of(page).hexadecimal == "bafcc706d3552ab1")
        #expect(page.utf8.count < 500_000)
    }

    @Test func oneFactorOrNoneStillMakesAPage() throws {
        var one = try Self.result()
        one.effects = Array(one.effects.prefix(1))
        one.ranking = nil
        #expect(PageTests.isWellFormed(Self.page(one)))
        one.effects = []
        one.assumptions = []
        #expect(PageTests.isWellFormed(Self.page(one)))
        #expect(StudyAnswer(one).sentences[1].english == "This study compares nothing.")
    }

    @Test func scalesHaveRoundTicksThatHoldTheRange() {
        for (low, high) in [(-3.7e9, 8.2e10), (0, 1), (0, 0), (-5, 0), (0, 9.99e14)] as [(Double, Double)] {
            let axis = Axis(start: 10, end: 510, low: low, high: high, ticks: 5)
            #expect(axis.low <= low && axis.high >= high && axis.low <= 0)
            #expect(axis.ticks.count <= 8 && axis.ticks.contains(0))
            #expect(axis.place(axis.low) == 10 && axis.place(axis.high) == 510)
        }
        #expect(abs(Logarithm.binary(10) - 3.321_928_095) < 0.000_002)
        #expect(Logarithm.binary(1) == 0 && Logarithm.binary(1_024) == 10)
    }
}
