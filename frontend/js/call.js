// A call on the page: the waiting room, who is there, what is typed and shown, and the buttons. The words are the page's.
"use strict";
(() => {
  const call = document.querySelector("#call");
  if (!call) return;
  call.hidden = false;
  const $ = (what) => document.querySelector(what);
  const word = (code) => $(`#call-words [data-word="${code}"]`)?.textContent || "";
  const called = (part) => word(`part-${part}`) || word("part-companion") || part; // a guest knows no names
  const isHost = "host" in call.dataset;
  const canCall = window.isSecureContext && window.RTCPeerConnection && navigator.mediaDevices?.getUserMedia
    && "replaceTrack" in (window.RTCRtpSender?.prototype || {}) && "restartIce" in RTCPeerConnection.prototype;
  const show = (state) => {
    call.dataset.state = state;
    for (const part of document.querySelectorAll("[data-when]")) part.hidden = !part.dataset.when.split(" ").includes(state);
  };
  if (!canCall) { show("cannot"); return; }

  const devices = new Call.Devices();
  const peers = new Map();
  const title = document.title;
  let [me, seats, early, config, isReady, unmeasure, screen, news] = [0, [], [], null, isHost, null, null, Date.now()];
  const said = (words) => { $("#call-said").textContent = words; };
  const emptied = () => ["#call-captions", "#call-chat", "#call-slides"].forEach((what) => $(what).replaceChildren());
  const make = (tag, name, text = "") => Object.assign(document.createElement(tag), { className: name, textContent: text });

  // Pace: fast while a connection is made, two seconds in a call, three at rest or before the door.
  const pace = () => {
    const state = call.dataset.state;
    if (document.hidden) return 5000;
    if (state !== "in") return state === "enter" ? 1500 : 3000;
    if ([...peers.values()].some((peer) => !peer.isConnected)) return 350;
    return Date.now() - news < 30000 ? 1200 : 3000;
  };
  const talk = new Call.Talk(call.dataset.exchange, {
    pace,
    hear: (told) => hear(told),
    away: (isAway) => said(isAway ? word("no-server") : ""),
  });

  const hear = (told) => {
    if (told.me) me = told.me;
    if (told.state === "in" && !isReady && devices.isOn) isReady = true;
    const state = told.state === "in" && !isReady ? "enter" : told.state === "out" ? "over" : told.state;
    if (state !== call.dataset.state) turn(state);
    if (told.words) $("#call-place").textContent = told.words;
    if (told.seats) { seats = told.seats; news = Date.now(); call.dispatchEvent(new CustomEvent("seats")); }
    early.push(...(told.signals || []).map(([, by, what]) => ({ ...JSON.parse(what), by })));
    if (state === "in") { meet(); listen(); }
    (told.lines || []).forEach(line);
    (told.slides || []).forEach(slide);
  };

  const turn = (state) => {
    const before = call.dataset.state;
    show(state);
    if (state === "in" || state === "enter") { document.title = `● ${word("your-turn")} · ${title}`; if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.(200); }
    if (state === "in") { document.title = title; enter(); }
    else if (before === "in") { part(); if (state === "waiting") aside(); }
    if (["over", "left"].includes(state)) { document.title = title; for (const kind of ["audio", "video"]) devices.take(kind, null); emptied(); }
  };
  const enter = async () => {
    unmeasure?.();
    unmeasure = null;
    tile(0, word("me")).querySelector("video").muted = true;
    mirror();
    navigator.wakeLock?.request("screen").catch(() => {});
    config = await talk.servers();
    meet();
    listen();
  };
  const part = () => { for (const [number] of peers) forget(number); };
  // Who was in and is asked to wait: whatever connected us is closed, and made anew when we are back.
  const aside = () => { document.title = title; share(null); talk.renew(); };

  // Whoever is in: a connection to each, anew when they have opened their page anew.
  const meet = () => {
    if (!config || call.dataset.state !== "in") return;
    const others = seats.filter((seat) => seat.number !== me && seat.state === "in" && seat.page);
    for (const [number, peer] of peers) if (!others.some((seat) => seat.number === number && seat.page === peer.page)) forget(number);
    for (const seat of others) {
      if (peers.has(seat.number)) continue;
      tile(seat.number, called(seat.part));
      peers.set(seat.number, new Call.Peer(seat, me < seat.number, config, { ...sent() }, {
        send: (signal) => talk.signal(seat.number, { from: talk.page, to: seat.page, ...signal }),
        changed, told: heard, opened: tellPicture, servers: () => talk.servers(), lost: () => { part(); talk.renew(); },
      }));
    }
  };
  const listen = () => {
    const waiting = early.filter((signal) => signal.to === talk.page).slice(-400);
    early = [];
    for (const signal of waiting) {
      const peer = peers.get(signal.by);
      if (peer?.page === signal.from) peer.hear(signal);
      else if (!peer) early.push(signal); // we hear of them with the next answer
    }
  };
  const forget = (number) => { peers.get(number)?.close(); peers.delete(number); $(`#call-tile-${number}`)?.remove(); };
  const sent = () => ({ audio: devices.tracks.audio, video: screen || devices.tracks.video });
  const tellPicture = (peer) => peer.tell({ picture: Boolean(sent().video) });
  const limit = () => peers.forEach((peer) => peer.limit(devices.low, peers.size, Boolean(screen)));
  const changed = (peer) => {
    const here = $(`#call-tile-${peer.number}`);
    if (!here) return;
    const video = here.querySelector("video");
    if (video.srcObject !== peer.stream) video.srcObject = peer.stream;
    if (video.paused && peer.stream.getTracks().length) video.play().catch(() => { $("[data-do=listen]").hidden = false; });
    here.classList.toggle("has-picture", peer.hasPicture);
    here.querySelector("small").textContent = peer.isConnected ? (peer.hasPicture ? "" : word("no-picture"))
      : word(peer.pc.iceConnectionState === "new" || peer.pc.iceConnectionState === "checking" ? "connecting" : "again");
    if (peer.isConnected) limit();
  };
  const tile = (number, name) => {
    const old = $(`#call-tile-${number}`);
    if (old) return old;
    const box = make("figure", number ? "y-call-tile" : "y-call-tile y-call-tile--me");
    box.id = `call-tile-${number}`;
    const video = make("video", "");
    Object.assign(video, { autoplay: true, playsInline: true });
    video.setAttribute("aria-label", name);
    const label = make("figcaption", "", name);
    label.append(" ", make("small", ""));
    box.append(video, label);
    $("#call-tiles").append(box);
    return box;
  };
  const mirror = () => {
    for (const video of [$("#call-preview"), $("#call-tile-0 video")].filter(Boolean)) {
      const track = sent().video;
      if (video.srcObject?.getTracks()[0] !== track) video.srcObject = track ? new MediaStream([track]) : null;
      if (track) video.play().catch(() => {});
      video.parentElement.classList.toggle("has-picture", Boolean(track));
    }
  };

  // What was typed and shown.
  const who = (number) => (number === me ? word("me") : called(seats.find((seat) => seat.number === number)?.part));
  const line = ({ number, by, kind, words }) => {
    news = Date.now();
    if ($(`#call-line-${number}`)) return;
    const row = make("li", "y-call-row");
    row.id = `call-line-${number}`;
    row.append(make("b", "", kind === "caption" ? word("caption") : who(by)), " ", make("span", "", words));
    const list = $(kind === "caption" ? "#call-captions" : "#call-chat");
    list.append(row);
    if (kind === "caption") while (list.children.length > 3) list.firstElementChild.remove();
    row.scrollIntoView?.({ block: "nearest" });
  };
  const slide = ({ number, by, name, type }) => {
    if ($(`#call-slide-${number}`)) return;
    const box = make("figure", "y-call-slide");
    box.id = `call-slide-${number}`;
    const address = `${call.dataset.slides}${number}/`;
    const part = type.startsWith("image/") ? Object.assign(make("img", ""), { src: address, alt: name })
      : Object.assign(make("a", "govuk-link y-tap", word("open")), { href: address, target: "_blank", rel: "noopener" });
    box.append(part, make("figcaption", "", `${who(by)} · ${name}`));
    $("#call-slides").prepend(box);
  };
  // A receipt goes from browser to browser; our server never has it.
  const heard = (peer, message) => {
    if (message.receipt && peer.host) {
      $("#call-receipt-code").textContent = message.receipt;
      $("#call-receipt").hidden = false;
      $("#call-receipt").scrollIntoView?.({ block: "center" });
      peer.tell({ got: true });
    }
    if (message.got && isHost) said(word("shown"));
    if (message.soon && peer.host) talk.soon(); // somebody is asked to wait: nobody hears them a second longer
  };
  call.addEventListener("pressed", () => { peers.forEach((peer) => peer.tell({ soon: true })); talk.soon(); });
  call.addEventListener("receipt", ({ detail }) => {
    const resident = [...peers.values()].find((peer) => peer.part === "resident");
    if (!resident?.tell({ receipt: detail })) said(word("not-shown"));
  });

  // One's own devices.
  const look = async () => {
    await devices.open();
    devices.isOn = true;
    const found = await devices.list();
    for (const kind of ["audio", "video"]) {
      const field = $(`#call-${kind}`);
      while (field.options.length > 1) field.remove(1);
      for (const one of found[kind]) field.add(new Option(one.label || one.deviceId.slice(0, 8), one.deviceId));
      field.value = devices.tracks[kind]?.getSettings().deviceId || "";
    }
    const { audio, video } = devices.tracks;
    $("#call-devices-said").textContent = !audio && !video ? word("no-devices") : video ? "" : word("no-camera");
    $("[data-do=devices]").hidden = true;
    mirror();
    measure();
    if (call.dataset.state === "enter") { isReady = true; turn("in"); }
  };
  const measure = () => {
    unmeasure?.();
    unmeasure = call.dataset.state === "in" ? null : devices.measure((level) => { $("#call-meter").value = level; });
  };
  devices.changed = (kind, track) => {
    peers.forEach((peer) => { if (kind === "audio" || !screen) peer.send(kind, track); });
    if (kind === "video") peers.forEach(tellPicture);
    if (track && kind === "audio") track.enabled = $("[data-do=mute]").getAttribute("aria-pressed") !== "true";
    mirror();
  };
  for (const kind of ["audio", "video"]) {
    $(`#call-${kind}`).addEventListener("change", async ({ target }) => { await devices.choose(kind, target.value); if (kind === "audio") measure(); });
  }
  const low = (isLow) => {
    devices.low = isLow;
    $("#call-low").checked = isLow;
    $("[data-do=low]").setAttribute("aria-pressed", isLow);
    Promise.resolve(devices.tracks.video?.applyConstraints(devices.wanted("video"))).catch(() => {}).finally(limit);
  };
  $("#call-low").addEventListener("change", ({ target }) => low(target.checked));
  const share = (track) => {
    screen?.stop();
    screen = track;
    $("[data-do=screen]").setAttribute("aria-pressed", Boolean(track));
    if (track) track.onended = () => { if (screen === track) share(null); };
    peers.forEach((peer) => { peer.send("video", sent().video); tellPicture(peer); });
    mirror();
    limit();
  };

  const pressed = (button) => {
    const isOn = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", isOn);
    return isOn;
  };
  const doing = {
    devices: look,
    ready: () => { isReady = true; turn("in"); },
    here: () => { isReady = isHost; talk.renew(); },
    leave: () => talk.leave(),
    mute: (button) => { const off = pressed(button); if (devices.tracks.audio) devices.tracks.audio.enabled = !off; },
    dark: async (button) => { if (pressed(button)) devices.take("video", null); else await devices.choose("video", $("#call-video").value || $("#call-video").options[1]?.value); },
    low: (button) => low(pressed(button)),
    screen: async () => {
      if (screen) return share(null);
      try { share((await navigator.mediaDevices.getDisplayMedia({ video: { frameRate: 8 } })).getVideoTracks()[0]); } catch { /* they thought better of it */ }
    },
    listen: (button) => { button.hidden = true; call.querySelectorAll("video").forEach((video) => video.play().catch(() => {})); },
  };
  call.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-do]");
    if (button) doing[button.dataset.do]?.(button);
  });
  for (const form of call.querySelectorAll("form[data-kind]")) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const field = form.querySelector("input");
      if (field.value.trim()) talk.say(form.dataset.kind, field.value.trim());
      field.value = "";
    });
  }
  $("#call-file-chosen").addEventListener("change", async ({ target }) => {
    const data = new FormData();
    data.append("file", target.files[0]);
    $("#call-file-said").textContent = "";
    try {
      const answer = await fetch(call.dataset.slides, { method: "POST", body: data });
      if (!answer.ok) $("#call-file-said").textContent = (await answer.json()).refused || "";
    } catch { said(word("no-server")); }
    target.value = "";
    talk.soon();
  });
  $("[data-do=screen]").hidden = !navigator.mediaDevices.getDisplayMedia;
  addEventListener("pageshow", ({ persisted }) => { if (persisted) location.reload(); }); // its connections are gone
  addEventListener("pagehide", () => peers.forEach((peer) => peer.close()));
  low(devices.low);
  emptied(); // without a blank in it, a list with no line is not drawn
  show(isHost ? "in" : "waiting");
  if (isHost) look().finally(() => { enter(); talk.ask(); });
  else talk.ask();
  Call.here = { peers, talk, devices }; // for whoever looks at a call from the console
})();
