import Foundation

/// Files that the tests bring along.
enum Fixtures {
    static func path(_ name: String) -> String {
        Bundle.module.bundleURL.appending(path: "Fixtures").appending(path: name).path
    }
}
