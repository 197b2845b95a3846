/// Texts as they stand in the logs of any network, in lower case. A text of a rule that stands in one of them announces
/// little.
enum OrdinaryText {
    /// One value a line.
    static let lines = text.split(separator: "\n")

    private static let text = #"""
        c:\windows\system32\svchost.exe -k netsvcs -p -s schedule
        c:\windows\system32\svchost.exe
        c:\windows\system32\lsass.exe
        c:\windows\system32\services.exe
        c:\windows\explorer.exe
        c:\windows\system32\conhost.exe 0xffffffff -forcev1
        c:\windows\system32\wbem\wmiprvse.exe
        c:\windows\system32\windowspowershell\v1.0\powershell.exe
        c:\windows\system32\cmd.exe /c
        "c:\windows\system32\cmd.exe" /c
        c:\windows\system32\taskhostw.exe
        c:\windows\system32\rundll32.exe
        c:\windows\syswow64\kernel32.dll
        c:\windows\system32\ntdll.dll
        c:\windows\system32\drivers\
        c:\program files (x86)\microsoft\edge\application\msedge.exe
        c:\program files\common files\
        c:\program files\google\chrome\application\chrome.exe
        c:\programdata\microsoft\windows defender\
        c:\users\administrator\appdata\local\temp\
        c:\users\public\desktop\
        appdata\local\microsoft\windows\
        appdata\roaming\microsoft\windows\
        c:\windows\temp\
        c:\windows\prefetch\
        \\.\pipe\
        hklm\system\currentcontrolset\services\tcpip\parameters\interfaces
        hklm\system\currentcontrolset\control\
        hklm\software\microsoft\windows\currentversion\
        hklm\software\microsoft\windows nt\currentversion\
        hkcu\software\microsoft\windows\currentversion\explorer\
        hku\s-1-5-21-
        hku\s-1-5-18\
        hklm\software\policies\microsoft\windows\
        hklm\software\classes\clsid\{
        }\inprocserver32\(default)
        \registry\machine\system\
        \device\harddiskvolume2\windows\system32\
        dword (0x00000000)
        dword (0x00000001)
        binary data
        (empty)
        setvalue
        createkey
        microsoft windows
        microsoft corporation
        microsoft-windows-security-auditing
        microsoft-windows-sysmon
        nt authority\system
        nt authority
        nt authority\network service
        local service
        system
        s-1-5-18
        s-1-5-20
        s-1-0-0
        administrator
        medium
        high
        kerberos
        negotiate
        ntlm
        advapi
        user32
        localhost
        127.0.0.1
        ::1
        0.0.0.0
        10.0.0.1
        192.168.0.1
        true
        false
        tcp
        udp
        https
        http
        ldap
        -
        0x0
        0x1
        0x3e7
        %%1936
        0x1000
        0x1400
        0x1fffff
        windows.exe
        security
        application
        get
        post
        200
        404
        /index.html
        mozilla/5.0 (windows nt 10.0; win64; x64) applewebkit/537.36 (khtml, like gecko) chrome/ safari/537.36
        https://www.example.com/
        .html
        .com
        .net
        /usr/bin/bash -c
        /usr/sbin/sshd -d
        /usr/lib/systemd/systemd
        /bin/sh
        /usr/bin/python3
        /etc/
        /var/log/
        /tmp/
        /proc/
        /home/
        root
        sshd: session opened for user
        function
        param(
        write-host
        import-module
        get-childitem
        foreach-object
        set-strictmode -version
        $null
        return
        string
        new-object
        invoke-
        get-
        set-
        out-
        module
        microsoft.powershell.utility
        """#
}
