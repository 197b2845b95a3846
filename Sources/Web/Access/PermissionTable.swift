import Ground

/// Who may do what. This is the only place that says so.
enum PermissionTable {
    /// The roles that have a permission; nil stands for somebody who has not signed in.
    static func holders(of permission: Permission) -> [Role?] {
        switch permission {
        case .visit: [nil, .participant, .observer, .instructor, .administrator]
        case .ownAccount: [.participant, .observer, .instructor, .administrator]
        case .takePart: [.participant, .instructor, .administrator]
        case .observe: [.observer, .instructor, .administrator]
        case .review: [.participant, .observer, .instructor, .administrator]
        case .direct: [.instructor, .administrator]
        case .managePeople: [.instructor, .administrator]
        case .manageOrganisations: [.administrator]
        case .readAudit: [.administrator]
        case .readMetrics: [.administrator]
        }
    }

    /// Whether somebody of a role, or nobody known, has a permission.
    static func allows(_ permission: Permission, to role: Role?) -> Bool {
        holders(of: permission).contains(role)
    }
}
