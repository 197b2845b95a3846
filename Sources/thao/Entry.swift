import ArgumentParser
import Commands

/// The executable: everything is in `Commands`, where tests can import it.
@main
struct Entry {
    static func main() async { await Thao.main() }
}
