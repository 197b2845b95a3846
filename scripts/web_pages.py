"""Which pages there are for whom, and whether all of them were looked at."""

from __future__ import annotations

import re
from collections.abc import Iterable

from external import ROOT
from web_axe import Stop

# Pages that lead on to others, or that were looked at while they could be.
LEADING = {"/exercises/{exercise}/desk", "/first/{token}"}
DESK = ["", "/alerts?show=all", "/hosts", "/work", "/logs", "/messages", "/questions", "/rules", "/talk", "/scoreboard"]


def visitor(join: str) -> list[Stop]:
    """Pages for somebody who has not signed in."""
    return [
        Stop("sign-in", "/sign-in"), Stop("register", "/register"), Stop("join", join), Stop("about", "/about"),
        Stop("api", "/api"), Stop("not-there", "/join/nothing", 404),
    ]


def participant() -> list[Stop]:
    """Pages of somebody's own."""
    return [
        Stop("home-participant", "/"), Stop("exercises-participant", "/exercises"), Stop("account", "/account"),
        Stop("tokens", "/account/tokens"),
    ]


def desk(root: str, team: int, *, prefix: str = "desk", host: int = 9) -> list[Stop]:
    """The pages of a desk."""
    at = f"{root}/teams/{team}/desk"
    stops = [Stop(f"{prefix}-{re.sub('[?].*', '', path).strip('/') or 'situation'}", at + path) for path in DESK]
    return [
        *stops, Stop(f"{prefix}-host", f"{at}/hosts/{host}"), Stop(f"{prefix}-account", f"{at}/accounts/179"),
        Stop(f"{prefix}-act", f"{at}/act?action=isolate-host&host={host}"),
        Stop(f"{prefix}-logs-mistake", f"{at}/logs?q=usr.name%3Aadmin"),
        Stop(f"{prefix}-logs-nothing", f"{at}/logs?q=nothingofthesort"),
        Stop(f"{prefix}-alerts-nothing", f"{at}/alerts?show=mine&severity=critical"),
    ]


def direction(root: str, *, prefix: str = "direct", team: int | None = 1) -> list[Stop]:
    """The pages of an exercise for those who direct it."""
    stops = [
        Stop(f"{prefix}-overview", root), Stop(f"{prefix}-setup", root + "/setup"),
        Stop(f"{prefix}-scoreboard", root + "/scoreboard"), Stop(f"{prefix}-projector", root + "/projector"),
    ]
    return stops + ([Stop(f"{prefix}-team", f"{root}/teams/{team}")] if team else [])


def instructor() -> list[Stop]:
    """Pages of those who make exercises and look after people."""
    return [
        Stop("home-instructor", "/"), Stop("exercises-instructor", "/exercises"), Stop("new-choose", "/exercises/new"),
        Stop("new-form", "/exercises/new?scenario=egov"), Stop("people", "/people"), Stop("people-new", "/people/new"),
        Stop("people-invitations", "/people/invitations"),
    ]


def administrator() -> list[Stop]:
    """Pages of the administrator alone."""
    return [
        Stop("organisations", "/organisations"), Stop("audit", "/audit"), Stop("person", "/people/2"),
        Stop("forbidden", "/exercises/nothing", 404),
    ]


def review(root: str, team: int) -> list[Stop]:
    """The pages of a closed exercise."""
    return [Stop("review-compare", root + "/review"), Stop("review-team", f"{root}/teams/{team}/review")]


def unseen(paths: Iterable[str]) -> list[str]:
    """Routes of pages in the sources that none of the paths is of."""
    routes = set()
    for path in (ROOT / "Sources" / "Web" / "Routes").glob("*.swift"):
        text = path.read_text(encoding="utf-8")
        routes |= set(re.findall(r'\.page\(\s*"([^"]+)"', text))
    paths = set(paths)
    return sorted(
        route for route in routes - LEADING
        if not any(re.fullmatch(re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(route)), path) for path in paths))
