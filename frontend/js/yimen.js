// What is nicer with JavaScript; every page works without it. No inline code anywhere, so a strict policy may forbid it.
"use strict";
const all = (what, where = document) => Array.from(where.querySelectorAll(what));

// After a mistake the list of what to mend is where the reader starts.
all("[data-focus]").forEach((summary) => summary.focus());

// A double click sends once. (A second sending would make no second case anyway: the form carries a key.)
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post") return;
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = "1";
});
window.addEventListener("pageshow", () => all("form[data-sent]").forEach((form) => delete form.dataset.sent));

// On paper nothing is folded away.
window.addEventListener("beforeprint", () => all("details").forEach((part) => { part.open = true; }));

// Lists at the desk: j and k move, Enter opens (the link has the focus), / goes to the search.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
  const links = all(".y-rows .y-what a");
  const step = { j: 1, k: -1 }[event.key];
  if (step && links.length) {
    const at = links.indexOf(document.activeElement);
    links[Math.max(0, Math.min(links.length - 1, at < 0 ? 0 : at + step))].focus();
    event.preventDefault();
  }
  const search = event.key === "/" && document.querySelector("[data-search], input[type=search]");
  if (search) { search.focus(); event.preventDefault(); }
});

// A map that is asked for: <button type="button" data-map="#map" hidden> … <div id="map" class="y-map" hidden
//   data-css data-js data-centre="34.9,102.9" data-zoom="10" data-outlines="/areas.json" data-tiles="" data-credit=""
//   data-lat="#id_lat" data-lon="#id_lon">. Without tiles it shows the areas alone, as on a machine without internet.
const fetched = {};
const once = (address, make) => (fetched[address] ??= new Promise((done, failed) => {
  const part = make();
  part.onload = done;
  part.onerror = failed;
  document.head.append(part);
}));
const openMap = async (box) => {
  const { css, js, centre, zoom, outlines, tiles, credit, lat, lon } = box.dataset;
  await Promise.all([
    once(css, () => Object.assign(document.createElement("link"), { rel: "stylesheet", href: css })),
    once(js, () => Object.assign(document.createElement("script"), { src: js })),
  ]);
  box.hidden = false;
  const map = L.map(box, { attributionControl: Boolean(credit) }).setView(centre.split(",").map(Number), Number(zoom || 10));
  if (tiles) L.tileLayer(tiles, { attribution: credit, maxZoom: 19 }).addTo(map);
  if (outlines) {
    const areas = await (await fetch(outlines)).json();
    const layer = L.geoJSON(areas, { style: { className: "y-outline" } }).addTo(map);
    map.fitBounds(layer.getBounds());
  }
  if (!lat || !lon) return;
  const [latField, lonField] = [lat, lon].map((field) => document.querySelector(field));
  const pin = L.marker([0, 0], { icon: L.divIcon({ className: "y-pin", iconSize: [24, 24], iconAnchor: [12, 26] }) });
  const put = (point) => pin.setLatLng(point).addTo(map);
  if (latField.value && lonField.value) put([Number(latField.value), Number(lonField.value)]);
  map.on("click", ({ latlng }) => {
    put(latlng);
    latField.value = latlng.lat.toFixed(6);
    lonField.value = latlng.lng.toFixed(6);
    box.dispatchEvent(new CustomEvent("placed", { bubbles: true }));
  });
};
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-map]");
  if (!button) return;
  button.disabled = true;
  openMap(document.querySelector(button.dataset.map)).then(
    () => { button.hidden = true; },
    () => { button.disabled = false; }, // no connection just now: the list of places and the words still work
  );
});
all("[data-map]").forEach((button) => { button.hidden = false; });
