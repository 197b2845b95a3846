import Scenario

/// What particular parts of a system write.
extension TraceReading {
    /// The record of a component; nil where the trace is of another kind.
    func ofComponents(_ family: SystemFamily) -> RecordShape? {
        switch trace.record {
        case .script: .script(shell, text: text(.script), path: text(.path), code: code(4104))
        case .cmdlet: cmdlet
        case .engineStart: .engine(hostApplication: text(.command), code: code(400))
        case .managementSubscription: subscription
        case .auditPolicy: .auditPolicy(text(.category), changes: text(.action))
        case .antivirus: .defender(threat: text(.threat), path: text(.path), value: text(.path), code: code(1116))
        case .firewallRule:
            .hostFirewall(
                text(.rule), application: program(.image), ports: trace[.port] ?? "*", by: ProgramTexts.serviceHost,
                code: code(2004))
        case .transferJob:
            .transfer(
                text(.job), url: text(.url), path: text(.path), by: ProgramTexts.serviceHost, code: code(59))
        case .desktopSession: .terminalSession(code: code(21))
        case .message: .program(text(.program), message: text(.text), facility: facility)
        default: nil
        }
    }

    private var shell: String { trace[.image] == nil ? ProgramTexts.powerShell : program(.image) }

    /// What a command was called with, as module logging puts it: the command's name up to the bracket.
    private var cmdlet: RecordShape {
        let payload = text(.script)
        let name = payload.split(separator: "(").dropFirst().first?.split(separator: ")").first ?? "Out-Default"
        return .moduleLogging(String(name), payload: payload, hostApplication: shell)
    }

    private var subscription: RecordShape {
        switch trace.eventID {
        case 20: .wmiConsumer(text(.consumer), destination: text(.command))
        case 21: .wmiBinding(consumer: text(.consumer), filter: text(.query))
        case 5861: .wmiActivity(consumer: text(.consumer), query: text(.query), text: text(.command))
        default: .wmiFilter(text(.consumer), query: text(.query))
        }
    }

    private var facility: String {
        ["sshd", "sudo", "su", "pkexec"].contains(trace[.program] ?? "") ? "authpriv" : "daemon"
    }
}
