import Kernel

/// A virtual machine or switch of Open Cyber Range; checked, not kept.
struct NodeDraft {
    enum Kind: String, CaseIterable {
        case machine = "VM", networkSwitch = "Switch"
    }

    var name: String
    var kind = Kind.machine
    var features: [KeyedValue<String>] = []
    var conditions: [KeyedValue<String>] = []
    var injects: [KeyedValue<String>] = []
    var roles: [String]?
}

/// How often a node runs, and what it is tied to.
struct InfrastructureDraft {
    var name: String
    var count: Int64 = 1
    var links: [String] = []
    var dependencies: [String] = []
}

/// Software of Open Cyber Range.
struct FeatureDraft {
    enum Kind: String, CaseIterable {
        case service = "Service", configuration = "Configuration", artifact = "Artifact"
    }

    var name: String
    var kind = Kind.service
    var dependencies: [String] = []
}

/// What Open Cyber Range deploys: accepted and checked by its rules, not kept in the model.
enum DeploymentFormat {
    static let node = Shape<NodeDraft>.record(
        "node", "A virtual machine or a switch of Open Cyber Range; checked, not simulated.",
        make: { NodeDraft(name: $0) },
        fields: [
            .required("type", \.kind, ExerciseShapes.word(NodeDraft.Kind.self, anyCase: true), "Machine or switch."),
            .checked("description", .localized, "What it is."),
            .checked("source", ExerciseShapes.source, "Its image. A VM needs one."),
            .checked("resources", resources, "Its memory and processors. A VM needs them."),
            .optional("features", \.features, roleMap(.features), "Features, each with the role that runs it."),
            .optional("conditions", \.conditions, roleMap(.conditions), "Conditions, each with the role that runs it."),
            .optional("injects", \.injects, roleMap(.injects), "Injects, each with the role that runs it."),
            .checked("vulnerabilities", .list(.reference([.vulnerabilities])), "Weaknesses that it has."),
            .optional("roles", \.roles, roles, "Accounts on it."),
        ],
        check: DeploymentChecks.checkNode)

    private static func roleMap(_ section: Section) -> Shape<[KeyedValue<String>]> {
        .keyed(by: [section], .text)
    }

    private static let roles: Shape<[String]> = {
        let name = Shape<String>.shorthand(
            .text,
            or: .record(
                "node role", "An account on a node.", make: { _ in "" },
                fields: [
                    .required("username", \.self, .text, "User name."),
                    .checked("entities", ExerciseShapes.references(.entities), "Who uses it."),
                ]))
        // What counts is the name of the role, not that of the user.
        let role = Shape<String>(name.description) { node, context in
            let key = context.entryName
            return name.read(node, &context).map { _ in key }
        }
        return .map(role)
    }()

    private struct Resources {
        var memory: Int64 = 0
    }

    private static let resources = Shape<Resources>.record(
        "resources", "What a machine has.", make: { _ in Resources() },
        fields: [
            .required("ram", \.memory, memory, "Memory."),
            .checked("cpu", .integer(0...Int64(UInt32.max)), "Processors.", isRequired: true),
        ])

    private static let memory = Shape<Int64>(
        .form("a size", example: "4 GiB", pattern: "^[0-9.]+ *([KkMmGgTtPp]?[Ii]?[Bb]?)$")
    ) { node, context in
        guard let text = node.scalar(expecting: "a size such as 4 GiB", &context) else { return nil }
        guard let bytes = ByteSizeText.bytes(text) else {
            context.error("expected a size such as 4 GiB, found \(node.summary)", at: node.position)
            return nil
        }
        return bytes
    }

    static let feature = Shape<FeatureDraft>.record(
        "feature", "Software of Open Cyber Range; checked, not simulated.", make: { FeatureDraft(name: $0) },
        fields: [
            .checked("name", .localized, "The name that people read."),
            .checked("description", .localized, "What it is."),
            .required("type", \.kind, ExerciseShapes.word(FeatureDraft.Kind.self), "Kind."),
            .checked("source", ExerciseShapes.source, "Its package.", isRequired: true),
            .optional("dependencies", \.dependencies, dependencies, "Features that must be there first."),
            .checked("vulnerabilities", ExerciseShapes.references(.vulnerabilities), "Weaknesses that it has."),
            .checked("destination", .text, "Where it is put."),
            .checked("environment", .list(.text), "Environment variables."),
        ])

    /// Open Cyber Range does not ask whether a feature that another depends on exists.
    private static let dependencies = Shape<[String]>(.list(.reference([.features], words: []), atLeast: 0)) {
        node, context in
        let names: Shape<[String]> = context.isStrict ? .list(.reference([.features])) : .list(.text)
        return names.read(node, &context)
    }

    static let vulnerability = Shape<Bool>.record(
        "vulnerability", "A weakness in Open Cyber Range's words; the simulation has its own section.",
        make: { _ in false },
        fields: [
            .checked("name", .localized, "The name that people read.", isRequired: true),
            .checked("description", .localized, "What it is.", isRequired: true),
            .optional("technical", \.self, .boolean, "Whether it is technical."),
            .checked("class", weaknessClass, "A CWE id.", isRequired: true),
        ])

    /// Any text with `CWE-` and a digit in it, as Open Cyber Range asks.
    private static let weaknessClass = Shape<String>.form("a CWE id", example: "CWE-434", pattern: "CWE-[0-9]+") {
        text in
        let bytes = Array(text.utf8)
        let mark = Array("CWE-".utf8)
        return bytes.indices.contains { index in
            let digit = index + mark.count
            return digit < bytes.count && bytes[index...].starts(with: mark) && (0x30...0x39).contains(bytes[digit])
        }
    }

    /// A map from nodes to how often each runs: nothing (once), a number, or the long form.
    static let infrastructure: Shape<[InfrastructureDraft]> = {
        let long = Shape<InfrastructureDraft>.record(
            "infrastructure entry", "How often a node runs, and what it is tied to.",
            make: { InfrastructureDraft(name: $0) },
            fields: [
                .checked("name", .localized, "The name that people read."),
                .checked("description", .localized, "What it is."),
                .optional("count", \.count, instances, "How often it runs; 1 without this key."),
                .optional("links", \.links, .list(.reference([.infrastructure])), "Switches that it is plugged into."),
                .optional(
                    "dependencies", \.dependencies, .list(.reference([.infrastructure])),
                    "Entries that must run first."),
            ])
        let entry = Shape<InfrastructureDraft>(
            .oneOf([.nothing, instances.description, long.description])
        ) { node, context in
            let name = context.entryName
            if node.isNull { return InfrastructureDraft(name: name) }
            if case .mapping = node.content { return long.read(node, &context) }
            return instances.read(node, &context).map { InfrastructureDraft(name: name, count: $0) }
        }
        let entries = Shape<[InfrastructureDraft]>.map(entry, declares: .infrastructure)
        return Shape(entries.description) { node, context in
            for entry in node.entries {
                context.within(.key(entry.key)) { context in
                    // Open Cyber Range looks the nodes up only where there are any.
                    context.refer(
                        to: entry.key, in: [.nodes], isOptional: !context.isStrict, at: entry.keyPosition)
                }
            }
            return entries.read(node, &context)
        }
    }()

    private static let instances = Shape<Int64>.integer(1...Int64(Int32.max))
}
