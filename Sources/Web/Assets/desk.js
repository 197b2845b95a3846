// The desk: the clock, panels that open beside the page, moving between hosts by keys, boxes that send on Ctrl+Enter.
import { localTimes } from "./times.js";
import { say, toast } from "./toasts.js";

// The clock runs by itself from the exercise time that the page brought, and is set right by every message.
let base = 0;
let anchor = performance.now();
let pace = 0;
let end = 0;
let start = 0;

function readClock() {
  const clock = document.querySelector("[data-clock]");
  if (!clock) return;
  base = Number(clock.dataset.clock);
  pace = Number(clock.dataset.pace);
  end = Number(clock.dataset.end);
  start = Number(clock.dataset.start);
  anchor = performance.now();
}

export function exerciseTime() {
  return Math.min(end, base + (performance.now() - anchor) * pace);
}

const two = (number) => String(number).padStart(2, "0");

function showTime() {
  const clock = document.querySelector("[data-clock]");
  if (!clock || !pace) return;
  const now = exerciseTime();
  const seconds = Math.floor(start + now / 1000) % 86400;
  clock.textContent = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  for (const bar of document.querySelectorAll("progress[data-from]")) {
    bar.value = Math.min(bar.max, Math.max(0, now - Number(bar.dataset.from)));
  }
}

readClock();
setInterval(showTime, 250);
document.addEventListener("thao:message", (event) => {
  const time = event.detail?.time;
  if (typeof time === "number" && pace && time > exerciseTime()) {
    base = time;
    anchor = performance.now();
  }
});
document.addEventListener("thao:renewed", (event) => {
  if (event.detail.querySelector("[data-clock]")) readClock();
  rove(event.detail);
});

// Links with data-dialog open what they lead to beside the page. Without scripts they are links.
const dialog = document.getElementById("desk-dialog");
const closeWord = document.getElementById("words")?.dataset.close ?? "";

document.addEventListener("click", async (event) => {
  const link = event.target.closest?.("a[data-dialog]");
  if (link && dialog && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0) {
    event.preventDefault();
    await openPanel(link.dataset.dialog);
    return;
  }
  if (event.target.closest?.("[data-close]")) dialog?.close();
});

async function openPanel(address) {
  try {
    const response = await fetch(address, { headers: { Accept: "text/html" } });
    const part = document.createElement("div");
    part.innerHTML = await response.text();
    part.id = "dialog-part";
    // A host's panel stays as new as the page.
    if (response.ok && !address.includes("/parts/act")) {
      part.dataset.fragment = address;
      part.dataset.section = "hosts alerts work findings";
    }
    const close = document.createElement("button");
    close.type = "button";
    close.className = "quiet dialog-close";
    close.textContent = "✕";
    close.dataset.close = "";
    close.setAttribute("aria-label", closeWord);
    dialog.replaceChildren(close, part);
    localTimes(part);
    for (const cancel of part.querySelectorAll(".buttons a.quiet")) {
      if (part.querySelector("form") && cancel.getAttribute("href")?.endsWith("/work")) cancel.dataset.close = "";
    }
    for (const cancel of part.querySelectorAll("a[data-close]")) {
      cancel.addEventListener("click", (click) => click.preventDefault());
    }
    if (!dialog.open) dialog.showModal();
    dialog.scrollTop = 0;
  } catch {
    say("failed", "bad");
  }
}
dialog?.addEventListener("close", () => dialog.replaceChildren());

// Lists of hosts are one stop for the Tab key; arrows move within.
function rove(root) {
  for (const list of root.querySelectorAll("[data-rove]")) {
    const links = list.querySelectorAll("a");
    links.forEach((link, index) => { link.tabIndex = index === 0 || link === document.activeElement ? 0 : -1; });
  }
}
rove(document);
document.addEventListener("keydown", (event) => {
  const list = event.target.closest?.("[data-rove]");
  if (list && ["ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp", "Home", "End"].includes(event.key)) {
    const links = Array.from(list.querySelectorAll("a"));
    const here = links.indexOf(event.target.closest("a"));
    let next = here;
    if (event.key === "ArrowRight") next = here + 1;
    if (event.key === "ArrowLeft") next = here - 1;
    if (event.key === "Home") next = 0;
    if (event.key === "End") next = links.length - 1;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") next = nearest(links, here, event.key === "ArrowDown");
    if (links[next] && next !== here) {
      event.preventDefault();
      links[here].tabIndex = -1;
      links[next].tabIndex = 0;
      links[next].focus();
    }
  }
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.closest?.("textarea[data-send]")) {
    event.target.form.requestSubmit();
  }
});

// The link in the next row that is nearest to this one.
function nearest(links, here, isDown) {
  const from = links[here].getBoundingClientRect();
  let best = here;
  let least = Infinity;
  links.forEach((link, index) => {
    const box = link.getBoundingClientRect();
    const rows = isDown ? box.top - from.top : from.top - box.top;
    if (rows < from.height / 2) return;
    const distance = rows * 10 + Math.abs(box.left - from.left);
    if (distance < least) [least, best] = [distance, index];
  });
  return best;
}

// On narrow screens the bar of pages scrolls; the page at hand is in sight.
const here = document.querySelector(".desk-tabs [aria-current]");
if (here) here.parentElement.scrollLeft = here.offsetLeft - here.parentElement.clientWidth / 3;

// What the keyboard help says besides.
const keys = document.getElementById("desk-keys");
if (keys) document.querySelector("#help dl")?.append(keys.content.cloneNode(true));

// A new alert is told on every page: aloud where the list shows it anyway, else as a message.
const openAlerts = () => Number(document.querySelector("#tab-alerts .count")?.textContent.replace(/\D/g, "") ?? 0);
let known = openAlerts();
document.addEventListener("thao:renewed", (event) => {
  if (event.detail.id !== "part-tabs") return;
  const now = openAlerts();
  if (now > known) {
    const isListed = document.querySelector("#part-alerts, #part-latest") !== null;
    if (isListed) document.getElementById("desk-said").textContent = keys.dataset.alert;
    else toast(keys.dataset.alert);
  }
  known = now;
});

// Chat begins at its end, and stays there.
const chat = document.querySelector(".chat-scroll");
const toEnd = () => { if (chat) chat.scrollTop = chat.scrollHeight; };
toEnd();
document.addEventListener("thao:renewed", (event) => { if (event.detail === chat) toEnd(); });
