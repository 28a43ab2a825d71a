import { initAll } from "./govuk-frontend.min.js";

initAll();

// A form that was sent is not sent again by a second click.
for (const form of document.querySelectorAll("form[method=post]")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "yes";
    setTimeout(() => delete form.dataset.sent, 4000);
  });
}

// Where something is under way, looks again by itself.
if (document.querySelector("[data-look-again]")) setTimeout(() => location.reload(), 1500);
