/// What each kind of record may say.
extension RecordKind {
    /// Keys without which nothing can be written.
    public var requiredKeys: [TraceKey] {
        switch self {
        case .process, .processEnd: [.image]
        case .processAccess: [.image, .targetImage, .access]
        case .remoteThread: [.image, .targetImage]
        case .module: [.library, .image]
        case .driver: [.library]
        case .diskRead: [.image]
        case .file, .fileStream: [.path, .image]
        case .registry: [.key, .image]
        case .pipe: [.pipe, .image]
        case .managementSubscription: [.query, .consumer]
        case .script, .cmdlet: [.script]
        case .engineStart: [.command]
        case .explicitCredentials: [.image]
        case .directoryAccess, .directoryChange: [.object]
        case .groupChange: [.group]
        case .scheduledJob: [.job]
        case .service: [.service]
        case .logCleared: [.log]
        case .antivirus: [.threat, .path]
        case .firewallRule: [.rule]
        case .transferJob: [.job, .url]
        case .message: [.program, .text]
        case .dns: [.query]
        case .http: [.url]
        case .email: [.subject]
        case .remoteShare: [.share]
        case .remoteCall: [.endpoint, .operation]
        case .firewallDecision: [.decision]
        case .controlCommand: [.function]
        case .logon, .logonFailure, .logoff, .specialPrivileges, .kerberosTicket, .ticketRefused,
            .credentialValidation, .accountChange, .auditPolicy, .desktopSession, .networkFlow:
            []
        }
    }

    /// Keys that may be left out.
    public var optionalKeys: [TraceKey] {
        switch self {
        case .process: [.command, .parent, .parentCommand, .directory, .user, .integrity]
        case .processEnd: [.user]
        case .processAccess: [.callTrace, .user]
        case .remoteThread, .diskRead: [.user, .device]
        case .module: [.signed, .user]
        case .driver: [.signed]
        case .file: [.action, .amount, .user]
        case .fileStream: [.contents, .user]
        case .registry: [.value, .data, .action, .user]
        case .pipe: [.action, .user]
        case .managementSubscription: [.command, .user]
        case .script, .cmdlet: [.path, .image, .user]
        case .engineStart: [.user]
        case .logon, .logonFailure: [.logonType, .protocolName, .process, .status, .user]
        case .logoff: [.logonType, .user]
        case .specialPrivileges, .credentialValidation: [.status, .user]
        case .explicitCredentials: [.member, .user]
        case .kerberosTicket, .ticketRefused: [.service, .options, .encryption, .status, .user]
        case .directoryAccess: [.objectClass, .properties, .accessMask, .user]
        case .directoryChange: [.objectClass, .properties, .value, .user]
        case .accountChange: [.member, .user]
        case .groupChange: [.member, .user]
        case .scheduledJob: [.action, .command, .user]
        case .service: [.action, .command, .start, .user]
        case .auditPolicy: [.category, .action, .user]
        case .logCleared: [.image, .user]
        case .antivirus: [.action, .image, .user]
        case .firewallRule: [.image, .port, .action, .user]
        case .transferJob: [.path, .user]
        case .desktopSession: [.action, .user]
        case .message: [.user]
        case .networkFlow: [.port, .protocolName, .amount, .image, .user, .service]
        case .dns: [.type, .answer, .image, .user]
        case .http: [.method, .status, .agent, .contentType, .amount]
        case .email: [.from]
        case .remoteShare: [.targetPath, .accessMask, .action, .user]
        case .remoteCall: [.pipe]
        case .firewallDecision: [.port, .protocolName, .rule]
        case .controlCommand: []
        }
    }

    /// Every key that it may have.
    public var keys: [TraceKey] { requiredKeys + optionalKeys }

    /// Whether only Windows writes such records.
    public var isWindowsOnly: Bool {
        switch self {
        case .processAccess, .remoteThread, .module, .driver, .diskRead, .fileStream, .registry, .pipe,
            .managementSubscription, .script, .cmdlet, .engineStart, .specialPrivileges, .explicitCredentials,
            .kerberosTicket, .ticketRefused, .credentialValidation, .directoryAccess, .directoryChange, .groupChange,
            .auditPolicy, .logCleared, .antivirus, .firewallRule, .transferJob, .desktopSession:
            true
        default: false
        }
    }
}
