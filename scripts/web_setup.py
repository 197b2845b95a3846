"""From the first start to a team at its desk: everything through pages, by the links that they hand out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import web_words as w
from web_person import Person, Words

ACCOUNT_PASSWORD = "một mật khẩu đủ dài"
# A day on which somebody gets in at 09:05, reaches the citizen database at 09:58 and takes it away at 10:41.
SEED = "8"
Newcomer = Callable[[str, str], Person]


@dataclass
class Place:
    """An exercise as its people reach it."""

    root: str
    invitations: dict[str, str]


def set_up(administrator: Person, first: str) -> None:
    """Make the first administrator by the link that the first start printed."""
    administrator.go(first)
    administrator.picture("first-start")
    administrator.field(w.ORGANISATION).fill("Trường Biển Xanh")
    fill_account(administrator, "quantri", "Quản trị Lê Thu")
    administrator.button(w.MAKE_ADMINISTRATOR).click()
    administrator.page.wait_for_url(administrator.base + "/")
    administrator.picture("home-empty")
    administrator.expected.append((404, "/first/"))
    administrator.go(first)
    administrator.expect(administrator.page.get_by_role("alert").count() > 0, "the first link works twice")
    administrator.expected.clear()


def fill_account(person: Person, login: str, name: str) -> None:
    """Fill in who one is."""
    person.field(w.LOGIN).fill(login)
    person.field(w.DISPLAY_NAME).fill(name)
    person.field(w.PASSWORD).fill(ACCOUNT_PASSWORD)


def make_organisation(administrator: Person, name: str) -> None:
    """Add an organisation."""
    administrator.link(w.ORGANISATIONS, administrator.page.locator("header.banner")).click()
    administrator.field(w.NAME, administrator.page.locator("section#new")).fill(name)
    administrator.button(w.CREATE).click()
    administrator.expect(
        administrator.page.get_by_role("rowheader", name=name).count() == 1, f"no row for the organisation {name}")
    administrator.picture("organisations")


def invite(administrator: Person, role: Words, organisation: str) -> str:
    """Make an invitation link for a role; gives its address."""
    administrator.link(w.PEOPLE, administrator.page.locator("header.banner")).click()
    administrator.link(w.INVITE).click()
    administrator.field(w.ROLE).select_option(label=administrator.word(role))
    administrator.field(w.ORGANISATION_OF).select_option(label=organisation)
    administrator.button(w.MAKE_LINK).click()
    link = administrator.page.locator("#link").input_value()
    administrator.expect("/join/" in link, "the invitation shows no link")
    return link


def join(person: Person, link: str, login: str, name: str) -> None:
    """Make an account by an invitation link."""
    person.go(link)
    fill_account(person, login, name)
    person.button(w.JOIN).click()
    person.page.wait_for_load_state()
    person.expect("/join/" not in person.page.url, "joining does not lead on")


def make_exercise(
    instructor: Person, name: str, pace: str, teams: list[str], *, scenario: Words | None = None, pictures: bool = False,
) -> Place:
    """Make an exercise by the form, and an invitation link for each of its teams."""
    instructor.go("/")
    instructor.link(w.NEW_EXERCISE).click()
    instructor.page.wait_for_load_state()
    if pictures:
        instructor.picture("choose-scenario")
    instructor.page.locator("a.tile[href$='scenario=egov']").click()
    instructor.field(w.EXERCISE_NAME).fill(name)
    instructor.field(w.PACE).select_option(value=pace)
    instructor.field(w.SEED).fill(SEED)
    if teams:
        instructor.field(w.TEAM_NAMES).fill("\n".join(teams))
    if pictures:
        see_seeds(instructor)
        instructor.picture("new-exercise")
    instructor.button(w.MAKE_EXERCISE).click()
    instructor.page.wait_for_load_state()
    root = "/exercises/" + instructor.page.url.split("/exercises/")[1].split("/")[0]
    links = {}
    for team in teams:
        instructor.go(root + "/setup")
        row = instructor.page.locator("#team-list tbody tr").filter(
            has=instructor.page.locator(f"input[name=name][value='{team}']"))
        instructor.button(w.INVITE_TEAM, row).click()
        links[team] = instructor.page.locator("#link").input_value()
    return Place(root, links)


def see_seeds(instructor: Person) -> None:
    """Look how seeds end, and take one that is good to teach from the table."""
    instructor.button(w.SEE_SEEDS).click()
    found = instructor.sees(w.GOOD_TO_TEACH, instructor.page.locator("#scout-result"), patience=60_000)
    instructor.expect(found, "no seed that is good to teach was found")
    stop = instructor.page.locator("#scout-stop")
    if stop.is_visible():
        stop.click()
    instructor.page.locator("#scout-start").wait_for(state="visible")
    use = instructor.page.locator("#scout-result tr", has_text=instructor.word(w.GOOD_TO_TEACH)).locator("[data-seed]")
    seed = use.first.get_attribute("data-seed")
    use.first.click()
    field = instructor.field(w.SEED)
    instructor.expect(field.input_value() == seed, "a seed of the table does not come into the form")
    field.fill(SEED)
