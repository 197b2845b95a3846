#!/usr/bin/env python3
"""Looks at report pages in a real browser: light and dark, narrow and wide, in both languages.

    verify-report.py PAGE.html... FOLDER

Needs Chromium and the Python package `playwright`. Writes a picture of every view to FOLDER and ends with status 1
where a page loads something, logs an error, scrolls sideways, breaks a basic rule of accessibility, or where a colour
pair of the palette has too little contrast.
"""
import argparse
import itertools
import pathlib
import re
import shutil
import sys

from playwright.sync_api import sync_playwright

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
VIEWS = [
    ("narrow", 360, 780),
    ("medium", 800, 1000),
    ("wide", 1600, 1000),
]

# Foreground, background, least contrast (WCAG 2.2: 4.5 for text, 3 for large text and graphics).
PAIRS = [
    ("ink", "paper", 4.5), ("ink", "card", 4.5), ("ink", "faint", 4.5), ("ink", "zone", 4.5),
    ("muted", "paper", 4.5), ("muted", "card", 4.5), ("muted", "faint", 4.5), ("muted", "zone", 4.5),
    ("accent", "paper", 4.5), ("accent", "card", 4.5), ("bad", "card", 4.5), ("bad", "paper", 4.5),
    ("bad", "faint", 4.5), ("good", "faint", 4.5),
    ("bad", "bad-soft", 4.5), ("good", "card", 4.5), ("good", "good-soft", 4.5), ("warning", "card", 4.5),
    ("warning", "warning-soft", 4.5), ("on-bad", "bad", 4.5), ("on-data", "data", 4.5), ("on-solid", "solid", 4.5),
    ("data", "card", 3), ("flow", "faint", 2), ("edge", "card", 1.8),
]

RULES = """() => {
  const problems = [];
  const say = (text) => problems.push(text);
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true });
  const named = (element) => {
    const by = element.getAttribute("aria-labelledby");
    if (by) return by.split(/\\s+/).map((id) => document.getElementById(id)?.textContent ?? "").join(" ").trim();
    return element.getAttribute("aria-label") ?? "";
  };
  if (!document.documentElement.lang) say("no language");
  if (!document.title.trim()) say("no title");
  for (const landmark of ["header", "nav", "main", "footer"])
    if (!document.querySelector(landmark)) say("no " + landmark);
  if (document.querySelectorAll("h1").length !== 1) say("not exactly one h1");
  let level = 0;
  for (const heading of document.querySelectorAll("h1, h2, h3, h4")) {
    const now = Number(heading.tagName[1]);
    if (now > level + 1) say("heading jumps to h" + now + ": " + heading.textContent.slice(0, 40));
    level = now;
  }
  const ids = new Set();
  for (const element of document.querySelectorAll("[id]")) {
    if (ids.has(element.id)) say("id twice: " + element.id);
    ids.add(element.id);
  }
  for (const svg of document.querySelectorAll("svg")) {
    if (svg.getAttribute("aria-hidden") === "true") continue;
    if (svg.getAttribute("role") !== "img" || !named(svg)) say("drawing without role or name");
  }
  for (const table of document.querySelectorAll("table")) {
    if (!table.caption?.textContent.trim()) say("table without caption: " + table.id);
    for (const cell of table.querySelectorAll("th")) if (!cell.scope) say("heading cell without scope: " + table.id);
  }
  for (const element of document.querySelectorAll("section, [role=region], nav"))
    if (!named(element)) say("part without name: " + element.id);
  for (const element of document.querySelectorAll("a[href], button, summary")) {
    if (!isShown(element)) continue;
    if (!element.innerText.trim() && !named(element)) say("control without name");
    const box = element.getBoundingClientRect();
    if (box.width && box.height < 24 && !element.classList.contains("skip")) say("control lower than 24: " + element.innerText);
  }
  // Labels of a drawing must not cover each other.
  for (const svg of document.querySelectorAll(".drawing > svg")) {
    if (!isShown(svg)) continue;
    const frame = svg.getBoundingClientRect();
    const labels = [...svg.querySelectorAll("text")].filter(isShown).map((text) => [text, text.getBoundingClientRect()]);
    for (const [text, box] of labels)
      if (box.left < frame.left - 1 || box.right > frame.right + 1) say("label leaves its drawing: " + text.textContent);
    for (let i = 0; i < labels.length; i++)
      for (let j = i + 1; j < labels.length; j++) {
        const [first, a] = labels[i], [second, b] = labels[j];
        const x = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const y = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (x > 2 && y > a.height * 0.45) say("labels cover each other: " + first.textContent + " | " + second.textContent);
      }
  }
  const small = [...document.querySelectorAll(".drawing text")].filter(isShown)
    .map((text) => text.getBoundingClientRect().height).filter((height) => height && height < 9);
  if (small.length) say(small.length + " labels lower than 9 pixels");
  if (document.documentElement.scrollWidth > window.innerWidth) say("scrolls sideways: " + document.documentElement.scrollWidth);
  return [...new Set(problems)];
}"""


def luminance(colour):
    """Relative luminance of #rrggbb."""
    channels = [int(colour[index:index + 2], 16) / 255 for index in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first, second):
    """Contrast ratio of two colours."""
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def full(colour):
    """#rrggbb of #rgb."""
    return "#" + "".join(digit * 2 for digit in colour[1:]) if len(colour) == 4 else colour


def palette_problems(page, scheme):
    """Pairs of the palette in force that have too little contrast."""
    names = sorted({name for pair in PAIRS for name in pair[:2]})
    values = page.evaluate(
        "names => { const style = getComputedStyle(document.documentElement);"
        " return names.map(name => style.getPropertyValue('--' + name).trim()); }", names)
    colours = {name: full(value) for name, value in zip(names, values)}
    for name, value in colours.items():
        if not re.fullmatch(r"#[0-9a-f]{6}", value):
            yield f"{scheme}: colour --{name} is {value!r}"
            return
    for front, back, least in PAIRS:
        ratio = contrast(colours[front], colours[back])
        if ratio < least:
            yield f"{scheme}: --{front} on --{back} has {ratio:.2f}, needs {least}"


def verify(browser, path, out):
    """Problems of one page in all views."""
    problems = []
    size = path.stat().st_size
    if size > 2_000_000:
        problems.append(f"{size} bytes")
    for scheme, (view, width, height) in itertools.product(("light", "dark"), VIEWS):
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
        page = context.new_page()
        label = f"{scheme} {view}"
        page.on("console", lambda message, label=label: problems.append(f"{label}: console: {message.text}"))
        page.on("pageerror", lambda error, label=label: problems.append(f"{label}: error: {error}"))
        page.on(
            "request",
            lambda request, label=label: None if request.url == path.as_uri()
            else problems.append(f"{label}: loads {request.url}"))
        page.goto(path.as_uri())
        if view == "wide":
            problems.extend(palette_problems(page, scheme))
        for language in ("vi", "en"):
            switch = page.locator(f"[data-set-language={language}]")
            if not switch.is_visible():
                problems.append(f"{label}: no language switch; did the script run?")
                continue
            switch.click()
            if page.evaluate("document.documentElement.lang") != language:
                problems.append(f"{label}: the switch does not work")
            for opened in (False, True):
                page.evaluate(
                    "opened => document.querySelectorAll('details').forEach(element => { element.open = opened; })",
                    opened)
                problems.extend(f"{label} {language}: {problem}" for problem in page.evaluate(RULES))
            page.evaluate("document.querySelectorAll('details').forEach(element => { element.open = false; })")
            page.screenshot(path=str(out / f"{path.stem}-{scheme}-{view}-{language}.png"), full_page=True)
        context.close()
    context = browser.new_context()
    page = context.new_page()
    page.goto(path.as_uri())
    page.pdf(path=str(out / f"{path.stem}.pdf"), format="A4", print_background=True)
    context.close()
    return problems


def main():
    """Verifies all pages."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pages", nargs="+", type=pathlib.Path)
    parser.add_argument("folder", type=pathlib.Path, help="folder for the pictures")
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    executable = next((path for path in map(shutil.which, BROWSERS) if path), None)
    count = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        for path in arguments.pages:
            for problem in verify(browser, path.resolve(), arguments.folder):
                count += 1
                print(f"{path.name}: {problem}")
        browser.close()
    print(f"{len(arguments.pages)} pages, {count} problems; pictures in {arguments.folder}")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
