"""The generator's processes: started, set off together, collected."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from load_setup import Setup

GENERATOR = Path(__file__).resolve().parent / "load_generator.py"


class Generators:
    """Processes that share the teams of an exercise."""

    def __init__(self, setup: Setup, port: int, count: int, **plan: Any) -> None:
        """Start them; each opens its people's event streams."""
        shares: list[list[dict[str, Any]]] = [[] for _ in range(count)]
        teams: dict[int, int] = {}
        for seat in setup.plain()["participants"]:
            # A team stays in one process: its members' clocks are compared.
            shares[teams.setdefault(seat["team"], len(teams) % count)].append(seat)
        self.processes = []
        for share in shares:
            process = subprocess.Popen(
                [sys.executable, str(GENERATOR)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
            )
            assert process.stdin is not None
            everything = {"port": port, "exercise": setup.exercise, "participants": share, **plan}
            process.stdin.write(json.dumps(everything) + "\n")
            process.stdin.flush()
            self.processes.append(process)

    def set_off(self) -> None:
        """Wait until everybody has their desk open, then let them play."""
        for process in self.processes:
            assert process.stdout is not None
            if process.stdout.readline().strip() != "ready":
                self.end()
                sys.exit("a generator process failed before it began")
        for process in self.processes:
            assert process.stdin is not None
            process.stdin.write("go\n")
            process.stdin.flush()

    def collect(self) -> dict[str, Any]:
        """What all of them measured, added up; waits until they are done."""
        total: dict[str, Any] = {
            "milliseconds": {}, "statuses": {}, "events": 0, "undelivered": 0, "streams_lost": 0, "cpu": 0.0,
        }
        for process in self.processes:
            output, _ = process.communicate()
            if process.returncode != 0:
                sys.exit(f"a generator process ended with {process.returncode}")
            part = json.loads(output)
            for kind, values in part["milliseconds"].items():
                total["milliseconds"].setdefault(kind, []).extend(values)
            for kind, outcomes in part["statuses"].items():
                counts = total["statuses"].setdefault(kind, {})
                for outcome, number in outcomes.items():
                    counts[outcome] = counts.get(outcome, 0) + number
            for key in ("events", "undelivered", "streams_lost", "cpu"):
                total[key] += part[key]
        return total

    def end(self) -> None:
        """Stop them at once."""
        for process in self.processes:
            process.kill()
        for process in self.processes:
            process.wait()
