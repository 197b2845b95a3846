"""Somebody at a browser of their own: finds things by label and role in their language, as people do."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Locator, Page, Playwright, Response

from web_findings import Findings

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
DESKTOP = {"width": 1400, "height": 900}
PHONE = {"width": 390, "height": 844}
# Milliseconds that a person waits for anything.
PATIENCE = 15_000


@dataclass(frozen=True)
class Words:
    """What something is called in both languages."""

    vi: str
    en: str


def launch(playwright: Playwright) -> Browser:
    """The system's Chromium without a window."""
    executable = next((path for path in map(shutil.which, BROWSERS) if path), None)
    return playwright.chromium.launch(executable_path=executable, args=["--no-sandbox", "--disable-gpu"])


class Person:
    """A browser context with one page, watched: nothing may go wrong in it that nobody expects."""

    def __init__(
        self, browser: Browser, base: str, name: str, language: str, findings: Findings, pictures: Path,
        viewport: dict[str, int] | None = None,
    ) -> None:
        self.name, self.language, self.base = name, language, base
        self.findings, self.pictures = findings, pictures
        self.context = browser.new_context(
            viewport=viewport or DESKTOP, locale="vi-VN" if language == "vi" else "en-GB",
            reduced_motion="reduce", accept_downloads=True,
        )
        self.context.set_default_timeout(PATIENCE)
        self.page = self.context.new_page()
        # Statuses that are meant to come, by a part of the address.
        self.expected: list[tuple[int, str]] = []
        self._watch(self.page)

    def _watch(self, page: Page) -> None:
        page.on("pageerror", lambda error: self.findings.fault(f"{self.name}: script failed on {page.url}: {error}"))
        page.on("console", lambda message: self._console(page, message))
        page.on("request", lambda request: self._request(request.url))
        page.on("response", self._response)
        page.on("dialog", lambda dialog: dialog.accept())

    def _console(self, page: Page, message: Any) -> None:
        if message.type not in ("error", "warning"):
            return
        # A status that was expected is told on the console as well.
        if "Failed to load resource" in message.text and self.expected:
            return
        self.findings.fault(f"{self.name}: console on {page.url}: {message.text}")

    def _request(self, address: str) -> None:
        if not address.startswith((self.base + "/", "data:", "blob:")):
            self.findings.fault(f"{self.name}: a request leaves the server: {address}")

    def _response(self, response: Response) -> None:
        if response.status < 400:
            return
        if any(response.status == status and part in response.url for status, part in self.expected):
            return
        self.findings.fault(f"{self.name}: {response.status} for {response.url}")

    def word(self, words: Words | str) -> str:
        """The words in this person's language."""
        return words if isinstance(words, str) else getattr(words, self.language)

    def go(self, path: str) -> None:
        """Open an address of the server."""
        self.page.goto(path if path.startswith("http") else self.base + path)

    def button(self, words: Words | str, within: Locator | None = None) -> Locator:
        """A button by its name."""
        return (within or self.page).get_by_role("button", name=self.word(words), exact=True)

    def link(self, words: Words | str, within: Locator | None = None, exact: bool = True) -> Locator:
        """A link by its name."""
        return (within or self.page).get_by_role("link", name=self.word(words), exact=exact)

    def tab(self, words: Words) -> None:
        """Go to a page of the desk or of the direction by the bar that leads there; a count may follow the name."""
        bar = self.page.locator("nav.tabs")
        bar.get_by_role("link", name=re.compile("^" + re.escape(self.word(words)) + r"(\s|\d|$)")).first.click()
        self.page.wait_for_load_state()

    def field(self, words: Words | str, within: Locator | None = None) -> Locator:
        """A field by its label; labels of fields that may stay empty say so at their end."""
        name = re.compile("^" + re.escape(self.word(words)) + r"( \(|$)")
        # Parts of a page are labelled as well; only what can be filled is meant.
        return (within or self.page).get_by_label(name).and_(self.page.locator("input, textarea, select"))

    def region(self, words: Words | str) -> Locator:
        """A part of the page by its heading."""
        return self.page.get_by_role("region", name=self.word(words), exact=True)

    def sees(self, text: Words | str, within: Locator | None = None, patience: int = PATIENCE) -> bool:
        """Whether a text appears before patience ends, without loading the page again."""
        try:
            (within or self.page.locator("main")).get_by_text(self.word(text)).first.wait_for(
                state="visible", timeout=patience)
            return True
        except Exception:  # noqa: BLE001 - whatever kept it away, it was not seen
            return False

    def expect(self, holds: bool, text: str) -> bool:
        """Note a fault of this person's where something does not hold."""
        return self.findings.expect(holds, f"{self.name}: {text}")

    def picture(self, name: str) -> None:
        """Keep a picture of the whole page."""
        self.pictures.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=str(self.pictures / f"{name}.png"), full_page=True)

    def choose(self, language: str) -> None:
        """Choose a language by the menu of the bar on top."""
        if self.page.evaluate("document.documentElement.lang") != language:
            self.page.locator("summary", has_text=re.compile("Ngôn ngữ và giao diện|Language and appearance")).click()
            self.button("Tiếng Việt" if language == "vi" else "English").click()
            self.page.wait_for_load_state()
        self.language = language
        self.expect(self.page.evaluate("document.documentElement.lang") == language, f"the menu does not choose {language}")

    def close(self) -> None:
        """Leave."""
        self.context.close()
