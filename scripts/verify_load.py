#!/usr/bin/env python3
"""Let many people work one exercise at once and measure what they wait for.

usage: verify_load.py [--participants 1000] [--minutes 15] [--factor 10] [--processes 2] [--json FILE]

The server runs as users start it, with a fresh folder; the people are in other processes on loopback. Everybody has
their live events open, acts every 10 seconds (chat 25 %, triage 25 %, investigation 20 %, note 15 %, answer 15 %) and
searches the logs every 30. "Event behind ack" is the time from the acknowledgement of a colleague's chat to the event
that tells of it, 0 where the event came first; "sent to event" counts from the sending. Times are those that somebody waits: from the moment at which they wanted to act until the
whole answer is there, waiting for their own request before included. The generator's own lateness is measured too; where
it is large, the machine was too small for both.

Ends with 1 where a request failed with 5xx or without an answer, or an event was lost.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import threading
import time
from pathlib import Path
from typing import Any

import thao_server
from load_processes import Generators
from load_setup import prepare


class Watch(threading.Thread):
    """Looks at the server's memory while it works."""

    def __init__(self, server: thao_server.Server, every: float) -> None:
        super().__init__(daemon=True)
        self.server = server
        self.every = every
        self.samples: list[dict[str, float]] = []
        self.over = threading.Event()

    def run(self) -> None:
        start = time.monotonic()
        while not self.over.is_set():
            self.samples.append(
                {
                    "second": round(time.monotonic() - start, 1),
                    "memory_mib": round(self.server.memory() / 2**20, 1),
                    "cpu_seconds": round(self.server.cpu(), 2),
                }
            )
            self.over.wait(self.every)


def summary(values: list[float]) -> dict[str, float]:
    """How many, and the quantiles that people feel."""
    ordered = sorted(values)
    if not ordered:
        return {"count": 0}
    last = len(ordered) - 1
    return {
        "count": len(ordered),
        "p50": round(ordered[last // 2], 2),
        "p99": round(ordered[min(last, last * 99 // 100)], 2),
        "max": round(ordered[-1], 2),
    }


def failures(statuses: dict[str, dict[str, int]]) -> int:
    """Requests that failed: 5xx and broken connections. What the exercise itself refuses is no failure."""
    return sum(
        number for kind, outcomes in statuses.items() if kind != "turns"
        for outcome, number in outcomes.items() if not outcome.isdigit() or int(outcome) >= 500
    )


def measure(options: argparse.Namespace) -> dict[str, Any]:
    """Play, and say what it was like."""
    with thao_server.folder("thao-load-") as place:
        server = thao_server.Server(place / "data", ["--log-level", options.log_level])
        setup = prepare(server, options.participants, 4, {"seed": "8", "factor": options.factor, "duration": 28_800_000})
        server.api("POST", f"/exercises/{setup.exercise}/control", {"kind": "start"}, setup.administrator)
        generators = Generators(
            setup, server.port, options.processes, seconds=options.minutes * 60, act_every=10, search_every=30
        )
        try:
            watch = Watch(server, max(1.0, options.minutes * 60 / 60))
            disk, cpu, load = server.disk(), server.cpu(), os.getloadavg()[0]
            generators.set_off()
            start = time.monotonic()
            watch.start()
            result = generators.collect()
            wall = time.monotonic() - start
            watch.over.set()
            watch.join()
            used = server.cpu() - cpu
            grown = server.disk() - disk
            server.stop()
        finally:
            generators.end()
            server.kill()
        return {
            "participants": options.participants, "teams": len(setup.by_team()), "minutes": options.minutes,
            "factor": options.factor, "machine": f"{os.cpu_count()} cores, {platform.machine()}, Linux {platform.release()}",
            "load_before": round(load, 2), "load_after": round(os.getloadavg()[0], 2), "wall_seconds": round(wall, 1),
            "milliseconds": {kind: summary(values) for kind, values in sorted(result["milliseconds"].items())},
            "statuses": result["statuses"], "failures": failures(result["statuses"]), "events": result["events"],
            "undelivered": result["undelivered"], "streams_lost": result["streams_lost"],
            "server_cpu_seconds": round(used, 1), "generator_cpu_seconds": round(result["cpu"], 1),
            "memory": watch.samples, "memory_mib_max": max(sample["memory_mib"] for sample in watch.samples),
            "disk_mib": round(grown / 2**20, 2),
        }


def show(result: dict[str, Any]) -> None:
    """Print what people read."""
    print(
        f"{result['participants']} participants in {result['teams']} teams, {result['minutes']:g} minutes at "
        f"×{result['factor']}; {result['machine']}; load of the machine {result['load_before']} before"
    )
    print(f"\n{'milliseconds':<17}{'count':>9}{'p50':>10}{'p99':>10}{'max':>10}")
    names = {
        "action": "action", "search": "search", "event": "event behind ack", "heard": "sent to event",
        "read": "reading", "lag": "generator late",
    }
    for kind, name in names.items():
        row = result["milliseconds"].get(kind, {"count": 0})
        cells = "".join(f"{row[key]:>10.1f}" if key in row else f"{'-':>10}" for key in ("p50", "p99", "max"))
        print(f"{name:<17}{row['count']:>9,}{cells}")
    print("\nanswers")
    for kind, outcomes in sorted(result["statuses"].items()):
        print(f"  {kind:<12}" + "  ".join(f"{outcome}: {number:,}" for outcome, number in sorted(outcomes.items())))
    memory = [sample["memory_mib"] for sample in result["memory"]]
    wall = result["wall_seconds"]
    print(
        f"\nfailures {result['failures']}, events {result['events']:,} (lost {result['undelivered']}), "
        f"streams lost {result['streams_lost']}\n"
        f"server: CPU {result['server_cpu_seconds']} s ({100 * result['server_cpu_seconds'] / wall:.0f} % of a core), "
        f"memory {memory[0]:.0f} MiB at first, {memory[-1]:.0f} at the end, {max(memory):.0f} at most; "
        f"disk +{result['disk_mib']} MiB\n"
        f"generator: CPU {result['generator_cpu_seconds']} s ({100 * result['generator_cpu_seconds'] / wall:.0f} % of a core)"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the server under load.")
    parser.add_argument("--participants", type=int, default=1000)
    parser.add_argument("--minutes", type=float, default=15)
    parser.add_argument("--factor", type=int, default=10, help="exercise seconds a real second")
    parser.add_argument("--processes", type=int, default=2, help="processes of the generator")
    parser.add_argument("--log-level", default="info", help="what the server logs")
    parser.add_argument("--json", type=Path, default=Path("out/load.json"))
    options = parser.parse_args()
    result = measure(options)
    options.json.parent.mkdir(parents=True, exist_ok=True)
    options.json.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    show(result)
    print(f"all figures: {options.json}")
    if result["failures"] or result["undelivered"] or result["streams_lost"]:
        sys.exit(1)


if __name__ == "__main__":
    main()
