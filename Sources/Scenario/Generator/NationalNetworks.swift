/// Address ranges of a national network: what the internet reaches and suppliers have public ones of documentation, all
/// else lies in 10.0.0.0/8, each range just large enough.
enum NationalNetworks {
    /// A network.
    struct Network {
        var key: String
        var owner: NationalPlan.Owner
        var title: LocalizedText
        var base: UInt32
        var prefixLength: Int
        var zone: Zone
    }

    private static let inside: UInt32 = 10 << 24
    private static let perimeter: UInt32 = 203 << 24 | 113 << 8
    private static let suppliers: UInt32 = 198 << 24 | 51 << 16 | 100 << 8

    /// The networks of a plan, the ministry's first.
    static func networks(of plan: NationalPlan) -> [Network] {
        var networks: [Network] = []
        var next = inside
        func add(_ key: String, _ owner: NationalPlan.Owner, _ title: LocalizedText, _ zone: Zone) {
            let hosts = plan.groups.reduce(0) { $0 + ($1.network == key ? $1.count : 0) }
            // The network's own address, its router's and that of broadcast are taken.
            var bits = 4
            while 1 << bits < hosts + 4 { bits += 1 }
            let size = UInt32(1) << UInt32(bits)
            next = (next + size - 1) & ~(size - 1)
            networks.append(
                Network(key: key, owner: owner, title: title, base: next, prefixLength: 32 - bits, zone: zone))
            next += size
        }
        for place in NationalPlan.ministryNetworks {
            let key = "ministry-\(place.rawValue)"
            if place == .perimeter {
                networks.append(
                    Network(
                        key: key, owner: .ministry, title: place.title, base: perimeter, prefixLength: 24,
                        zone: place.zone))
            } else {
                add(key, .ministry, place.title, place.zone)
            }
        }
        for province in 0..<plan.description.provinces.count {
            let title = ProvinceNames.title(province)
            add(NationalPlan.prefix(.province(province)), .province(province), title, .branch)
            if plan.description.districts != nil {
                let title = LocalizedText(
                    vietnamese: "Các huyện, tỉnh \(ProvinceNames.name(province))",
                    english: "Districts of \(title.english)")
                add(NationalPlan.prefix(.districts(province)), .districts(province), title, .branch)
            }
        }
        for (index, supplier) in plan.description.suppliers.enumerated() {
            networks.append(
                Network(
                    key: NationalPlan.prefix(.supplier(index)), owner: .supplier(index), title: supplier.title,
                    base: suppliers + UInt32(index) * 32, prefixLength: 27, zone: .partner))
        }
        return networks
    }
}

extension RoleTemplate.Place {
    /// In the order in which networks are written.
    static let all: [RoleTemplate.Place] = [.perimeter, .servers, .management, .office]

    var zone: Zone {
        switch self {
        case .perimeter: .perimeter
        case .servers: .servers
        case .management: .management
        case .office: .office
        }
    }

    var title: LocalizedText {
        switch self {
        case .perimeter: LocalizedText(vietnamese: "Vùng công khai của bộ", english: "Public zone of the ministry")
        case .servers: LocalizedText(vietnamese: "Trung tâm dữ liệu của bộ", english: "Data centre of the ministry")
        case .management: LocalizedText(vietnamese: "Mạng quản trị của bộ", english: "Management of the ministry")
        case .office: LocalizedText(vietnamese: "Văn phòng bộ", english: "Offices of the ministry")
        }
    }
}
