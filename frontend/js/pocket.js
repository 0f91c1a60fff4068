// The person's side of kept.js: the form "Tell us" keeps what cannot be sent, the lists show what is on this phone, and
// "Leave quickly" wipes all of it. Every page works without this.
"use strict";
(() => {
  const { documentElement: root } = document;
  const each = (what, act, where = document) => where.querySelectorAll(what).forEach(act);
  const manifest = document.querySelector("link[rel=manifest]");
  if (!manifest) return;
  if (!self.indexedDB) return;
  const isAway = () => "away" in root.dataset || !navigator.onLine;

  // --- the form ---
  const form = document.querySelector("form[data-keep]");
  const fieldsOf = () => {
    const fields = [], files = [];
    for (const [name, value] of new FormData(form)) {
      if (!(value instanceof File)) fields.push([name, value]);
      else if (value.size) files.push(value);
    }
    return { fields, files };
  };
  const setNonce = (nonce) => {
    form.elements.nonce.value = nonce;
    history.replaceState({ nonce }, "");
  };
  const valueOf = (fields, name) => (fields.find(([key]) => key === name) || [])[1] || "";
  const keep = async (state) => {
    const { fields, files } = fieldsOf();
    if (!valueOf(fields, "words").trim() && !files.length) return null;
    const said = JSON.stringify(fields.filter(([name]) => name !== "nonce"));
    // Sent once more from a page that was opened again: it stays the same sending.
    const twin = (await kept.all()).find((item) => item.state === "waiting" &&
      JSON.stringify(item.fields.filter(([name]) => name !== "nonce")) === said);
    if (twin) setNonce(twin.nonce);
    const nonce = form.elements.nonce.value;
    const own = fields.map(([name, value]) => [name, name === "nonce" ? nonce : value]);
    await kept.put({ nonce, fields: own, files, state, at: Date.now(), to: form.dataset.keep });
    kept.changed();
    return nonce;
  };
  const restore = ({ fields, files, reasons }) => {
    for (const [name, value] of fields) {
      const field = form.elements[name];
      for (const part of field instanceof RadioNodeList ? field : [field].filter(Boolean)) {
        if (!["radio", "checkbox"].includes(part.type)) part.value = value;
        else if (part.value === value) part.checked = true;
      }
    }
    setNonce(valueOf(fields, "nonce"));
    const chooser = form.querySelector("[type=file]");
    if (files.length && self.DataTransfer) {
      const carrier = new DataTransfer();
      files.forEach((file) => carrier.items.add(file));
      chooser.files = carrier.files;
    }
    each("details", (part) => {
      part.open = [...part.querySelectorAll("input, select, textarea")].some((field) => (field.type === "radio"
        ? field.checked && !field.defaultChecked : field.type === "checkbox" ? field.checked
          : field.tagName === "SELECT" ? field.selectedIndex > 0 && field.name !== "language" : field.value));
    }, form);
    const why = document.querySelector("[data-kept-reasons]");
    if (why && reasons && reasons.length) {
      why.hidden = false;
      why.querySelector("p").textContent = reasons.join(" ");
    }
    form.elements.words.focus();
  };
  if (form) {
    // One step back it is still the same form, though the page may have come anew with another key.
    const how = performance.getEntriesByType("navigation")[0]?.type;
    if (!form.dataset.answered) setNonce((how === "back_forward" && history.state?.nonce) || form.elements.nonce.value);
    form.addEventListener("submit", async (event) => {
      if (form.dataset.sent) return;
      event.preventDefault();
      let nonce = null;
      try { nonce = await keep("sending"); } catch { /* private window, full phone: sent as ever */ }
      if (nonce && isAway() && !navigator.serviceWorker?.controller) {
        await kept.change(nonce, (item) => ({ ...item, state: "waiting" }));
        form.reset();
        setNonce(kept.nonce());
        delete form.dataset.sent;
        await draw();
        document.querySelector("[data-kept]").focus();
      } else {
        form.submit(); // fails without a signal; the worker then leads to what is kept
      }
    });
    let timer;
    form.addEventListener("input", () => {
      if (!isAway()) return;
      clearTimeout(timer);
      timer = setTimeout(() => keep("draft").then(draw).catch(() => {}), 400);
    });
    const note = document.querySelector("[data-kept-note]");
    const tellAway = () => { if (note) note.hidden = !isAway(); };
    for (const sign of ["online", "offline"]) window.addEventListener(sign, tellAway);
    tellAway();
    const begun = /^#kept=([\w-]{22,64})$/.exec(location.hash);
    if (begun) kept.one(begun[1]).then((item) => { if (item && item.fields) restore(item); }).catch(() => {});
  }

  // --- what is on this phone ---
  const fill = (name, values) => {
    const line = document.querySelector(`template[data-line="${name}"]`).content.cloneNode(true);
    each("[data-part]", (part) => {
      const value = values[part.dataset.part];
      if (value) part.append(value);
      else part.remove();
    }, line);
    return line;
  };
  const day = (at) => new Date(at).toLocaleString(root.lang === "bo" ? "zh-CN" : root.lang, { dateStyle: "medium", timeStyle: "short" });
  const acts = (line, does) => each("[data-do]", (button) => {
    button.addEventListener("click", async () => { button.disabled = true; await does[button.dataset.do](button); await draw(); });
  }, line);
  const lineOf = (item) => {
    const { nonce, state, fields, files, reasons, at, codes, changed } = item;
    const name = state === "sending" ? "waiting" : state;
    const words = fields || changed ? valueOf(fields || changed, "words") : "";
    const line = fill(name, {
      when: day(at), words, files: files && files.length ? String(files.length) : "", reasons: reasons ? reasons.join(" ") : "",
      changed: changed ? " " : "",
    });
    each("[data-codes]", (list) => codes.forEach(({ title, code }) => {
      const row = document.createElement("p");
      const shown = Object.assign(document.createElement("strong"), { className: "y-receipt", lang: "en", textContent: code });
      row.append(title, shown);
      list.append(row);
    }), line);
    each("a[data-edit]", (link) => { link.href += `#kept=${nonce}`; }, line);
    acts(line, {
      send: () => kept.change(nonce, (still) => ({ ...still, state: "waiting", from: 0 })).then(kept.flush).catch(() => {}),
      drop: () => kept.drop(nonce),
      wallet: () => kept.put({ code: codes[0].code, at: Date.now() }, "wallet").then(() => kept.drop(nonce)),
    });
    return line;
  };
  const drawWallet = (receipts) => each("[data-wallet-list]", (box) => {
    const list = box.querySelector("ul");
    list.replaceChildren(...receipts.map(({ code, at }) => {
      const line = fill("wallet", { code, when: day(at) });
      line.querySelector("[name=receipt]").value = code;
      acts(line, { drop: () => kept.drop(code, "wallet") });
      return line;
    }));
    box.hidden = !receipts.length;
  });
  const draw = async () => {
    const items = (await kept.all()).sort((one, other) => one.at - other.at);
    const stands = document.querySelector("[data-kept-list]");
    const open = items.filter(({ state, at }) => state !== "sending" || at < Date.now() - 5000 || stands);
    each("[data-kept]", (banner) => {
      const states = ["sent", "refused", "waiting", "draft"].filter((name) =>
        open.some(({ state }) => (state === "sending" ? "waiting" : state) === name));
      banner.hidden = !open.length || Boolean(stands);
      each("[data-state]", (part) => { part.hidden = part.dataset.state !== states[0]; }, banner);
    });
    if (stands) {
      stands.replaceChildren(...open.map(lineOf));
      each("[data-kept-none]", (none) => { none.hidden = open.length > 0; });
    }
    const receipts = await kept.all("wallet");
    drawWallet(receipts);
    each("button[data-wallet]", (button) => {
      const has = receipts.some(({ code }) => code === button.dataset.wallet);
      button.hidden = has;
      const done = document.querySelector("[data-wallet-done]");
      if (done) done.hidden = !has;
    });
  };
  each("button[data-wallet]", (button) => {
    button.addEventListener("click", () => kept.put({ code: button.dataset.wallet, at: Date.now() }, "wallet").then(draw));
  });

  // --- sending, when there is a signal ---
  const flush = () => kept.flush().then(draw).catch(() => {});
  (async () => {
    const answered = document.querySelector("[data-answered]");
    if (answered) await kept.drop(answered.dataset.answered); // this page is the town's answer to it
    await draw();
    await flush();
  })().catch(() => {});
  window.addEventListener("online", flush);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) flush(); });
  setInterval(flush, 60000);
  if (kept.channel) kept.channel.onmessage = () => draw().catch(() => {});

  // --- installing ---
  if (navigator.serviceWorker) {
    const install = () => navigator.serviceWorker.register(manifest.dataset.worker, { scope: "/" }).catch(() => {});
    if (document.readyState === "complete") install();
    else window.addEventListener("load", install); // after the page itself, which is what they came for
  }
})();
