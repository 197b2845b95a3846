"""What people do at a desk, each as one act that ends with what it must have brought."""

from __future__ import annotations

import re

from playwright.sync_api import Locator

import web_words as w
from web_person import Person, Words


def open_alert_host(person: Person, host: str) -> Locator:
    """From the alerts to the panel of a host that one of them names; gives the panel."""
    person.tab(w.ALERTS)
    person.page.locator("#alerts").get_by_role("link", name=host, exact=True).first.click()
    return panel(person, host)


def panel(person: Person, title: str) -> Locator:
    """The panel that lies over the desk, once it tells of what was asked for."""
    dialog = person.page.get_by_role("dialog").filter(has=person.page.get_by_role("heading", name=re.compile(re.escape(title))))
    dialog.wait_for(state="visible")
    return dialog


def close_panel(person: Person) -> None:
    """Close what lies over the desk, by the key."""
    person.page.keyboard.press("Escape")
    person.page.locator("#desk-dialog").wait_for(state="hidden")


def triage(person: Person, host: str, order: Words, state: Words) -> None:
    """Say what an alert is held to be; its state follows without loading the page again."""
    person.tab(w.ALERTS)
    person.page.goto(person.page.url.split("?")[0] + "?show=all")
    row = person.page.locator("#alerts tbody tr").filter(has=person.page.get_by_role("link", name=host, exact=True)).first
    key = row.get_attribute("data-key")
    row.get_by_role("button", name=person.word(order), exact=True).click()
    chip = person.page.locator(f"[data-key='{key}']").get_by_text(person.word(state), exact=True)
    person.expect(appears(chip), f"the alert about {host} does not become {state.en!r}")


def ask(person: Person, host: str, action: Words, *, picture: str | None = None) -> Locator:
    """From a host's panel to an action: duration and side effect stand there before one confirms."""
    open_alert_host(person, host).get_by_role("link", name=person.word(action), exact=True).click()
    dialog = panel(person, person.word(action))
    facts = dialog.locator("dl.facts")
    for name in (w.DURATION, w.SIDE_EFFECT):
        value = facts.locator("dt", has_text=person.word(name)).first.locator("xpath=following-sibling::dd[1]")
        person.expect(len(value.inner_text().strip()) > 3, f"{action.en!r} is to be confirmed without its {name.en!r}")
    if picture:
        person.picture(picture)
    return dialog


def confirm(person: Person, dialog: Locator) -> None:
    """Confirm an action; its dialog closes."""
    dialog.get_by_role("button", name=person.word(w.CONFIRM), exact=True).click()
    person.page.locator("#desk-dialog").wait_for(state="hidden")


def search(person: Person, query: str, *, span: Words = w.DAY) -> int:
    """Search the logs; gives how many records were found."""
    if not person.page.locator("#log-form").count():
        person.tab(w.LOGS)
    person.page.get_by_role("combobox", name=person.word(w.QUERY)).fill(query)
    person.page.keyboard.press("Escape")
    person.page.locator("#log-form").get_by_role("radio", name=person.word(span), exact=True).check()
    with person.page.expect_response(lambda response: "/logs/results" in response.url):
        person.page.locator("#log-form").get_by_role("button", name=person.word(w.SEARCH), exact=True).click()
    person.page.locator("#log-results:not([aria-busy])").wait_for()
    return found(person)


def found(person: Person) -> int:
    """How many records the search at hand found."""
    total = person.page.locator(".log-summary strong").first.inner_text()
    return int(re.sub(r"\D", "", total) or 0)


def answer(person: Person, question: Words, text: str, *, chosen: bool = False) -> Locator:
    """Answer a question; gives its part of the page."""
    person.tab(w.QUESTIONS)
    part = question_part(person, question)
    field = part.get_by_label(person.word(w.ANSWER_FIELD))
    if chosen:
        field.select_option(label=text)
    else:
        field.fill(text)
    part.get_by_role("button", name=person.word(w.ANSWER), exact=True).click()
    person.expect(appears(part.locator(".attempts li").last), f"the answer {text!r} is not listed")
    return part


def question_part(person: Person, question: Words) -> Locator:
    """The part of the page about a question."""
    heading = person.page.get_by_role("heading", name=re.compile("^" + re.escape(person.word(question))))
    return person.page.locator("section.question").filter(has=heading)


def points(person: Person) -> int:
    """The points that the bar shows."""
    figure = person.page.locator(".desk-figures .figure", has=person.page.get_by_text(person.word(w.POINTS), exact=True))
    return int(re.sub(r"[^\d−-]", "", figure.locator(".figure-value").inner_text()).replace("−", "-"))


def appears(what: Locator, patience: int = 15_000) -> bool:
    """Whether something is shown before patience ends."""
    try:
        what.wait_for(state="visible", timeout=patience)
        return True
    except Exception:  # noqa: BLE001 - whatever kept it away, it is not there
        return False
