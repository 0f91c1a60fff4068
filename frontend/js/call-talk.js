// What the page and the server say to each other: one question at a time, often while something happens, seldom when not.
"use strict";
window.Call = window.Call || {};
Call.fresh = () => btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(15)))).replace(/\+/g, "-").replace(/\//g, "_");
Call.Talk = class {
  // pace(): milliseconds until the next question; hear(told): an answer; away(isAway): is the server silent?
  constructor(address, { pace, hear, away }) {
    Object.assign(this, { address, pace, hear, away, heard: 0, mark: 0, tries: 0, signals: [], lines: [], asked: [] });
    this.browser = this.remembered(`call ${address}`);
    this.page = Call.fresh();
    this.comes = true;
    document.addEventListener("visibilitychange", () => document.hidden || this.soon());
    window.addEventListener("online", () => this.soon());
  }

  // The secret of this browser for this link: it stays while the page is loaded again, and goes with its tab.
  remembered(name) {
    const drawn = Call.fresh();
    try {
      const kept = sessionStorage.getItem(name) || drawn;
      sessionStorage.setItem(name, kept);
      return kept;
    } catch { return drawn; }
  }

  signal(to, what) { this.signals.push({ to, what: JSON.stringify(what) }); this.soon(50); }

  say(kind, words) { this.lines.push({ kind, words }); this.soon(); }

  // Fresh addresses of the servers that pass pictures on.
  servers() { return new Promise((done) => { this.asked.push(done); this.soon(); }); }

  // As if the page had been opened anew: everybody connects to it again.
  renew() { Object.assign(this, { page: Call.fresh(), comes: true, signals: [] }); this.soon(); }

  leave() { this.leaves = true; return this.ask(); }

  soon(wait = 0) { clearTimeout(this.timer); if (!this.isOver) this.timer = setTimeout(() => this.ask(), wait); }

  async ask() {
    clearTimeout(this.timer);
    if (this.isAsking || this.isOver) { this.isMissed = true; return; }
    this.isAsking = true;
    this.isMissed = false;
    const [signals, lines, asked] = [this.signals.slice(0, 40), this.lines.slice(0, 5), this.asked.length];
    const [comes, page] = [this.comes, this.page];
    const question = { browser: this.browser, page, heard: this.heard, mark: comes ? 0 : this.mark, comes, leaves: Boolean(this.leaves), servers: asked > 0, signals: comes ? [] : signals, lines };
    const stop = new AbortController();
    const clock = setTimeout(() => stop.abort(), 10000);
    try {
      const answer = await fetch(this.address, { method: "POST", body: JSON.stringify(question), headers: { "Content-Type": "application/json" }, signal: stop.signal, cache: "no-store" });
      if (answer.status === 404) this.take({ state: "over" });
      else if (!answer.ok) throw new Error(answer.status);
      else {
        const told = await answer.json();
        if (!comes) this.signals.splice(0, signals.length);
        this.lines.splice(0, lines.length);
        if (comes && page === this.page) this.comes = false;
        this.leaves = false;
        this.take(told, asked);
      }
      this.tries = 0;
      this.away(false);
    } catch {
      this.tries += 1;
      if (this.tries > 1) this.away(true);
    } finally {
      clearTimeout(clock);
      this.isAsking = false;
    }
    const later = this.tries ? Math.min(5000, 500 * 2 ** this.tries) : this.isMissed || this.signals.length || this.lines.length ? 0 : this.pace();
    this.soon(later);
  }

  take(told, asked = 0) {
    for (const [number] of told.signals || []) this.heard = Math.max(this.heard, number);
    this.mark = told.mark || this.mark;
    if (told.state === "over" || told.state === "out") this.isOver = true;
    if (told.servers) for (const done of this.asked.splice(0, asked)) done(told.servers);
    else if (told.state !== "in") for (const done of this.asked.splice(0)) done(null);
    this.hear(told);
  }
};
