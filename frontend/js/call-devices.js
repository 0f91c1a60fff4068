// One's own camera and microphone: chosen, looked at and measured before anybody else sees or hears them.
"use strict";
window.Call = window.Call || {};
Call.Devices = class {
  constructor() {
    this.tracks = { audio: null, video: null };
    const net = navigator.connection || {};
    this.low = Boolean(net.saveData) || /2g|3g/.test(net.effectiveType || "");
    this.changed = () => {};
  }

  wanted(kind, id = "") {
    const from = id ? { deviceId: { exact: id } } : {};
    if (kind === "audio") return { ...from, echoCancellation: true, noiseSuppression: true };
    const [width, height, frameRate] = this.low ? [320, 240, 10] : [640, 480, 15];
    return { ...from, width: { ideal: width }, height: { ideal: height }, frameRate: { ideal: frameRate, max: 20 }, ...(id ? {} : { facingMode: "user" }) };
  }

  // Both; if that fails, whichever there is. No camera is no reason not to talk.
  async open() {
    for (const kinds of [["audio", "video"], ["audio"], ["video"]]) {
      try {
        const asked = Object.fromEntries(kinds.map((kind) => [kind, this.wanted(kind)]));
        const stream = await navigator.mediaDevices.getUserMedia(asked);
        for (const track of stream.getTracks()) this.take(track.kind, track);
        break;
      } catch { /* the next best */ }
    }
    return this.tracks;
  }

  async choose(kind, id) {
    this.take(kind, null);
    if (!id) return;
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ [kind]: this.wanted(kind, id) });
      this.take(kind, stream.getTracks()[0]);
    } catch { /* the page says that there is none */ }
  }

  take(kind, track) {
    this.tracks[kind]?.stop();
    this.tracks[kind] = track;
    if (track) track.onended = () => { if (this.tracks[kind] === track) this.take(kind, null); };
    this.changed(kind, track);
  }

  async list() {
    const all = await navigator.mediaDevices.enumerateDevices();
    const of = (kind) => all.filter((one) => one.kind === `${kind}input` && one.deviceId);
    return { audio: of("audio"), video: of("video") };
  }

  // How loud it is, from 0 to 1, ten times a second; gives what ends it.
  measure(told) {
    const [track, Context] = [this.tracks.audio, window.AudioContext || window.webkitAudioContext];
    if (!track || !Context) return () => {};
    const context = new Context();
    const ear = context.createAnalyser();
    ear.fftSize = 512;
    context.createMediaStreamSource(new MediaStream([track])).connect(ear);
    context.resume?.().catch(() => {});
    const heights = new Uint8Array(ear.fftSize);
    const timer = setInterval(() => {
      ear.getByteTimeDomainData(heights);
      told(Math.min(1, Math.max(...heights.map((height) => Math.abs(height - 128))) / 64));
    }, 100);
    return () => { clearInterval(timer); context.close().catch(() => {}); };
  }
};
