"""Somebody who was told nothing: reads pages, follows what they offer, and finds out what the attacker took.

A model of a newcomer, not of an analyst: it takes words from a message and looks for them among the hosts, opens what it
finds, uses the buttons that stand there, and reads. It types no search of its own. The exercise goes by turns, so that
the time that it takes is counted exactly.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from playwright.sync_api import Locator

import web_desk as desk
import web_setup as setup
import web_words as w
from web_person import Person, Words

TURN_MINUTES = 5
# The data are taken 191 minutes after the start; the newcomer comes on duty a little later.
ARRIVAL_MINUTES = 195
MOST_MINUTES = 30
TEAM = "Ca mới"


@dataclass
class Discovery:
    """What was found out, in how many steps and how much exercise time."""

    steps: list[str] = field(default_factory=list)
    minutes: int = 0
    host: str = ""
    data: str = ""
    way: str = ""
    evidence: str = ""

    def step(self, text: str) -> None:
        """One thing that was clicked or read."""
        self.steps.append(text)

    def summary(self) -> str:
        """In a line."""
        return (
            f"newcomer: {len(self.steps)} steps, {self.minutes} exercise minutes; host {self.host or '?'}, "
            f"data {self.data or '?'}, way {self.way or '?'}, evidence: {self.evidence or '?'}")


def prepare(instructor: Person) -> setup.Place:
    """An exercise by turns whose data are gone already."""
    place = setup.make_exercise(instructor, "Ca trực mới", f"turn-{TURN_MINUTES}", [TEAM])
    instructor.go(place.root)
    instructor.button(w.START).click()
    instructor.button(w.NEXT_TURN).wait_for()
    for number in range(1, ARRIVAL_MINUTES // TURN_MINUTES + 1):
        turn(instructor, number)
    return place


def turn(instructor: Person, number: int) -> None:
    """Let one turn pass."""
    instructor.button(w.NEXT_TURN).click()
    after = number * TURN_MINUTES * 60_000
    instructor.page.locator(f"[data-clock][data-time='{after}']").wait_for(state="attached")


def discover(person: Person, instructor: Person, place: setup.Place, logins: str) -> Discovery:
    """Come in by the invitation and find out."""
    found = Discovery()
    turns = ARRIVAL_MINUTES // TURN_MINUTES

    def wait() -> None:
        nonlocal turns
        turns += 1
        turn(instructor, turns)
        found.minutes += TURN_MINUTES

    setup.join(person, place.invitations[TEAM], logins, "Người mới")
    found.step("join by the link")
    person.picture("newcomer-1-desk")
    message = person.page.locator("section[aria-labelledby=message-title] a").first
    words = message.inner_text()
    message.click()
    found.step(f"open the latest message: {words}")
    text = person.page.locator("article.message .message-text").first.inner_text()
    person.tab(w.HOSTS)
    found.step("open the hosts")
    host = host_of(person, text, found)
    if not host:
        return found
    person.page.locator("#hosts tbody").get_by_role("link", name=host, exact=True).click()
    found.host = host
    found.step(f"open {host}")
    panel = desk.panel(person, host)
    found.data = data_of(person, panel)
    person.picture("newcomer-2-host")
    person.link(w.TRIAGE_COLLECTION, panel).click()
    found.step("ask for a collection")
    desk.confirm(person, desk.panel(person, person.word(w.TRIAGE_COLLECTION)))
    wait()
    person.page.locator("#hosts tbody").get_by_role("link", name=host, exact=True).click()
    person.link(w.SEARCH_ITS_LOGS, desk.panel(person, host)).click()
    person.page.wait_for_load_state()
    found.step("search its logs by the button")
    found.way = way_out(person, found)
    person.picture("newcomer-3-logs")
    person.tab(w.WORK)
    found.step("look at the evidence")
    for _ in range(5):
        if person.page.locator("#part-findings li").count():
            break
        wait()
        person.page.wait_for_timeout(300)
    finding = person.page.locator("#part-findings li").first
    if desk.appears(finding, 3_000):
        found.evidence = finding.locator("p").first.inner_text()
    person.picture("newcomer-4-evidence")
    desk.answer(person, w.GOAL_REACHED, "Có" if person.language == "vi" else "Yes", chosen=True)
    found.step("answer whether the attackers reached their goal")
    person.picture("newcomer-5-answered")
    return found


def host_of(person: Person, text: str, found: Discovery) -> str:
    """Look for what a message is about among the hosts; gives the one of them that looks worst."""
    plain = re.findall(r"\w+", text.lower())
    for first, second in zip(plain, plain[1:], strict=False):
        words = f"{first} {second}"
        if words not in THINGS[person.language]:
            continue
        person.page.locator("#host-filter").fill(words)
        with person.page.expect_navigation():
            person.page.keyboard.press("Enter")
        found.step(f"filter the hosts by {words!r}")
        rows = person.page.locator("#hosts tbody tr")
        if rows.count():
            # Hosts that alerts speak of stand first, in the order of their names; the newest alert about one of them decides.
            names = [row.get_by_role("link").first.inner_text() for row in rows.all()]
            return names[0] if len(names) == 1 else newest_of(person, names, found)
    return ""


def newest_of(person: Person, names: list[str], found: Discovery) -> str:
    """The host of these that an alert of the highest severity names; goes back to the list of hosts."""
    address = person.page.url
    person.tab(w.ALERTS)
    person.link(Words("Nghiêm trọng nhất", "Most severe first")).click()
    person.page.wait_for_load_state()
    found.step("look which of them alerts name, the most severe first")
    listed = person.page.locator("#alerts tbody a.place").all_inner_texts()
    person.go(address)
    found.step("back to the hosts")
    return next((name for name in listed if name in names), names[0])


# Things that a message may be about, in its own words.
THINGS = {"vi": ("công dân", "dữ liệu", "hồ sơ"), "en": ("citizen records",)}


def data_of(person: Person, panel: Locator) -> str:
    """What the panel says that the host is."""
    return panel.locator(".panel-head p.muted").last.inner_text()


def way_out(person: Person, found: Discovery) -> str:
    """Go through the kinds of records of a host, the rarest first, by the buttons beside them, and read what comes."""
    start = person.page.url
    values = person.page.get_by_role("region", name="event.dataset").locator("li")
    kinds = [row.locator(".log-value").inner_text() for row in values.all()]
    for kind in list(reversed(kinds))[:3]:
        person.go(start)
        row = person.page.get_by_role("region", name="event.dataset").locator("li").filter(
            has=person.page.locator(".log-value", has_text=re.compile(f"^{re.escape(kind)}$")))
        with person.page.expect_response(lambda response: "/logs/results" in response.url):
            row.locator("a.log-way").first.click()
        person.page.locator("#log-results:not([aria-busy])").wait_for()
        found.step(f"look at its records of {kind} by the button +")
        for line in person.page.locator("#log-rows summary").all_inner_texts():
            if match := re.search(r"PUT\s+.*?(https?://[\w.]+)", line, re.DOTALL):
                return match.group(1)
    return ""
