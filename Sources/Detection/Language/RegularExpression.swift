import CPCRE2

/// A compiled regular expression in PCRE's language. Bytes that are no UTF-8 match nothing and harm nothing.
///
/// Unchecked: the compiled code is written once, in the initialiser, and PCRE2 lets threads share it; what a match
/// writes to is in ``RegularExpressionScratch``.
final class RegularExpression: @unchecked Sendable {
    /// Why a text is no expression.
    struct CompileError: Error, Equatable {
        var message: String
        /// Where, in bytes of the pattern.
        var offset: Int
    }

    /// Bytes of a pattern at most.
    static let longestPattern = 1 << 16
    /// Steps that one match may take, and how deep it may go back. A match that needs more does not match, and is
    /// counted.
    static let mostSteps: UInt32 = 100_000
    static let mostDepth: UInt32 = 10_000

    private let code: OpaquePointer

    /// Compiles an expression. `isForMatching` false leaves out the machine code, where only the form is to be checked.
    ///
    /// - Complexity: O(pattern) to some 10 µs; machine code costs about as much again.
    init(_ expression: SigmaRegex, isForMatching: Bool = true) throws(CompileError) {
        let pattern = Array(expression.pattern.utf8)
        if pattern.count > Self.longestPattern {
            throw CompileError(
                message: "the expression is longer than \(Self.longestPattern) bytes", offset: Self.longestPattern)
        }
        var options = PCRE2_UTF | PCRE2_MATCH_INVALID_UTF | PCRE2_NEVER_BACKSLASH_C
        if expression.ignoreCase { options |= PCRE2_CASELESS }
        if expression.multiLine { options |= PCRE2_MULTILINE }
        if expression.dotMatchesAll { options |= PCRE2_DOTALL }
        var status: Int32 = 0
        var offset = 0
        guard let code = pcre2_compile_8(pattern, pattern.count, options, &status, &offset, nil) else {
            throw CompileError(message: Self.message(status), offset: min(offset, pattern.count))
        }
        self.code = code
        // Without machine code (an architecture without it, no memory) the interpreter does the same.
        if isForMatching { pcre2_jit_compile_8(code, PCRE2_JIT_COMPLETE) }
    }

    deinit { pcre2_code_free_8(code) }

    /// Whether the expression is found somewhere in the bytes. Where that takes too many steps it is not, and `scratch`
    /// counts it.
    ///
    /// - Complexity: O(bytes) for harmless expressions, at most ``mostSteps`` steps.
    func matches(_ subject: UnsafeBufferPointer<UInt8>, _ scratch: RegularExpressionScratch) -> Bool {
        var result = scratch.match(code, subject, 0)
        // Machine code has a stack of its own; the interpreter has the heap.
        if result == PCRE2_ERROR_JIT_STACKLIMIT { result = scratch.match(code, subject, UInt32(PCRE2_NO_JIT)) }
        if result >= 0 { return true }
        if result != PCRE2_ERROR_NOMATCH { scratch.exhausted += 1 }
        return false
    }

    private static func message(_ status: Int32) -> String {
        var buffer = [UInt8](repeating: 0, count: 256)
        let count = pcre2_get_error_message_8(status, &buffer, buffer.count)
        return count > 0 ? String(decoding: buffer.prefix(Int(count)), as: UTF8.self) : "no regular expression"
    }
}

/// What matches write to: one for each thread.
final class RegularExpressionScratch {
    private let data: OpaquePointer?
    private let context: OpaquePointer?
    /// How many matches were given up, because they took too many steps.
    fileprivate(set) var exhausted = 0

    /// Memory for matches of any expression, some hundred bytes.
    init() {
        data = pcre2_match_data_create_8(1, nil)
        context = pcre2_match_context_create_8(nil)
        if let context {
            pcre2_set_match_limit_8(context, RegularExpression.mostSteps)
            pcre2_set_depth_limit_8(context, RegularExpression.mostDepth)
            pcre2_set_heap_limit_8(context, 16_384)
        }
    }

    deinit {
        pcre2_match_data_free_8(data)
        pcre2_match_context_free_8(context)
    }

    fileprivate func match(_ code: OpaquePointer, _ subject: UnsafeBufferPointer<UInt8>, _ options: UInt32) -> Int32 {
        // Without a context there would be no limits; without memory nothing matches.
        guard let data, let context else { return PCRE2_ERROR_NOMEMORY }
        var empty: UInt8 = 0
        return withUnsafePointer(to: &empty) { nothing in
            pcre2_match_8(code, subject.baseAddress ?? nothing, subject.count, 0, options, data, context)
        }
    }
}
