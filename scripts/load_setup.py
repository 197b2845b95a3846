"""An exercise with many teams and people, made in a moment.

Exercise and teams come through the API. People are put into the database of the stopped server: each would cost two slow
password hashes otherwise, and signing in is not what is measured.
"""

from __future__ import annotations

import hashlib
import secrets
import sqlite3
import time
from dataclasses import asdict, dataclass
from typing import Any

from thao_server import Server, make_administrator


@dataclass(frozen=True)
class Participant:
    """Somebody with a seat, and the token that they come with."""

    account: int
    team: int
    token: str


@dataclass(frozen=True)
class Setup:
    """What there is to play."""

    administrator: str
    exercise: str
    participants: list[Participant]

    def by_team(self) -> dict[int, list[Participant]]:
        """The participants of each team."""
        teams: dict[int, list[Participant]] = {}
        for participant in self.participants:
            teams.setdefault(participant.team, []).append(participant)
        return teams

    def plain(self) -> dict[str, Any]:
        """What a generator in another process needs."""
        return {"exercise": self.exercise, "participants": [asdict(one) for one in self.participants]}


def prepare(server: Server, participants: int, team_size: int, settings: dict[str, Any]) -> Setup:
    """Start a fresh server, make everything, and leave it running with the exercise as a draft."""
    server.start()
    administrator = make_administrator(server)
    made = server.api(
        "POST", "/exercises", {"name": "Lam Giang", "scenario": "egov", "settings": settings}, administrator
    )
    exercise = made["exercise"]["exercise"]
    count = -(-participants // team_size)
    teams = [
        server.api("POST", f"/exercises/{exercise}/teams", {"name": f"Đội {number}"}, administrator)["id"]
        for number in range(1, count + 1)
    ]
    server.stop()
    people = put_people(server, exercise, [teams[number // team_size] for number in range(participants)])
    server.start()
    return Setup(administrator, exercise, people)


def put_people(server: Server, exercise: str, seats: list[int], role: str = "participant") -> list[Participant]:
    """Put people with a token and a seat each into the database of a stopped server."""
    people = []
    database = sqlite3.connect(server.data / "thao.sqlite")
    try:
        with database:
            number, organisation = database.execute(
                "SELECT id, organisation FROM exercises WHERE public_id = ?", (exercise,)
            ).fetchone()
            for team in seats:
                token = make_account(database, organisation, role)
                database.execute(
                    "INSERT INTO seats (exercise, account, team, duty) VALUES (?, ?, ?, '')", (number, token[0], team)
                )
                people.append(Participant(token[0], team, token[1]))
    finally:
        database.close()
    return people


def make_account(database: sqlite3.Connection, organisation: int, role: str) -> tuple[int, str]:
    """An account that nobody can sign in to, with a token; gives its number and the token."""
    now = int(time.time() * 1000)
    login = f"nguoi-{secrets.token_hex(6)}"
    account = database.execute(
        "INSERT INTO accounts (login, display_name, searchable, role, organisation, language, track, password, created)"
        " VALUES (?, ?, ?, ?, ?, 'vi', 'human', 'none', ?)",
        (login, login, login, role, organisation, now),
    ).lastrowid
    token = "thao_" + secrets.token_urlsafe(32)
    database.execute(
        "INSERT INTO tokens (account, hash, name, ceiling, created) VALUES (?, ?, 'load', ?, ?)",
        (account, hashlib.sha256(token.encode()).digest(), role, now),
    )
    assert account is not None
    return account, token
