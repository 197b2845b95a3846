// Dialogs, and buttons that copy.
import { say } from "./toasts.js";

export function watchDialogs() {
  document.addEventListener("click", async (event) => {
    const opener = event.target.closest?.("[data-open]");
    if (opener) {
      event.preventDefault();
      openDialog(opener.dataset.open);
    }
    const copier = event.target.closest?.("[data-copy]");
    if (copier) {
      const source = document.getElementById(copier.dataset.copy);
      try {
        await navigator.clipboard.writeText(source.value ?? source.textContent);
        say("copied", "good");
      } catch {
        // Without TLS, browsers let scripts only select.
        source.select?.();
      }
    }
    // A click beside a dialog closes it, unless something was typed.
    if (event.target instanceof HTMLDialogElement && event.target.open && !isFilled(event.target)) event.target.close();
  });
}

export function openDialog(id) {
  const dialog = document.getElementById(id);
  if (dialog instanceof HTMLDialogElement && !dialog.open) dialog.showModal();
}

export function isFilled(element) {
  return Array.from(element.querySelectorAll("input:not([type=hidden]), textarea, select")).some((input) => {
    if (input.type === "checkbox" || input.type === "radio") return input.checked !== input.defaultChecked;
    if (input instanceof HTMLSelectElement) {
      // Where no option is marked, browsers choose the first.
      const options = Array.from(input.options);
      const first = options.some((option) => option.defaultSelected) ? -1 : 0;
      return options.some((option, index) => option.selected !== (option.defaultSelected || index === first));
    }
    return input.value !== input.defaultValue;
  });
}
