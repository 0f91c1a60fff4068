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

all("[data-print]").forEach((button) => {
  button.hidden = false;
  if (button.autofocus) button.focus();
  button.addEventListener("click", () => window.print());
});

// The QR code of a receipt carries it behind the #, which no server ever sees: here it gets into its field.
all("[data-receipt]").forEach((form) => {
  const field = document.querySelector(form.dataset.receipt);
  const code = decodeURIComponent(location.hash.slice(1));
  if (!/^[0-9A-Z-]{15,17}$/i.test(code) || field.value) return;
  field.value = code;
  history.replaceState(null, "", location.pathname + location.search);
  form.querySelector("[type=submit]").focus();
});

// "Where I am now": only when it is pressed, and only into the field; nothing is sent before the form is.
const place = (lat, lon) => `${lon.toFixed(5)}, ${lat.toFixed(5)}`;
all("[data-here]").forEach((button) => {
  if (!navigator.geolocation || !window.isSecureContext) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    button.disabled = true;
    const ended = (failed) => { button.disabled = false; document.querySelector("#here-failed").hidden = !failed; };
    navigator.geolocation.getCurrentPosition(({ coords }) => {
      const field = document.querySelector(button.dataset.here);
      field.value = place(coords.latitude, coords.longitude);
      field.dispatchEvent(new Event("change", { bubbles: true }));
      ended(false);
    }, () => ended(true), { timeout: 15000, maximumAge: 60000 });
  });
});

// A map that is asked for: <button type="button" data-map="#map" hidden> … {% town_map "#id_point" %}. Without the town's
// own tiles it shows the areas alone. A tap writes "east, north" into the field; what is typed there moves the pin.
// Others hear of the map by its event "mapped".
const fetched = {};
const once = (address, make) => (fetched[address] ??= new Promise((done, failed) => {
  const part = make();
  part.onload = done;
  part.onerror = failed;
  document.head.append(part);
}));
const openMap = async (box) => {
  const { css, js, centre, zoom, outlines, tiles, brush, first, last, credit, point } = box.dataset;
  const [areas] = await Promise.all([
    outlines && fetch(outlines).then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status))),
    once(css, () => Object.assign(document.createElement("link"), { rel: "stylesheet", href: css })),
    once(js, () => Object.assign(document.createElement("script"), { src: js })),
  ]);
  box.hidden = false;
  const map = L.map(box, { attributionControl: false, zoomSnap: 0.25 });
  if (credit) L.control.attribution({ prefix: false }).addTo(map);
  map.setView((centre || "0,0").split(",").map(Number), Number(zoom || 10));
  if (tiles) {
    const url = tiles.replace("/0-0-0/", "/{z}-{x}-{y}/");
    const attribution = (credit || "").replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
    if (brush) {
      await once(brush, () => Object.assign(document.createElement("script"), { src: brush }));
      const lang = document.documentElement.lang === "en" ? "en" : "zh-Hans"; // the nearest that maps speak
      protomapsL.leafletLayer({ url, flavor: "light", lang, attribution, maxDataZoom: Number(last) }).addTo(map);
    } else {
      L.tileLayer(url, { attribution, minNativeZoom: Number(first), maxNativeZoom: Number(last), maxZoom: 19 }).addTo(map);
    }
  }
  if (areas) {
    const named = ({ names }) => names[document.documentElement.lang] || names["zh-hans"] || names.en || "";
    const label = ({ properties }) => {
      const words = Object.assign(document.createElement("span"), { textContent: named(properties) });
      return L.divIcon({ className: "y-here", html: words });
    };
    const layer = L.geoJSON(areas, {
      style: { className: "y-outline" },
      pointToLayer: (part, at) => L.marker(at, { icon: label(part), interactive: false, keyboard: false }),
    }).addTo(map);
    if (layer.getBounds().isValid()) map.fitBounds(layer.getBounds());
  }
  box.dispatchEvent(new CustomEvent("mapped", { bubbles: true, detail: map }));
  const field = point && document.querySelector(point);
  if (!field) return;
  const pin = L.marker([0, 0], { icon: L.divIcon({ className: "y-pin", iconSize: [24, 24], iconAnchor: [12, 26] }), keyboard: false });
  const show = () => {
    const [lon, lat] = field.value.replace("，", ",").split(",").map(Number);
    if (field.value && Number.isFinite(lon) && Number.isFinite(lat)) map.panTo(pin.setLatLng([lat, lon]).addTo(map).getLatLng());
  };
  show();
  field.addEventListener("change", show);
  map.on("click", ({ latlng }) => {
    field.value = place(latlng.lat, latlng.lng);
    pin.setLatLng(latlng).addTo(map);
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
