import Kernel

/// Why a text is no YAML, or more YAML than is read.
package struct YAMLError: Error {
    package var message: String
    package var position: TextPosition
}

/// What is read at most.
enum YAMLLimits {
    /// Bytes of text.
    static let bytes = 16 << 20
    /// Levels of lists and maps in each other.
    static let depth = 64
    /// Lines that begin with `%`: the scanner compares every directive with all others.
    static let directives = 16
    /// Nodes when every alias is written out: a few lines of aliases of aliases can stand for billions.
    static let nodes = 4_000_000
}
