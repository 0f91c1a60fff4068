// A name drawn with a finger, a pen or a mouse, beside the typed one. The page sends points, never a picture.
"use strict";
(() => {
  const box = document.querySelector("[data-draw]");
  const field = box && document.querySelector(box.dataset.draw);
  if (!field || !window.SignaturePad) return;
  box.hidden = false;
  const sheet = box.querySelector("canvas");
  const pad = new SignaturePad(sheet, { penColor: getComputedStyle(sheet).color, minDistance: 4 });
  const MOST = 2400; // points; yimen/mediation/agreements/drawn.py takes a few more
  const kept = () => {
    const scale = 1000 / sheet.offsetWidth;
    const at = (value, most) => Math.min(most, Math.max(0, Math.round(value * scale)));
    let left = MOST;
    const strokes = pad.toData().slice(0, 80).map(({ points }) => {
      const some = points.slice(0, left).map(({ x, y }) => [at(x, 1000), at(y, 400)]);
      left -= some.length;
      return some;
    }).filter((stroke) => stroke.length);
    field.value = strokes.length ? JSON.stringify(strokes) : "";
  };
  // A sheet has as many points as the screen; turned or resized, it is empty again, and so is the field.
  const fit = () => {
    const ratio = Math.max(window.devicePixelRatio || 1, 1);
    sheet.width = sheet.offsetWidth * ratio;
    sheet.height = sheet.offsetHeight * ratio;
    sheet.getContext("2d").scale(ratio, ratio);
    pad.clear();
    kept();
  };
  let width = 0;
  new ResizeObserver(() => { if (sheet.offsetWidth !== width) { width = sheet.offsetWidth; fit(); } }).observe(sheet);
  pad.addEventListener("endStroke", kept);
  box.querySelector("[data-wipe]").addEventListener("click", () => { pad.clear(); kept(); });
})();
