// Pages that were opened once work without a signal. Only what the town marks as nobody's (the head "Yimen-Keep") is
// kept: never a page of a case, nor anything of the desk. /sw.js names the files and the pages, and brings this in.
"use strict";
const NAME = "yimen", MOST = 60, PATIENCE = 4000; // pages twice, by address and by language; milliseconds
const { files, folder, kept: home, tell, pages, apart } = self.SHELL;
const here = (path) => new URL(path, location.origin);
const keyOf = (address, language) => {
  const url = new URL(address);
  url.hash = "";
  url.searchParams.delete("lang");
  if (language) url.searchParams.set("lang", language);
  return url.href;
};

const store = async (address, response) => {
  if (!response.ok || response.redirected || !response.headers.get("Yimen-Keep")) return false;
  const cache = await caches.open(NAME);
  for (const key of new Set([keyOf(address), keyOf(address, response.headers.get("Content-Language"))])) {
    await cache.delete(key); // so that the oldest stands first
    await cache.put(key, response.clone());
  }
  const stored = (await cache.keys()).filter(({ url }) => !url.startsWith(here(folder).href) && !url.startsWith(here(home).href));
  await Promise.all(stored.slice(0, Math.max(0, stored.length - MOST)).map((old) => cache.delete(old)));
  if (!address.startsWith(here(home).href)) await inLanguage(cache, response.headers.get("Content-Language"));
  return true;
};
// What is kept is shown in the language that the person reads now.
const inLanguage = async (cache, language) => {
  const shown = await cache.match(keyOf(here(home).href), { ignoreVary: true });
  if (!language || shown?.headers.get("Content-Language") === language) return;
  const other = await cache.match(keyOf(here(home).href, language), { ignoreVary: true });
  if (other) await cache.put(keyOf(here(home).href), other);
  else await renew(`${here(home).href}?lang=${language}`);
};
const renew = (address, options) => fetch(address, options).then((answer) => store(address, answer)).catch(() => false);
const found = (address) => {
  const language = new URL(address).searchParams.get("lang");
  return caches.open(NAME).then((cache) => cache.match(keyOf(address, language), { ignoreVary: true }));
};
// A form from here gets a key of its own, or two sendings would be one case. "data-away": there was no signal.
const again = async (response, mark = "<html data-away ") => {
  const headers = new Headers(response.headers);
  for (const name of ["Content-Encoding", "Content-Length"]) headers.delete(name);
  if (!(headers.get("Content-Type") || "").startsWith("text/html")) return new Response(await response.text(), { headers });
  const text = (await response.text()).replace(/(name="nonce"\s+value=")[^"]*/g, `$1${kept.nonce()}`);
  return new Response(text.replace("<html ", mark), { headers });
};

self.addEventListener("install", (event) => event.waitUntil((async () => {
  await (await caches.open(NAME)).addAll(files);
  await renew(here(home).href);
  await self.skipWaiting();
})()));

self.addEventListener("activate", (event) => event.waitUntil((async () => {
  await self.clients.claim();
  for (const { url } of await self.clients.matchAll({ includeUncontrolled: true, type: "window" })) {
    if (pages.includes(new URL(url).pathname)) await renew(url, { cache: "force-cache" }); // it has just come, unseen by us
  }
  const cache = await caches.open(NAME);
  const all = (await cache.keys()).map(({ url }) => url);
  const isFile = (url) => url.startsWith(here(folder).href);
  const old = all.filter((url) => isFile(url) && !files.includes(new URL(url).pathname));
  if (!old.length) return;
  // Kept pages name the files of their day: those go when every page has come anew.
  const renewed = await Promise.all(all.filter((url) => !isFile(url)).map((url) => renew(url)));
  if (renewed.every(Boolean)) await Promise.all(old.map((url) => cache.delete(url)));
})()));

// The town is asked first, and told which copy is here: if it still is right, the answer is empty.
const opened = async (event) => {
  const { url } = event.request;
  const own = await found(url);
  const have = own && own.headers.get("Yimen-Keep");
  const network = have
    ? fetch(url, { headers: { "Yimen-Have": have }, redirect: "manual", credentials: "same-origin", cache: "no-store" })
    : fetch(event.request);
  event.waitUntil(network.then((answer) => store(url, answer.clone())).catch(() => false));
  const home_instead = async () => { const page = await found(here(home).href); return page ? again(page) : Response.error(); };
  if (!own) return network.catch(home_instead);
  const patience = new Promise((_, failed) => { setTimeout(failed, PATIENCE); });
  const whole = network.then((answer) => {
    if (answer.status === 204) return again(own, "<html ");
    return answer.status < 500 ? answer : Promise.reject(answer.status);
  });
  return Promise.race([whole, patience]).catch(() => again(own));
};
// The page has written the sending down before it sent it. Here we learn that it did not get through.
const sent = async (request) => {
  try {
    return await fetch(request);
  } catch {
    const cut = (await kept.all()).filter(({ state }) => state === "sending");
    if (!cut.length) return Response.error(); // nothing is kept: the browser's own page leads back to what was typed
    for (const { nonce } of cut) await kept.change(nonce, (item) => ({ ...item, state: "waiting" }));
    await self.registration.sync?.register("kept").catch(() => {});
    return Response.redirect(here(home).href, 303);
  }
};

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== location.origin || apart.some((part) => pathname.startsWith(part))) return;
  if (files.includes(pathname)) {
    event.respondWith(caches.match(request, { ignoreVary: true }).then((file) => file || fetch(request)));
  } else if (request.mode === "navigate" && request.method === "POST") {
    if (pathname === tell) event.respondWith(sent(request));
  } else if (request.method === "GET" && (request.mode === "navigate" || pages.includes(pathname))) {
    event.respondWith(opened(event));
  } else if (pathname.startsWith(folder)) {
    event.respondWith(fetch(request).catch(async () => (await caches.match(request)) || Response.error()));
  }
});

self.addEventListener("sync", (event) => {
  if (event.tag === "kept") event.waitUntil(kept.flush().then((all) => all || Promise.reject(new Error("no signal yet"))));
});
