// The keyboard of the desk; what each key does stands at the foot of every page (?). Without it, all works too.
"use strict";
(() => {
  const GOING = 1500; // milliseconds within which a letter follows g
  let goes = 0;
  const one = (what) => document.querySelector(what);
  const follow = (link) => { if (link) link.click(); return Boolean(link); };
  // Where the page marks no choice, a list stands on its first line.
  const isChosen = (list) => {
    const marked = [...list.options].some((line) => line.defaultSelected);
    return [...list.options].some((line, i) => line.selected !== (marked || list.multiple ? line.defaultSelected : i === 0));
  };
  const isTyped = (field) => (field.tagName === "TEXTAREA" ? field.value !== ""
    : field.tagName === "SELECT" ? isChosen(field)
      : field.type === "checkbox" || field.type === "radio" ? field.checked !== field.defaultChecked
        : field.type !== "hidden" && field.value !== field.defaultValue);
  // A key must not throw away what somebody has typed or chosen and not sent; nor what came back to them with an error.
  const hasTyped = (within = document) => Boolean(within.querySelector("form[method=post] .govuk-error-summary, [data-still-here]"))
    || [...within.querySelectorAll("form[method=post] :is(input, select, textarea)")].some(isTyped);

  const step = (by) => {
    const links = [...document.querySelectorAll("[data-keys] > li a")];
    if (!links.length) return false;
    const open = links.findIndex((link) => link.closest(".is-here"));
    const focused = links.indexOf(document.activeElement);
    const here = focused < 0 ? open : focused;
    links[here < 0 ? (by > 0 ? 0 : links.length - 1) : Math.min(Math.max(here + by, 0), links.length - 1)].focus();
    return true;
  };
  const narrow = () => {
    const search = one('[role="search"] select, [role="search"] input:not([type="hidden"])');
    const folded = search?.closest("details");
    if (folded) folded.open = true;
    search?.focus();
    return Boolean(search);
  };
  // Whoever has read the keys, at the foot of the page, is again where they were.
  let asked = null;
  const explain = () => {
    const keys = one("#keys");
    if (!keys) return false;
    keys.open = !keys.open;
    if (!keys.open) { asked?.focus(); return true; }
    asked = document.activeElement;
    keys.scrollIntoView({ block: "end" });
    keys.querySelector("summary").focus();
    return true;
  };
  // A case that is opened takes the place of the one beside the list.
  const open = () => !hasTyped(one("#beside") || undefined) && document.activeElement?.matches("[data-keys] a") && follow(document.activeElement);
  const back = () => {
    if (document.activeElement?.closest("#keys[open]")) return explain();
    const event = new CustomEvent("y-back", { cancelable: true, detail: { hasTyped } });
    return !document.dispatchEvent(event) || (!hasTyped() && follow(one("main [data-back]")));
  };
  const act = () => !hasTyped() && follow(one("[data-main]"));
  const keys = { j: () => step(1), k: () => step(-1), o: open, "/": narrow, "?": explain, a: act, u: back, Escape: back };

  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing || event.defaultPrevented) return;
    if (event.target.closest("input, select, textarea, [contenteditable]")) return;
    if (event.repeat && event.key !== "j" && event.key !== "k") return; // a key that is held presses no second button
    if (goes && event.timeStamp - goes < GOING) {
      goes = 0;
      const line = one(`[data-go="${CSS.escape(event.key)}"]`);
      if (line && !hasTyped()) { event.preventDefault(); line.click(); }
      return;
    }
    goes = event.key === "g" ? event.timeStamp : 0;
    if (Object.hasOwn(keys, event.key) && keys[event.key]()) event.preventDefault();
  });

  // Whoever comes back from a case is where they were. The browser, going to the line that the address names, takes the
  // focus away from whatever has it; so this waits until it has done so.
  const came = /^#case-\d+$/.test(location.hash) && one(`${location.hash} a`);
  if (came) addEventListener("load", () => setTimeout(() => came.focus()));
})();
