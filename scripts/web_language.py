"""Texts in the wrong language: what stands in the table of texts for the other one, and words that only it has."""

from __future__ import annotations

import functools
import re

from playwright.sync_api import Page

from external import ROOT

PAIR = re.compile(r'LocalizedText\(\s*"((?:[^"\\]|\\.)*)",\s*"((?:[^"\\]|\\.)*)"\s*\)')
# Words that no Vietnamese text has.
ENGLISH = re.compile(
    r"\b(the|of|and|is|are|was|were|with|from|this|that|which|you|your|not|have|has|been|for|by|its|what|who|when|how|"
    r"host|hosts|search|alert|alerts|team|score|point|points|time|send|answer|report|work|settings|account|close)\b",
    re.IGNORECASE)
QUERY = re.compile(r"\w\.\w+:\S")
VIETNAMESE = re.compile("[ăâđêôơưáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]", re.IGNORECASE)
# What is shown to people by scripts and markup alike, without what they or the simulated world wrote.
TEXTS = """() => {
  const skip = "script, style, template, code, kbd, pre, textarea, .code, .log-rows, .log-side ul, .log-summary, .talk-text, .chat-scroll, " +
    ".message-text, .reply, .tile, .brand, .prose, .menu-name, [lang]:not(html), .desk-name, optgroup, datalist, .saved, .who, " +
    ".projector-news, .bar-words h1, .projector-head h1, .copyable, #talk, .attempts, time, " +
    "[data-key^=text-], [aria-pressed], #accounts td, #audit td, #team-list td, #organisations th, #invitations td, .team-name, .team-head h2";
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent.trim();
    if (text.length > 2 && !node.parentElement.closest(skip)) texts.push(text);
  }
  for (const element of document.querySelectorAll("[aria-label], [title], [placeholder]")) {
    if (element.closest(skip)) continue;
    for (const name of ["aria-label", "title", "placeholder"]) {
      const text = element.getAttribute(name)?.trim();
      if (text && text.length > 2) texts.push(text);
    }
  }
  return [...new Set(texts)];
}"""


@functools.cache
def table() -> tuple[frozenset[str], frozenset[str]]:
    """Texts that only the Vietnamese and only the English pages have."""
    vietnamese, english = set(), set()
    for path in (ROOT / "Sources" / "Web").rglob("*.swift"):
        for first, second in PAIR.findall(path.read_text(encoding="utf-8")):
            if first != second and "\\(" not in first + second:
                vietnamese.add(first.strip())
                english.add(second.strip())
    return frozenset(vietnamese - english), frozenset(english - vietnamese)


def foreign_texts(page: Page, language: str) -> list[str]:
    """Texts on a page that are in the other language."""
    vietnamese, english = table()
    found = []
    for text in page.evaluate(TEXTS):
        # What people searched for is in the language of searches.
        if QUERY.search(text):
            continue
        if language == "vi":
            foreign = text in english or (
                len(ENGLISH.findall(text)) >= 2 and not VIETNAMESE.search(text))
        else:
            foreign = text in vietnamese
        if foreign:
            found.append(text[:80])
    return found
