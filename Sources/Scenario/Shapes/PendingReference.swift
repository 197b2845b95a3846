import Kernel

/// A step of a path through a file.
enum PathStep: Equatable {
    case key(String)
    case index(Int)
}

/// A name that must exist in one of several sections; looked up when all sections have been read.
struct PendingReference {
    /// Nil where any name in the sections will do.
    var name: String?
    var sections: [Section]
    /// Names that mean something here without being declared.
    var words: [String]
    /// Whether nothing is wrong where none of the sections is there at all.
    var isOptional: Bool
    var file: String
    var fileOrder: Int
    var position: TextPosition
    var steps: [PathStep]
}
