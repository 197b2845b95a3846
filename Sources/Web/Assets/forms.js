// Forms with data-fetch are sent by script: the answer becomes a message, an error at its field, or another page.
// Without scripts the same forms are posted as ever.
import { refresh } from "./events.js";
import { say, toast } from "./toasts.js";

export function watchForms() {
  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    const question = event.submitter?.dataset.confirm ?? form.dataset.confirm;
    if (question && !window.confirm(question)) {
      event.preventDefault();
      return;
    }
    if (form.dataset.fetch === undefined) return;
    event.preventDefault();
    await send(form, event.submitter);
  });
}

async function send(form, submitter) {
  if (form.dataset.busy) return;
  form.dataset.busy = "1";
  // Read first: what a button says is left out once the button is disabled.
  const body = new URLSearchParams(new FormData(form, submitter));
  if (submitter) submitter.disabled = true;
  clearErrors(form);
  try {
    const response = await fetch(submitter?.getAttribute("formaction") ?? form.getAttribute("action"), {
      method: "POST",
      headers: { Accept: "application/json" },
      body,
      redirect: "manual",
    });
    const answer = response.status === 204 ? {} : await response.json();
    if (response.ok) succeed(form, answer);
    else fail(form, answer);
  } catch {
    say("failed", "bad");
  } finally {
    delete form.dataset.busy;
    if (submitter) submitter.disabled = false;
  }
}

function succeed(form, answer) {
  if (answer.message) toast(answer.message, "good");
  form.closest("dialog")?.close();
  // data-stay keeps the page: its parts are renewed instead.
  if (form.dataset.stay !== undefined || !answer.location) {
    if (form.dataset.keep === undefined) form.reset();
    refresh(form.dataset.refresh ? form.dataset.refresh.split(" ") : undefined);
  } else {
    window.location.assign(answer.location);
  }
}

function fail(form, problem) {
  const input = problem.field ? form.elements.namedItem(problem.field) : null;
  if (!(input instanceof HTMLElement) || input.type === "hidden") {
    toast(problem.detail ?? problem.title, "bad");
    return;
  }
  const id = `${input.id}-error`;
  const error = document.createElement("p");
  error.id = id;
  error.className = "field-error";
  error.textContent = problem.detail;
  input.setAttribute("aria-invalid", "true");
  input.setAttribute("aria-describedby", `${input.getAttribute("aria-describedby") ?? ""} ${id}`.trim());
  input.closest(".field")?.append(error);
  input.focus();
}

function clearErrors(form) {
  for (const error of form.querySelectorAll(".field-error, .form-error")) error.remove();
  for (const input of form.querySelectorAll("[aria-invalid]")) {
    input.removeAttribute("aria-invalid");
    const described = (input.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => !id.endsWith("-error"));
    if (described.join(" ")) input.setAttribute("aria-describedby", described.join(" "));
    else input.removeAttribute("aria-describedby");
  }
}
