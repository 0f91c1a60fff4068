// On a wide screen a case opens beside the list it was chosen from, under its own address; on a narrow one, and without
// this script, it is a page. Only what belongs to the case stays beside the list; a file, or anything else, is a page.
"use strict";
(() => {
  const pane = document.querySelector("#beside");
  if (!pane) return;
  const wide = matchMedia("(min-width: 90em)");
  const [list, empty, title] = [location.href.replace(/#.*/, ""), pane.innerHTML, document.title];
  const rows = () => [...document.querySelectorAll("[data-keys] > li")];
  const isOfACase = (address) => /^\/desk\/cases\/\d+\//.test(new URL(address, location).pathname);
  const mark = () => {
    const number = location.pathname.match(/^\/desk\/cases\/(\d+)\//)?.[1];
    rows().forEach((row) => {
      row.classList.toggle("is-here", row.id === `case-${number}`);
      if (row.id === `case-${number}`) row.querySelector("a").setAttribute("aria-current", "true");
      else row.querySelector("a").removeAttribute("aria-current");
    });
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-keys] > li a");
    if (!link || !wide.matches || event.button || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    htmx.ajax("GET", link.href, { source: pane });
  });
  pane.addEventListener("htmx:confirm", (event) => {
    const asked = event.detail.elt;
    if (!asked.matches("a") || asked.matches(".y-verbs a, .y-backwards a, [data-beside]")) return;
    event.preventDefault();
    location.assign(asked.href);
  });
  pane.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-back]");
    if (!link || isOfACase(link.href)) return;
    event.preventDefault();
    event.stopPropagation();
    close();
  }, true);
  const close = () => {
    const open = document.querySelector("[data-keys] > li.is-here a");
    pane.innerHTML = empty;
    document.title = title;
    history.pushState({ htmx: true }, "", list);
    mark();
    open?.focus();
  };
  // u and Escape: from a form to its case, from the case to the list.
  document.addEventListener("y-back", (event) => {
    const back = pane.querySelector("a[data-back]");
    if (!back) return;
    event.preventDefault();
    if (!event.detail.hasTyped(pane)) back.click();
  });

  document.addEventListener("htmx:beforeSwap", ({ detail }) => {
    if (detail.target !== pane) return;
    const isKept = detail.isError && detail.requestConfig.verb === "post" && detail.serverResponse.includes('id="main"');
    if (isKept) [detail.shouldSwap, detail.isError] = [true, false]; // a no: what was sent stands on the page that says it
    if (isOfACase(detail.xhr.responseURL)) return;
    detail.shouldSwap = false; // it led out of the case: to the sign-in, to a list
    location.assign(detail.xhr.responseURL);
  });
  document.addEventListener("htmx:responseError", ({ detail }) => {
    if (detail.target === pane) location.assign(detail.pathInfo.finalRequestPath); // its page says what is wrong
  });
  document.addEventListener("htmx:afterSettle", ({ detail }) => {
    if (detail.target !== pane) return;
    mark();
    pane.scrollTop = 0;
    const first = pane.querySelector("[data-focus], h1");
    if (first) { first.tabIndex = -1; first.focus({ preventScroll: true }); }
    document.dispatchEvent(new Event("y-look")); // what was done here may have changed the list
  });
})();
