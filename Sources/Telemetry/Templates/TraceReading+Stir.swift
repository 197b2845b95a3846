import Scenario

/// What detectors make of a trace by itself.
extension TraceReading {
    /// Programs, services, settings and drivers are what most rules are about; files, scripts and refused logons are the
    /// business of some; that hosts speak to each other and people log on is nobody's.
    var stir: TraceStir {
        switch trace.record {
        case .process, .processAccess, .remoteThread, .module, .driver, .diskRead, .registry, .service, .scheduledJob,
            .logCleared, .directoryChange, .cmdlet, .engineStart, .managementSubscription, .auditPolicy, .antivirus,
            .groupChange:
            .much
        case .file: trace[.action] == "read" && trace[.path]?.hasPrefix("\\Device") != true ? .none : .some
        case .script, .pipe, .explicitCredentials, .logonFailure, .credentialValidation, .directoryAccess,
            .accountChange,
            .firewallRule:
            .some
        case .kerberosTicket: trace[.encryption] == nil ? .none : .some
        case .remoteShare: trace.sensor != .network && trace[.targetPath] != nil ? .much : .none
        case .networkFlow: trace.sensor == .endpoint ? .much : .none
        case .dns, .http: trace.sensor == .endpoint ? .some : .none
        case .logon:
            trace.way == .inwards
                ? .much
                : trace[.logonType] == "new-credentials" || trace[.protocolName] == "ntlm" ? .some : .none
        default: .none
        }
    }
}
