import Foundation
import Kernel
import Scenario
import Testing

/// Holds the reader against the verdicts of Open Cyber Range's own parser on its own test files.
struct OpenCyberRangeTests {
    static let message: Comment =
        "needs the folder ocr-sdl below $THAO_SHARED_DATA, or below ../shared/data beside the package"

    /// Where the files are, if they are on this machine.
    static let folder: URL? = {
        var roots: [URL] = []
        if let path = ProcessInfo.processInfo.environment["THAO_SHARED_DATA"] {
            roots.append(URL(fileURLWithPath: path))
        }
        let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        roots.append(package.deletingLastPathComponent().appendingPathComponent("shared/data"))
        return roots.map { $0.appendingPathComponent("ocr-sdl") }.first {
            FileManager.default.fileExists(atPath: $0.appendingPathComponent("index.json").path)
        }
    }()

    @Test(.enabled(if: folder != nil, message))
    func agreesWithTheOriginalParserOnEveryFile() throws {
        let folder = try #require(Self.folder)
        let index = try JSONValue.parse(Array(Data(contentsOf: folder.appendingPathComponent("index.json"))))
        var count = 0
        for entry in try index.array() {
            let name = try entry.required("file").string()
            let isAccepted = try entry.required("expect").string() == "accept"
            let bytes = try Array(Data(contentsOf: folder.appendingPathComponent(name)))
            let result = ScenarioReader.read(bytes, file: name, dialect: .ocr)
            #expect((result.value != nil) == isAccepted, "\(name): \(result.diagnostics.map(\.description))")
            #expect(isAccepted || result.diagnostics.contains { $0.severity == .error })
            count += 1
        }
        #expect(count == 76)
    }
}
