/// A scanned host with what the inventory says of it and what had to be guessed.
struct ImportedHost: Equatable {
    var address: UInt32
    /// Its short name, or empty.
    var name: String
    var system: Guess<OperatingSystem>
    var role: Guess<HostRole>
    var services: [ImportedService]
    var owner = ""
    /// The inventory's name of its network, or empty.
    var network = ""
    /// Loss if all that it holds were taken.
    var value: Int64?
    /// Hops from the scanner, where measured.
    var distance: Int?

    /// Services beyond these add nothing that techniques could tell apart.
    private static let mostServices = 24

    init(_ scanned: ScannedHost, address: UInt32, entry: InventoryEntry?) {
        self.address = address
        let services = Self.services(of: scanned)
        let system =
            entry?.system.map { Guess(value: $0, basis: nil) }
            ?? GuessedSystem.system(of: scanned, offering: services)
        role =
            entry?.role.map { Guess(value: $0, basis: nil) }
            ?? GuessedRole.role(of: scanned, system: system.value, offering: services)
        self.system = system
        self.services = services
        let name = entry?.name ?? ""
        self.name = PlainText.cleaned(name.isEmpty ? scanned.names.first ?? "" : name)
        owner = PlainText.cleaned(entry?.owner ?? "")
        network = PlainText.cleaned(entry?.network ?? "")
        value = entry?.value
        distance = scanned.distance
    }

    private static func services(of host: ScannedHost) -> [ImportedService] {
        var services: [ImportedService] = []
        for port in host.ports {
            guard var service = GuessedService.service(at: port) else { continue }
            service.product = PlainText.cleaned(service.product)
            service.version = PlainText.cleaned(service.version)
            // The same port over TCP and UDP is one service, as DNS has it.
            if !services.contains(where: { $0.kind == service.kind && $0.port == service.port }) {
                services.append(service)
            }
        }
        services.sort { ($0.port, $0.kind.rawValue) < ($1.port, $1.kind.rawValue) }
        if services.count > mostServices {
            services = services.filter { $0.kind != .other } + services.filter { $0.kind == .other }
            services = services.prefix(mostServices).sorted { $0.port < $1.port }
        }
        return services
    }
}
