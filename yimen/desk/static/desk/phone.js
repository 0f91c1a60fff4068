// The call-taker's screen: the clock of the call goes on, and Enter in a field beside the form presses that field's own
// button, so that nothing of the form is sent by it. Alt and a letter reach what the page marks with it, in browsers too that
// do not do so by themselves. Without this, the page shows when the call began.
"use strict";
(() => {
  const tick = () => {
    for (const clock of document.querySelectorAll("[data-since]")) {
      const seconds = Math.max(0, Math.floor((Date.now() - Date.parse(clock.dataset.since)) / 1000));
      clock.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    }
  };
  setInterval(tick, 1000);
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const letter = event.code.startsWith("Key") ? event.code.slice(3).toLowerCase() : "";
    const marked = letter === "w" ? document.querySelector("[name=words]") : document.querySelector(`[accesskey="${letter}"]`);
    if (!letter || !marked) return;
    event.preventDefault();
    if (marked.matches("button")) marked.click();
    else marked.focus();
  });
  document.addEventListener("keydown", (event) => {
    const button = event.key === "Enter" && !event.isComposing && event.target.dataset.press;
    if (!button || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    document.querySelector(button).click();
  });
})();
