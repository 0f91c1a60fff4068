// Drawing on the map of an area, with a mouse or a finger: each tap is a corner of the outline, or of the line that parts
// it, in the form that was unfolded last: the other one folds, so that no corner goes where nobody looks. The field stays
// the truth: what is typed there is drawn, too.
"use strict";
const NEAR = 14; // pixels: a finger that trembles, or taps twice to make the map larger, sets one corner and not two

document.addEventListener("mapped", ({ target: box, detail: map }) => {
  const fields = box.dataset.draw ? Array.from(document.querySelectorAll(box.dataset.draw)) : [];
  if (!fields.length) return;
  const undo = document.querySelector("[data-undo]");
  const [west, south, east, north] = box.dataset.bounds.split(",").map(Number);
  if (Number.isFinite(north)) map.fitBounds([[south, west], [north, east]]);
  map.doubleClickZoom.disable();

  const fold = (field) => field.closest("details");
  if (!fields.some((field) => fold(field).open)) fold(fields[0]).open = true;
  const current = () => fields.find((field) => fold(field).open);
  const corners = (field) => field.value.replaceAll("，", ",").split("\n")
    .map((line) => line.split(",").map(Number))
    .filter(([lon, lat]) => Number.isFinite(lon) && Number.isFinite(lat))
    .map(([lon, lat]) => [lat, lon]);

  const drawn = L.featureGroup().addTo(map);
  const show = () => {
    drawn.clearLayers();
    const field = current();
    const at = field ? corners(field) : [];
    undo.hidden = !at.length;
    if (!at.length) return;
    const shape = field.name === "points" && at.length > 2 ? L.polygon : L.polyline;
    shape(at, { className: "y-drawing", interactive: false }).addTo(drawn);
    at.forEach((corner) => L.circleMarker(corner, { radius: 6, className: "y-corner", interactive: false }).addTo(drawn));
  };

  map.on("click", ({ latlng, containerPoint }) => {
    const field = current();
    if (!field) return;
    const last = corners(field).at(-1);
    if (last && map.latLngToContainerPoint(last).distanceTo(containerPoint) < NEAR) return;
    field.value = `${field.value}\n${latlng.lng.toFixed(6)}, ${latlng.lat.toFixed(6)}`.trim();
    show();
  });
  undo.addEventListener("click", () => {
    const field = current();
    field.value = field.value.trim().split("\n").slice(0, -1).join("\n");
    show();
  });
  fields.forEach((field) => {
    field.addEventListener("input", show);
    fold(field).addEventListener("toggle", () => {
      if (fold(field).open) fields.filter((other) => other !== field).forEach((other) => { fold(other).open = false; });
      show();
    });
  });
  show();
});
