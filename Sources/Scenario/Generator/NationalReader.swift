/// Reads descriptions of national networks.
public enum NationalReader {
    /// The description of a text, with everything that is wrong about it.
    ///
    /// Never traps, whatever the bytes are. A description without errors makes a scenario without errors.
    ///
    /// - Parameter file: the name that diagnostics give.
    /// - Complexity: O(bytes · log bytes) for a valid file.
    public static func read(_ bytes: [UInt8], file: String) -> ReadResult<NationalDescription> {
        var context = ReadContext(dialect: .thaotruong, file: file)
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        let description = context.compose(text).flatMap { NationalFormat.description.read($0, &context) }
        context.resolveReferences()
        let diagnostics = context.diagnostics.finished(texts: [text], names: context.names)
        return ReadResult(value: context.hasErrors ? nil : description, diagnostics: diagnostics)
    }
}
