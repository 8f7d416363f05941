// What a page does beyond HTML: it leads to the errors, and warns before typed text is left behind.

const leadToErrors = (root) => {
  const summary = root.querySelector(".error-summary, .refusals[role=alert]");
  if (summary) summary.focus();
};

const changed = new Set();

const forget = (form) => changed.delete(form);

addEventListener("input", (event) => {
  const form = event.target.closest?.("form[method=post]:not([data-no-warning])");
  if (form) changed.add(form);
});
addEventListener("submit", (event) => forget(event.target));
addEventListener("beforeunload", (event) => {
  for (const form of changed) if (!form.isConnected) changed.delete(form);
  if (changed.size) event.preventDefault();
});

leadToErrors(document);
