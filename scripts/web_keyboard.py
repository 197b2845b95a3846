"""A walk by the keyboard alone: the way to the content, the order of what the Tab key reaches, what shows it, dialogs."""

from __future__ import annotations

from web_person import Person, Words

CLOSE = Words("Đóng", "Close")
# Everything that can be operated and is shown: what Tab has to reach, a stop for each list that arrows move within.
CONTROLS = """() => {
  const all = document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']");
  const list = Array.from(all).filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.disabled
    && element.tabIndex >= 0 && !element.closest("[inert]"));
  const radios = new Set();
  return list.filter((element) => {
    if (element.type !== "radio") return true;
    const isFirst = !radios.has(element.name);
    radios.add(element.name);
    return isFirst;
  }).length;
}"""
# What has the focus: its place in the document, its box, and whether anything shows it.
FOCUSED = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  if (!element.dataset.walked) element.dataset.walked = String(document.body.dataset.count = Number(document.body.dataset.count ?? 0) + 1);
  const style = getComputedStyle(element);
  const shown = (style) => (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
  const label = element.matches("input[type=radio], input[type=checkbox]") ? element.closest("label") : null;
  const beside = label ? [label, ...label.querySelectorAll("*")].some((part) => shown(getComputedStyle(part))) : false;
  const index = Array.from(document.querySelectorAll("*")).indexOf(element);
  const box = element.getBoundingClientRect();
  return {
    walked: Number(element.dataset.walked), index, isShown: shown(style) || beside,
    isInside: box.bottom > 0 && box.top < innerHeight, name: `${element.tagName.toLowerCase()} ${(element.getAttribute("aria-label")
      ?? element.innerText ?? element.name ?? "").trim().slice(0, 40)}`,
  };
}"""


def walk(person: Person, path: str, *, most: int = 400) -> None:
    """Go through a page by Tab until its end: every control once, in the order of the document, each showing it."""
    person.go(path)
    controls = person.page.evaluate(CONTROLS)
    last, reached, hidden, outside = -1, 0, [], []
    for step in range(most):
        person.page.keyboard.press("Tab")
        here = person.page.evaluate(FOCUSED)
        if here is None or here["walked"] < reached:
            break
        if here["walked"] == reached:
            # A field for a moment has several stops within.
            continue
        reached = here["walked"]
        if step == 0:
            person.expect("skip" in (person.page.evaluate("document.activeElement.className") or ""),
                          f"{path}: the first stop is not the way to the content")
        if here["index"] < last:
            person.expect(False, f"{path}: the focus goes back in the page at {here['name']!r}")
        last = here["index"]
        if not here["isShown"]:
            hidden.append(here["name"])
        if not here["isInside"]:
            outside.append(here["name"])
    person.expect(not hidden, f"{path}: nothing shows the focus at {hidden[:3]}")
    person.expect(not outside, f"{path}: the focus is out of sight at {outside[:3]}")
    person.expect(reached >= controls, f"{path}: Tab reaches {reached} of {controls} controls")
    person.page.evaluate("document.activeElement?.blur()")


def skip(person: Person, path: str) -> None:
    """The first stop leads past the bar on top."""
    person.go(path)
    person.page.keyboard.press("Tab")
    person.page.keyboard.press("Enter")
    person.expect(person.page.evaluate("document.activeElement.id") == "main", f"{path}: the skip link leads nowhere")


def dialogs(person: Person, desk: str) -> None:
    """Dialogs by keys: help, and a host's panel from the map; the focus stays within and goes back."""
    person.go(desk)
    host = person.page.locator("[data-rove] a").first
    host.focus()
    before = person.page.evaluate("document.activeElement.getAttribute('href')")
    person.page.keyboard.press("ArrowRight")
    person.expect(
        person.page.evaluate("document.activeElement.getAttribute('href')") != before, "arrows do not move on the map")
    before = person.page.evaluate("document.activeElement.getAttribute('href')")
    person.page.keyboard.press("Enter")
    dialog = person.page.locator("#desk-dialog")
    dialog.get_by_role("heading").first.wait_for()
    for _ in range(60):
        person.page.keyboard.press("Tab")
        inside = person.page.evaluate(
            "document.activeElement === document.body || document.activeElement.closest('dialog[open]') !== null")
        if not person.expect(inside, "the focus leaves an open dialog"):
            break
    person.page.keyboard.press("Escape")
    dialog.wait_for(state="hidden")
    person.expect(
        person.page.evaluate("document.activeElement.getAttribute('href')") == before,
        "closing a dialog does not give the focus back")
    person.page.keyboard.press("?")
    person.page.locator("#help").wait_for(state="visible")
    person.page.keyboard.press("Escape")
    person.page.keyboard.press("g")
    person.page.keyboard.press("a")
    person.page.wait_for_url("**/alerts**")
    person.page.keyboard.press("g")
    person.page.keyboard.press("l")
    person.page.wait_for_url("**/logs**")
    person.page.keyboard.press("/")
    person.expect(person.page.evaluate("document.activeElement.id") == "log-query", "/ does not lead to the search")
    person.page.keyboard.type("event.code:4624")
    person.page.keyboard.press("Escape")
    with person.page.expect_response(lambda response: "/logs/results" in response.url):
        person.page.keyboard.press("Enter")
    person.expect(person.page.locator("#log-rows details").count() > 0, "a search by keys brings nothing")
