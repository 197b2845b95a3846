#!/usr/bin/env python3
"""Kill the server in the middle of an exercise, again and again, and look whether anything that it promised is lost.

usage: verify_crash.py [--times 20] [--participants 40]

Each time: people act as fast as the server lets them, the server is killed (SIGKILL) at a random moment and started
again over the same folder. Then
 - every acknowledged input stands in the journal, with the number, time and content that were answered;
 - journals have no gaps;
 - the exercise is paused, at the time of the last input in the journal, at or after the last acknowledged one;
 - `thao ground check`, which replays each team's journal by itself, finds what the running server holds: as many
   entries, the same time, the same hash;
 - a request sent twice with one idempotency key is in the journal once.
The exercise is then resumed, so that the next crash finds a longer journal.
"""

from __future__ import annotations

import argparse
import json
import random
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import thao_program
import thao_server
from load_processes import Generators
from load_setup import Setup, prepare


class Promises:
    """What the server acknowledged, in the order of the answers."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.all: dict[tuple[int, int], dict[str, Any]] = {}

    def read(self) -> None:
        """Read what the generators noted. They note whole lines only."""
        for line in self.path.read_text(encoding="utf-8").splitlines():
            promise = json.loads(line)
            self.all[promise["team"], promise["number"]] = promise

    @property
    def last_time(self) -> int:
        """Exercise time of the latest of them."""
        return max((promise["time"] for promise in self.all.values()), default=0)


def journal(server: thao_server.Server, exercise: str) -> list[dict[str, Any]]:
    """All lines of an exercise's journal, read past the server."""
    database = sqlite3.connect(f"file:{server.data / 'thao.sqlite'}?mode=ro", uri=True)
    try:
        rows = database.execute(
            "SELECT team, number, time, json FROM journal WHERE exercise = "
            "(SELECT id FROM exercises WHERE public_id = ?) ORDER BY position",
            (exercise,),
        ).fetchall()
    finally:
        database.close()
    return [{"team": team, "number": number, "time": moment, "json": text} for team, number, moment, text in rows]


def content_of(promise: dict[str, Any]) -> str:
    """A text that the journal's line of this promise must hold."""
    body = promise["body"]
    if promise["kind"] == "investigate":
        return json.dumps(body["action"])
    return json.dumps(body.get("text", body.get("triage")), ensure_ascii=False)


def faults_of_journal(promises: Promises, lines: list[dict[str, Any]]) -> list[str]:
    """What is lost or wrong on the disk."""
    faults = []
    kept = {(line["team"], line["number"]): line for line in lines}
    for key, promise in promises.all.items():
        line = kept.get(key)
        if line is None:
            faults.append(f"team {key[0]}: entry {key[1]} was acknowledged and is lost")
        elif line["time"] != promise["time"] or content_of(promise) not in line["json"]:
            faults.append(f"team {key[0]}: entry {key[1]} is not what was acknowledged: {line['json'][:200]}")
    numbers: dict[int | None, list[int]] = {}
    for line in lines:
        numbers.setdefault(line["team"], []).append(line["number"])
    for team, found in numbers.items():
        if found != list(range(1, len(found) + 1)):
            faults.append(f"team {team}: the journal has gaps")
    return faults


def faults_of_state(server: thao_server.Server, setup: Setup, last: int) -> tuple[list[str], list[dict[str, Any]]]:
    """What is wrong with the exercise as it came back, and where its teams stand."""
    state = server.api("GET", f"/exercises/{setup.exercise}/journals", token=setup.administrator)
    faults = []
    if state["phase"] != "paused":
        faults.append(f"the exercise came back {state['phase']}, not paused")
    if state["time"] != last:
        faults.append(f"the exercise came back at {state['time']} ms, the last input is of {last} ms")
    return faults, state["teams"]


def checked_offline(server: thao_server.Server, exercise: str) -> list[dict[str, Any]]:
    """Where the journals end by `thao ground check`. The server must not run."""
    result = subprocess.run(
        [str(thao_program.PROGRAM), "ground", "check", "--data", str(server.data), "--exercise", exercise, "--json"],
        capture_output=True, text=True, check=False,
    )
    if result.returncode != 0:
        sys.exit(f"thao ground check ended with {result.returncode}: {result.stderr[-2000:]}")
    return json.loads(result.stdout)[0]["teams"]


def send_twice(server: thao_server.Server, setup: Setup, key: str, text: str) -> int:
    """Send one chat with a key; gives its number in the journal."""
    person = setup.participants[0]
    answer = server.call(
        "POST", f"/api/v1/exercises/{setup.exercise}/teams/{person.team}/chat", {"text": text}, person.token,
        {"Idempotency-Key": key},
    ).expect(201)
    return answer.json["number"]


def crash(
    server: thao_server.Server, setup: Setup, promises: Promises, number: int, chance: random.Random, processes: int
) -> list[str]:
    """One round; gives what was wrong. The server runs again at its end."""
    generators = Generators(
        setup, server.port, processes, seconds=600, act_every=0.4, search_every=0, acknowledged=str(promises.path)
    )
    try:
        generators.set_off()
        key, text = f"crash-{number}", f"một lần thôi {number}"
        sent = send_twice(server, setup, key, text)
        time.sleep(chance.uniform(0.5, 5))
        server.kill()
    finally:
        generators.end()
    promises.read()
    lines = journal(server, setup.exercise)
    faults = faults_of_journal(promises, lines)
    last = max(line["time"] for line in lines)
    if last < promises.last_time:
        faults.append(f"the journal ends at {last} ms, {promises.last_time} ms was acknowledged")
    offline = checked_offline(server, setup.exercise)
    start = time.monotonic()
    server.start()
    ready = time.monotonic() - start
    wrong, teams = faults_of_state(server, setup, last)
    faults += wrong
    recovered = time.monotonic() - start
    for live, replayed in zip(teams, offline, strict=True):
        if live != replayed:
            faults.append(f"the server holds {live}, the replay gives {replayed}")
    if send_twice(server, setup, key, text) != sent:
        faults.append("a request with a known idempotency key was taken twice")
    print(
        f"{number:>3}  {len(promises.all):>8,} acknowledged  {len(lines):>8,} in the journal  minute "
        f"{last / 60_000:>6.1f}  ready {ready:.1f} s, recovered {recovered:.1f} s  "
        f"{'ok' if not faults else 'FAULTS'}",
        flush=True,
    )
    return faults


def main() -> None:
    parser = argparse.ArgumentParser(description="Kill the server at random moments and look for losses.")
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--participants", type=int, default=40)
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    faults: list[str] = []
    with thao_server.folder("thao-crash-") as place:
        server = thao_server.Server(place / "data")
        promises = Promises(place / "acknowledged.jsonl")
        promises.path.touch()
        # Every team has a day of its own, and the scenario has longer than the crashes take.
        setup = prepare(server, options.participants, 4, {"factor": 10, "variant": "per-team", "duration": 86_400_000})
        control = f"/exercises/{setup.exercise}/control"
        server.api("POST", control, {"kind": "start"}, setup.administrator)
        try:
            for number in range(1, options.times + 1):
                found = crash(server, setup, promises, number, chance, options.processes)
                faults += [f"crash {number}: {fault}" for fault in found]
                server.api("POST", control, {"kind": "resume"}, setup.administrator)
        finally:
            server.kill()
    for fault in faults[:50]:
        print(fault)
    print(
        f"{options.times} crashes, {len(promises.all):,} acknowledged inputs: "
        + (f"{len(faults)} faults" if faults else "nothing is lost, every journal replays to the same state")
    )
    if faults:
        sys.exit(1)


if __name__ == "__main__":
    main()
