import Kernel
import NetworkWorld
import Scenario

/// The truth, apart from the records: whose doing they are.
extension TelemetryStream {
    /// One line for a record that is not benign.
    mutating func appendTruth(of record: Record, _ output: inout RecordBuffer) {
        switch record.label {
        case .attack: output.attackRecordCount += 1
        case .mixed: output.mixedRecordCount += 1
        default: output.provokedRecordCount += 1
        }
        var json = JSONWriter()
        json.object { json in
            json.member("record", record.idHigh.hexadecimal + record.idLow.hexadecimal)
            json.member("number", record.number)
            json.member("label", record.label.name)
            json.key("steps")
            json.array { json in for step in touched.steps(of: record.step) { json.value(step) } }
            if record.card >= 0 {
                json.member("technique", program.catalogue.cards[Int(record.card)].attackID)
            }
            json.member("time", epoch + record.time)
        }
        output.truth += json.bytes
        output.truth.append(0x0A)
    }

    /// One line for an attack step that has ended.
    func appendTruth(of step: Event, ended: Milliseconds, success: Bool, _ output: inout RecordBuffer) {
        var json = JSONWriter()
        json.object { json in
            json.member("step", step.step)
            if step.card >= 0 {
                let card = program.catalogue.cards[Int(step.card)]
                json.member("technique", card.attackID)
                json.member("tactic", card.tactic.rawValue)
            }
            for (name, host) in [("source", step.source), ("target", step.target)] {
                json.key(name)
                if host >= 0 { json.value(program.hostName(host)) } else { json.null() }
            }
            json.key("account")
            if step.account >= 0 { json.value(program.accountName(step.account)) } else { json.null() }
            json.member("from", epoch + step.time)
            json.member("to", epoch + ended)
            json.member("success", success)
        }
        output.truth += json.bytes
        output.truth.append(0x0A)
    }

    private var epoch: Milliseconds { program.simulation.startEpochSeconds * 1000 }
}
