#!/usr/bin/env python3
"""Works the training ground in a real browser, from the first start to the review; see docs/web-checks.md.

Needs Chromium and the packages of requirements-web.txt. Writes pictures to out/web and ends with status 1 where anything
is not as it has to be.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

import web_desk as desk
import web_keyboard as keyboard
import web_newcomer as discovery
import web_pages as pages
import web_setup as setup
import web_story as story
import web_words as w
from external import ROOT
from thao_server import Server, folder
from web_axe import Stop, Tour
from web_findings import Findings
from web_person import Person, launch
from web_setup import Newcomer


def story_parts(cast: story.Cast, findings: Findings, data: Path, only: str, newcomer: Newcomer) -> None:
    """All parts in their order. What needs no particular moment is done while the attack is on its way."""
    tour = Tour()
    root = cast.place.root
    with findings.during("start, talk"):
        story.begin(cast)
    with findings.during("log search"):
        story.search_logs(cast)
    with findings.during("direction"):
        story.direct(cast)
    if only != "story":
        with findings.during("newcomer"):
            meet_newcomer(cast, findings, newcomer)
        with findings.during("axe: visitors, people, exercises"):
            look_around(cast, tour, newcomer)
        with findings.during("keyboard"):
            keyboard.skip(cast.north[0], root + "/teams/1/desk")
            for path in ("/teams/1/desk", "/teams/1/desk/alerts", "/teams/1/desk/messages", "/teams/1/desk/questions"):
                keyboard.walk(cast.north[0], root + path)
            keyboard.walk(cast.instructor, root)
            keyboard.walk(cast.instructor, "/exercises/new?scenario=egov")
            keyboard.dialogs(cast.north[0], root + "/teams/1/desk")
    for part, act in [
        ("alerts, evidence, isolation", story.defend), ("questions, hints", story.answer),
        ("report and mark", story.report),
    ]:
        with findings.during(part):
            act(cast)
    if only != "story":
        with findings.during("axe: desk, direction"):
            cast.instructor.go(root)
            cast.instructor.button(w.PAUSE).click()
            cast.instructor.button(w.RESUME).wait_for()
            for person, team in [(cast.north[0], 1), (cast.south[0], 2)]:
                tour.take(person, pages.desk(root, team))
            in_both(cast.instructor, tour, pages.direction(root))
    with findings.during("close"):
        story.finish(cast)
    with findings.during("review"):
        story.look_back(cast, data)
    if only != "story":
        with findings.during("axe: review"):
            tour.take(cast.north[0], pages.review(root, 1))
            tour.take(cast.south[0], pages.review(root, 2))
            tour.take(cast.instructor, pages.direction(root, prefix="closed"))
        with findings.during("every page was looked at"):
            for route in pages.unseen(tour.seen):
                findings.expect(False, f"no page of {route}")
        print(f"\naxe ran {tour.runs} times over {len(tour.seen)} addresses")


def in_both(person: Person, tour: Tour, stops: list[Stop]) -> None:
    """Look at pages in both languages, by the menu."""
    before = person.language
    for language in ("vi", "en"):
        person.go("/")
        person.choose(language)
        tour.take(person, stops)
    person.go("/")
    person.choose(before)


def look_around(cast: story.Cast, tour: Tour, newcomer: Newcomer) -> None:
    """All pages outside of the exercise, and those of an exercise that nobody has been invited to yet."""
    for language in ("vi", "en"):
        visitor = newcomer(f"visitor {language}", language)
        tour.prove(visitor)
        tour.take(visitor, pages.visitor(cast.place.invitations[story.SOUTH].removeprefix(visitor.base)))
        visitor.close()
    tour.take(cast.north[1], pages.participant())
    tour.take(cast.south[1], pages.participant())
    draft = setup.make_exercise(cast.instructor, "Ngày mai", "10", [])
    in_both(cast.instructor, tour, [*pages.instructor(), *pages.direction(draft.root, prefix="draft", team=None)])
    in_both(cast.administrator, tour, pages.administrator())


def meet_newcomer(cast: story.Cast, findings: Findings, newcomer: Newcomer) -> None:
    """Somebody who was told nothing has to find out within half an hour what the attacker took."""
    person = newcomer("newcomer", "vi")
    place = discovery.prepare(cast.instructor)
    found = discovery.discover(person, cast.instructor, place, "nguoi.moi")
    print("\n".join(f"  {number}. {step}" for number, step in enumerate(found.steps, 1)))
    print("  " + found.summary())
    findings.expect(found.host.startswith("citizen-db"), "the newcomer does not find the host whose data are gone")
    findings.expect(bool(found.way), "the newcomer does not see in the logs that something was sent outside")
    findings.expect(bool(found.evidence), "the newcomer gets no evidence")
    findings.expect(found.minutes <= discovery.MOST_MINUTES, f"the newcomer takes {found.minutes} minutes")
    cast.instructor.go(place.root)
    cast.instructor.button(w.CLOSE).click()
    cast.instructor.button(w.MORE_TIME).wait_for(state="detached")
    person.tab(w.QUESTIONS)
    right = desk.question_part(person, w.GOAL_REACHED).get_by_text(person.word(w.RIGHT), exact=True)
    findings.expect(desk.appears(right.first), "the newcomer's answer is not right")
    person.close()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=ROOT / "out" / "web", help="folder for the pictures")
    parser.add_argument("--only", choices=["story"], help="only a part")
    arguments = parser.parse_args()
    shutil.rmtree(arguments.out, ignore_errors=True)
    arguments.out.mkdir(parents=True)
    findings = Findings()
    with folder("thao-web-") as data, sync_playwright() as playwright:
        server = Server(data / "data", ["--open-registration"])
        server.start()
        browser = launch(playwright)
        base = f"http://127.0.0.1:{server.port}"

        def newcomer(name: str, language: str) -> Person:
            return Person(browser, base, name, language, findings, arguments.out)

        with findings.during("first start, people, exercise"):
            cast = story.gather(newcomer, f"{base}/first/{server.first}")
        story_parts(cast, findings, data, arguments.only, newcomer)
        browser.close()
        server.stop()
    findings.table()
    return 1 if findings.faults else 0


if __name__ == "__main__":
    sys.exit(main())
