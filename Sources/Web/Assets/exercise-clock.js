// Clocks of exercises run by themselves between two looks at the server: [data-clock] says the exercise time of now, how
// many exercise seconds a real one is, and when it ends.
export function watchClocks() {
  const known = new WeakMap();
  const tick = () => {
    for (const clock of document.querySelectorAll("[data-clock]")) {
      if (!known.has(clock)) known.set(clock, performance.now());
      const { time, end, factor, start } = clock.dataset;
      if (factor === "0") continue;
      const passed = (performance.now() - known.get(clock)) * Number(factor);
      show(clock, Math.min(Number(end), Number(time) + passed), Number(start));
    }
  };
  tick();
  setInterval(tick, 500);
}

function show(clock, time, start) {
  const seconds = Math.floor(start + time / 1000);
  const inDay = ((seconds % 86400) + 86400) % 86400;
  const two = (number) => String(number).padStart(2, "0");
  const face = clock.querySelector("[data-clock-face]");
  const day = face.textContent.match(/^(.* )?[0-9:]+$/)?.[1] ?? "";
  const text = `${day}${two(Math.floor(inDay / 3600))}:${two(Math.floor(inDay / 60) % 60)}`;
  if (face.textContent !== text) face.textContent = text;
  const bar = clock.querySelector("[data-clock-bar]");
  if (bar) bar.value = time;
}
