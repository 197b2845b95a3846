// Keyboard shortcuts; links with data-go are reached by g and their key. None of them works while something is being typed.
import { openDialog } from "./dialogs.js";

const places = { h: "/" };
let waiting = false;

export function watchKeys() {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.target.closest?.("input, textarea, select, [contenteditable]")) return;
    if (event.key === "Escape") {
      const menu = document.querySelector("details.menu[open]");
      if (menu) {
        menu.open = false;
        menu.querySelector("summary").focus();
      }
      return;
    }
    if (document.querySelector("dialog[open]")) return;
    if (waiting) {
      waiting = false;
      const link = document.querySelector(`[data-go="${CSS.escape(event.key)}"]`);
      if (link) link.click();
      else if (places[event.key]) window.location.assign(places[event.key]);
      return;
    }
    if (event.key === "?") openDialog("help");
    if (event.key === "/") {
      const search = document.querySelector("[data-search]");
      if (search) {
        event.preventDefault();
        search.focus();
      }
    }
    if (event.key === "g") {
      waiting = true;
      setTimeout(() => { waiting = false; }, 1500);
    }
  });
}
