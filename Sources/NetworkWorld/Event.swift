import Kernel

/// Something that happened in a run, as the step reports it. Flat: 64 bytes, no references.
///
/// Hosts and accounts are indices of the ``Program``; −1 means none, for a host also "outside".
public struct Event: Sendable, Equatable {
    /// What kind of thing. The comment of each case says what ``Event/detail`` holds and which fields matter.
    public enum Kind: UInt8, Sendable, CaseIterable {
        // Red
        /// A technique begins: card, source, target, account; detail = duration in ms; `success` tells how it will end.
        case attackStep
        /// It ended, with its effect where `success`.
        case stepEnded
        /// It came to nothing because the foothold was lost meanwhile.
        case stepLost
        /// Access to target; detail = 1 user, 2 administrator.
        case footholdGained
        /// Access to target lost.
        case footholdLost
        /// A credential came into red's hands: account, target = where.
        case credentialGained
        /// A host became known: target.
        case hostDiscovered
        /// Data was gathered on target; detail = records.
        case dataCollected
        /// Data left; detail = records.
        case recordsStolen
        /// Target is encrypted.
        case hostEncrypted
        /// Backups are lost.
        case backupsDestroyed
        /// The endpoint sensor on target is blind.
        case sensorBlinded
        /// A controller (target) disturbs its process; detail = process.
        case processDisturbed
        /// Operators brought target's process back; detail = process.
        case processRestored
        /// The adversary has what it wanted.
        case goalReached
        /// No sequence of its techniques leads to the goal any more.
        case noPathLeft
        /// It gave up although a path may exist.
        case withdrew
        // Green
        /// An administrator (account) works on target from source; detail = 0.
        case administratorSession
        /// A habit that looks like an attack: card, account, source, target; detail = habit.
        case administrativeHabit
        /// A person (account) opened a message on target; detail = step that sent it.
        case mailOpened
        // Blue
        /// An alert reaches a seat: target, account; card = analytic; step = truth (0: none); detail = alert index.
        case alertDelivered
        /// An action begins: card = action, target, account; detail = seat.
        case actionStarted
        /// It ended; `success` tells whether it did what it should; detail = seat.
        case actionFinished
        /// It was refused: detail = ``ActionRefusal`` raw value.
        case actionRefused
        /// An investigation learned something of target or account; detail = ``Finding`` raw value.
        case finding
        /// Target is cut off from the network.
        case hostIsolated
        /// Target is back.
        case hostReleased
        /// Target was set up anew.
        case hostRestored
        /// Account has a new password.
        case credentialReset
        /// Account cannot be used.
        case accountDisabled
        // Services and white
        /// A business service went down: detail = service; `success` where a defender's action did it.
        case serviceDown
        /// It is back: detail = service.
        case serviceUp
        /// The directors granted red a foothold on target.
        case footholdGranted
        // Blue, added later: numbers of the cases above stay as they were
        /// An investigation points at target, which was not looked at itself: detail = seat.
        case suspicion
    }

    /// Exercise time, ms.
    public var time: Milliseconds
    /// What.
    public var kind: Kind
    /// Whether it worked.
    public var success: Bool
    /// Index of card, habit's card, analytic or action; see ``Kind``.
    public var card: Int16
    /// Number of the attack step that it belongs to, from 1; 0: none.
    public var step: Int32
    /// Host it comes from; −1: outside or none.
    public var source: Int32
    /// Host it concerns; −1: none.
    public var target: Int32
    /// Account concerned; −1: none.
    public var account: Int32
    /// See ``Kind``.
    public var detail: Int64

    /// An event.
    public init(
        time: Milliseconds, kind: Kind, success: Bool = true, card: Int16 = -1, step: Int32 = 0, source: Int32 = -1,
        target: Int32 = -1, account: Int32 = -1, detail: Int64 = 0
    ) {
        self.time = time
        self.kind = kind
        self.success = success
        self.card = card
        self.step = step
        self.source = source
        self.target = target
        self.account = account
        self.detail = detail
    }
}

/// Why an action was refused.
public enum ActionRefusal: Int64, Sendable, CaseIterable {
    /// Nobody was free and the queue is full.
    case noStaff = 1
    /// The target does not exist, or the action does not go with it.
    case wrongTarget
    /// It is already so, or already under way.
    case alreadySo
    /// No such action or seat.
    case unknown
}

/// What an investigation can say.
public enum Finding: Int64, Sendable, CaseIterable {
    /// Nothing was found.
    case clean = 1
    /// The host is in the adversary's hands.
    case compromised
    /// The account is in the adversary's hands.
    case accountCompromised
    /// What looked like an attack was an administrator or a user.
    case explained
    /// Outside addresses that the adversary uses became known.
    case addressKnown
}
