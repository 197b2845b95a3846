import Foundation

/// The data files that come with the package: technique cards, analytics, actions, the shipped scenarios and studies.
public enum Content {
    /// One text file of the library.
    public struct File: Sendable, Equatable {
        /// Path below the library's root, for instance `scenarios/egov.yaml`.
        public var path: String
        /// Its text.
        public var text: String
    }

    /// The folder that holds the library.
    public static var root: URL { Bundle.module.bundleURL.appendingPathComponent("Library") }

    /// The catalogue's files (techniques, analytics, actions) in the order of their paths.
    ///
    /// - Complexity: reads every file.
    public static func catalogue() throws -> [File] {
        var files = try yamlFiles(in: "techniques")
        files.append(try file("actions.yaml"))
        files.append(try file("analytics.yaml"))
        return files.sorted { $0.path < $1.path }
    }

    /// The short names of the shipped scenarios, sorted.
    public static func scenarioNames() throws -> [String] {
        try yamlFiles(in: "scenarios").map { file in
            String(file.path.dropFirst("scenarios/".count).dropLast(".yaml".count))
        }
    }

    /// The shipped scenario of that short name, or nil where there is none.
    public static func scenario(_ name: String) throws -> File? {
        guard try scenarioNames().contains(name) else { return nil }
        return try file("scenarios/\(name).yaml")
    }

    /// The short names of the shipped descriptions of national networks, sorted.
    public static func descriptionNames() throws -> [String] {
        try yamlFiles(in: "descriptions").map { file in
            String(file.path.dropFirst("descriptions/".count).dropLast(".yaml".count))
        }
    }

    /// The shipped description of that short name, or nil where there is none.
    public static func description(_ name: String) throws -> File? {
        guard try descriptionNames().contains(name) else { return nil }
        return try file("descriptions/\(name).yaml")
    }

    /// The short names of the shipped studies, sorted.
    public static func studyNames() throws -> [String] {
        try yamlFiles(in: "studies").map { file in
            String(file.path.dropFirst("studies/".count).dropLast(".yaml".count))
        }
    }

    /// The shipped study of that short name, or nil where there is none.
    public static func study(_ name: String) throws -> File? {
        guard try studyNames().contains(name) else { return nil }
        return try file("studies/\(name).yaml")
    }

    private static func file(_ path: String) throws -> File {
        File(path: path, text: try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8))
    }

    private static func yamlFiles(in folder: String) throws -> [File] {
        let names = try FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent(folder).path)
        return try names.filter { $0.hasSuffix(".yaml") }.sorted().map { try file("\(folder)/\($0)") }
    }
}
