"""Every page by the rules of axe, in light and dark, on a desktop and a phone; and what axe does not look at."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files

from web_language import foreign_texts
from web_person import DESKTOP, PHONE, Person

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
RUN = """async () => {
  const result = await axe.run(document, {
    resultTypes: ["violations"],
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  });
  return result.violations.map((rule) => ({
    id: rule.id, impact: rule.impact,
    nodes: rule.nodes.slice(0, 3).map((node) => `${node.target.join(" ")} (${node.any.concat(node.all, node.none).map((one) => one.message).join("; ").slice(0, 160)})`),
  }));
}"""
# Sideways scrolling of the whole page, and what stands out of it.
LAYOUT = """() => {
  const wide = document.documentElement.scrollWidth;
  if (wide <= window.innerWidth) return [];
  const out = Array.from(document.querySelectorAll("main *")).filter((element) => {
    const box = element.getBoundingClientRect();
    return box.width && box.right > window.innerWidth + 1 && !element.closest(".scroll, .unseen, pre");
  }).slice(0, 3).map((element) => element.tagName.toLowerCase() + "." + element.className);
  return [`scrolls sideways: ${wide} of ${window.innerWidth}: ${out.join(", ")}`];
}"""
VIEWS = [
    ("desktop", "light", DESKTOP), ("desktop", "dark", DESKTOP), ("phone", "dark", PHONE), ("phone", "light", PHONE),
]


@dataclass(frozen=True)
class Stop:
    """A page to look at: what its picture is called, and its address."""

    name: str
    path: str
    # A status that is meant to come.
    status: int = 200


class Tour:
    """Looks at pages, and remembers at which."""

    def __init__(self) -> None:
        self.seen: set[str] = set()
        self.runs = 0
        # Whatever is less than serious, by rule.
        self.lesser: dict[str, set[str]] = {}

    def prove(self, person: Person) -> None:
        """The rules find what is wrong, or finding nothing means nothing."""
        person.go("/about")
        person.page.evaluate(AXE)
        person.page.evaluate("""() => {
          const main = document.querySelector("main");
          main.innerHTML = "<p>pale</p><input>";
          // Set by script: the policy refuses styles in the text.
          Object.assign(main.firstChild.style, {color: "#bbbbbb", background: "#ffffff"});
        }""")
        found = {rule["id"] for rule in person.page.evaluate(RUN)}
        for rule in ("color-contrast", "label"):
            person.expect(rule in found, f"axe does not find {rule} on a page that is wrong")

    def take(self, person: Person, stops: Iterable[Stop]) -> None:
        """Look at pages with the rights and in the language of a person."""
        for stop in stops:
            self.look(person, stop)

    def look(self, person: Person, stop: Stop) -> None:
        """Look at one page in all views."""
        if stop.status != 200:
            person.expected.append((stop.status, stop.path))
        person.page.set_viewport_size(DESKTOP)
        person.page.emulate_media(color_scheme="light")
        person.go(stop.path)
        person.page.evaluate(AXE)
        self.seen.add(re.sub(r"^https?://[^/]+", "", person.page.url).split("?")[0])
        label = f"{stop.name} {person.language}"
        for text in foreign_texts(person.page, person.language):
            person.findings.fault(f"{label}: not in the page's language: {text}")
        for view, scheme, size in VIEWS:
            person.page.emulate_media(color_scheme=scheme)
            person.page.set_viewport_size(size)
            self._rules(person, f"{label} {view} {scheme}")
            if view == "phone":
                for text in person.page.evaluate(LAYOUT):
                    person.findings.fault(f"{label} {view}: {text}")
            if (view, scheme) in (("desktop", "light"), ("phone", "dark")):
                person.picture(f"{stop.name}-{person.language}-{view}-{scheme}")
        person.page.set_viewport_size(DESKTOP)
        person.page.emulate_media(color_scheme="light")
        if stop.status != 200:
            person.expected.pop()

    def _rules(self, person: Person, label: str) -> None:
        self.runs += 1
        person.findings.counts[person.findings.part] += 1
        for rule in person.page.evaluate(RUN):
            text = f"{label}: {rule['id']} ({rule['impact']}): {' | '.join(rule['nodes'])}"
            person.findings.fault(text)
