import Kernel
import Scenario

extension Outcome {
    /// The outcome as JSON text, services and processes by name; the same outcome gives the same bytes.
    ///
    /// Times are exercise milliseconds, durations minutes where the key says so, money whole units of the currency.
    public func json(program: Program) -> String {
        var writer = JSONWriter(indent: 2)
        writer.object { json in
            json.member("scenario", program.scenario.name)
            json.member("adversary", program.simulation.adversaries[program.adversary.index].name)
            json.member("currency", program.simulation.currency)
            json.member("goal-reached", goalReached)
            json.member("goal-time", optional: goalTime)
            json.member("no-path-left", noPathLeft)
            json.member("first-compromise", optional: firstCompromise)
            json.member("detected", optional: detected)
            json.member("contained", optional: contained)
            json.member("minutes-to-detect", optional: minutesToDetect)
            json.member("minutes-to-contain", optional: minutesToContain)
            json.member("attack-steps", attackSteps)
            json.member("hosts-compromised", hostsCompromised)
            json.member("hosts-encrypted", hostsEncrypted)
            json.member("records-stolen", recordsStolen)
            json.member("true-alerts", trueAlerts)
            json.member("false-alerts", falseAlerts)
            json.member("false-isolations", falseIsolations)
            json.member("staff-minutes", staffMinutes)
            json.key("services")
            json.array { json in
                for (index, service) in program.simulation.businessServices.enumerated() {
                    json.object { json in
                        json.member("name", service.name)
                        json.member("minutes-lost", serviceLost[index] / 60_000)
                        json.member("minutes-lost-by-defence", serviceLostByDefence[index] / 60_000)
                    }
                }
            }
            json.key("processes")
            json.array { json in
                for (index, process) in program.simulation.processes.enumerated() {
                    json.object { json in
                        json.member("name", process.name)
                        json.member("full-minutes-lost", processLost[index] / 60_000)
                    }
                }
            }
            json.member("record-loss", recordLoss)
            json.member("service-loss", serviceLoss)
            json.member("process-loss", processLoss)
            json.member("staff-cost", staffCost)
            json.member("recovery-cost", recoveryCost)
            json.member("total-loss", totalLoss)
        }
        return writer.text + "\n"
    }
}
