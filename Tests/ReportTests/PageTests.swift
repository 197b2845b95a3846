import Content
import Exercise
import Foundation
import Kernel
import Markup
import NetworkWorld
import Report
import Scenario
import Testing

struct PageTests {
    /// A reader for XML finds every tag that was not closed and every text that was not escaped.
    static func isWellFormed(_ page: String) -> Bool {
        var text = page.replacingOccurrences(of: "<!DOCTYPE html>\n", with: "")
        // Empty elements and attributes without a value are the only places where the page is not XML.
        text = text.replacing(/<meta [^>]*>/, with: "")
        text = text.replacing(/<script>[\s\S]*?<\/script>/, with: "").replacing(/<style>[\s\S]*?<\/style>/, with: "")
        var depth: [Substring] = []
        for match in text.matches(of: /<(\/?)([a-zA-Z0-9]+)((?:\s+[a-zA-Z0-9:-]+="[^"<>]*")*)\s*>/) {
            if match.output.1.isEmpty {
                depth.append(match.output.2)
            } else if depth.popLast() != match.output.2 {
                return false
            }
        }
        let rest = text.replacing(/<(\/?)([a-zA-Z0-9]+)((?:\s+[a-zA-Z0-9:-]+="[^"<>]*")*)\s*>/, with: "")
        return depth.isEmpty && !rest.contains("<") && !rest.contains(">")
    }

    @Test(arguments: [false, true])
    func pageIsWellFormed(quiet: Bool) throws {
        var options = SampleRun.Options()
        options.isQuiet = quiet
        #expect(Self.isWellFormed(try SampleRun.report(options).html()))
    }

    @Test func textsAreEscaped() throws {
        var options = SampleRun.Options()
        options.title = LocalizedText(
            vietnamese: "</title><script>alert(1)</script>", english: "\"><img src=x onerror='alert(1)'> & \u{1B}[31m")
        let report = try SampleRun.report(options)
        let page = report.html()
        #expect(Self.isWellFormed(page))
        #expect(!page.contains("<script>alert"))
        #expect(!page.contains("<img"))
        #expect(!page.contains("\u{1B}"))
        #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
        #expect(!RunSummary(report).text().contains("\u{1B}"))
    }

    @Test func pageLoadsNothing() throws {
        let page = try SampleRun.report().html()
        for loading in ["http:", "https:", " src=", "@import", " style=", "<link"] {
            // The page itself would drown the message.
            let isFound = page.contains(loading)
            #expect(!isFound, "\(loading)")
        }
        let isClosed = page.contains("default-src &#39;none&#39;")
        #expect(isClosed)
    }

    @Test func idsAreUnique() throws {
        let page = try SampleRun.report().html()
        let ids = page.matches(of: #/ id="([^"]+)"/#).map { String($0.output.1) }
        #expect(Set(ids).count == ids.count)
        for reference in page.matches(of: /(?:href="#|aria-labelledby="|url\(#)([^")]+)/) {
            #expect(ids.contains(String(reference.output.1)), "\(reference.output.1)")
        }
    }

    @Test func bothLanguagesAreInside() throws {
        let page = try SampleRun.report().html(language: .vietnamese)
        #expect(page.contains("<html lang=\"vi\""))
        for text in ["480.000 bản ghi bị lấy đi", "480,000 records left", "Máy của cán bộ"] {
            #expect(page.contains(text), "\(text)")
        }
        #expect(try SampleRun.report().html(language: .english).contains("<html lang=\"en\""))
    }

    @Test func sameRunGivesSamePage() throws {
        #expect(try SampleRun.report().html() == SampleRun.report().html())
    }

    @Test func millionHostsGiveASmallPage() throws {
        var options = SampleRun.Options()
        options.clerks = 1_000_000
        options.branches = 63
        options.branchHosts = 200
        let page = try SampleRun.report(options).html()
        #expect(page.utf8.count < 1_000_000)
        #expect(page.contains("999.999") || page.contains("999.9"))
    }

    @Test func longRunsGiveASmallPage() throws {
        var report = try SampleRun.report()
        let cards = report.program.cards.count
        for index in 0..<30_000 {
            let time = Int64(index) * 900
            let step = Int32(100 + index)
            let card = Int16(index % cards)
            report.events.append(
                Event(time: time, kind: .attackStep, card: card, step: step, source: 3, target: Int32(index % 90)))
            report.events.append(
                Event(time: time, kind: .stepEnded, success: index % 3 == 0, card: card, step: step, source: 3))
            report.events.append(
                Event(time: time, kind: .alertDelivered, success: index % 2 == 0, card: 0, step: step % 5, target: 4))
            report.events.append(Event(time: time, kind: .actionStarted, card: 0, target: Int32(index % 90)))
            report.events.append(Event(time: time, kind: .actionFinished, card: 0, target: Int32(index % 90)))
        }
        report.events.sort { $0.time < $1.time }
        #expect(report.html().utf8.count < 2_000_000)
        #expect(RunSummary(report).text().split(separator: "\n").count < 45)
    }

    @Test func shippedScenariosGiveSmallPages() throws {
        for name in try Content.scenarioNames() {
            for seed in UInt64(1)...3 {
                let page = try ShippedRuns.report(name, seed: seed).html()
                #expect(page.utf8.count < 2_000_000)
                #expect(Self.isWellFormed(page))
            }
        }
    }
}

struct SummaryTests {
    @Test(arguments: [PageLanguage.vietnamese, .english])
    func summaryFitsATerminal(language: PageLanguage) throws {
        for name in try Content.scenarioNames() {
            let text = RunSummary(try ShippedRuns.report(name), language: language).text()
            for line in text.split(separator: "\n") { #expect(line.count <= 80) }
            #expect(text.split(separator: "\n").count < 45)
        }
    }

    @Test func colourOnlyAddsCodes() throws {
        let summary = RunSummary(try SampleRun.report())
        #expect(summary.text(colour: true).replacing(/\u{1B}\[\d+m/, with: "") == summary.text())
    }

    @Test func summarySaysTheVerdict() throws {
        let text = RunSummary(try SampleRun.report()).text()
        #expect(text.contains("The adversary reached its goal 2 h 17 min after it got in; 480,000"))
        #expect(text.contains("never contained"))
    }
}
