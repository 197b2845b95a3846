// Live events. The page says where they come from: <main data-events="/…">. A message names the sections that changed,
// {"changed":["alerts","clock"]}; the parts of the page with that data-section are fetched anew from their data-fragment.
// Other messages are handed on as DOM events "thao:NAME" on the document.
import { isFilled } from "./dialogs.js";
import { localTimes } from "./times.js";
import { say } from "./toasts.js";

let source = null;
let lastNumber = null;
let wasLost = null;

export function watchEvents() {
  const address = document.querySelector("[data-events]")?.dataset.events;
  if (!address) return;
  const connect = () => {
    if (source) return;
    source = new EventSource(address);
    source.addEventListener("open", opened);
    source.addEventListener("error", lost);
    source.addEventListener("message", received);
  };
  const disconnect = () => {
    source?.close();
    source = null;
  };
  // A browser opens only a few connections to one server: a page that nobody looks at gives its own back.
  document.addEventListener("visibilitychange", () => (document.hidden ? disconnect() : connect()));
  window.addEventListener("pagehide", disconnect);
  window.addEventListener("pageshow", () => { if (!document.hidden) connect(); });
  if (!document.hidden) connect();
}

let hasOpened = false;

function opened() {
  if (wasLost) {
    wasLost.remove();
    wasLost = null;
    say("online", "good");
  }
  // Whatever happened while there was no connection is looked at again.
  if (hasOpened) refresh();
  hasOpened = true;
  lastNumber = null;
}

function lost() {
  if (!wasLost && !document.hidden) wasLost = say("offline", "bad");
  // A browser gives up where the server said no, for instance because the sign-in ended.
  if (source?.readyState === EventSource.CLOSED) {
    source = null;
    setTimeout(() => window.location.reload(), 5000);
  }
}

function received(event) {
  const number = Number(event.lastEventId);
  const isGap = event.lastEventId !== "" && lastNumber !== null && number !== lastNumber + 1;
  if (event.lastEventId !== "") lastNumber = number;
  let message;
  try {
    message = JSON.parse(event.data);
  } catch {
    return;
  }
  if (isGap) refresh();
  else if (message.changed) refresh(message.changed);
  document.dispatchEvent(new CustomEvent("thao:message", { detail: message }));
}

// Parts that are being fetched, and whether they have to be fetched once more afterwards.
const pending = new Map();

/// Fetches anew all parts of the page, or those of some sections.
export function refresh(sections) {
  for (const part of document.querySelectorAll("[data-fragment]")) {
    const own = (part.dataset.section ?? "").split(" ");
    if (!sections || own.some((section) => sections.includes(section))) renew(part);
  }
}

async function renew(part) {
  if (pending.has(part)) {
    pending.set(part, true);
    return;
  }
  pending.set(part, false);
  try {
    const response = await fetch(part.dataset.fragment, { headers: { Accept: "text/html" } });
    if (response.status === 401) window.location.reload();
    if (response.ok) replace(part, await response.text());
    part.classList.toggle("is-stale", !response.ok);
  } catch {
    part.classList.add("is-stale");
  } finally {
    const isAskedAgain = pending.get(part);
    pending.delete(part);
    if (isAskedAgain && part.isConnected) renew(part);
  }
}

// Puts new content in place without disturbing who works there: open dialogs and typed text wait, focus, scrolling and
// what was opened stay.
function replace(part, html) {
  if (part.querySelector("dialog[open]") || isFilled(part)) {
    part.dataset.waiting = "1";
    watchUntilFree(part);
    return;
  }
  const template = document.createElement("template");
  template.innerHTML = html;
  if (template.innerHTML === part.dataset.shown) return;
  const focused = part.contains(document.activeElement) ? address(document.activeElement, part) : null;
  const scrolls = new Map();
  for (const element of [part, ...part.querySelectorAll("[id]")]) {
    if (element.scrollTop || element.scrollLeft) scrolls.set(element.id, [element.scrollTop, element.scrollLeft]);
  }
  const open = new Map();
  for (const element of part.querySelectorAll("details[id]")) open.set(element.id, element.open);
  const known = new Set(Array.from(part.querySelectorAll("[data-key]"), (element) => element.dataset.key));
  part.dataset.shown = template.innerHTML;
  part.replaceChildren(template.content);
  for (const [id, isOpen] of open) {
    const element = document.getElementById(id);
    if (element) element.open = isOpen;
  }
  for (const [id, [top, left]] of scrolls) {
    const element = id === part.id ? part : document.getElementById(id);
    if (element) [element.scrollTop, element.scrollLeft] = [top, left];
  }
  if (focused) part.querySelector(focused)?.focus({ preventScroll: true });
  if (known.size) {
    for (const element of part.querySelectorAll("[data-key]")) {
      if (!known.has(element.dataset.key)) element.classList.add("is-new");
    }
  }
  localTimes(part);
  document.dispatchEvent(new CustomEvent("thao:renewed", { detail: part }));
}

function watchUntilFree(part) {
  const look = () => {
    if (!part.isConnected) return;
    if (part.querySelector("dialog[open]") || isFilled(part)) setTimeout(look, 1000);
    else if (part.dataset.waiting) {
      delete part.dataset.waiting;
      renew(part);
    }
  };
  setTimeout(look, 1000);
}

// How to find an element again after its surroundings were made anew.
function address(element, part) {
  if (element.id) return `#${CSS.escape(element.id)}`;
  const keyed = element.closest("[data-key]");
  if (keyed && part.contains(keyed)) {
    const key = `[data-key="${CSS.escape(keyed.dataset.key)}"]`;
    if (keyed === element) return key;
    const index = Array.from(keyed.querySelectorAll("a, button, input, select, textarea, summary")).indexOf(element);
    const name = element.tagName.toLowerCase();
    const before = Array.from(keyed.querySelectorAll(name)).indexOf(element);
    return index >= 0 && before === 0 ? `${key} ${name}` : key;
  }
  return null;
}
