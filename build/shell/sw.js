// @ts-check
// Keeps one build of Ownway on the device, whole or not at all.
//
// A build's files are fetched and checked against their hashes while the old build goes on working. If
// one is missing or wrong, the new build is thrown away and the old one stays. It takes over when the
// page says so, or when no page of the old one is left; only then is the old cache deleted.

/** @type {{ build: string, core: Record<string, string>, engines: Record<string, Record<string, string>>, lazy: Record<string, string> }} */
const SITE = { build: "", core: {}, engines: {}, lazy: {} }; // filled in by build/precache.py

const worker = /** @type {any} */ (self);
const scope = worker.registration.scope;
const engine = new URL(worker.location.href).searchParams.get("engine") ?? "full";
const wanted = { ...SITE.core, ...SITE.engines[engine] };
const served = { ...wanted, ...SITE.lazy };
const FAMILY = `ownway ${new URL(scope).pathname} `;
const CACHE = `${FAMILY}${SITE.build}`;
const HASHES = `${scope}hashes.json`;
const AT_ONCE = 4;
const LEAST_FREE_BYTES = 50e6;

/** @param {ArrayBuffer} bytes */
async function sha256(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The page itself is kept under the address it is asked for by. @param {string} path */
const address = (path) => scope + (path === "index.html" ? "" : path);

/** Fetch a file and give it back only if its content is right. @param {string} path @param {string} hash */
async function fetchChecked(path, hash) {
  for (const cache of /** @type {RequestCache[]} */ (["force-cache", "reload"])) {
    const response = await fetch(address(path), { cache, credentials: "same-origin" });
    if (!response.ok) throw new Error(`${path}: HTTP ${response.status}`);
    if ((await sha256(await response.clone().arrayBuffer())) === hash) return response;
  }
  throw new Error(`${path} is not the file this build was made with`);
}

/** The builds already on this device, each with the hashes of its files. */
async function olderBuilds() {
  const names = (await caches.keys()).filter((name) => name.startsWith(FAMILY) && name !== CACHE);
  return Promise.all(
    names.map(async (name) => {
      const cache = await caches.open(name);
      const known = await cache.match(HASHES);
      return { cache, hashes: known ? await known.json() : {} };
    }),
  );
}

/**
 * Put one file into the new cache: from an older build when it has not changed, else from the site.
 * @param {Cache} cache @param {[string, string]} file @param {{ cache: Cache, hashes: any }[]} older
 */
async function keep(cache, [path, hash], older) {
  const same = older.find(({ hashes }) => hashes[path] === hash);
  const kept = await same?.cache.match(address(path));
  await cache.put(address(path), kept ?? (await fetchChecked(path, hash)));
}

async function keepAll() {
  const [cache, older] = [await caches.open(CACHE), await olderBuilds()];
  const files = Object.entries(wanted);
  const next = async () => {
    for (let file = files.shift(); file; file = files.shift()) await keep(cache, file, older);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
  for (const [path, hash] of Object.entries(SITE.lazy)) {
    if (older.some(({ hashes }) => hashes[path] === hash)) await keepIfOld(cache, path, older);
  }
  await cache.put(HASHES, new Response(JSON.stringify(served)));
}

/** A font the old build had fetched when it was needed stays. @param {Cache} cache @param {string} path @param {{ cache: Cache }[]} older */
async function keepIfOld(cache, path, older) {
  for (const build of older) {
    const kept = await build.cache.match(address(path));
    if (kept) return cache.put(address(path), kept);
  }
}

/**
 * Let the browser answer a start's requests from the cache without waking this worker first, where it
 * can (Chromium): a tenth of the start. What misses there goes on as if there were no service worker,
 * so only files that are always kept are named, and only without a query.
 * @param {any} event
 */
function shortcut(event) {
  const root = new URL(scope).pathname;
  const always = ["", "*.mjs", "*.js", "*.css", "app.pack", "main.dart.wasm", "pyodide/*", "canvaskit/*", "assets/fonts/*", "assets/*.json"];
  return event.addRoutes?.(
    always.map((path) => ({
      condition: { urlPattern: { pathname: root + path, search: "" }, requestMethod: "GET" },
      source: { cacheName: CACHE },
    })),
  );
}

worker.addEventListener("install", (/** @type {any} */ event) => {
  shortcut(event)?.catch((/** @type {Error} */ error) => console.info(`Without shortcuts: ${error.message}`));
  event.waitUntil(
    keepAll().catch(async (error) => {
      console.info(`Build ${SITE.build} was not kept: ${error.message}`);
      await caches.delete(CACHE);
      throw error;
    }),
  );
});

/**
 * What somebody looks around in on the first day is kept too, so that it needs no network; but nothing
 * waits for it, and it is fetched again when it is needed where this did not come to its end.
 */
async function keepSoon() {
  await keepThose((path) => path.startsWith("sample/"));
}

/** @param {(path: string) => boolean} wanted */
async function keepThose(wanted) {
  const cache = await caches.open(CACHE);
  for (const path of Object.keys(SITE.lazy).filter(wanted)) {
    if (!(await cache.match(address(path)))) await cache.put(address(path), await fetchChecked(path, served[path]));
  }
}

/** @type {Set<string>} */
const scripts = new Set();

/**
 * Scripts with thousands of signs come in slices. Who has needed one will need others, perhaps weeks from
 * any network: so the rest of that script is kept too, once in this worker's life, unless the person asked
 * to save data (Chromium tells) or the device is nearly full.
 * @param {string} path of what was just given
 */
async function keepScript(path) {
  const script = /^assets\/fallback\/\w+\.(?=\d+\.woff2$)/.exec(path)?.[0];
  if (!script || scripts.has(script) || /** @type {any} */ (navigator).connection?.saveData) return;
  scripts.add(script);
  const { quota = 0, usage = 0 } = await navigator.storage.estimate();
  if (quota - usage < LEAST_FREE_BYTES) return; // the room belongs to the books
  await keepThose((other) => other.startsWith(script)).catch((/** @type {Error} */ error) => {
    console.info(`Not all letters were kept: ${error.message}`);
  });
}

worker.addEventListener("activate", (/** @type {any} */ event) => {
  const clean = async () => {
    const old = (await caches.keys()).filter((name) => name.startsWith(FAMILY) && name !== CACHE);
    await Promise.all(old.map((name) => caches.delete(name)));
    await worker.clients.claim();
  };
  event.waitUntil(clean());
  keepSoon().catch((/** @type {Error} */ error) => console.info(`The sample was not kept: ${error.message}`));
});

worker.addEventListener("message", (/** @type {any} */ event) => {
  if (event.data?.activate) worker.skipWaiting();
});

/** @param {Request} request @returns {string} the file that answers it, or "" when none of ours does */
function fileFor(request) {
  if (request.method !== "GET" || !request.url.startsWith(scope)) return "";
  const path = decodeURI(new URL(request.url).pathname.slice(new URL(scope).pathname.length)) || "index.html";
  if (path in served) return path;
  return request.mode === "navigate" ? "index.html" : "";
}

/** @param {string} path */
async function respond(path) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(address(path));
  if (kept) return kept;
  console.info(`${path} was not kept; fetching it.`);
  const response = await fetchChecked(path, served[path]);
  // On a full device it is given all the same, and fetched again another time.
  await cache.put(address(path), response.clone()).catch((error) => console.info(`${path} could not be kept: ${error.message}`));
  return response;
}

worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const path = fileFor(event.request);
  if (!path) return;
  const response = respond(path);
  event.respondWith(response);
  event.waitUntil(response.then(() => keepScript(path)).catch(() => {})); // what fails, the page is told
});
