import Kernel

/// Rules over several keys of a study file.
enum StudyChecks {
    /// Attempts per year, in thousandths: more is not an adversary but the weather.
    private static let mostAttempts: Int64 = 1_000_000

    @Sendable
    static func checkAdversary(_ adversary: inout StudyAdversary, _ node: YAMLNode, _ context: inout ReadContext) {
        if adversary.profile.isEmpty {
            context.refer(to: adversary.name, in: [.adversaries], at: node.position)
        } else if adversary.profile != adversary.name && context.names.contains(adversary.name, in: .adversaries) {
            context.error(
                "the scenario has an adversary of this name; a variant of another needs a name of its own",
                at: node["profile"]?.position ?? node.position)
        }
        if let attempts = adversary.attemptsPerYear, attempts.high > mostAttempts {
            context.error(
                "more than 1,000 attempts a year are not simulated",
                at: node["attempts-per-year"]?.position ?? node.position)
        }
    }

    @Sendable
    static func check(_ draft: inout StudyDraft, _ node: YAMLNode, _ context: inout ReadContext) {
        draft.study.drawsNumbers = draft.numbers == .drawn
        checkExtent(&draft, node, &context)
        checkBudget(draft.study, node, &context)
        checkFactors(draft.study, node, &context)
        let base = draft.study.baseMeasures
        for (index, name) in draft.study.measures.enumerated() where base.contains(name) {
            error("\(YAMLNode.quoted(name)) is in force in the base already", "measures", index, node, &context)
        }
        for (index, name) in draft.study.playbooks.enumerated() where name == draft.study.basePlaybook {
            error("\(YAMLNode.quoted(name)) is the base's playbook", "playbooks", index, node, &context)
        }
        let adversaries = draft.study.adversaries
        if !adversaries.isEmpty && adversaries.allSatisfy({ $0.attemptsPerYear?.high == 0 }) {
            context.error("nobody ever attacks", at: node["adversaries"]?.position ?? node.position)
        }
    }

    private static func error(
        _ message: String, _ key: String, _ index: Int, _ node: YAMLNode, _ context: inout ReadContext
    ) {
        let elements = node[key]?.elements ?? []
        let position = elements.indices.contains(index) ? elements[index].position : node.position
        context.error(message, at: position, below: [.key(key), .index(index)])
    }

    private static func checkExtent(_ draft: inout StudyDraft, _ node: YAMLNode, _ context: inout ReadContext) {
        let written = ["runs", "years", "precision"].filter { node[$0] != nil }
        if written.count > 1 {
            context.error(
                "only one of 'runs', 'years' and 'precision' can say how far the study goes",
                at: node.entry(written[1])?.keyPosition ?? node.position)
        }
        if let atMost = node.entry("at-most"), draft.precision == nil {
            context.error("'at-most' goes with 'precision' only", at: atMost.keyPosition)
        }
        if let years = draft.years { draft.study.extent = .years(years) }
        if let runs = draft.runs { draft.study.extent = .runs(runs) }
        if let precision = draft.precision {
            draft.study.extent = .precision(precision, atMost: draft.atMost ?? 10_000_000)
        }
    }

    private static func checkBudget(_ study: StudyDescription, _ node: YAMLNode, _ context: inout ReadContext) {
        switch study.design {
        case .optimiser:
            if study.budget == nil { context.error("the design 'optimiser' needs a 'budget'", at: node.position) }
            if let playbooks = node.entry("playbooks"), !study.playbooks.isEmpty {
                context.error(
                    "the design 'optimiser' chooses among measures; playbooks are compared by 'one-at-a-time' and 'factorial'",
                    at: playbooks.keyPosition)
            }
            if case .precision = study.extent {
                context.error(
                    "the design 'optimiser' takes 'runs' or 'years'",
                    at: node.entry("precision")?.keyPosition ?? node.position)
            }
        case .oneAtATime:
            for key in ["budget", "objective"] {
                guard let entry = node.entry(key) else { continue }
                context.error(
                    "'\(key)' goes with the designs 'optimiser' and 'factorial', which look at measures together",
                    at: entry.keyPosition)
            }
        case .factorial: break
        }
    }

    private static func checkFactors(_ study: StudyDescription, _ node: YAMLNode, _ context: inout ReadContext) {
        let all = context.names.names(.measures).count { !study.baseMeasures.contains($0) }
        let measures = study.measures.isEmpty ? all : study.measures.count
        if measures + study.playbooks.count == 0 {
            context.error("there is nothing to compare: the scenario has no measures", at: node.position)
        }
        let place = node["measures"]?.position ?? node.entry("design")?.keyPosition ?? node.position
        if study.design == .factorial && Int64(measures) > StudyFormat.mostFactors {
            context.error(
                "\(measures) measures have too many combinations; the design 'factorial' takes \(StudyFormat.mostFactors) at most",
                at: place)
        }
        if measures > 48 { context.error("\(measures) measures; a study compares 48 at most", at: place) }
    }
}
