// Asks every half minute whether the list has changed, while somebody can see it. The rows stay as they are: a line says
// what is new, and the counts at the side follow.
"use strict";
(() => {
  const EVERY = 30000; // milliseconds
  let asking = false;
  let again = false; // asked while an answer was on its way: that may be older than what has happened since
  const look = async () => {
    const news = document.querySelector("[data-news]");
    again = asking;
    if (asking || !news || document.hidden) return;
    asking = true;
    const here = { source: news, target: news, swap: "outerHTML", select: ".y-news" };
    try { await htmx.ajax("GET", news.dataset.news, here); } catch { /* no signal: in half a minute, then */ }
    asking = false;
    if (again) look();
  };
  setInterval(look, EVERY);
  document.addEventListener("visibilitychange", look);
  document.addEventListener("y-look", look);
})();
