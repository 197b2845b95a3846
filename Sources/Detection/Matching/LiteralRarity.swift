/// How seldom a text is expected in logs. Only the speed of matching depends on it, never a result.
enum LiteralRarity {
    /// Two bytes that stand before and after each value where literals are looked for; they occur in no UTF-8, and in other
    /// input they cost a comparison.
    static let edge: [UInt8] = [LiteralScanner.edge, LiteralScanner.edge]

    /// What ordinary values look like, in lower case: whatever stands in one of them is expected everywhere.
    private static let ordinary: [[UInt8]] = [
        #"c:\windows\system32\svchost.exe -k netsvcs -p -s schedule"#, #"c:\windows\system32\svchost.exe"#,
        #"c:\windows\system32\lsass.exe"#, #"c:\windows\system32\services.exe"#, #"c:\windows\explorer.exe"#,
        #"c:\windows\system32\conhost.exe 0xffffffff -forcev1"#, #"c:\windows\system32\wbem\wmiprvse.exe"#,
        #"c:\windows\system32\windowspowershell\v1.0\powershell.exe"#, #"c:\windows\system32\cmd.exe /c"#,
        #""c:\windows\system32\cmd.exe" /c"#, #"c:\windows\system32\taskhostw.exe"#, #"c:\windows\system32\rundll32.exe"#,
        #"c:\windows\syswow64\kernel32.dll"#, #"c:\windows\system32\ntdll.dll"#, #"c:\windows\system32\drivers\"#,
        #"c:\program files (x86)\microsoft\edge\application\msedge.exe"#, #"c:\program files\common files\"#,
        #"c:\program files\google\chrome\application\chrome.exe"#, #"c:\programdata\microsoft\windows defender\"#,
        #"c:\users\administrator\appdata\local\temp\"#, #"c:\users\public\desktop\"#, #"appdata\local\microsoft\windows\"#,
        #"appdata\roaming\microsoft\windows\"#, #"c:\windows\temp\"#, #"c:\windows\prefetch\"#, #"\\.\pipe\"#,
        #"hklm\system\currentcontrolset\services\tcpip\parameters\interfaces"#, #"hklm\system\currentcontrolset\control\"#,
        #"hklm\software\microsoft\windows\currentversion\"#, #"hklm\software\microsoft\windows nt\currentversion\"#,
        #"hkcu\software\microsoft\windows\currentversion\explorer\"#, #"hku\s-1-5-21-"#, #"hku\s-1-5-18\"#,
        #"hklm\software\policies\microsoft\windows\"#, #"hklm\software\classes\clsid\{"#, #"}\inprocserver32\(default)"#,
        #"\registry\machine\system\"#, #"\device\harddiskvolume2\windows\system32\"#, "dword (0x00000000)",
        "dword (0x00000001)", "binary data", "(empty)", "setvalue", "createkey", "microsoft windows", "microsoft corporation",
        "microsoft-windows-security-auditing", "microsoft-windows-sysmon", #"nt authority\system"#, "nt authority",
        #"nt authority\network service"#, "local service", "system", "s-1-5-18", "s-1-5-20", "s-1-0-0", "administrator",
        "medium", "high", "kerberos", "negotiate", "ntlm", "advapi", "user32", "localhost", "127.0.0.1", "::1", "0.0.0.0",
        "10.0.0.1", "192.168.0.1", "true", "false", "tcp", "udp", "https", "http", "ldap", "-", "0x0", "0x1", "0x3e7", "%%1936",
        "0x1000", "0x1400", "0x1fffff", "windows.exe", "security", "application", "get", "post", "200", "404", "/index.html",
        "mozilla/5.0 (windows nt 10.0; win64; x64) applewebkit/537.36 (khtml, like gecko) chrome/ safari/537.36",
        "https://www.example.com/", ".html", ".com", ".net", "/usr/bin/bash -c", "/usr/sbin/sshd -d", "/usr/lib/systemd/systemd",
        "/bin/sh", "/usr/bin/python3", "/etc/", "/var/log/", "/tmp/", "/proc/", "/home/", "root", "sshd: session opened for user",
        "function", "param(", "write-host", "import-module", "get-childitem", "foreach-object", "set-strictmode -version",
        "$null", "return", "string", "new-object", "invoke-", "get-", "set-", "out-", "module", "microsoft.powershell.utility",
    ].map { edge + Array($0.utf8) + edge }

    /// The four-byte pieces of ordinary values, little end first.
    private static let ordinaryPieces: Set<UInt32> = {
        var pieces: Set<UInt32> = []
        for text in ordinary where text.count >= 4 {
            for index in 0...(text.count - 4) { pieces.insert(word(text, at: index, count: 4)) }
        }
        return pieces
    }()

    /// The bytes at a place as a number, little end first.
    static func word(_ text: [UInt8], at index: Int, count: Int) -> UInt32 {
        var word: UInt32 = 0
        for offset in 0..<count { word |= UInt32(text[index + offset]) << UInt32(8 * offset) }
        return word
    }

    /// How likely a value has a text, edges included, in parts of 2³². O(text).
    static func chance(of text: [UInt8]) -> UInt64 {
        let length = text.count
        let mayBeOrdinary =
            length < 4 || (0...(length - 4)).allSatisfy { ordinaryPieces.contains(word(text, at: $0, count: 4)) }
        let isOrdinary = mayBeOrdinary && ordinary.contains { sample in
            guard sample.count >= length else { return false }
            return (0...(sample.count - length)).contains { sample[$0..<$0 + length].elementsEqual(text) }
        }
        if isOrdinary { return 1 << 29 }
        // Letters beyond ASCII are rarer than others where rules are written.
        let foreign = text.count { $0 >= 0x80 && $0 != LiteralScanner.edge }
        return 1 << UInt64(max(6, 30 - 2 * length - 3 * foreign))
    }

    /// How much a piece of two or four bytes sets its literal apart from ordinary text: the more the better.
    static func distinction(of piece: UInt32, width: Int) -> Int {
        var score = 0
        for offset in 0..<width {
            let byte = UInt8(truncatingIfNeeded: piece >> UInt32(8 * offset))
            switch byte {
            case 0x61, 0x65, 0x69, 0x6C, 0x6E, 0x6F, 0x72, 0x73, 0x74: break
            case 0x61...0x7A, 0x20, 0x5C, 0x2E, 0x30...0x32, LiteralScanner.edge: score += 1
            default: score += 2
            }
        }
        return width == 4 && ordinaryPieces.contains(piece) ? score - 8 : score
    }
}
