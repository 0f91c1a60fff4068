// A session by video at the desk: who is there is asked anew when it changes; and when somebody is asked to wait aside,
// every browser in the call looks at once, so that nobody hears them for the seconds until its next question.
"use strict";
(() => {
  const call = document.querySelector("#call");
  if (!call) return;
  call.addEventListener("seats", () => {
    const who = document.querySelector("#who");
    if (who && !who.contains(document.activeElement)) htmx.trigger(who, "seats");
  });
  document.addEventListener("htmx:afterRequest", ({ detail }) => {
    if (detail.requestConfig.verb === "post") call.dispatchEvent(new CustomEvent("pressed"));
  });
  // Whoever talks for an hour touches no key: while the call goes on, their sign-in is in use.
  setInterval(() => { if (call.dataset.state === "in") call.dispatchEvent(new CustomEvent("seats")); }, 300000);
  document.addEventListener("focusin", ({ target }) => { if (target.matches(".y-call-link input")) target.select(); });
})();
