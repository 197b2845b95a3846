/// Where the fields that a catalogue asks for are in records of every kind: made once, then only looked at.
struct RecordLayout: Sendable {
    /// A place whose value tells what the record is.
    enum Marker: UInt8, CaseIterable {
        case none, flatChannel, flatEvent, flatProvider, winlogChannel, winlogEvent, winlogProvider
        case eventChannel, eventNumber, eventProvider
        case registryOperation, classNumber, activity, systemType, eventCode, direction, product, actorProcess
        case scriptBlock, disposition, zeekPath, ecsCategory, ecsType, ecsVersion, ecsSystem, ecsDataset
        case cloudEvent, cloudSource, sourceChannel
    }

    /// The places of one mapping.
    struct Binding: Sendable {
        /// By node: where its targets begin; −1: it has none.
        var starts: [Int32]
        /// Slots, or −2 − (16 × role + rank) for what findings say, each list ended by −1.
        var targets: [Int32] = []
        var fallbacks: [(node: Int32, slot: Int32)] = []
        var pairs: [(left: Int32, right: Int32, slot: Int32)] = []
        /// Values of which parts are wanted.
        var divided: [(node: Int32, parts: [(part: ValuePart, slot: Int32)])] = []

        /// Wants a part of the values of a node.
        mutating func divide(_ node: Int32, _ part: ValuePart, _ slot: Int32) {
            if let index = divided.firstIndex(where: { $0.node == node }) {
                divided[index].parts.append((part, slot))
            } else {
                divided.append((node, [(part, slot)]))
            }
        }
    }

    private(set) var tree = PathTree()
    private(set) var bindings: [Binding] = []
    /// By node: the raw value of a ``Marker``.
    private(set) var markers: [UInt8] = []
    /// How many names the catalogue has.
    let slotCount: Int
    /// The slot of `CommandLine`, which is put together from several values in some records.
    let commandLine: Int32?

    /// The layout of some mappings. O(mappings × names).
    init(catalogue: FieldCatalogue, mappings: [RecordMapping]) {
        slotCount = catalogue.names.count
        commandLine = catalogue.slot(of: "CommandLine").map { Int32($0) }
        shapeEventData()
        let marked = Self.markerPaths.map { (node: tree.node($0.path), marker: $0.marker) }
        let paths = catalogue.names.indices.dropFirst().map { (tree.node(catalogue.names[$0]), Int32($0)) }
        let data = catalogue.names.indices.dropFirst().map { (tree.node("@data." + catalogue.names[$0]), Int32($0)) }
        let resolved = mappings.map { mapping in
            var targets = mapping.ownNames == .paths ? paths : data + paths
            targets += Self.targets(of: mapping, in: &tree, catalogue)
            return (targets, mapping)
        }
        bindings = resolved.map { targets, mapping in
            var binding = Self.binding(targets, nodes: tree.count)
            for field in mapping.fallbacks {
                if let slot = catalogue.slot(of: field.name) {
                    binding.fallbacks.append((tree.node(field.path), Int32(slot)))
                }
            }
            for pair in mapping.pairs {
                if let slot = catalogue.slot(of: pair.name) {
                    binding.pairs.append((tree.node(pair.left), tree.node(pair.right), Int32(slot)))
                }
            }
            for part in mapping.parts {
                if let slot = catalogue.slot(of: part.name) {
                    binding.divide(tree.node(part.path), part.part, Int32(slot))
                }
            }
            return binding
        }
        markers = [UInt8](repeating: 0, count: tree.count)
        for (node, marker) in marked { markers[Int(node)] = marker.rawValue }
        for index in bindings.indices {
            let missing = tree.count - bindings[index].starts.count
            bindings[index].starts += [Int32](repeating: -1, count: missing)
        }
    }

    private static func targets(
        of mapping: RecordMapping, in tree: inout PathTree, _ catalogue: FieldCatalogue
    ) -> [(Int32, Int32)] {
        var targets: [(Int32, Int32)] = []
        for field in mapping.fields {
            if let slot = catalogue.slot(of: field.name) { targets.append((tree.node(field.path), Int32(slot))) }
        }
        for telling in mapping.tellings {
            for (rank, path) in telling.paths.enumerated() {
                targets.append((tree.node(path), Int32(-2 - (16 * telling.role.rawValue + rank))))
            }
        }
        return targets
    }

    /// Puts the targets of each node one after the other.
    private static func binding(_ targets: [(Int32, Int32)], nodes: Int) -> Binding {
        var binding = Binding(starts: [Int32](repeating: -1, count: nodes))
        let sorted = targets.enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }.map(
            \.element)
        for (index, (node, target)) in sorted.enumerated() {
            if binding.starts[Int(node)] < 0 { binding.starts[Int(node)] = Int32(binding.targets.count) }
            let start = Int(binding.starts[Int(node)])
            if !binding.targets[start...].contains(target) { binding.targets.append(target) }
            let isLast = index + 1 == sorted.count || sorted[index + 1].0 != node
            if isLast { binding.targets.append(-1) }
        }
        return binding
    }

    /// Event data in all the shapes that programs give them.
    private mutating func shapeEventData() {
        tree.lead("Data", of: PathTree.eventData, to: PathTree.unnamedValue)
        tree.markNamedValues(PathTree.unnamedValue)
        for key in ["@Name", "Name"] { tree.lead(key, of: PathTree.unnamedValue, to: PathTree.nameOfValue) }
        for key in ["#text", "text", "content"] { tree.lead(key, of: PathTree.unnamedValue, to: PathTree.valueOfName) }
        tree.lead("Name", of: tree.node("#attributes", of: PathTree.unnamedValue), to: PathTree.nameOfValue)
        let event = tree.node("Event")
        tree.lead("EventData", of: event, to: PathTree.eventData)
        tree.leadOthers(of: tree.node("Event.UserData"), to: PathTree.eventData)
        tree.lead("event_data", of: tree.node("winlog"), to: PathTree.eventData)
        tree.lead("user_data", of: tree.node("winlog"), to: PathTree.eventData)
        tree.lead("unmapped", of: PathTree.root, to: PathTree.eventData)
        let number = tree.node("Event.System.EventID")
        tree.lead("#text", of: number, to: number)
    }

    private static let markerPaths: [(path: String, marker: Marker)] = [
        ("Channel", .flatChannel), ("EventID", .flatEvent), ("SourceName", .flatProvider),
        ("Provider_Name", .flatProvider), ("ProviderName", .flatProvider), ("winlog.channel", .winlogChannel),
        ("winlog.event_id", .winlogEvent), ("winlog.provider_name", .winlogProvider),
        ("Event.System.Channel", .eventChannel), ("Event.System.EventID", .eventNumber),
        ("Event.System.Provider.#attributes.Name", .eventProvider),
        ("OperationType", .registryOperation), ("@data.OperationType", .registryOperation),
        ("class_uid", .classNumber), ("activity_id", .activity), ("device.os.type_id", .systemType),
        ("metadata.event_code", .eventCode), ("connection_info.direction_id", .direction),
        ("metadata.product.name", .product), ("actor.process.name", .actorProcess),
        ("unmapped.script_block", .scriptBlock), ("disposition_id", .disposition), ("_path", .zeekPath),
        ("event.category", .ecsCategory), ("event.type", .ecsType), ("ecs.version", .ecsVersion),
        ("host.os.type", .ecsSystem), ("event.dataset", .ecsDataset), ("eventName", .cloudEvent),
        ("eventSource", .cloudSource), ("unmapped.Channel", .sourceChannel),
    ]
}
