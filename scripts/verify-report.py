"""Opens a report in headless Chromium as people would and checks what can be checked: verify-report.py REPORT FOLDER

For light and dark, narrow and wide: no error on the console, nothing fetched from anywhere, no sideways scrolling, one
main heading, every image and graphic named for screen readers. A screenshot of each goes to FOLDER for the eye.
"""

import pathlib
import shutil
import sys

from playwright.sync_api import sync_playwright

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
WIDTHS = {"narrow": 390, "wide": 1440}
SCHEMES = ("light", "dark")
INSPECTION = """() => ({
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    headings: document.querySelectorAll('h1').length,
    language: document.documentElement.lang,
    title: document.title,
    text: document.body.innerText.trim().length,
    unnamed: [...document.querySelectorAll('img, svg')].filter((element) =>
        !element.closest('[aria-hidden="true"]') && !element.getAttribute('alt') && !element.getAttribute('aria-label')
        && !element.getAttribute('aria-labelledby') && !element.querySelector(':scope > title')).length,
})"""


def problems_of(page, report: pathlib.Path, screenshot: pathlib.Path) -> list[str]:
    problems: list[str] = []
    page.on("console", lambda message: message.type == "error" and problems.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: problems.append(f"script: {error}"))
    page.on(
        "request",
        lambda request: request.url.startswith(("http:", "https:", "ws:")) and problems.append(f"fetches {request.url}"),
    )
    page.goto(report.resolve().as_uri(), wait_until="load")
    found = page.evaluate(INSPECTION)
    if found["overflow"] > 0:
        problems.append(f"scrolls sideways by {found['overflow']} px")
    if found["headings"] != 1:
        problems.append(f"{found['headings']} main headings instead of one")
    if not found["language"] or not found["title"]:
        problems.append("no language or no title")
    if found["text"] < 500:
        problems.append("hardly any text")
    if found["unnamed"]:
        problems.append(f"{found['unnamed']} graphics without a name for screen readers")
    page.screenshot(path=screenshot, full_page=True)
    return problems


def main() -> int:
    report, folder = map(pathlib.Path, sys.argv[1:3])
    folder.mkdir(parents=True, exist_ok=True)
    executable = next((path for path in map(shutil.which, BROWSERS) if path), None)
    failures = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        for scheme in SCHEMES:
            for name, width in WIDTHS.items():
                context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900})
                screenshot = folder / f"{report.parent.name}-{scheme}-{name}.png"
                problems = problems_of(context.new_page(), report, screenshot)
                context.close()
                print(f"{'good' if not problems else 'BAD '} {scheme:5} {name:6} {screenshot}")
                for problem in dict.fromkeys(problems):
                    print(f"    {problem}")
                failures += bool(problems)
        browser.close()
    total = len(SCHEMES) * len(WIDTHS)
    print(f"{total - failures} passed, {failures} failed")
    return 1 if failures else 0


sys.exit(main())
