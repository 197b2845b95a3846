#!/usr/bin/env python3
"""Send the server what nobody should send it.

usage: verify_api.py [fuzz] [bodies] [slow] [searches] [markup]        all five where none is named

fuzz      schemathesis over /api/v1/openapi.json with a token of each role: no 5xx, answers as the document says
bodies    bodies that are too large, announced, unannounced and without end
slow      clients that send a byte now and then, or never read: their connections end
searches  queries that nest, repeat and explode: an answer in time, never a 5xx
markup    HTML in every text field, then every page that links lead to: it comes back as text

Ends with 1 where something is not so.
"""

from __future__ import annotations

import argparse
import collections
import html.parser
import json
import os
import re
import socket
import sqlite3
import subprocess
import sys
import threading
import time
import urllib.parse
from dataclasses import dataclass
from pathlib import Path

import thao_server
from load_setup import Setup, make_account, prepare

PARTS = ("fuzz", "bodies", "slow", "searches", "markup")
PASSWORD = "một mật khẩu đủ dài"
HOSTILE = "<script>alert('x')</script>\"><img src=x onerror=y>&amp;"

# What would take away what the rest needs: closed exercises take nothing, disabled accounts may nothing. Fuzzed last.
ENDING = [
    ("POST", "/api/v1/exercises/{exercise}/control"), ("DELETE", "/api/v1/exercises/{exercise}"),
    ("DELETE", "/api/v1/exercises/{exercise}/seats/{account}"), ("DELETE", "/api/v1/me/tokens/{token}"),
    ("PATCH", "/api/v1/people/{account}"), ("PUT", "/api/v1/people/{account}/password"),
]
DIGITS = re.compile(r"\d+")
# Neither pages nor ends in sight.
SKIPPED = re.compile(r"^/assets/|/download|/events")
CHECKS = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance"


@dataclass
class Place:
    """A server with a running exercise, and a token of each role."""

    server: thao_server.Server
    setup: Setup
    tokens: dict[str, str]

    @property
    def team(self) -> str:
        """Where the first team's API is, after `/api/v1`."""
        return f"/exercises/{self.setup.exercise}/teams/{self.setup.participants[0].team}"

    @property
    def seat(self) -> str:
        """The token of somebody in that team."""
        return self.setup.participants[0].token


def place(folder: Path) -> Place:
    """Start a server and make all that."""
    server = thao_server.Server(folder / "data")
    setup = prepare(server, 4, 2, {"seed": "8", "factor": 60})
    server.stop()
    database = sqlite3.connect(server.data / "thao.sqlite")
    with database:
        organisation = database.execute("SELECT organisation FROM exercises").fetchone()[0]
        tokens = {
            role: make_account(database, organisation, role)[1]
            for role in ("observer", "instructor", "administrator")
        }
    database.close()
    server.start()
    server.api("POST", f"/exercises/{setup.exercise}/control", {"kind": "start"}, setup.administrator)
    return Place(server, setup, {"participant": setup.participants[0].token, **tokens})


# MARK: fuzz


def fuzz(here: Place, folder: Path, examples: int) -> list[str]:
    """What schemathesis finds with each role."""
    faults = []
    for ends in (False, True):
        for role, token in here.tokens.items():
            settings = folder / f"schemathesis-{role}.toml"
            team = here.setup.participants[0].team
            settings.write_text(
                f'[parameters]\nexercise = "{here.setup.exercise}"\nteam = {team}\n', encoding="utf-8"
            )
            arguments = [
                str(Path(sys.executable).with_name("schemathesis")), "--config-file", str(settings), "run",
                f"http://127.0.0.1:{here.server.port}/api/v1/openapi.json", "--checks", CHECKS, "--max-examples",
                str(examples), "--continue-on-failure", "--seed", "1", "--request-timeout", "60",
                "--suppress-health-check", "all", "--phases", "examples,coverage,fuzzing", "--warnings", "off",
                "--header", f"Authorization: Bearer {token}", "--no-color",
            ]
            for method, path in ENDING:
                arguments += ["--include-name" if ends else "--exclude-name", f"{method} {path}"]
            hooks = {"SCHEMATHESIS_HOOKS": "api_hooks", "PYTHONPATH": str(Path(__file__).parent)}
            result = subprocess.run(
                arguments, capture_output=True, text=True, check=False, env={**os.environ, **hooks}
            )
            tail = [line for line in result.stdout.splitlines() if line.strip()][-3:]
            print(f"fuzz {role}{' (endings)' if ends else ''}: {tail[-1] if tail else result.stderr[-300:]}", flush=True)
            if result.returncode != 0:
                report = Path("out") / f"schemathesis-{role}{'-endings' if ends else ''}.txt"
                report.parent.mkdir(parents=True, exist_ok=True)
                report.write_text(result.stdout + result.stderr, encoding="utf-8")
                faults.append(f"schemathesis as {role}: see {report}")
    return faults


# MARK: bodies


def raw(port: int, head: str, body: bytes = b"", patience: float = 20) -> tuple[bytes, bool]:
    """Send bytes as they are; gives what came back, and whether the server ended the connection."""
    with socket.create_connection(("127.0.0.1", port), timeout=patience) as connection:
        try:
            connection.sendall(head.replace("\n", "\r\n").encode() + body)
        except OSError:
            pass  # it has answered and closed already
        received = b""
        try:
            while data := connection.recv(65_536):
                received += data
        except TimeoutError:
            return received, False
        except OSError:
            pass
        return received, True


def bodies(here: Place) -> list[str]:
    """Where a body that is too large is not refused."""
    faults = []
    document = here.server.call("GET", "/api/v1/openapi.json").json
    count = 0
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            if method not in ("post", "put", "patch") or "requestBody" not in operation:
                continue
            count += 1
            target = (
                path.replace("{exercise}", here.setup.exercise)
                .replace("{team}", str(here.setup.participants[0].team)).replace("{", "").replace("}", "")
            )
            head = (
                f"{method.upper()} {target} HTTP/1.1\nHost: a\nAuthorization: Bearer {here.tokens['administrator']}\n"
                "Content-Type: application/json\n"
            )
            answer, closed = raw(here.server.port, head + "Content-Length: 99999999\n\n", b"{" * 1000)
            if b" 413 " not in answer[:20] or not closed:
                faults.append(f"{method} {path}: an announced body of 100 MB: {answer[:60]!r}, closed: {closed}")
    endless = f"{1 << 20:x}\r\n".encode() + b"x" * (1 << 20) + b"\r\n"
    head = (
        f"POST /api/v1{here.team}/chat HTTP/1.1\nHost: a\nAuthorization: Bearer {here.seat}\n"
        "Content-Type: application/json\nTransfer-Encoding: chunked\n\n"
    )
    answer, closed = raw(here.server.port, head, endless * 8)
    if (answer and b" 413 " not in answer[:20]) or not closed:
        faults.append(f"a body without end: {answer[:60]!r}, closed: {closed}")
    answer, closed = raw(here.server.port, "GET / HTTP/1.1\nHost: a\nX: " + "x" * 100_000 + "\n\n")
    if (answer and not answer[9:10] == b"4") or not closed:
        faults.append(f"fields of 100 kB: {answer[:60]!r}, closed: {closed}")
    print(f"bodies: {count} routes, a body without end, and large fields", flush=True)
    return faults


# MARK: slow


def dribble(port: int, first: str, drop: bytes, every: float, patience: float) -> float | None:
    """Seconds after which the server ends a connection that sends a drop now and then; None where it does not."""
    start = time.monotonic()
    with socket.create_connection(("127.0.0.1", port), timeout=every) as connection:
        connection.sendall(first.replace("\n", "\r\n").encode())
        while time.monotonic() - start < patience:
            try:
                connection.sendall(drop)
                while connection.recv(4096):
                    pass
                return time.monotonic() - start
            except TimeoutError:
                continue
            except OSError:
                return time.monotonic() - start
    return None


def never_reads(port: int, path: str, token: str, patience: float) -> float | None:
    """Seconds after which the server ends a connection whose answers are never read; None where it does not."""
    start = time.monotonic()
    with socket.socket() as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.connect(("127.0.0.1", port))
        request = f"GET {path} HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer {token}\r\n\r\n".encode()
        connection.settimeout(1)
        try:
            connection.sendall(request)
            while time.monotonic() - start < patience:
                time.sleep(1)
                # Writing fails once the other side has given up.
                if connection.send(b"\r\n") == 0:
                    break
        except TimeoutError:
            return None
        except OSError:
            return time.monotonic() - start
    return None


def slow(here: Place) -> list[str]:
    """Which slow clients are borne for ever."""
    port = here.server.port
    body = (
        f"POST /api/v1{here.team}/chat HTTP/1.1\nHost: a\nAuthorization: Bearer {here.seat}\n"
        "Content-Type: application/json\nContent-Length: 5000\n\n"
    )
    cases = {
        "says nothing": lambda: dribble(port, "", b"", 5, 150),
        "sends its fields a byte at a time": lambda: dribble(port, "GET / HTTP/1.1\nHost: a\nX-Slow: ", b"a", 5, 150),
        "sends its body a byte at a time": lambda: dribble(port, body, b" ", 5, 150),
        "never reads": lambda: never_reads(
            port, f"/api/v1{here.team}/logs/export?format=ecs", here.seat, 150
        ),
    }
    results: dict[str, float | None] = {}
    threads = [
        threading.Thread(target=lambda name=name, case=case: results.__setitem__(name, case()))
        for name, case in cases.items()
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for name, seconds in results.items():
        print(f"slow: a client that {name}: " + ("is borne" if seconds is None else f"ends after {seconds:.0f} s"))
    return [f"a client that {name} is borne for ever" for name, seconds in results.items() if seconds is None]


# MARK: searches


def searches(here: Place) -> list[str]:
    """Which searches fail or take too long."""
    queries = {
        "deep": "(" * 1900 + "a" + ")" * 1900,
        "nots": "NOT " * 900 + "a",
        "open": "(" * 3900,
        "ors": " OR ".join(f"user.name:u{number}" for number in range(230)),
        "ands": " AND ".join("NOT host.name:*a*" for _ in range(150)),
        "stars": "message:" + "*a" * 1900,
        "starry": "user_agent.original:*" + "?*" * 900 + "z",
        "stars everywhere": " OR ".join("*a*b*c*d*e*f*g*" for _ in range(200)),
        "all fields": "*:*e*",
        "quotes": '"' * 3999,
        "slashes": "\\" * 3999,
        "range": "destination.port:[-9223372036854775808 TO 9223372036854775807]",
        "backwards": "destination.port:[9 TO 1]",
        "number": "destination.port:>" + "9" * 3000,
        "unicode": "\u202e\u0000\ud7ff\U0010ffff" * 200,
        "regex": "user.name:/(a+)+$/",
        "long": "a" * 3999,
        "too long": "a" * 100_000,
        "colons": ":" * 3999,
        "html": HOSTILE,
        "sql": "'; DROP TABLE journal; --",
    }
    wait_for_log(here)
    faults = []
    slowest = ("", 0.0)
    for name, query in queries.items():
        for more in ("", "&buckets=500&fields=host.name,user.name,message,url.full,process.command_line"):
            path = f"/api/v1{here.team}/logs/search?limit=100&q=" + urllib.parse.quote(query, safe="") + more
            start = time.monotonic()
            try:
                answer = here.server.call("GET", path, token=here.seat, timeout=60)
            except OSError as error:
                faults.append(f"search '{name}': {error}")
                continue
            took = time.monotonic() - start
            slowest = max(slowest, (name, took), key=lambda pair: pair[1])
            if answer.status >= 500:
                faults.append(f"search '{name}' answered {answer.status}")
            if took > 10:
                faults.append(f"search '{name}' took {took:.1f} s")
    print(f"searches: {len(queries)} hostile queries, the slowest ('{slowest[0]}') took {slowest[1]:.2f} s", flush=True)
    return faults


def wait_for_log(here: Place) -> None:
    """Wait until the log of the day is made."""
    for _ in range(600):
        answer = here.server.call("GET", f"/api/v1{here.team}/logs/search?limit=1", token=here.seat)
        if answer.status == 200 and not answer.json["building"]:
            return
        time.sleep(0.5)


# MARK: markup


class Links(html.parser.HTMLParser):
    """The links of a page, and the elements that a hostile text would make."""

    def __init__(self) -> None:
        super().__init__()
        self.links: set[str] = set()
        self.made: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = dict(attributes)
        for name in ("href", "data-fragment", "data-dialog"):
            if target := values.get(name):
                self.links.add(target)
        if tag == "img" and values.get("src") == "x" or "onerror" in values:
            self.made.append(tag)
        self.script = tag == "script" and "src" not in values

    def handle_data(self, data: str) -> None:
        if getattr(self, "script", False) and "alert" in data:
            self.made.append("script")


def markup(here: Place) -> list[str]:
    """Where hostile texts become elements."""
    faults = []
    server, team = here.server, here.team
    exercise = f"/exercises/{here.setup.exercise}"
    director = here.tokens["administrator"]
    rule = json.dumps({
        "title": HOSTILE, "description": HOSTILE, "logsource": {"category": "process_creation", "product": "windows"},
        "detection": {"selection": {"Image|endswith": HOSTILE}, "condition": "selection"}, "level": "low",
    })
    report = {"hosts": [1], "what-happened": HOSTILE, "unknown": HOSTILE, "decisions": HOSTILE}
    inputs = [
        ("POST", f"{team}/chat", {"text": HOSTILE}, here.seat), ("POST", f"{team}/notes", {"text": HOSTILE}, here.seat),
        ("POST", f"{team}/reports", report, here.seat), ("POST", f"{team}/rules", {"text": rule}, here.seat),
        ("POST", f"{team}/searches", {"name": HOSTILE, "query": "host.name:a", "shared": True}, here.seat),
        ("PATCH", "/me", {"displayName": HOSTILE}, here.seat),
        ("POST", "/me/tokens", {"name": HOSTILE}, here.seat),
        ("PATCH", team, {"name": HOSTILE}, director), ("POST", "/organisations", {"name": HOSTILE}, director),
        ("POST", f"{exercise}/direction", {"input": {"kind": "broadcast", "text": HOSTILE}}, director),
        ("POST", f"{exercise}/direction", {"input": {"kind": "chat", "text": HOSTILE}}, director),
        ("POST", "/exercises", {"name": HOSTILE, "scenario": "egov", "teams": [{"name": HOSTILE}]}, director),
        ("PUT", f"{team}/seats/{here.setup.participants[1].account}", {"duty": HOSTILE}, director),
    ]
    questions = server.call("GET", f"/api/v1{team}/questions", token=here.seat).json
    inputs += [
        ("POST", f"{team}/questions/{question['name']}/answers", {"text": HOSTILE}, here.seat)
        for question in questions
    ]
    for method, path, body, token in inputs:
        answer = server.call(method, "/api/v1" + path, body, token)
        if answer.status >= 400:
            print(f"markup: {method} {path} took no such text ({answer.status})")
        if answer.status >= 500:
            faults.append(f"{method} {path} answered {answer.status}")
    replies = server.call("GET", f"/api/v1{team}/messages", token=here.seat).json
    for message in replies[:1]:
        server.call("POST", f"/api/v1{team}/messages/{message['number']}/replies", {"text": HOSTILE}, here.seat)
    hostile = urllib.parse.quote(HOSTILE, safe="")
    start = ["/", exercise, f"{team}/desk", f"/people?q={hostile}", f"{team}/desk/logs?q={hostile}", "/audit", "/about"]
    seen, shown = crawl(server, start, faults)
    if shown == 0:
        faults.append("no page shows the hostile text: nothing was tried")
    print(f"markup: {len(inputs)} texts put in, {seen} pages read, {shown} show them", flush=True)
    return faults


def crawl(server: thao_server.Server, start: list[str], faults: list[str], most: int = 400) -> tuple[int, int]:
    """Read pages as the administrator; gives how many, and how many show the hostile text as text."""
    cookie = signed_in(server)
    waiting = collections.deque(start)
    seen: set[str] = set(start)
    shapes: collections.Counter[str] = collections.Counter()
    read = shown = 0
    while waiting and read < most:
        path = waiting.popleft()
        answer = server.call("GET", path, headers={"Cookie": cookie})
        read += 1
        if answer.status >= 500:
            faults.append(f"{path} answered {answer.status}")
        if answer.status in (302, 303):
            waiting.append(answer.headers["location"])
        if not answer.headers.get("content-type", "").startswith("text/html"):
            continue
        text = answer.body.decode()
        page = Links()
        page.feed(text)
        if page.made:
            faults.append(f"{path} holds elements of the hostile text: {page.made}")
        shown += "&lt;script&gt;alert(" in text
        for link in page.links:
            target = urllib.parse.urljoin(path, link).split("#")[0]
            # A page for each host or alert is enough in a few copies.
            shape = DIGITS.sub("0", target)
            if not target.startswith("/") or target in seen or SKIPPED.search(target) or shapes[shape] > 3:
                continue
            shapes[shape] += 1
            seen.add(target)
            waiting.append(target)
    return read, shown


def signed_in(server: thao_server.Server) -> str:
    """The cookies of the administrator's browser."""
    page = server.call("GET", "/sign-in")
    match = thao_server.FORM_TOKEN.search(page.body.decode())
    assert match is not None
    form = urllib.parse.urlencode({"_csrf": match.group(1) or match.group(2), "login": "quantri", "password": PASSWORD})
    answer = server.call(
        "POST", "/sign-in", form.encode(),
        headers={"Content-Type": "application/x-www-form-urlencoded", "Cookie": page.cookies},
    ).expect(302, 303)
    return answer.cookies


def main() -> None:
    parser = argparse.ArgumentParser(description="Send the server what nobody should send it.")
    parser.add_argument("parts", nargs="*", help=" ".join(PARTS))
    parser.add_argument("--examples", type=int, default=50, help="cases of schemathesis for each operation")
    options = parser.parse_args()
    parts = options.parts or list(PARTS)
    if unknown := set(parts) - set(PARTS):
        parser.error(f"unknown: {', '.join(sorted(unknown))}")
    faults: list[str] = []
    with thao_server.folder("thao-api-") as folder:
        here = place(folder)
        try:
            if "bodies" in parts:
                faults += bodies(here)
            if "searches" in parts:
                faults += searches(here)
            if "markup" in parts:
                faults += markup(here)
            if "slow" in parts:
                faults += slow(here)
            if "fuzz" in parts:
                faults += fuzz(here, folder, options.examples)
            if here.server.call("GET", "/health").status != 200:
                faults.append("the server is not well at the end")
            errors = [
                line for line in here.server.log.read_text(errors="replace").splitlines() if '"level":"error"' in line
            ]
            faults += [f"the server's log: {line[:300]}" for line in errors[:10]]
            here.server.stop()
        finally:
            here.server.kill()
    for fault in faults:
        print(fault)
    print(f"{', '.join(parts)}: " + (f"{len(faults)} faults" if faults else "nothing found"))
    if faults:
        sys.exit(1)


if __name__ == "__main__":
    main()
