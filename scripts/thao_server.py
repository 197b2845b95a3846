"""A server under test: started as users start it, in a folder of its own, and spoken to over HTTP."""

from __future__ import annotations

import atexit
import contextlib
import http.client
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.parse
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import thao_program

TICKS = os.sysconf("SC_CLK_TCK")
START = re.compile(r"Thao Trường: http://([0-9.]+):(\d+)")
FIRST = re.compile(r"/first/(\S+)")
FORM_TOKEN = re.compile(r'name="_csrf"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="_csrf"')


@dataclass(frozen=True)
class Answer:
    """What came back; a field that occurs twice holds both, with a line's end between."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        """The body as JSON."""
        return json.loads(self.body)

    @property
    def cookies(self) -> str:
        """The cookies that it sets, as a browser sends them back."""
        pairs = [cookie.split(";")[0] for cookie in self.headers.get("set-cookie", "").split("\n")]
        return "; ".join(pair for pair in pairs if not pair.endswith("="))

    def expect(self, *statuses: int) -> Answer:
        """This answer, or the program's end where its status is another one."""
        if self.status not in statuses:
            sys.exit(f"the server answered {self.status}: {self.body[:1000].decode('utf-8', 'replace')}")
        return self


@dataclass
class Server:
    """`thao serve` over a folder of data, on a port that the system chooses."""

    data: Path
    arguments: list[str] = field(default_factory=list)
    port: int = 0
    first: str | None = None
    process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int:
        """The process that serves."""
        assert self.process is not None
        return self.process.pid

    @property
    def log(self) -> Path:
        """Where its log goes."""
        return self.data.parent / (self.data.name + ".log")

    def start(self, patience: float = 300) -> None:
        """Start it and wait until it is ready; ends the program with its log where it does not come."""
        # However this program ends, the server does not outlive it.
        atexit.unregister(self.kill)
        atexit.register(self.kill)
        output = self.data.parent / (self.data.name + ".out")
        with output.open("wb") as sink, self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [str(thao_program.PROGRAM), "serve", "--port", "0", "--data", str(self.data), *self.arguments],
                stdout=sink, stderr=log,
            )
        self.port = 0
        deadline = time.monotonic() + patience
        while time.monotonic() < deadline and self.process.poll() is None:
            text = output.read_text(encoding="utf-8", errors="replace")
            if match := START.search(text):
                self.port = int(match.group(2))
                first = FIRST.search(text)
                self.first = first.group(1) if first else None
                with contextlib.suppress(OSError):
                    if self.call("GET", "/health").status == 200:
                        return
            time.sleep(0.05)
        self.kill()
        sys.exit(f"the server did not come up:\n{self.log.read_text(errors='replace')[-3000:]}")

    def stop(self) -> None:
        """End it as a user would."""
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """End it as a power cut would: nothing is told, nothing is written."""
        self._end(signal.SIGKILL)

    def _end(self, how: signal.Signals) -> None:
        if self.process is None:
            return
        self.process.send_signal(how)
        try:
            self.process.wait(60)
        except subprocess.TimeoutExpired:
            print("the server did not stop within a minute", file=sys.stderr)
            self.process.kill()
            self.process.wait()
        self.process = None

    def call(
        self, method: str, path: str, body: Any = None, token: str | None = None,
        headers: dict[str, str] | None = None, timeout: float = 600,
    ) -> Answer:
        """One request on a connection of its own. Bytes are sent as they are, anything else as JSON."""
        sent = dict(headers or {})
        if token:
            sent["Authorization"] = f"Bearer {token}"
        if body is not None and not isinstance(body, bytes):
            body = json.dumps(body, ensure_ascii=False).encode()
            sent.setdefault("Content-Type", "application/json")
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            connection.request(method, path, body, sent)
            response = connection.getresponse()
            fields: dict[str, str] = {}
            for name, value in response.getheaders():
                name = name.lower()
                fields[name] = f"{fields[name]}\n{value}" if name in fields else value
            return Answer(response.status, fields, response.read())
        finally:
            connection.close()

    def api(self, method: str, path: str, body: Any = None, token: str | None = None) -> Any:
        """One request of the API that must succeed; its answer's JSON, None where there is none."""
        answer = self.call(method, "/api/v1" + path, body, token).expect(200, 201, 204)
        return answer.json if answer.body else None

    def cpu(self) -> float:
        """CPU seconds that the process has used."""
        return cpu_seconds(self.pid)

    def memory(self) -> int:
        """Bytes of memory that the process holds."""
        return resident_bytes(self.pid)

    def disk(self) -> int:
        """Bytes of its folder."""
        return sum(path.stat().st_size for path in self.data.rglob("*") if path.is_file())


def cpu_seconds(pid: int) -> float:
    """User and system time of a process."""
    words = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(words[11]) + int(words[12])) / TICKS


def resident_bytes(pid: int) -> int:
    """Resident memory of a process."""
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


@contextlib.contextmanager
def folder(prefix: str) -> Iterator[Path]:
    """A folder for one server, gone afterwards unless KEEP is set."""
    path = Path(tempfile.mkdtemp(prefix=prefix))
    try:
        yield path
    finally:
        if os.environ.get("KEEP"):
            print(f"kept: {path}", file=sys.stderr)
        else:
            shutil.rmtree(path, ignore_errors=True)


def make_administrator(server: Server, password: str = "một mật khẩu đủ dài") -> str:
    """Make the first administrator through the printed link, as a browser would; gives a token of the API."""
    if server.first is None:
        sys.exit("the server printed no link for the first administrator")
    page = server.call("GET", f"/first/{server.first}").expect(200)
    match = FORM_TOKEN.search(page.body.decode())
    if match is None:
        sys.exit("the page for the first administrator has no form")
    form = {
        "_csrf": match.group(1) or match.group(2), "organisation": "Trường Biển Xanh", "login": "quantri",
        "displayName": "Quản trị", "password": password,
    }
    server.call(
        "POST", f"/first/{server.first}", urllib.parse.urlencode(form).encode(),
        headers={
            "Content-Type": "application/x-www-form-urlencoded", "Cookie": page.cookies,
        },
    ).expect(302, 303)
    return server.api("POST", "/sign-in", {"login": "quantri", "password": password})["secret"]
