/// Owns the blocks that ``FlatTable``s point into, and frees them together.
///
/// Sendable because blocks are written once, by ``table(_:)``, before anybody else can see them, and only read from
/// then on.
final class FlatMemory: @unchecked Sendable {
    private var blocks: [UnsafeMutableRawPointer] = []

    /// Copies values into a block of their own, which lives as long as this object.
    func table<Element: BitwiseCopyable>(_ values: [Element]) -> FlatTable<Element> {
        let block = UnsafeMutablePointer<Element>.allocate(capacity: max(values.count, 1))
        for (index, value) in values.enumerated() { (block + index).initialize(to: value) }
        blocks.append(UnsafeMutableRawPointer(block))
        return FlatTable(base: UnsafePointer(block), count: values.count)
    }

    deinit {
        for block in blocks { block.deallocate() }
    }
}

/// An immutable array without reference counting: a view into a ``FlatMemory``, which whoever keeps the view keeps too.
/// An `Array` in its place costs a retain and a release for each use in the loops of matching.
///
/// Unchecked: what it points to is written before the table is made, and never again.
struct FlatTable<Element: BitwiseCopyable>: @unchecked Sendable {
    let base: UnsafePointer<Element>
    let count: Int

    subscript(index: Int) -> Element {
        assert(index >= 0 && index < count)
        return base[index]
    }
}
