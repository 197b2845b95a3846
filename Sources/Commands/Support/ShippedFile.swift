import Content
import Foundation
import Scenario

/// Something that people name by a path, or by the short name of a shipped one.
enum ShippedFile {
    /// What a name means. A shipped one is taken unless there is a file of that name; a folder of that name, as runs leave
    /// behind, is no file.
    ///
    /// - Parameters:
    ///   - noun: what is looked for, for the error.
    ///   - shipped: the shipped one of a short name.
    ///   - names: the short names that there are.
    /// - Returns: the shipped file; nil where the name is that of a file to read.
    /// - Throws: ``CommandFailure`` where it can only be a short name, and is none.
    static func find(
        _ name: String, noun: String, shipped: (String) throws -> Content.File?, names: () throws -> [String]
    ) throws -> Content.File? {
        var isFolder: ObjCBool = false
        let isThere = FileManager.default.fileExists(atPath: name, isDirectory: &isFolder)
        if !isThere || isFolder.boolValue, let file = try shipped(name) { return file }
        if isThere || name.contains("/") || name.contains(".") { return nil }
        let names = try names()
        let hint = Suggestion.nearest(to: name, among: names).map { "; did you mean '\($0)'?" } ?? ""
        throw CommandFailure.input(
            "there is no \(noun) '\(name)', shipped (\(names.joined(separator: ", "))) or in this folder\(hint)")
    }
}
