// Asks every half minute whether the list has changed, while somebody can see it. The rows stay as they are: a line says
// what is new, and the counts at the side follow.
"use strict";
(() => {
  const EVERY = 30000; // milliseconds
  const look = () => {
    const news = document.querySelector("[data-news]");
    if (news && !document.hidden) htmx.trigger(news, "look");
  };
  setInterval(look, EVERY);
  document.addEventListener("visibilitychange", look);
  document.addEventListener("y-look", look);
})();
