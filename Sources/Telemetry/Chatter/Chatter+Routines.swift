import Kernel
import NetworkWorld
import Scenario

/// What comes at its own hour rather than by chance: updates after patch day, backups at night, the scanner, and the
/// account with a stale password that fails all day.
extension Chatter {
    /// What the scanner asks for.
    private static let scannedPorts: [UInt16] = [
        21, 22, 23, 80, 102, 135, 139, 443, 445, 502, 1433, 2404, 3306, 3389, 5900, 5985, 8080, 20000,
    ]
    /// Days between two scans, and between two patch days.
    private static let week = 7

    /// The routines that fall into the minute at hand on the host at hand.
    mutating func runRoutines(group: HostGroupGround, local: LocalTime, minute: Int) {
        let computer = group.profile != .controller && group.profile != .device
        // A minute of the host's own within each routine's hours spreads them.
        let phase = Int(StableHash.mix(path &+ 0x726F_7574) >> 40)
        if local.minute == 22 * 60 + phase % 240 && computer && group.profile != .desk {
            begin(routine: .backup, minute: minute)
            backUp(group: group)
        }
        let evening = local.minute == 18 * 60 + 30 + phase % 150
        if evening && local.day % Self.week == 2 && group.family == .windows && computer {
            begin(routine: .update, minute: minute)
            update(group: group)
        }
        if local.minute == 20 * 60 + phase % 120 && local.day % Self.week == 5 {
            begin(routine: .scan, minute: minute)
            scan(group: group)
        }
        if group.profile == .windowsServer && phase % 5 == 0 && local.minute % 7 == phase % 7 {
            begin(routine: .staleAccount, minute: minute)
            failWithStaleAccount(group: group)
        }
    }

    private enum Routine: UInt64 { case backup = 1, update, scan, staleAccount }

    private mutating func begin(routine: Routine, minute: Int) {
        let draw = seeds.chance(path &+ routine.rawValue, .routine, target: UInt64(bitPattern: Int64(minute)))
        begin(draw.words, minute: minute)
        emitter.time = Milliseconds(minute) * Self.slice + Milliseconds(draw.words[1] % 20_000)
        person = SystemAccount.system
    }

    /// The night's backup: a snapshot, a long transfer, the notes about both.
    private mutating func backUp(group: HostGroupGround) {
        let single = library.singles
        let keeper = peer(.backup, group: group)
        let account = ground.account(of: group.serviceAccounts, key: path)
        if keeper >= 0 && keeper != host {
            for part in 0..<3 {
                emitter.salt = StableHash.mix(bits &+ UInt64(part))
                emitter.emit(
                    single.bulkFlow, .network, on: watched(host, keeper), from: host, to: keeper, by: account,
                    after: Milliseconds(4000 + part * 9000), port: ServiceKind.backup.usualPort)
            }
            if group.family == .windows {
                emitter.emit(single.networkLogon, .endpoint, on: host, from: keeper, to: host, by: account, after: 300)
                emitter.emit(single.privilege, .endpoint, on: host, from: keeper, to: host, by: account, after: 310)
            }
        }
        if group.family == .windows {
            emit(single.snapshotStart, .endpoint, by: SystemAccount.system, after: 900)
            emit(single.snapshotStop, .endpoint, by: SystemAccount.system, after: 32_000)
        }
        for part in 0..<6 {
            emitter.salt = StableHash.mix(bits &+ UInt64(part) &+ 90)
            emit(
                group.family == .windows ? single.backupFile : single.unixBackupFile, .endpoint, by: account,
                after: Milliseconds(2000 + part * 5000))
        }
    }

    /// Updates are fetched and put in place; some services start anew.
    private mutating func update(group: HostGroupGround) {
        let single = library.singles
        for part in 0..<4 {
            emitter.salt = StableHash.mix(bits &+ UInt64(part))
            emit(single.updateProgram, .endpoint, by: SystemAccount.system, after: Milliseconds(part * 3100))
        }
        for part in 0..<24 {
            emitter.salt = StableHash.mix(bits &+ UInt64(part) &+ 200)
            emit(single.updateFile, .endpoint, by: SystemAccount.system, after: Milliseconds(1500 + part * 1300))
            if part % 4 == 0 {
                emit(single.updateKey, .endpoint, by: SystemAccount.system, after: Milliseconds(1700 + part * 1300))
                emit(
                    member(.windowsService, UInt64(part)), .endpoint, by: SystemAccount.system,
                    after: Milliseconds(1900 + part * 1300))
            }
        }
    }

    /// The organisation's own scanner knocks at the host, port after port, and tries a logon.
    private mutating func scan(group: HostGroupGround) {
        let single = library.singles
        let station = peer(.management, group: group)
        if station < 0 || station == host { return }
        for (knock, port) in Self.scannedPorts.enumerated() {
            emitter.salt = StableHash.mix(bits &+ UInt64(knock))
            let open = port == 135 || port == 445 || port == 443
            let delay = Milliseconds(knock * 1900)
            emitter.emit(
                single.flow, .network, on: watched(host, station), from: station, to: host, by: SystemAccount.system,
                after: delay, port: port)
            emitter.emit(
                open ? single.allowInside : single.refuseOut, .firewall, on: host, from: station, to: host,
                by: SystemAccount.system, after: delay, port: port)
        }
        if group.family == .windows && group.profile != .device {
            let account = ground.account(of: group.administrators, key: path)
            emitter.emit(
                single.networkFailure, .endpoint, on: host, from: station, to: host, by: account, after: 3000)
            emitter.emit(single.networkLogon, .endpoint, on: host, from: station, to: host, by: account, after: 6000)
        }
    }

    /// A service still uses the password of last year.
    private mutating func failWithStaleAccount(group: HostGroupGround) {
        let single = library.singles
        let account = ground.account(of: group.serviceAccounts, key: path)
        let server = peer(.files, group: group)
        if account < 0 || server < 0 { return }
        emitter.emit(single.networkFailure, .endpoint, on: server, from: host, to: server, by: account, after: 40)
        ask(single.preauthenticationFailure, group: group, by: account, after: 20)
    }
}
