"""One process of the load: some teams' people, each with live events open, acting and searching by their own clock.

Started by `verify_load.py` and `verify_crash.py`; reads what to do as JSON from standard input and writes what it
measured as JSON to standard output. With `"acknowledged": FILE` every acknowledged input is appended to that file as it
comes back, so that somebody who kills the server knows what was promised.
"""

from __future__ import annotations

import asyncio
import collections
import json
import random
import resource
import sys
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

import http_wire

# What analysts type: mostly a host or an account of the last hours, now and then all days.
QUERIES = [
    ("host.name:{host}", 5), ("user.name:{account}", 3), ("host.name:{host} AND event.category:process", 4),
    ("event.code:4625", 2), ("event.code:4624 AND user.name:{account}", 2), ("powershell", 2),
    ("destination.port:445 AND NOT destination.ip:10.20.10.3", 1), ("process.name:*.exe AND host.name:{host}", 2),
    ("event.dataset:proxy.log AND http.request.method:POST", 2), ("dns.question.name:*.example", 1),
    ("(event.code:4720 OR event.code:4732 OR event.code:7045)", 1), ("NOT event.outcome:success", 1), ("", 1),
]
ACTIONS = [("chat", 25), ("triage", 25), ("investigate", 20), ("note", 15), ("answer", 15)]
TRIAGE = ["owned", "escalated", "closed-true", "closed-false", "open"]
WORDS = "máy chủ thư bị khoá tài khoản lạ đăng nhập lúc nửa đêm cần cô lập ngay kiểm tra tường lửa báo cáo".split()


@dataclass
class Measures:
    """What one process saw."""

    milliseconds: dict[str, list[float]] = field(default_factory=lambda: collections.defaultdict(list))
    statuses: dict[str, dict[str, int]] = field(
        default_factory=lambda: collections.defaultdict(lambda: collections.defaultdict(int))
    )
    events: int = 0
    undelivered: int = 0
    streams_lost: int = 0

    def count(self, what: str, outcome: object) -> None:
        """Count an outcome of a kind of request."""
        self.statuses[what][str(outcome)] += 1


@dataclass
class Desk:
    """What everybody in a team can look up."""

    base: str
    hosts: list[tuple[int, str]]
    accounts: list[str]
    questions: list[str]
    investigations: list[str]
    alerts: int = 0


class Person:
    """One participant: a connection for requests and one for live events."""

    def __init__(self, load: Load, seat: dict[str, Any], desk: Desk) -> None:
        self.load = load
        self.desk = desk
        self.token: str = seat["token"]
        self.team: int = seat["team"]
        self.client = http_wire.Client(load.port, self.token)
        self.random = random.Random(seat["account"])
        self.colleagues: list[Person] = []
        self.heard_chat = 0.0
        self.awaited: list[tuple[float, float]] = []
        self.stale = False

    async def open(self) -> None:
        """Open the event stream."""
        path = f"/exercises/{self.load.exercise}/teams/{self.team}/events"
        await http_wire.listen(self.load.port, path, self.token, self.hear, self.lose)

    def hear(self, data: bytes) -> None:
        """Take an event."""
        now = time.perf_counter()
        measures = self.load.measures
        measures.events += 1
        if b'"chat"' in data:
            self.heard_chat = now
            for sent, acknowledged in self.awaited:
                self.note_delivery(sent, acknowledged)
            self.awaited.clear()
        self.stale |= b'"alerts"' in data

    def note_delivery(self, sent: float, acknowledged: float) -> None:
        """Measure how long somebody else's chat took to be heard; before the acknowledgement counts as at once."""
        milliseconds = self.load.measures.milliseconds
        milliseconds["event"].append(max(0.0, self.heard_chat - acknowledged) * 1000)
        milliseconds["heard"].append((self.heard_chat - sent) * 1000)

    def lose(self) -> None:
        """The stream ended."""
        if not self.load.is_over:
            self.load.measures.streams_lost += 1

    async def live(self) -> None:
        """Act and search until the time is up, each by a clock that does not wait for the server."""
        load = self.load
        begin = load.begin + self.random.random() * load.act_every
        turns = [(begin, load.act_every, self.act)]
        if load.search_every:
            turns.append((load.begin + self.random.random() * load.search_every, load.search_every, self.search))
        await asyncio.gather(*(self.repeat(*turn) for turn in turns))

    async def repeat(self, due: float, every: float, what: Any) -> None:
        """Do something at its times. Somebody who waits for an answer longer than that leaves a turn out."""
        while due < self.load.end:
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
            self.load.measures.milliseconds["lag"].append(max(0.0, time.perf_counter() - due) * 1000)
            await what()
            due += every
            while due < time.perf_counter():
                due += every
                self.load.measures.count("turns", "left out")

    async def ask(self, what: str, kind: str, method: str, path: str, body: Any = None) -> tuple[int, bytes] | None:
        """One request, measured from now on, waiting included; None where the connection failed."""
        text = None if body is None else json.dumps(body, ensure_ascii=False).encode()
        start = time.perf_counter()
        try:
            status, answer = await self.client.call(method, self.desk.base + path, text)
        except (http_wire.Closed, OSError) as error:
            self.load.measures.count(kind, type(error).__name__)
            return None
        if status < 300:
            self.load.measures.milliseconds[what].append((time.perf_counter() - start) * 1000)
        self.load.measures.count(kind, status)
        return status, answer

    async def act(self) -> None:
        """One input, of a kind that chance decides."""
        kind = self.random.choices([name for name, _ in ACTIONS], [weight for _, weight in ACTIONS])[0]
        if kind == "triage" and self.stale:
            self.stale = False
            answer = await self.ask("read", "alerts", "GET", "/alerts")
            if answer and answer[0] == 200:
                self.desk.alerts = max(self.desk.alerts, len(json.loads(answer[1])))
        if kind == "triage" and not self.desk.alerts:
            kind = "note"
        text = " ".join(self.random.choices(WORDS, k=self.random.randint(3, 20)))
        method, path, body = "POST", "", {}
        match kind:
            case "chat":
                path, body = "/chat", {"text": text}
            case "note":
                path, body = "/notes", {"text": text, "host": self.random.choice(self.desk.hosts)[0]}
            case "answer":
                path = f"/questions/{self.random.choice(self.desk.questions)}/answers"
                body = {"text": self.random.choice(self.desk.hosts)[1]}
            case "investigate":
                action, host = self.random.choice(self.desk.investigations), self.random.choice(self.desk.hosts)[0]
                path, body = "/actions", {"action": action, "host": host}
            case "triage":
                method, path = "PUT", f"/alerts/{self.random.randint(1, self.desk.alerts)}/triage"
                body = {"triage": self.random.choice(TRIAGE)}
        start = time.perf_counter()
        answer = await self.ask("action", kind, method, path, body)
        if not answer or answer[0] != 201:
            return
        if kind == "chat":
            self.expect_chat(start, time.perf_counter())
        if self.load.acknowledged:
            entry = json.loads(answer[1])
            line = {"team": self.team, "kind": kind, "body": body, **entry}
            self.load.acknowledged.write(json.dumps(line, ensure_ascii=False) + "\n")

    def expect_chat(self, sent: float, acknowledged: float) -> None:
        """See to it that it is measured when colleagues hear of a chat."""
        for colleague in self.colleagues:
            if colleague.heard_chat >= sent:
                colleague.note_delivery(sent, acknowledged)
            else:
                colleague.awaited.append((sent, acknowledged))

    async def search(self) -> None:
        """One search of the logs."""
        text = self.random.choices([query for query, _ in QUERIES], [weight for _, weight in QUERIES])[0]
        text = text.replace("{host}", self.random.choice(self.desk.hosts)[1])
        text = text.replace("{account}", self.random.choice(self.desk.accounts))
        path = f"/logs/search?q={quote(text)}&limit=50&buckets=60"
        if self.random.random() < 0.25:
            path += "&fields=host.name,user.name,event.action"
        await self.ask("search", "search", "GET", path)


class Load:
    """All people of this process."""

    def __init__(self, plan: dict[str, Any]) -> None:
        self.port: int = plan["port"]
        self.exercise: str = plan["exercise"]
        self.act_every: float = plan["act_every"]
        self.search_every: float = plan["search_every"]
        self.seconds: float = plan["seconds"]
        self.seats: list[dict[str, Any]] = plan["participants"]
        path = plan.get("acknowledged")
        self.acknowledged = open(path, "a", buffering=1, encoding="utf-8") if path else None  # noqa: SIM115
        self.measures = Measures()
        self.begin = self.end = 0.0
        self.is_over = False

    async def run(self) -> None:
        """Open everything, wait for the word, play, and end."""
        teams: dict[int, list[Person]] = {}
        for seat in self.seats:
            if seat["team"] not in teams:
                teams[seat["team"]] = []
                desk = await self.desk(seat)
            person = Person(self, seat, desk)
            teams[seat["team"]].append(person)
            await person.open()
        for people in teams.values():
            for person in people:
                person.colleagues = [other for other in people if other is not person]
        print("ready", flush=True)
        await asyncio.get_running_loop().run_in_executor(None, sys.stdin.readline)
        self.begin = time.perf_counter()
        self.end = self.begin + self.seconds
        everybody = [person for people in teams.values() for person in people]
        await asyncio.gather(*(person.live() for person in everybody))
        await asyncio.sleep(2)
        self.is_over = True
        self.measures.undelivered = sum(len(person.awaited) for person in everybody)

    async def desk(self, seat: dict[str, Any]) -> Desk:
        """What a team sees at the start."""
        client = http_wire.Client(self.port, seat["token"])
        base = f"/api/v1/exercises/{self.exercise}/teams/{seat['team']}"

        async def read(path: str) -> Any:
            status, body = await client.call("GET", base + path)
            if status != 200:
                raise RuntimeError(f"{base}{path} answered {status}: {body[:300]!r}")
            return json.loads(body)

        situation = await read("/situation")
        desk = Desk(
            base,
            [(host["id"], host["name"]) for network in situation["networks"] for host in network["hosts"]],
            [account["name"] for account in situation["accounts"]],
            [question["name"] for question in await read("/questions")],
            [
                action["id"] for action in await read("/actions")
                if action["kind"] == "investigation" and action["target"] == "host"
            ],
        )
        client.close()
        return desk


def main() -> None:
    plan = json.loads(sys.stdin.readline())
    load = Load(plan)
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, max(soft, 65_536)), hard))
    try:
        import uvloop

        uvloop.run(load.run())
    except ImportError:
        asyncio.run(load.run())
    measures = load.measures
    used = resource.getrusage(resource.RUSAGE_SELF)
    json.dump(
        {
            "milliseconds": measures.milliseconds, "statuses": measures.statuses, "events": measures.events,
            "undelivered": measures.undelivered, "streams_lost": measures.streams_lost,
            "cpu": used.ru_utime + used.ru_stime,
        },
        sys.stdout,
    )


if __name__ == "__main__":
    main()
