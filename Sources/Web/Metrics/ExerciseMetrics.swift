import Ground

/// Figures of what is kept and played, asked for whenever somebody collects.
enum ExerciseMetrics {
    /// Adds them to a server's metrics.
    static func add(to metrics: Metrics, ground: Ground, environment: LiveEnvironment) {
        metrics.sample("thao_journal_lines_total", help: "Inputs put on disk.", isCounter: true) {
            ground.journal.statistics.lines
        }
        metrics.sample(
            "thao_journal_transactions_total", help: "Transactions that inputs shared.", isCounter: true
        ) { ground.journal.statistics.transactions }
        metrics.sample("thao_journal_refused_total", help: "Inputs that could not be kept.", isCounter: true) {
            ground.journal.statistics.refused
        }
        metrics.sample("thao_log_records", help: "Records of exercises that can be searched.") {
            environment.logs.recordCount
        }
        metrics.sample("thao_log_bytes", help: "Bytes of memory that these records take.") {
            environment.logs.memoryBytes
        }
        metrics.sample("thao_work_waiting", help: "Searches, rules and trials that wait for a thread.") {
            environment.waitingWork
        }
    }
}
