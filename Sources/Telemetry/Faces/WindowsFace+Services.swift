/// Services, jobs and PowerShell.
extension WindowsFace {
    /// The event of services and jobs; `nil` where the record is of something else.
    var services: WindowsEvent? {
        switch shape.kind {
        case .service(let action, let start): return service(action, start)
        case .job: return job
        default: return nil
        }
    }

    private func service(_ action: RecordShape.ServiceAction, _ start: Int) -> WindowsEvent {
        let starts = [1: "boot start", 2: "system start", 3: "auto start", 5: "disabled"][start] ?? "demand start"
        if shape.code == 4697 {
            return audit(
                12289,
                subject + [
                    ("ServiceName", text(.name)), ("ServiceFileName", text(.image)), ("ServiceType", .text("0x10")),
                    ("ServiceStartType", .number(start == 3 ? "2" : start == 5 ? "4" : "3")),
                    ("ServiceAccount", text(.account)),
                ])
        }
        let data: Fields
        switch shape.code {
        case 7045:
            let driver = shape[.image].lowercased().hasSuffix(".sys")
            data = [
                ("ServiceName", text(.name)), ("ImagePath", text(.image)),
                ("ServiceType", .text(driver ? "kernel mode driver" : "user mode service")),
                ("StartType", .text(starts)), ("AccountName", driver ? .text("") : text(.account)),
            ]
        case 7040:
            data = [
                ("param1", text(.name)), ("param2", .text(start == 3 ? "demand start" : "auto start")),
                ("param3", .text(starts)), ("param4", text(.name)),
            ]
        default:
            data = [("param1", text(.name)), ("param2", .text(action == .stop ? "stopped" : "running"))]
        }
        return WindowsEvent(
            provider: .serviceControl, code: shape.code, keywords: "8080000000000000", data: data)
    }

    private var job: WindowsEvent {
        func note(_ fields: Fields) -> WindowsEvent {
            WindowsEvent(
                provider: .scheduler, code: shape.code, task: shape.code,
                data: [("TaskName", text(.name))] + fields)
        }
        switch shape.code {
        case 106: return note([("UserContext", .text(Self.user))])
        case 140, 141: return note([("UserName", .text(Self.user))])
        case 200:
            return note([
                ("ActionName", text(.image)), ("TaskInstanceId", .guid(7)), ("EnginePID", .number("<pid 2>")),
            ])
        default:
            var fields = subject + [("TaskName", text(.name))]
            switch shape.code {
            case 4702: fields.append(("TaskContentNew", .text(content)))
            case 4699: fields.append(("TaskContent", .text("-")))
            default: fields.append(("TaskContent", .text(content)))
            }
            fields += [
                ("ClientProcessStartKey", .number("281474976<number 1000000 8000000 6>")),
                ("ClientProcessId", .number("<pid 1>")), ("ParentProcessId", .number("<pid 3>")),
                ("RpcCallClientLocality", .number("0")), ("FQDN", .text("%computer&")),
            ]
            return audit(12804, version: 1, fields)
        }
    }

    /// The job as it is registered.
    private var content: String {
        let command = shape[.command]
        let end = command.firstIndex(of: " ") ?? command.endIndex
        let program = shape[.image].isEmpty ? String(command[..<end]) : shape[.image]
        let arguments = command[end...].drop { $0 == " " }
        func escaped(_ text: some StringProtocol) -> String {
            text.reduce(into: "") { result, character in
                switch character {
                case "<": result += "&lt;"
                case ">": result += "&gt;"
                case "\"": result += "&quot;"
                default: result.append(character)
                }
            }
        }
        return """
            <?xml version="1.0" encoding="UTF-16"?>
            <Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
              <RegistrationInfo>
                <Date>%isoTime&</Date>
                <Author>\(Self.user)</Author>
                <URI>\(escaped(shape[.name]))</URI>
              </RegistrationInfo>
              <Triggers>
                <CalendarTrigger>
                  <StartBoundary>%isoTime&</StartBoundary>
                  <Enabled>true</Enabled>
                  <ScheduleByDay>
                    <DaysInterval>1</DaysInterval>
                  </ScheduleByDay>
                </CalendarTrigger>
              </Triggers>
              <Principals>
                <Principal id="Author">
                  <RunLevel>HighestAvailable</RunLevel>
                  <UserId>%userSID&</UserId>
                </Principal>
              </Principals>
              <Actions Context="Author">
                <Exec>
                  <Command>\(escaped(program))</Command>
                  <Arguments>\(escaped(arguments))</Arguments>
                </Exec>
              </Actions>
            </Task>
            """
    }

    /// The event of PowerShell; `nil` where the record is of something else.
    var shell: WindowsEvent? {
        switch shape.kind {
        case .script:
            return WindowsEvent(
                provider: .powerShell, code: shape.code, version: 1, level: 5, task: 2, opcode: 15,
                keywords: "0000000000000000",
                data: [
                    ("MessageNumber", .number("1")), ("MessageTotal", .number("1")), ("ScriptBlockText", text(.text)),
                    ("ScriptBlockId", .fixedGuid("<hex 8 3>-<hex 4 4>-4<hex 3 5>-9<hex 3 6>-<hex 12 7>")),
                    ("Path", .text(shape[.path])),
                ])
        case .moduleLogging:
            return WindowsEvent(
                provider: .powerShell, code: shape.code, version: 1, task: 106, opcode: 20,
                keywords: "0000000000000000",
                data: [("ContextInfo", .text(context)), ("UserData", .text("")), ("Payload", text(.text))])
        case .engine: return engine
        default: return nil
        }
    }

    private var context: String {
        let lines = [
            "Severity = Informational", "Host Name = ConsoleHost", "Host Version = 5.1.22621.1",
            "Host ID = %hex 8 3&-%hex 4 4&-4%hex 3 5&-9%hex 3 6&-%hex 12 7&", "Host Application = \(shape[.command])",
            "Engine Version = 5.1.22621.1", "Runspace ID = %hex 8 2&-%hex 4 3&-4%hex 3 4&-9%hex 3 5&-%hex 12 6&",
            "Pipeline ID = 1", "Command Name = \(shape[.name])", "Command Type = Cmdlet", "Script Name = ",
            "Command Path = ", "Sequence Number = %number 15 40 6&", "User = \(Self.user)", "Connected User = ",
            "Shell ID = Microsoft.PowerShell",
        ]
        return lines.map { "        " + $0 + "\r\n" }.joined()
    }

    private var engine: WindowsEvent {
        let head: Fields
        switch shape.code {
        case 600: head = [("", .text("Registry")), ("", .text("Started"))]
        case 800: head = [("", .text(shape[.text]))]
        default: head = [("", .text("Available")), ("", .text("None"))]
        }
        let state = [
            600: ["ProviderName=Registry", "NewProviderState=Started"], 800: ["DetailSequence=1", "DetailTotal=1"],
        ]
        let lines =
            (state[shape.code] ?? ["NewEngineState=Available", "PreviousEngineState=None"]) + [
                "", "SequenceNumber=%number 1 30 6&", "", "HostName=ConsoleHost", "HostVersion=\(shape[.value])",
                "HostId=%hex 8 3&-%hex 4 4&-4%hex 3 5&-9%hex 3 6&-%hex 12 7&", "HostApplication=\(shape[.command])",
                "EngineVersion=\(shape[.value])", "RunspaceId=%hex 8 2&-%hex 4 3&-4%hex 3 4&-9%hex 3 5&-%hex 12 6&",
                "PipelineId=", "CommandName=", "CommandType=", "ScriptName=", "CommandPath=", "CommandLine=",
            ]
        return WindowsEvent(
            provider: .classicPowerShell, code: shape.code, task: shape.code / 100, keywords: "0080000000000000",
            data: head + [("", .text(lines.map { "\t" + $0 + "\r\n" }.joined()))], isUnnamed: true)
    }
}
