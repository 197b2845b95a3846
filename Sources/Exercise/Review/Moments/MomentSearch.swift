import Kernel
import NetworkWorld
import Scenario

/// What one future says of a moment.
struct MomentFuture: Sendable {
    var undefended = FutureResult()
    var defended = FutureResult()
    /// For each candidate the loss spared.
    var spared: [Double] = []
}

/// A moment of the run, with what could be done then.
struct SearchedMoment: Sendable {
    /// The most hosts that are tried at one moment: those that red took last, which are also those that it acts from.
    static let candidateLimit = 8

    let time: Milliseconds
    /// The moment under the policy of the review.
    let fork: Fork
    /// The same with nobody, and with the standard playbook.
    let undefended: Fork, defended: Fork
    /// Hosts in the adversary's hands that nobody is cutting off.
    let hosts: [Int32]
    /// What cuts a host off, by the id that inputs use.
    let action: String

    init(
        _ run: Run<NetworkWorld>, of reviewed: ReviewedRun, directions: [JournalEntry<NetworkInput>],
        horizon: Milliseconds, policy: ReviewPolicy
    ) {
        func fork(_ policy: ReviewPolicy) -> Fork {
            Fork(origin: run, program: reviewed.program(of: policy), directions: directions, horizon: horizon)
        }
        time = run.now
        self.fork = fork(policy)
        undefended = fork(.nobody)
        defended = fork(.standard)
        let (state, program) = (run.state, run.program)
        guard let isolation = program.actions.firstIndex(where: { $0.mechanic == .isolateHost }) else {
            action = ""
            hosts = []
            return
        }
        action = program.catalogue.actions[isolation].id
        let open = state.red.footholds.filter { host in
            !state.work.contains { $0.phase != .finished && $0.host == host && Int($0.action) == isolation }
        }
        hosts = Array(open.suffix(Self.candidateLimit))
    }

    /// One future of the moment, in all its arms.
    func future(_ seed: UInt64) -> MomentFuture {
        var result = MomentFuture(undefended: undefended.result(future: seed), defended: defended.result(future: seed))
        let base = fork.program === defended.program ? result.defended : result.undefended
        result.spared = hosts.map { host in
            Double(base.loss) - Double(fork.result(future: seed, first: isolation(of: host)).loss)
        }
        return result
    }

    /// The input that cuts a host off.
    func isolation(of host: Int32) -> NetworkInput {
        .action(seat: 0, action: action, host: host, account: -1, network: -1)
    }
}
