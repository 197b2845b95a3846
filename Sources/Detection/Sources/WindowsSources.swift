// Windows event logs as rules' log sources. Origin: the log source table and the Sysmon, Windows and Windows-audit pipelines of
// pySigma, SigmaHQ's configuration for THOR (`tests/thor.yml` there) and its taxonomy; event numbers are Microsoft's.
//
// | covers                          | how                                                                              |
// |---------------------------------|----------------------------------------------------------------------------------|
// | services                        | every channel of pySigma and THOR                                                |
// | Sysmon 1–29, 255                | the category of pySigma; 12 is both `registry_add` and `registry_delete` there   |
// | Security 4688                   | `process_creation` as well as the service `security`                             |
// | Security 4657                   | `registry_event`, and by its operation `registry_set`, `_add`, `_delete`         |
// | PowerShell 4103, 4104, 400, 600, 800 | `ps_module`, `ps_script`, `ps_classic_start`, `_provider_start`, `_script`  |
// | Defender's findings             | `antivirus` without a product's name being asked for                             |
// | file_access, file_rename        | not covered: they come from a trace provider that has no channel                 |

/// Which channels and events of Windows are which log source.
enum WindowsSources {
    /// Channels, in any case of letters, and their services.
    static let channels: [(channel: String, service: String)] = [
        ("Security", "security"),
        ("Application", "application"),
        ("System", "system"),
        ("Microsoft-Windows-Sysmon/Operational", "sysmon"),
        ("Microsoft-Windows-PowerShell/Operational", "powershell"),
        ("PowerShellCore/Operational", "powershell"),
        ("Windows PowerShell", "powershell-classic"),
        ("Microsoft-Windows-TaskScheduler/Operational", "taskscheduler"),
        ("Microsoft-Windows-WMI-Activity/Operational", "wmi"),
        ("DNS Server", "dns-server"),
        ("Microsoft-Windows-DNS-Server/Audit", "dns-server-audit"),
        ("Microsoft-Windows-DNS-Server/Analytical", "dns-server-analytic"),
        ("Microsoft-Windows-DNS Client Events/Operational", "dns-client"),
        ("Microsoft-Windows-DNS-Client/Operational", "dns-client"),
        ("Microsoft-Windows-DriverFrameworks-UserMode/Operational", "driver-framework"),
        ("Microsoft-Windows-NTLM/Operational", "ntlm"),
        ("Microsoft-Windows-DHCP-Server/Operational", "dhcp"),
        ("MSExchange Management", "msexchange-management"),
        ("Microsoft-Windows-AppLocker/MSI and Script", "applocker"),
        ("Microsoft-Windows-AppLocker/EXE and DLL", "applocker"),
        ("Microsoft-Windows-AppLocker/Packaged app-Deployment", "applocker"),
        ("Microsoft-Windows-AppLocker/Packaged app-Execution", "applocker"),
        ("Microsoft-Windows-PrintService/Admin", "printservice-admin"),
        ("Microsoft-Windows-PrintService/Operational", "printservice-operational"),
        ("Microsoft-Windows-CodeIntegrity/Operational", "codeintegrity-operational"),
        ("Microsoft-Windows-SmbClient/Security", "smbclient-security"),
        ("Microsoft-Windows-SmbClient/Connectivity", "smbclient-connectivity"),
        ("Microsoft-Windows-SMBServer/Connectivity", "smbserver-connectivity"),
        ("Microsoft-Windows-Windows Firewall With Advanced Security/Firewall", "firewall-as"),
        ("Microsoft-Windows-Bits-Client/Operational", "bits-client"),
        ("Microsoft-Windows-Windows Defender/Operational", "windefend"),
        ("Microsoft-Windows-TerminalServices-LocalSessionManager/Operational", "terminalservices-localsessionmanager"),
        ("Microsoft-ServiceBus-Client", "microsoft-servicebus-client"),
        ("Microsoft-ServiceBus-Client/Admin", "microsoft-servicebus-client"),
        ("Microsoft-ServiceBus-Client/Operational", "microsoft-servicebus-client"),
        ("Microsoft-Windows-LDAP-Client/Debug", "ldap"),
        ("Microsoft-Windows-Security-Mitigations/Kernel Mode", "security-mitigations"),
        ("Microsoft-Windows-Security-Mitigations/User Mode", "security-mitigations"),
        ("Microsoft-Windows-Diagnosis-Scripted/Operational", "diagnosis-scripted"),
        ("Microsoft-Windows-Shell-Core/Operational", "shell-core"),
        ("OpenSSH/Operational", "openssh"),
        ("Microsoft-Windows-BitLocker/BitLocker Management", "bitlocker"),
        ("Microsoft-Windows-VHDMP/Operational", "vhdmp"),
        ("Microsoft-Windows-VHDMP-Operational", "vhdmp"),
        ("Microsoft-Windows-AppXDeploymentServer/Operational", "appxdeployment-server"),
        ("Microsoft-Windows-LSA/Operational", "lsa-server"),
        ("Microsoft-Windows-AppxPackaging/Operational", "appxpackaging-om"),
        ("Microsoft-Windows-AppModel-Runtime/Admin", "appmodel-runtime"),
        ("Microsoft-Windows-CAPI2/Operational", "capi2"),
        (
            "Microsoft-Windows-CertificateServicesClient-Lifecycle-System/Operational",
            "certificateservicesclient-lifecycle-system"
        ),
        ("Microsoft-Windows-Kernel-ShimEngine/Operational", "kernel-shimengine"),
        ("Microsoft-Windows-Kernel-ShimEngine/Diagnostic", "kernel-shimengine"),
        ("Microsoft-Windows-Application-Experience/Program-Telemetry", "application-experience"),
        ("Microsoft-Windows-Application-Experience/Program-Compatibility-Assistant", "application-experience"),
        ("Microsoft-Windows-Ntfs/Operational", "ntfs"),
        ("Microsoft-Windows-Hyper-V-Worker", "hyper-v-worker"),
        ("Microsoft-Windows-Hyper-V-Worker-Admin", "hyper-v-worker"),
        ("Microsoft-Windows-Kernel-EventTracing", "kernel-event-tracing"),
        ("Microsoft-Windows-Kernel-EventTracing/Admin", "kernel-event-tracing"),
        ("Microsoft-Windows-SENSE/Operational", "sense"),
        ("Microsoft-IIS-Configuration/Operational", "iis-configuration"),
        ("Directory Service", "directory-service"),
    ]

    /// Who writes into a channel, for records that name no channel.
    static let providers: [(provider: String, service: String)] = [
        ("Microsoft-Windows-Sysmon", "sysmon"), ("Microsoft-Windows-Security-Auditing", "security"),
        ("Microsoft-Windows-Eventlog", "security"), ("Microsoft-Windows-PowerShell", "powershell"),
        ("PowerShell", "powershell-classic"), ("Service Control Manager", "system"),
        ("Microsoft-Windows-TaskScheduler", "taskscheduler"), ("Microsoft-Windows-WMI-Activity", "wmi"),
        ("Microsoft-Windows-Windows Defender", "windefend"),
    ]

    /// Other names that rules have for a service.
    static let synonyms: [(service: String, synonym: String)] = [
        ("ldap", "ldap_debug"), ("microsoft-servicebus-client", "servicebus-client"),
    ]

    /// Events that have categories, by service.
    static let events: [(service: String, event: Int, categories: [String])] =
        [
            ("sysmon", 1, ["process_creation"]),
            ("sysmon", 2, ["file_change"]),
            ("sysmon", 3, ["network_connection"]),
            ("sysmon", 4, ["sysmon_status"]),
            ("sysmon", 5, ["process_termination"]),
            ("sysmon", 6, ["driver_load"]),
            ("sysmon", 7, ["image_load"]),
            ("sysmon", 8, ["create_remote_thread"]),
            ("sysmon", 9, ["raw_access_thread"]),
            ("sysmon", 10, ["process_access"]),
            ("sysmon", 11, ["file_event"]),
            ("sysmon", 12, ["registry_event", "registry_add", "registry_delete"]),
            ("sysmon", 13, ["registry_event", "registry_set"]),
            ("sysmon", 14, ["registry_event", "registry_rename"]),
            ("sysmon", 15, ["create_stream_hash"]),
            ("sysmon", 16, ["sysmon_status"]),
            ("sysmon", 17, ["pipe_created"]),
            ("sysmon", 18, ["pipe_created"]),
            ("sysmon", 19, ["wmi_event"]),
            ("sysmon", 20, ["wmi_event"]),
            ("sysmon", 21, ["wmi_event"]),
            ("sysmon", 22, ["dns_query"]),
            ("sysmon", 23, ["file_delete"]),
            ("sysmon", 24, ["clipboard_capture", "clipboard_change"]),
            ("sysmon", 25, ["process_tampering"]),
            ("sysmon", 26, ["file_delete_detected"]),
            ("sysmon", 27, ["file_block_executable"]),
            ("sysmon", 28, ["file_block_shredding"]),
            ("sysmon", 29, ["file_executable_detected"]),
            ("sysmon", 255, ["sysmon_error"]),
            ("security", 4688, ["process_creation"]),
            ("security", 4657, ["registry_event"]),
            ("powershell", 4103, ["ps_module"]),
            ("powershell", 4104, ["ps_script"]),
            ("powershell-classic", 400, ["ps_classic_start"]),
            ("powershell-classic", 600, ["ps_classic_provider_start"]),
            ("powershell-classic", 800, ["ps_classic_script"]),
        ]
        + [1006, 1007, 1008, 1009, 1010, 1011, 1012, 1017, 1018, 1019, 1115, 1116].map {
            ("windefend", $0, ["antivirus"])
        }

    /// What a change of a registry value was, as 4657 writes it (message numbers or their texts), and the categories besides
    /// `registry_event`. A new value is set, too: Sysmon's `registry_set` makes no difference there.
    static let registryOperations: [(text: String, categories: [String])] = [
        ("%%1904", ["registry_add", "registry_set"]), ("New registry value created", ["registry_add", "registry_set"]),
        ("%%1905", ["registry_set"]), ("Existing registry value modified", ["registry_set"]),
        ("%%1906", ["registry_delete"]), ("Registry value deleted", ["registry_delete"]),
    ]
}
