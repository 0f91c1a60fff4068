// The tablet at the door of a centre: its steps take each other's place, so that there is no way back to one; and after a
// while without a touch it is at its beginning again, with nothing of the person before.
"use strict";
(() => {
  const part = () => document.querySelector("[data-away]");
  let timer;
  const begin = () => location.replace(location.pathname + location.search);
  const wait = () => {
    clearTimeout(timer);
    if (part()) timer = setTimeout(begin, part().dataset.away * 1000);
  };
  for (const sign of ["pointerdown", "keydown"]) document.addEventListener(sign, wait);
  window.addEventListener("pageshow", (event) => { if (event.persisted) begin(); });
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-begin]")) { event.preventDefault(); begin(); }
    if (event.target.closest("[data-print]")) window.print();
  });
  document.addEventListener("htmx:afterSwap", () => {
    const here = document.querySelector("#main [lang]");
    if (here) document.documentElement.lang = here.lang;
    for (const button of document.querySelectorAll("[data-print]")) button.hidden = false;
    document.querySelector("#main h1")?.focus();
    wait();
    if (part() && "printNow" in part().dataset) window.print();
  });
  wait();
})();
