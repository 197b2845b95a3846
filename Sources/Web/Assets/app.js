// What every page does. Each part works on what is in the page and does nothing where there is none of it.
import { watchForms } from "./forms.js";
import { watchEvents } from "./events.js";
import { watchDialogs } from "./dialogs.js";
import { watchKeys } from "./keys.js";
import { localTimes } from "./times.js";
import { fadeToasts } from "./toasts.js";

watchForms();
watchDialogs();
watchKeys();
watchEvents();
localTimes(document);
fadeToasts();

// What only works with scripts is shown now that there are some, and again where a part of the page is renewed.
function showScripted(root) {
  for (const element of root.querySelectorAll("[data-open][hidden], [data-copy][hidden]")) element.hidden = false;
}
showScripted(document);
document.addEventListener("thao:renewed", (event) => showScripted(event.detail));

// Menus of the bar close when one clicks elsewhere.
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});
