// Ctrl and Enter send the form at the counter from whatever field one is in.
"use strict";
document.querySelector("#taking")?.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.currentTarget.requestSubmit(event.currentTarget.querySelector("[name=read]"));
});
