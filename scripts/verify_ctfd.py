#!/usr/bin/env python3
"""Compare what a CPU-second does here and in CTFd: answers taken, scoreboards read.

usage: verify_ctfd.py [--seconds 20] [--connections 8] [--people 200]

Both run one after the other on this machine, with one client, over loopback: `thao serve` as users start it, and CTFd as
its container does (gunicorn, one worker, gevent), over SQLite. What counts is the CPU time of the server's processes, so
that other work on the machine disturbs little. CTFd's cheaper kind of answer counts, right or wrong; its scoreboard is
read while nobody answers, so that its cache serves it. Needs CTFD_REPOSITORY, see `external.py`; where there is no
clone, only our own figures are printed.

Ends with 1 where a ratio is below 50.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path

import external
import http_wire
import thao_server
from load_setup import prepare

ASKED = 50
QUESTIONS = 10
TRIES = 10

Request = tuple[str, str, bytes | None]


@dataclass(frozen=True)
class Rate:
    """How much work one CPU-second of a server did."""

    done: int
    cpu: float
    wall: float

    @property
    def per_second(self) -> float:
        """Work for each CPU-second."""
        return self.done / self.cpu if self.cpu else 0.0

    def __str__(self) -> str:
        return (
            f"{self.per_second:>10,.0f} a CPU-second   ({self.done:,} in {self.cpu:.2f} s of CPU, {self.wall:.1f} s; "
            f"{1000 * self.cpu / max(1, self.done):.2f} ms each)"
        )


async def drive(client: http_wire.Client, requests: list[Request], end: float, good: int) -> int:
    """One person's requests, one after the other until `end`; gives how many. A bad answer ends the program."""
    done = 0
    for method, path, body in requests:
        if time.monotonic() >= end:
            break
        try:
            status, answer = await client.call(method, path, body)
        except http_wire.Closed:  # it was not kept alive
            status, answer = await client.call(method, path, body)
        if status != good:
            sys.exit(f"{method} {path} answered {status}: {answer[:300]!r}")
        done += 1
    client.close()
    return done


def rate(
    pids: list[int], port: int, people: list[tuple[str, list[Request]]], options: argparse.Namespace, scheme: str,
    good: int,
) -> Rate:
    """Do everybody's requests over a few connections at once and say what it cost."""
    # A connection serves one person after the other, as many as there are.
    shares = [people[number::options.connections] for number in range(options.connections)]

    async def run() -> int:
        end = time.monotonic() + options.seconds

        async def share(part: list[tuple[str, list[Request]]]) -> int:
            return sum([await drive(http_wire.Client(port, token, scheme), each, end, good) for token, each in part])

        return sum(await asyncio.gather(*(share(part) for part in shares)))

    cpu, start = sum(map(thao_server.cpu_seconds, pids)), time.monotonic()
    done = asyncio.run(run())
    return Rate(done, sum(map(thao_server.cpu_seconds, pids)) - cpu, time.monotonic() - start)


def ours(options: argparse.Namespace) -> dict[str, Rate]:
    """Our own figures."""
    with thao_server.folder("thao-ctfd-") as place:
        server = thao_server.Server(place / "data")
        setup = prepare(server, options.people, 1, {"seed": "8", "factor": 1})
        try:
            server.api("POST", f"/exercises/{setup.exercise}/control", {"kind": "start"}, setup.administrator)
            root = f"/api/v1/exercises/{setup.exercise}"
            first = setup.participants[0]
            questions = [
                (question["name"], question["attempts-left"])
                for question in server.call("GET", f"{root}/teams/{first.team}/questions", token=first.token).json
            ]
            answers = [
                (
                    person.token,
                    [
                        (
                            "POST", f"{root}/teams/{person.team}/questions/{name}/answers",
                            json.dumps({"text": f"may-{number}"}).encode(),
                        )
                        for name, tries in questions for number in range(min(tries, TRIES))
                    ],
                )
                for person in setup.participants
            ]
            wait_for_quiet(server)
            taken = rate([server.pid], server.port, answers, options, "Bearer", 201)
            reads = [(person.token, [("GET", f"{root}/scoreboard", None)] * 100) for person in setup.participants]
            read = rate([server.pid], server.port, reads * 100, options, "Bearer", 200)
            server.stop()
        finally:
            server.kill()
        return {"answers": taken, "scoreboard": read}


def wait_for_quiet(server: thao_server.Server) -> None:
    """Wait until the log of the day is made: it is work of its own, done once an exercise."""
    before = server.cpu()
    for _ in range(300):
        time.sleep(2)
        now = server.cpu()
        if now - before < 0.2:
            return
        before = now


def environment(repository: Path) -> Path:
    """The Python of an environment with what CTFd asks for; made where it is missing."""
    folder = external.ROOT / "out" / "ctfd-venv"
    python = folder / "bin" / "python"
    if not (folder / "installed").exists():
        print("installing what CTFd needs (once) …", flush=True)
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
        subprocess.run(
            [str(python), "-m", "pip", "install", "--quiet", "--requirement", str(repository / "requirements.txt")],
            check=True,
        )
        (folder / "installed").touch()
    return python


def free_port() -> int:
    """A port that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    """Wait until CTFd answers."""
    for _ in range(600):
        if process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthcheck", timeout=5):
                return
        except OSError:
            time.sleep(0.2)
    sys.exit("CTFd did not come up")


def children(pid: int) -> list[int]:
    """The processes that a process started."""
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def theirs(repository: Path, options: argparse.Namespace) -> dict[str, Rate]:
    """CTFd's figures."""
    python = environment(repository)
    with thao_server.folder("ctfd-") as place:
        # It writes into its own folder: a copy, so that the clone stays as it is.
        home = place / "CTFd"
        shutil.copytree(repository, home, ignore=shutil.ignore_patterns(".git", "node_modules"))
        variables = {
            **os.environ, "DATABASE_URL": f"sqlite:///{place}/ctfd.db", "SECRET_KEY": "load", "UPDATE_CHECK": "false",
            "PYTHONPATH": str(home), "LOG_FOLDER": str(place),
        }
        setup = subprocess.run(
            [str(python), str(Path(__file__).with_name("ctfd_setup.py")), str(options.people), str(QUESTIONS * 2)],
            cwd=home, env=variables, capture_output=True, text=True, check=False,
        )
        if setup.returncode != 0:
            sys.exit(f"CTFd could not be set up:\n{setup.stderr[-3000:]}")
        made = json.loads(setup.stdout.splitlines()[-1])
        port = free_port()
        with (place / "log").open("wb") as log:
            process = subprocess.Popen(
                [
                    str(python.with_name("gunicorn")), "CTFd:create_app()", "--bind", f"127.0.0.1:{port}", "--workers",
                    "1", "--worker-class", "gevent", "--access-logfile", "-", "--error-logfile", "-",
                ],
                cwd=home, env=variables, stdout=log, stderr=log,
            )
        try:
            wait_for(port, process)
            pids = [process.pid, *children(process.pid)]
            half = len(made["challenges"]) // 2

            def attempts(challenges: list[int], flag: str) -> list[tuple[str, list[Request]]]:
                return [
                    (
                        token,
                        [
                            (
                                "POST", "/api/v1/challenges/attempt",
                                json.dumps({"challenge_id": number, "submission": flag.format(number)}).encode(),
                            )
                            for number in challenges
                        ],
                    )
                    for token in made["tokens"]
                ]

            right = rate(pids, port, attempts(made["challenges"][:half], "flag-{}"), options, "Token", 200)
            # Ten wrong ones a minute are taken of each person.
            wrong = rate(pids, port, attempts(made["challenges"][half:][:9], "sai"), options, "Token", 200)
            reads = [(token, [("GET", "/api/v1/scoreboard", None)] * 100) for token in made["tokens"]]
            read = rate(pids, port, reads, options, "Token", 200)
        finally:
            process.terminate()
            process.wait()
        return {"right answers": right, "wrong answers": wrong, "scoreboard": read}


def main() -> None:
    parser = argparse.ArgumentParser(description="What a CPU-second does here and in CTFd.")
    parser.add_argument("--seconds", type=float, default=20, help="the longest that each kind of request goes on")
    parser.add_argument("--connections", type=int, default=8)
    parser.add_argument("--people", type=int, default=200)
    options = parser.parse_args()
    own = ours(options)
    for name, figure in own.items():
        print(f"thao  {name:<14}{figure}", flush=True)
    other = theirs(external.CTFD.folder(), options)
    for name, figure in other.items():
        print(f"CTFd  {name:<14}{figure}")
    answers = max(other["right answers"].per_second, other["wrong answers"].per_second)
    ratios = {
        "answers taken": own["answers"].per_second / answers,
        "scoreboards read": own["scoreboard"].per_second / other["scoreboard"].per_second,
    }
    for name, ratio in ratios.items():
        print(f"{name}: {ratio:.0f} times as many a CPU-second as CTFd (asked: {ASKED})")
    if min(ratios.values()) < ASKED:
        sys.exit(1)


if __name__ == "__main__":
    main()
