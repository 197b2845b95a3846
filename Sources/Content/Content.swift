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
        var files = try names(in: "techniques").map { try file("techniques/\($0).yaml") }
        files.append(try file("actions.yaml"))
        files.append(try file("analytics.yaml"))
        return files.sorted { $0.path < $1.path }
    }

    /// The short names of the shipped scenarios, sorted.
    public static func scenarioNames() throws -> [String] { try names(in: "scenarios") }

    /// The shipped scenario of that short name, or nil where there is none.
    public static func scenario(_ name: String) throws -> File? { try file(named: name, in: "scenarios") }

    /// The short names of the shipped descriptions of national networks, sorted.
    public static func descriptionNames() throws -> [String] { try names(in: "descriptions") }

    /// The shipped description of that short name, or nil where there is none.
    public static func description(_ name: String) throws -> File? { try file(named: name, in: "descriptions") }

    /// The short names of the shipped studies, sorted.
    public static func studyNames() throws -> [String] { try names(in: "studies") }

    /// The shipped study of that short name, or nil where there is none.
    public static func study(_ name: String) throws -> File? { try file(named: name, in: "studies") }

    /// The file of that short name in a folder; names that are not listed, paths among them, are none.
    private static func file(named name: String, in folder: String) throws -> File? {
        guard try names(in: folder).contains(name) else { return nil }
        return try file("\(folder)/\(name).yaml")
    }

    private static func file(_ path: String) throws -> File {
        File(path: path, text: try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8))
    }

    /// The names of a folder's YAML files without their ending, sorted. Reads none of them.
    private static func names(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent(folder).path)
            .filter { $0.hasSuffix(".yaml") }.sorted().map { String($0.dropLast(".yaml".count)) }
    }
}
