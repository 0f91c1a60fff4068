// The desk beside a call: who is there is asked anew when it changes, the form stays in its place, and a receipt that was
// just made is shown to the resident in the call.
"use strict";
(() => {
  const [call, taking] = ["#call", "#taking-beside"].map((what) => document.querySelector(what));
  if (!call || !taking) return;
  call.addEventListener("seats", () => {
    const who = document.querySelector("#who");
    if (!who.contains(document.activeElement)) htmx.trigger(who, "seats");
  });
  // What does not belong to the form is a page of its own: the call must not be left by a link.
  taking.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (!link || new URL(link.href).pathname.endsWith("/take-in/") || link.getAttribute("href").startsWith("#")) return;
    event.preventDefault();
    event.stopPropagation();
    open(link.href, "_blank", "noopener");
  }, true);
  taking.addEventListener("keydown", (event) => {
    const form = event.target.closest("#taking");
    if (!form || event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    form.requestSubmit(form.querySelector("[name=read]"));
  });
  document.addEventListener("htmx:afterSettle", ({ detail }) => {
    if (detail.target !== taking) return;
    const code = taking.querySelector(".y-slip .y-receipt")?.textContent.trim();
    if (code && call.dataset.state === "in") call.dispatchEvent(new CustomEvent("receipt", { detail: code }));
    for (const button of taking.querySelectorAll("[data-print]")) { button.hidden = false; button.onclick = () => print(); }
  });
  // Whoever talks for an hour touches no key: while the call goes on, their sign-in is in use.
  setInterval(() => { if (call.dataset.state === "in") call.dispatchEvent(new CustomEvent("seats")); }, 300000);
  document.addEventListener("focusin", ({ target }) => { if (target.matches(".y-call-link input")) target.select(); });
})();
