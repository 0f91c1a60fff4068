// The tablet at the door of a centre: after a while without a touch it is at its beginning, and nothing of the person
// before can be reached. Its pages replace each other, so there is no way back to one.
"use strict";
(() => {
  const part = document.querySelector("[data-away]");
  if (!part) return;
  const begin = () => location.replace(part.dataset.start);
  let timer;
  const wait = () => { clearTimeout(timer); timer = setTimeout(begin, part.dataset.away * 1000); };
  for (const sign of ["pointerdown", "keydown", "focusin"]) document.addEventListener(sign, wait);
  window.addEventListener("pageshow", (event) => { if (event.persisted) begin(); });
  wait();
  if ("printNow" in part.dataset) window.print();
})();
