// While somebody writes, answers that may help already. The town's questions come once, as one small file; what is typed
// is compared here and goes nowhere. The same comparing as in yimen/knowledge/finding.py.
"use strict";
(() => {
  const box = document.querySelector("[data-suggest]");
  const field = box && document.querySelector(box.dataset.suggest);
  if (!field) return;
  const PARTS = /[\u3400-\u9fff]+|[\u0f00-\u0f0a\u0f0e-\u0fff]+|[^\s\p{P}\p{S}\u0f00-\u0fff\u3400-\u9fff]+/gu;
  const partsOf = (text) => new Set((text.normalize("NFKD").toLowerCase().replace(/[\u0300-\u036f]/g, "").match(PARTS) || [])
    .flatMap((part) => (/^[\u3400-\u9fff]/.test(part)
      ? Array.from({ length: Math.max(1, part.length - 1) }, (_, i) => part.slice(i, i + 2)) : [part])));
  let known;
  const fetched = () => (known ??= fetch(box.dataset.index)
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)))
    .then(({ entries }) => entries.map(([number, category, title, body]) => ({
      number, category, title, said: partsOf(title), more: partsOf(body || ""),
    })))
    .catch(() => { known = undefined; return []; }));
  const category = document.querySelector(box.dataset.category);
  // What stands in a third of all answers ("who", "what") says nothing about this one.
  const isCommon = (part, entries) => {
    const having = entries.filter(({ said, more }) => said.has(part) || more.has(part)).length;
    return having > Math.max(1, entries.length / 3);
  };
  const weigh = (asked, entry) => {
    let weight = 0;
    for (const part of asked) weight += entry.said.has(part) ? 2 : entry.more.has(part) ? 1 : 0;
    return weight >= 2 && weight * 8 >= asked.size ? weight : 0; // one chance word is no help
  };
  const show = async () => {
    const about = category.value;
    if (field.value.trim().length < 4 && !about) { box.hidden = true; return; }
    const entries = await fetched();
    const asked = new Set([...partsOf(field.value.slice(0, 400))].filter((part) => !isCommon(part, entries)));
    const found = entries
      .map((entry) => [weigh(asked, entry) + (about && about === entry.category ? 3 : 0), entry])
      .filter(([weight]) => weight).sort(([one], [other]) => other - one).slice(0, 3);
    const list = box.querySelector("ul");
    list.replaceChildren(...found.map(([, { number, title }]) => {
      const line = document.createElement("li");
      line.append(Object.assign(document.createElement("a"), {
        className: "govuk-link", href: `${box.dataset.answers}${number}/`, target: "_blank", rel: "noopener", textContent: title,
      }));
      return line;
    }));
    box.hidden = !found.length;
  };
  let timer;
  const soon = () => { clearTimeout(timer); timer = setTimeout(show, 500); };
  field.addEventListener("input", soon);
  category.addEventListener("change", soon);
  field.addEventListener("focus", fetched, { once: true });
})();
