/// A national network of a million hosts, as text: what the reader and the compiler are timed on.
enum MillionHosts {
    static var yaml: String {
        var networks = ""
        var firewall = ""
        var hosts = ""
        var accounts = ""
        for region in 0..<20 {
            networks += "    region-\(region): {cidr: 10.\(region * 8).0.0/13, zone: branch}\n"
            firewall +=
                "    - {from: region-\(region), to: centre, services: [https, smb, rdp, ldap, kerberos], action: allow}\n"
            firewall += "    - {from: centre, to: region-\(region), services: [smb, rdp, rpc, winrm], action: allow}\n"
            hosts += """
                    pc-\(region):
                      {network: region-\(region), count: 49990, os: windows-workstation, role: workstation, domain-joined: true,
                       services: [smb, rdp, rpc, {kind: winrm, vulnerabilities: [old-service]}], vulnerabilities: [old-driver]}
                    files-\(region):
                      {network: region-\(region), count: 8, os: windows-server, role: file-server, domain-joined: true,
                       services: [smb, rdp, rpc]}

                """
            accounts += """
                    staff-\(region): {count: 49990, mail: true, workstation: pc-\(region), password: fair}
                    help-\(region): {count: 40, privilege: administrator, administers: [pc-\(region), files-\(region)], cached-share: 2%}

                """
        }
        return """
            name: million
            title: {vi: Một triệu máy, en: A million hosts}
            simulation:
              duration: 8h
              networks:
                centre: {cidr: 172.16.0.0/16, zone: servers}
            \(networks)  firewall:
                - {from: internet, to: portal, services: [https], action: allow}
            \(firewall)  vulnerabilities:
                old-service: {cwe: CWE-787, kind: remote-code, patched-share: 0.9}
                old-driver: {cwe: CWE-269, kind: privilege-escalation, patched-share: 0.7}
                old-portal: {cwe: CWE-434, kind: remote-code, patched-share: 0.5}
              hosts:
                portal:
                  {network: centre, count: 4, os: linux, role: web-server, services: [{kind: https, vulnerabilities: [old-portal]}]}
                dc:
                  {network: centre, count: 6, os: windows-server, role: domain-controller, domain-joined: true,
                   services: [ldap, kerberos, smb, rdp, rpc]}
                register:
                  {network: centre, count: 2, os: windows-server, role: database-server, domain-joined: true,
                   services: [database, smb, rdp, rpc]}
            \(hosts)  accounts:
                domain-admins: {count: 6, privilege: domain-administrator, cached-share: 1%}
                server-admins: {count: 12, privilege: administrator, administers: [register, dc], cached-share: 5%}
            \(accounts)  assets:
                register-data: {host: register, records: 90_000_000, loss-per-record: 10_000}
              services:
                portal: {depends-on: [portal, register], loss-per-hour: 100_000_000}
              sensors:
                edr: {kind: endpoint, coverage: 60%}
                controllers: {kind: domain-controller, covers: [dc]}
                mail: {kind: mail}
                proxy: {kind: proxy}
              adversaries:
                spies:
                  {goal: steal, target: register-data, skill: 0.7, stealth: 0.6, tempo: {low: 1 min, likely: 2 min, high: 5 min}}
            """
    }
}
