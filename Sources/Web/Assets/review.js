// The replay of a review: a slider over the run, the state of hosts as changes, the list of what happened.
const player = document.getElementById("replayer");
const print = document.getElementById("print");
if (print) {
  print.hidden = false;
  print.addEventListener("click", () => window.print());
}
if (player) start();

async function start() {
  const slider = document.getElementById("replay-slider");
  const output = document.getElementById("replay-time");
  const play = document.getElementById("replay-play");
  const list = document.getElementById("replay-events");
  const cursor = document.getElementById("lane-cursor");
  const events = Array.from(list.children, (item) => ({ item, time: Number(item.dataset.time) }));
  const times = [...new Set(events.map((event) => event.time))];
  const end = Number(player.dataset.end);
  const startSeconds = Number(player.dataset.start);
  const words = new Map();
  for (const item of document.querySelectorAll("#replay-legend [data-standing]")) {
    words.set(item.dataset.standing, item.querySelector(".standing-word").textContent);
  }
  const hosts = new Map();
  for (const item of player.querySelectorAll("[data-host]")) hosts.set(Number(item.dataset.host), item);
  let frames = { standings: [], changes: [] };
  let timer = null;
  let now = 0;

  const response = await fetch(player.dataset.source, { headers: { Accept: "application/json" } });
  if (!response.ok) return;
  frames = (await response.json()).review.timeline.frames;
  document.getElementById("replay-tools").hidden = false;

  slider.addEventListener("input", () => show(Number(slider.value)));
  play.addEventListener("click", toggle);
  document.getElementById("replay-before").addEventListener("click", () => step(-1));
  document.getElementById("replay-after").addEventListener("click", () => step(1));
  list.addEventListener("click", (event) => {
    const item = event.target.closest("[data-time]");
    if (item) go(Number(item.dataset.time));
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest?.("input:not([type=range]), textarea, select, button, a, summary")) return;
    if (event.target === slider && event.key !== " ") return;
    if (event.key === " ") toggle();
    else if (event.key === "ArrowLeft") step(-1);
    else if (event.key === "ArrowRight") step(1);
    else return;
    event.preventDefault();
  });
  show(Number(slider.value));

  function go(time) {
    slider.value = String(time);
    show(time);
  }

  // To the event before or after: the slider itself moves by whole minutes.
  function step(direction) {
    halt();
    const next = direction > 0 ? times.find((time) => time > now) : times.findLast((time) => time < now);
    if (next !== undefined) go(next);
  }

  function toggle() {
    if (timer) return halt();
    if (now >= end) go(0);
    // A whole run takes about a minute.
    const pace = Math.max(60000, end / 240);
    timer = setInterval(() => {
      if (now >= end) return halt();
      go(Math.min(end, now + pace));
    }, 250);
    play.textContent = play.dataset.pause;
  }

  function halt() {
    clearInterval(timer);
    timer = null;
    play.textContent = play.dataset.play;
  }

  function show(time) {
    now = time;
    const standing = new Map();
    for (const [moment, host, place] of frames.changes) {
      if (moment > time) break;
      standing.set(host, frames.standings[place]);
    }
    for (const [host, item] of hosts) {
      const name = standing.get(host) ?? "clean";
      if (item.dataset.standing === name) continue;
      item.dataset.standing = name;
      item.querySelector(".standing-word").textContent = words.get(name) ?? name;
    }
    const text = clock(time);
    output.textContent = text;
    slider.setAttribute("aria-valuetext", text);
    let last = null;
    for (const event of events) {
      const isPast = event.time <= time;
      event.item.classList.toggle("is-future", !isPast);
      event.item.classList.remove("is-latest");
      if (isPast) last = event.item;
    }
    if (last) {
      last.classList.add("is-latest");
      list.scrollTop = last.offsetTop - list.clientHeight / 2;
    }
    const [left, right] = [Number(cursor.dataset.left), Number(cursor.dataset.right)];
    const x = String(left + (right - left) * (end ? time / end : 0));
    cursor.setAttribute("x1", x);
    cursor.setAttribute("x2", x);
  }

  function clock(time) {
    const seconds = Math.floor(startSeconds + time / 1000);
    const day = Math.floor(seconds / 86400) - Math.floor(startSeconds / 86400);
    const inDay = ((seconds % 86400) + 86400) % 86400;
    const two = (number) => String(number).padStart(2, "0");
    const text = `${two(Math.floor(inDay / 3600))}:${two(Math.floor(inDay / 60) % 60)}`;
    return day ? `+${day} ${text}` : text;
  }
}
