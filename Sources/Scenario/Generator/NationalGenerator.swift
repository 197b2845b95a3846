/// Makes an ordinary scenario file of a national description.
public enum NationalGenerator {
    /// A scenario file, and what it holds.
    public struct Result: Sendable, Equatable {
        /// The text of the file.
        public var yaml: String
        /// Hosts in all.
        public var hosts: Int
        /// Groups that they stand in.
        public var hostGroups: Int
        /// Networks.
        public var networks: Int
        /// Provinces.
        public var provinces: Int
    }

    /// The scenario of a description, as the text of a file that is valid without diagnostics.
    ///
    /// The same description, size and seed give the same bytes. Hosts are written as groups with counts, so that the file
    /// of a million hosts is as long as that of a thousand.
    ///
    /// - Parameters:
    ///   - hosts: how many in all; as the description counts them where nil.
    ///   - seed: instead of the description's own.
    ///   - catalogue: technique cards, of which adversaries with one way in take those that fit.
    /// - Throws: ``GenerationError`` where the size cannot be had.
    /// - Complexity: O(groups); a few milliseconds.
    public static func generate(
        _ description: NationalDescription, hosts: Int? = nil, seed: UInt64? = nil, catalogue: Catalogue
    ) throws(GenerationError) -> Result {
        let seed = min(seed ?? description.seed, UInt64(Int64.max))
        let plan: NationalPlan
        if let hosts {
            plan = try NationalPlan(description, seed: seed, hosts: hosts)
        } else {
            plan = NationalPlan(description, seed: seed)
        }
        let writer = NationalWriter(plan: plan, catalogue: catalogue, seed: seed)
        return Result(
            yaml: writer.text(), hosts: plan.hostCount, hostGroups: plan.groups.count,
            networks: writer.networks.count, provinces: description.provinces.count)
    }
}
