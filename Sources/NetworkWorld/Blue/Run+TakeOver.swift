import Kernel
import Scenario

extension Run where W == NetworkWorld {
    /// A fork that goes on under another program of the same ground, for instance with another playbook. The state is as it
    /// was: whoever defends now reacts to what comes, see ``takeOver(log:)`` for what has come already.
    ///
    /// - Throws: ``ProgramError`` where the programs differ in shape, so that the state's indices would mean other things.
    /// - Complexity: that of ``Program/shape``, twice, and a few reference counts.
    public func fork(future: UInt64? = nil, under program: NetworkProgram) throws(ProgramError) -> Self {
        if program !== self.program && program.shape != self.program.shape {
            throw ProgramError("a run can go on only under a program of the same hosts, accounts, cards and actions")
        }
        return fork(future: future, changingTo: program)
    }

    /// Lets the program's playbook take the first seat over, with what that seat knows.
    ///
    /// Playbooks react to alerts and results as they arrive. One that comes to a run under way has missed them, so it looks
    /// through the seat's knowledge once and asks for what it would have asked for; nothing that is in work is asked for
    /// again, and from here on it reacts as always. What each playbook does:
    /// * `none`: nothing.
    /// * `isolateOnAlert`: isolates every host that an alert named and that is neither cut off nor held to be clean or
    ///   recovered.
    /// * `standard`: answers every host that is held to be compromised; sets up anew what is cut off, or releases it where an
    ///   investigation found it clean; hears every alert that nobody has looked into since; resets accounts in the
    ///   adversary's hands; blocks known addresses; and hunts on if a compromise was found within three hours.
    ///
    /// It is no input and is not in the run's entries: a replay of those ends in another state. Where the program has run
    /// under this playbook all along, it changes little, but should not be called.
    ///
    /// - Complexity: O(alerts + hosts and accounts known + actions asked for · actions waiting).
    public mutating func takeOver(log: inout EventLog<NetworkEvent>) {
        let (program, now) = (program, now)
        withState { $0.playbookTakesOver(program, at: now, &log) }
    }
}
