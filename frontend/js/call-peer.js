// The connection to one other person in the call (WebRTC; the perfect negotiation of W3C webrtc, 10.7): of two, the one
// with the lower seat begins, and yields never; the other one yields. Signals are worked through one after the other, and
// ICE candidates wait until the description is there that they belong to.
"use strict";
window.Call = window.Call || {};
Call.Peer = class {
  // by: { number, page, part, host }; first: do we begin? config: RTCConfiguration; tracks: ours;
  // send(signal), changed(peer), told(peer, message), servers() → a fresh RTCConfiguration, lost(peer)
  constructor(by, first, config, tracks, on) {
    Object.assign(this, by, { first, tracks, on, isOffering: false, isIgnoring: false, isDark: false, restarts: 0, early: [] });
    this.begun = first;
    this.chain = Promise.resolve();
    this.stream = new MediaStream();
    const pc = this.pc = new RTCPeerConnection({ ...config, bundlePolicy: "max-bundle" });
    pc.onicecandidate = ({ candidate }) => candidate && on.send({ candidate });
    pc.onnegotiationneeded = () => this.offer();
    pc.ontrack = ({ track }) => {
      this.stream.getTracks().filter((old) => old.kind === track.kind).forEach((old) => this.stream.removeTrack(old));
      this.stream.addTrack(track);
      track.onmute = track.onunmute = () => on.changed(this);
      on.changed(this);
    };
    pc.oniceconnectionstatechange = () => this.watch();
    this.line = pc.createDataChannel("yimen", { negotiated: true, id: 1 });
    this.line.onopen = () => on.opened(this);
    this.line.onmessage = ({ data }) => { try { this.read(JSON.parse(data)); } catch { /* not ours */ } };
    if (first) for (const kind of ["audio", "video"]) this.fill(pc.addTransceiver(kind, { direction: "sendrecv" }));
  }

  get isConnected() { return ["connected", "completed"].includes(this.pc.iceConnectionState); }

  get hasPicture() { return !this.isDark && this.stream.getVideoTracks().some((track) => !track.muted && track.readyState === "live"); }

  fill(transceiver) {
    transceiver.direction = "sendrecv";
    return transceiver.sender.replaceTrack(this.tracks[transceiver.receiver.track.kind]).catch(() => {});
  }

  async offer() {
    if (!this.begun) return; // the other one begins
    try {
      this.isOffering = true;
      await this.pc.setLocalDescription();
      this.on.send({ description: this.pc.localDescription });
    } catch { /* closed meanwhile */ } finally { this.isOffering = false; }
  }

  hear(signal) {
    this.chain = this.chain.then(() => this.understand(signal)).catch(() => {}); // a stale answer changes nothing
    return this.chain;
  }

  async understand({ description, candidate }) {
    const pc = this.pc;
    if (candidate) {
      if (!pc.remoteDescription) return this.early.push(candidate);
      try { await pc.addIceCandidate(candidate); } catch (wrong) { if (!this.isIgnoring) throw wrong; }
      return;
    }
    const isGlare = description.type === "offer" && (this.isOffering || pc.signalingState !== "stable");
    this.isIgnoring = this.first && isGlare;
    if (this.isIgnoring) return;
    await pc.setRemoteDescription(description);
    this.begun = true;
    for (const held of this.early.splice(0)) await pc.addIceCandidate(held).catch(() => {});
    if (description.type !== "offer") return;
    await Promise.all(pc.getTransceivers().map((one) => this.fill(one)));
    await pc.setLocalDescription();
    this.on.send({ description: pc.localDescription });
  }

  // A break: wait a moment, whether it mends itself; then new addresses, and new ones again until it works.
  watch() {
    clearTimeout(this.timer);
    const state = this.pc.iceConnectionState;
    if (this.isConnected) this.restarts = 0;
    else if (state === "failed") this.restart();
    else if (state === "disconnected") this.timer = setTimeout(() => this.restart(), this.first ? 1500 : 5000);
    this.on.changed(this);
  }

  async restart() {
    clearTimeout(this.timer);
    if (this.pc.signalingState === "closed") return;
    this.timer = setTimeout(() => { if (!this.isConnected) this.restart(); }, 8000);
    this.restarts += 1;
    if (this.restarts > 4) return this.on.lost(this);
    const config = await this.on.servers();
    if (this.pc.signalingState === "closed" || this.isConnected) return;
    if (config) this.pc.setConfiguration({ ...config, bundlePolicy: "max-bundle" });
    this.pc.restartIce();
  }

  send(kind, track) {
    this.tracks[kind] = track;
    const mine = this.pc.getTransceivers().filter((one) => one.receiver.track.kind === kind);
    return Promise.all(mine.map((one) => one.sender.replaceTrack(track).catch(() => {})));
  }

  // The voice first: it always has its 32 kbit/s; the picture takes what is left, and less for each who looks on.
  async limit(low, others, isScreen) {
    for (const sender of this.pc.getSenders()) {
      const said = sender.getParameters();
      if (!sender.track || !said.encodings?.length) continue;
      const isVideo = sender.track.kind === "video";
      const most = low ? 80_000 : 600_000 / Math.max(1, others);
      Object.assign(said.encodings[0], isVideo ? { maxBitrate: Math.round(most), priority: "low" } : { maxBitrate: 32_000, priority: "high" });
      if (isVideo && !isScreen) Object.assign(said.encodings[0], { maxFramerate: low ? 8 : 15, scaleResolutionDownBy: low && sender.track.getSettings().width > 400 ? 2 : 1 });
      try { await sender.setParameters(said); } catch { /* an older browser sends as it likes */ }
    }
  }

  // A picture that is switched off would stand still on the other screen for a while, so it is said.
  read(message) {
    if ("picture" in message) { this.isDark = !message.picture; this.on.changed(this); } else this.on.told(this, message);
  }

  tell(message) {
    if (this.line.readyState !== "open") return false;
    this.line.send(JSON.stringify(message));
    return true;
  }

  close() {
    clearTimeout(this.timer);
    this.pc.oniceconnectionstatechange = this.pc.onnegotiationneeded = this.pc.onicecandidate = null;
    this.pc.close();
  }
};
