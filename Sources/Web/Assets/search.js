// The log search: results come without leaving the page, names of fields are offered while one types, a stretch of the
// histogram is chosen by mouse or keys, and every value of a record can be added to the search or excluded.
import { say } from "./toasts.js";

const form = document.getElementById("log-form");
const box = document.getElementById("log-query");
const results = document.getElementById("log-results");
const words = document.getElementById("log-words").dataset;

// Searching
function addressOf(data) {
  const query = new URLSearchParams(data);
  if (query.get("range") !== "custom") {
    query.delete("from");
    query.delete("to");
  }
  return `${form.getAttribute("action")}?${query}`;
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  go(addressOf(new FormData(form)));
});
form.addEventListener("change", (event) => {
  if (event.target.name === "from" || event.target.name === "to") {
    form.querySelector('[name="range"][value="custom"]').checked = true;
  }
  if (event.target.name === "range" || event.target.name === "order") form.requestSubmit();
});

let asked = 0;
async function go(address, isBack = false) {
  const mine = ++asked;
  const query = address.includes("?") ? address.slice(address.indexOf("?")) : "";
  results.classList.add("is-busy");
  results.setAttribute("aria-busy", "true");
  try {
    const response = await fetch(results.dataset.results + query, { headers: { Accept: "text/html" } });
    const html = await response.text();
    if (mine !== asked) return;
    results.innerHTML = html;
    if (!isBack) history.pushState({}, "", address);
    fill(new URLSearchParams(query));
  } catch {
    say("failed", "bad");
  } finally {
    if (mine === asked) {
      results.classList.remove("is-busy");
      results.removeAttribute("aria-busy");
    }
  }
}

// Puts what an address says into the form.
function fill(query) {
  box.value = query.get("q") ?? "";
  const range = query.get("range") ?? (query.get("from") || query.get("to") ? "custom" : "24h");
  for (const choice of form.querySelectorAll('[name="range"]')) choice.checked = choice.value === range;
  for (const name of ["from", "to"]) if (range === "custom") form.elements.namedItem(name).value = query.get(name) ?? "";
  form.elements.namedItem("order").value = query.get("order") ?? "newest";
  let fields = form.elements.namedItem("fields");
  if (query.get("fields") !== null || fields) {
    if (!fields) {
      fields = Object.assign(document.createElement("input"), { type: "hidden", name: "fields" });
      form.append(fields);
    }
    if (query.get("fields") === null) fields.remove();
    else fields.value = query.get("fields");
  }
  const saved = document.getElementById("saved-query");
  if (saved) saved.value = box.value;
}
window.addEventListener("popstate", () => go(window.location.pathname + window.location.search, true));

document.addEventListener("click", async (event) => {
  const link = event.target.closest?.("a[href]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  const address = link.getAttribute("href");
  if (link.dataset.more !== undefined) {
    event.preventDefault();
    await append(link);
  } else if (address.startsWith(`${form.getAttribute("action")}?`) && !link.hasAttribute("download")) {
    event.preventDefault();
    if (!wasDragged) go(address);
    link.closest("dialog")?.close();
  }
});

async function append(link) {
  link.setAttribute("aria-disabled", "true");
  try {
    const response = await fetch(link.dataset.more, { headers: { Accept: "text/html" } });
    const template = document.createElement("template");
    template.innerHTML = await response.text();
    const list = document.getElementById("log-rows");
    const fresh = template.content.querySelector("#log-rows");
    const first = fresh?.querySelector("summary");
    if (fresh) list.append(...fresh.children);
    const next = template.content.querySelector("#log-more");
    if (next) document.getElementById("log-more").replaceWith(next);
    else document.getElementById("log-more").remove();
    first?.focus({ preventScroll: true });
  } catch {
    say("failed", "bad");
    link.removeAttribute("aria-disabled");
  }
}

document.addEventListener("submit", (event) => {
  if (event.target.id !== "log-add-field") return;
  event.preventDefault();
  go(addressOf(new FormData(event.target)));
});

// Conditions from values
function term(field, value) {
  return `${field}:"${value.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}

function extended(condition, isExcluded) {
  const added = isExcluded ? `NOT ${condition}` : condition;
  const query = box.value.trim();
  if (!query) return added;
  return / OR |\|\|/.test(query) ? `(${query}) AND ${added}` : `${query} AND ${added}`;
}

document.addEventListener("toggle", (event) => {
  const row = event.target;
  if (!(row instanceof HTMLDetailsElement) || !row.classList.contains("log-row") || row.dataset.ready) return;
  row.dataset.ready = "1";
  for (const line of row.querySelectorAll(".log-values tr")) {
    const [name, value] = [line.cells[0].textContent, line.cells[1].textContent];
    const cell = line.insertCell();
    for (const [sign, label, isExcluded] of [["+", words.include, false], ["−", words.exclude, true]]) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "log-way";
      button.textContent = sign;
      button.title = label;
      button.setAttribute("aria-label", `${label}: ${name} ${value.slice(0, 80)}`);
      button.addEventListener("click", () => {
        box.value = extended(term(name, value), isExcluded);
        form.requestSubmit();
      });
      cell.append(button);
    }
  }
}, true);

// The histogram: drag, or arrows with Shift and Enter
let dragged = null;
let wasDragged = false;
const bars = () => Array.from(document.querySelectorAll("#log-histogram a"));

function choose(first, last) {
  const [low, high] = [Math.min(first, last), Math.max(first, last)];
  bars().forEach((bar, index) => bar.classList.toggle("is-chosen", index >= low && index <= high));
}

function zoom(first, last) {
  const all = bars();
  const query = new URLSearchParams(new FormData(form));
  query.set("range", "custom");
  query.set("from", all[Math.min(first, last)].dataset.from);
  query.set("to", all[Math.max(first, last)].dataset.to);
  go(`${form.getAttribute("action")}?${query}`);
}

document.addEventListener("dragstart", (event) => {
  if (event.target.closest?.("#log-histogram")) event.preventDefault();
});
document.addEventListener("pointerdown", (event) => {
  const bar = event.target.closest?.("#log-histogram a");
  wasDragged = false;
  if (bar && event.button === 0) dragged = { first: bars().indexOf(bar), last: bars().indexOf(bar) };
});
document.addEventListener("pointermove", (event) => {
  if (!dragged) return;
  const bar = document.elementFromPoint(event.clientX, event.clientY)?.closest?.("#log-histogram a");
  if (!bar) return;
  dragged.last = bars().indexOf(bar);
  wasDragged = wasDragged || dragged.last !== dragged.first;
  if (wasDragged) choose(dragged.first, dragged.last);
});
document.addEventListener("pointerup", () => {
  if (dragged && wasDragged) {
    zoom(dragged.first, dragged.last);
    setTimeout(() => { wasDragged = false; }, 0);
  }
  dragged = null;
});

let keyFirst = -1;
let keyLast = -1;
document.addEventListener("keydown", (event) => {
  if (event.target.id !== "log-histogram") return;
  const count = bars().length;
  if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
    event.preventDefault();
    const step = event.key === "ArrowRight" ? 1 : -1;
    keyLast = keyLast < 0 || keyLast >= count ? (step > 0 ? 0 : count - 1) : Math.min(count - 1, Math.max(0, keyLast + step));
    if (!event.shiftKey || keyFirst < 0 || keyFirst >= count) keyFirst = keyLast;
    choose(keyFirst, keyLast);
  }
  if (event.key === "Enter" && keyLast >= 0 && keyLast < count) zoom(keyFirst, keyLast);
});

// Names of fields while one types
const list = document.getElementById("log-fields");
let fields = null;
let offered = [];
let chosen = -1;

async function load() {
  if (fields) return;
  fields = [];
  try {
    const response = await fetch(words.fields, { headers: { Accept: "application/json" } });
    if (response.ok) fields = await response.json();
  } catch {
    fields = null;
  }
}
box.addEventListener("focus", load, { once: true });

const wordAt = () => /[\w@.]*$/.exec(box.value.slice(0, box.selectionStart))[0];

function offer() {
  const word = wordAt().toLowerCase();
  if (word.length < 2 || !fields) return hide();
  const starts = fields.filter((field) => field.name.toLowerCase().startsWith(word));
  const contains = fields.filter((field) => !starts.includes(field) && field.name.toLowerCase().includes(word));
  offered = [...starts, ...contains].slice(0, 12);
  if (!offered.length || (offered.length === 1 && offered[0].name === word)) return hide();
  chosen = -1;
  list.replaceChildren(...offered.map((field, index) => {
    const item = document.createElement("li");
    item.id = `log-field-${index}`;
    item.role = "option";
    const name = document.createElement("code");
    name.textContent = field.name;
    const example = document.createElement("span");
    example.textContent = field.example;
    item.append(name, example);
    item.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      take(index);
    });
    return item;
  }));
  list.hidden = false;
  box.setAttribute("aria-expanded", "true");
}

function hide() {
  list.hidden = true;
  chosen = -1;
  box.setAttribute("aria-expanded", "false");
  box.removeAttribute("aria-activedescendant");
}

function mark(index) {
  chosen = (index + offered.length) % offered.length;
  Array.from(list.children).forEach((item, place) => item.setAttribute("aria-selected", String(place === chosen)));
  box.setAttribute("aria-activedescendant", `log-field-${chosen}`);
  list.children[chosen].scrollIntoView({ block: "nearest" });
}

function take(index) {
  const start = box.selectionStart - wordAt().length;
  box.setRangeText(`${offered[index].name}:`, start, box.selectionStart, "end");
  hide();
  box.focus();
}

box.addEventListener("input", offer);
box.addEventListener("blur", () => setTimeout(hide, 150));
box.addEventListener("keydown", (event) => {
  if (!list.hidden) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      return mark(event.key === "ArrowDown" ? chosen + 1 : chosen < 0 ? offered.length - 1 : chosen - 1);
    }
    if ((event.key === "Enter" || event.key === "Tab") && chosen >= 0) {
      event.preventDefault();
      return take(chosen);
    }
    if (event.key === "Escape") {
      event.preventDefault();
      return hide();
    }
  }
  if (event.key === "Enter") hide();
});
