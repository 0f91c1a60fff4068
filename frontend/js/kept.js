// What is kept on this phone: sendings that wait for a signal, and receipts that somebody wanted kept. The pages and the
// worker (worker.js) share this file. A sending carries a key of its own, so that however often it is sent it is one case.
"use strict";
self.kept = (() => {
  const WAIT = 120000; // ms: a page that sends and does not come back was cut off
  const open = () => new Promise((done, failed) => {
    const asked = indexedDB.open("yimen", 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore("kept", { keyPath: "nonce" });
      asked.result.createObjectStore("wallet", { keyPath: "code" });
    };
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error);
  });
  const work = async (store, mode, act) => {
    const db = await open();
    try {
      return await new Promise((done, failed) => {
        const transaction = db.transaction(store, mode);
        const asked = act(transaction.objectStore(store));
        transaction.oncomplete = () => done(asked && asked.result);
        transaction.onabort = transaction.onerror = () => failed(transaction.error);
      });
    } finally {
      db.close();
    }
  };
  const channel = self.BroadcastChannel && new BroadcastChannel("yimen");
  const changed = () => channel && channel.postMessage("changed");

  const all = (store = "kept") => work(store, "readonly", (rows) => rows.getAll());
  const one = (key) => work("kept", "readonly", (rows) => rows.get(key));
  const put = (row, store = "kept") => work(store, "readwrite", (rows) => rows.put(row));
  const drop = (key, store = "kept") => work(store, "readwrite", (rows) => rows.delete(key));
  // Only what is still there is changed: what somebody has wiped meanwhile does not come back.
  const change = (nonce, how) => work("kept", "readwrite", (rows) => {
    rows.get(nonce).onsuccess = (event) => { if (event.target.result) rows.put(how(event.target.result)); };
  });
  const nonce = () => btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))))
    .replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

  const send = async ({ fields, files, to }) => {
    const form = new FormData();
    for (const [name, value] of fields) form.append(name, value);
    for (const file of files) form.append("files", file, file.name);
    const answer = await fetch(to, { method: "POST", body: form, headers: { Accept: "application/json" } });
    if ((answer.headers.get("Content-Type") || "").includes("json")) return answer.json();
    if ([400, 403, 413].includes(answer.status)) return { state: "refused", reasons: [] };
    throw new Error("not from the town"); // a hotspot's own page, or the town is not there just now
  };
  const settled = (item, said) => {
    if (said.state === "later") return { ...item, state: "waiting", from: Date.now() + (said.seconds || 60) * 1000 };
    if (said.state === "refused") return { ...item, state: "refused", reasons: said.reasons };
    // With the receipt in hand the words and photos have no business here any more.
    const { nonce, at } = item;
    return { nonce, at, state: "sent", sent: Date.now(), codes: said.codes, changed: said.changed ? item.fields : null };
  };
  const isDue = ({ state, at, from }) =>
    (state === "waiting" && !(from > Date.now())) || (state === "sending" && at < Date.now() - WAIT);
  const one_by_one = (act) => (navigator.locks ? navigator.locks.request("yimen", act) : act());
  // Sends what waits; true when nothing is left to send. Each answer is written down before the next is sent.
  const flush = () => one_by_one(async () => {
    for (const item of (await all()).filter(isDue)) {
      try {
        const said = await send(item);
        await change(item.nonce, (still) => settled(still, said));
      } catch {
        await change(item.nonce, (still) => ({ ...still, state: "waiting" }));
        return false;
      } finally {
        changed();
      }
    }
    return true;
  });
  return { all, one, put, drop, change, flush, nonce, changed, channel };
})();
