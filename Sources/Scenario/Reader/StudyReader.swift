import Kernel

/// Reads study files.
public enum StudyReader {
    /// The name of the scenario that a study file asks for, which has to be read before the study can be; nil where the
    /// file does not say, which ``read(_:file:simulation:playbooks:)`` then reports.
    public static func scenario(of bytes: [UInt8]) -> String? {
        guard let root = try? YAMLComposer.compose(text(bytes)), case .scalar(let name, _)? = root["scenario"]?.content
        else { return nil }
        return name.isEmpty ? nil : name
    }

    /// The study of a text, with everything that is wrong about it.
    ///
    /// Never traps, whatever the bytes are.
    ///
    /// - Parameters:
    ///   - file: the name that diagnostics give.
    ///   - simulation: whose adversaries and measures may be named.
    ///   - playbooks: which playbooks there are.
    /// - Complexity: O(bytes · log bytes) for a valid file.
    public static func read(
        _ bytes: [UInt8], file: String, simulation: Simulation, playbooks: [String]
    ) -> ReadResult<StudyDescription> {
        var context = ReadContext(dialect: .thaotruong, file: file)
        let text = text(bytes)
        for section in [Section.adversaries, .measures, .playbooks] { context.names.open(section) }
        for adversary in simulation.adversaries { context.names.declare(adversary.name, in: .adversaries) }
        for measure in simulation.measures { context.names.declare(measure.name, in: .measures) }
        for playbook in playbooks { context.names.declare(playbook, in: .playbooks) }
        let draft = context.compose(text).flatMap { StudyFormat.study.read($0, &context) }
        context.resolveReferences()
        let diagnostics = context.diagnostics.finished(texts: [text], names: context.names)
        return ReadResult(value: context.hasErrors ? nil : draft?.study, diagnostics: diagnostics)
    }

    private static func text(_ bytes: [UInt8]) -> [UInt8] {
        bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    }
}
