// Messages that come and go. They are announced by screen readers and stay long enough to be read.
const words = () => document.getElementById("words").dataset;

export function toast(text, tone = "") {
  const list = document.getElementById("toasts");
  const item = document.createElement("p");
  item.className = `toast ${tone}`;
  item.append(text);
  const close = document.createElement("button");
  close.type = "button";
  close.className = "quiet";
  close.textContent = "✕";
  close.setAttribute("aria-label", words().close);
  close.addEventListener("click", () => item.remove());
  item.append(close);
  list.append(item);
  while (list.children.length > 5) list.firstElementChild.remove();
  // A failure stays until it is closed.
  if (tone !== "bad") setTimeout(() => item.remove(), 5000 + text.length * 40);
  return item;
}

export function say(word, tone) {
  return toast(words()[word], tone);
}

export function fadeToasts() {
  for (const item of document.querySelectorAll("#toasts > .toast")) setTimeout(() => item.remove(), 8000);
}
