// The pages of those who make and direct exercises: clocks that run, truth that is looked at now and then, seeds.
import { refresh } from "./events.js";
import { toast } from "./toasts.js";
import { watchClocks } from "./exercise-clock.js";

watchClocks();
watchTruth();
watchFullScreen();
watchFile();
watchSeeds();

// What the keyboard help says besides.
const keys = document.getElementById("direction-keys");
if (keys) document.querySelector("#help dl")?.append(keys.content.cloneNode(true));

// What only the truth knows is announced to nobody: it is looked at every few seconds while time passes.
function watchTruth() {
  if (!document.querySelector('[data-section~="truth"]')) return;
  setInterval(() => {
    const runs = document.querySelector('[data-clock]:not([data-factor="0"])');
    if (runs && !document.hidden) refresh(["truth"]);
  }, 4000);
}

function watchFullScreen() {
  for (const button of document.querySelectorAll("[data-full-screen]")) {
    if (!document.fullscreenEnabled) continue;
    button.hidden = false;
    button.addEventListener("click", () => document.getElementById(button.dataset.fullScreen).requestFullscreen());
  }
}

// A scenario's file is read here and sent as the text of the form.
function watchFile() {
  const input = document.getElementById("scenario-file");
  if (!input) return;
  input.closest("[hidden]").hidden = false;
  input.addEventListener("change", async () => {
    const file = input.files[0];
    if (!file) return;
    if (file.size > Number(input.dataset.most)) toast(input.dataset.refusal, "bad");
    else document.getElementById(input.dataset.into).value = await file.text();
  });
}

// Seeds are asked for a stretch at a time, so that rows come as they are computed and one can stop.
function watchSeeds() {
  const scout = document.getElementById("scout");
  if (!scout) return;
  scout.hidden = false;
  const form = document.getElementById("exercise-form");
  const seed = form.elements.namedItem("seed");
  const [start, stop] = [document.getElementById("scout-start"), document.getElementById("scout-stop")];
  const [progress, state] = [document.getElementById("scout-progress"), document.getElementById("scout-state")];
  const result = document.getElementById("scout-result");
  const stretch = 10;
  const most = Number(progress.max);
  let next = 1n;
  let running = null;
  // Other settings are another day: what was found is not true of it.
  for (const name of ["adversary", "measure", "minutes"]) {
    for (const input of form.querySelectorAll(`[name="${name}"]`)) {
      input.addEventListener("change", () => {
        running?.abort();
        result.replaceChildren();
        next = 1n;
      });
    }
  }
  stop.addEventListener("click", () => running?.abort());
  start.addEventListener("click", async () => {
    running = new AbortController();
    show(true);
    try {
      for (let done = 0; done < most; done += stretch) {
        progress.value = done;
        state.textContent = `${done} / ${most}`;
        await look(running.signal);
      }
      state.textContent = "";
    } catch (error) {
      state.textContent = "";
      if (error.name !== "AbortError") toast(error.message, "bad");
    } finally {
      running = null;
      show(false);
      start.textContent = start.dataset.more;
    }
  });
  result.addEventListener("click", (event) => {
    const button = event.target.closest("[data-seed]");
    if (!button) return;
    seed.value = button.dataset.seed;
    for (const row of result.querySelectorAll("tr")) row.classList.toggle("is-chosen", row.contains(button));
    seed.focus();
  });

  function show(isRunning) {
    start.disabled = isRunning;
    stop.hidden = progress.hidden = !isRunning;
  }

  async function look(signal) {
    const fields = new URLSearchParams(new FormData(form));
    fields.set("first", String(next));
    fields.set("count", String(stretch));
    const response = await fetch(scout.dataset.scout, { method: "POST", body: fields, signal, headers: { Accept: "text/html" } });
    const text = await response.text();
    const template = document.createElement("template");
    template.innerHTML = text;
    if (!response.ok) throw new Error(template.content.querySelector(".card p, p")?.textContent ?? response.statusText);
    const rows = template.content.querySelectorAll("tbody tr");
    if (!rows.length) throw new DOMException("", "AbortError");
    const body = result.querySelector("tbody");
    if (body) body.append(...rows);
    else result.append(template.content);
    next += BigInt(rows.length);
  }
}
