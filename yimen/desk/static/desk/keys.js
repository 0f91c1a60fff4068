// The keyboard of the desk: j and k go down and up a list, Enter opens, / goes to the filters. Without it, all works too.
document.addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.target.closest("input, select, textarea, [contenteditable]")) return;
  if (event.key === "/") {
    const search = document.querySelector('[role="search"] select, [role="search"] input:not([type="hidden"])');
    const folded = search?.closest("details");
    if (folded) folded.open = true;
    if (search) { event.preventDefault(); search.focus(); }
    return;
  }
  const links = [...document.querySelectorAll("[data-keys] > li a")];
  const step = { j: 1, k: -1 }[event.key];
  if (!step || !links.length) return;
  const here = links.indexOf(document.activeElement);
  const next = here < 0 ? (step > 0 ? 0 : links.length - 1) : Math.min(Math.max(here + step, 0), links.length - 1);
  links[next].focus();
});
