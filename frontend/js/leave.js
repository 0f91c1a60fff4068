// "Leave quickly": by its link, or by Escape three times, all that this browser knows of the town goes, and a harmless
// page takes the place of this one. Without JavaScript the link does the same by a head of its answer.
"use strict";
(() => {
  const link = document.querySelector("a[data-leave]");
  if (!link) return;
  const most = (ms) => new Promise((done) => { setTimeout(done, ms); });
  const wiped = async () => {
    self.kept?.wiped?.();
    localStorage.clear();
    sessionStorage.clear();
    const workers = (await navigator.serviceWorker?.getRegistrations()) || [];
    await Promise.all([
      ...(self.caches ? (await caches.keys()).map((name) => caches.delete(name)) : []),
      ...workers.map((worker) => worker.unregister()),
      new Promise((done) => {
        const asked = indexedDB.deleteDatabase("yimen");
        asked.onsuccess = asked.onerror = asked.onblocked = done;
      }),
    ]);
  };
  const leave = async () => {
    document.body.hidden = true; // first of all nobody sees it any more
    document.title = "…";
    await Promise.race([wiped().catch(() => {}), most(800)]);
    location.replace(navigator.onLine ? link.href : "about:blank");
  };
  link.addEventListener("click", (event) => { event.preventDefault(); leave(); });
  let pressed = [];
  document.addEventListener("keydown", ({ key, timeStamp, repeat }) => {
    if (repeat) return;
    pressed = key === "Escape" ? [...pressed, timeStamp].filter((at) => timeStamp - at < 5000) : [];
    const note = document.querySelector("[data-leave-note]");
    if (note) note.textContent = pressed.length ? note.dataset[`left${3 - pressed.length}`] || "" : "";
    if (pressed.length === 3) leave();
  });
})();
