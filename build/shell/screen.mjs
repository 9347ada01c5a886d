// @ts-check
// The start screen: how far the start is, in plain words; and what to do when it cannot go on.

import { SIZES as ALL_SIZES } from "./build.mjs";
import { ENGINE } from "./engine.mjs";
import { words } from "./words.mjs";

const STAGES = /** @type {Record<string, number>} */ ({ python: 0.25, flutter: 0.25, app: 0.2, ready: 0.1 });
const LOADING = 0.2;
const STUCK_AFTER_MS = 60_000;
const text = words(localStorage.getItem("ownway.language") ?? navigator.language);
const done = new Set();
let loaded = 0;
let left = false;
const OTHERS = {
  wasm: /main\.dart\.js|canvaskit\.(js|wasm)/,
  chromium: /main\.dart\.(wasm|mjs)|skwasm|canvaskit\/canvaskit/,
  full: /main\.dart\.(wasm|mjs)|skwasm|chromium/,
};
const SIZES = Object.fromEntries(Object.entries(ALL_SIZES).filter(([name]) => !OTHERS[ENGINE].test(name)));
const total = Object.values(SIZES).reduce((sum, size) => sum + size, 0);

/** @param {string} id @returns {HTMLElement} */
const part = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** Show the screen's words and start counting what arrives. */
export function begin() {
  document.documentElement.lang = text.language;
  document.documentElement.dir = text.direction;
  part("again").textContent = text.again;
  part("again").addEventListener("click", () => location.reload());
  new PerformanceObserver((list) => list.getEntries().forEach(arrived)).observe({ type: "resource", buffered: true });
  draw();
  setTimeout(() => left || fail("slow", ""), STUCK_AFTER_MS);
}

/** @param {PerformanceEntry} entry */
function arrived(entry) {
  const name = Object.keys(SIZES).find((file) => entry.name.endsWith(`/${file}`));
  if (!name || done.has(name)) return;
  done.add(name);
  loaded += SIZES[name];
  draw();
}

/** A part of the start is over. @param {string} name */
export function stage(name) {
  done.add(name);
  draw();
}

function draw() {
  const reached = Object.entries(STAGES).reduce((sum, [name, share]) => sum + (done.has(name) ? share : 0), 0);
  const share = Math.min(1, LOADING * Math.min(1, loaded / total) + reached);
  part("bar").setAttribute("aria-valuenow", String(Math.round(share * 100)));
  part("start").style.setProperty("--share", String(share));
  part("words").textContent = done.has("python") || navigator.serviceWorker?.controller ? text.opening : text.fetching(loaded, total);
}

/** Python has drawn its first screen: make way, softly. */
export function leave() {
  left = true;
  const start = part("start");
  start.classList.add("leaving");
  start.addEventListener("transitionend", () => start.remove(), { once: true });
  setTimeout(() => start.remove(), 600);
}

/**
 * Say in words what cannot be loaded. @param {"python" | "flutter" | "slow"} what @param {string} detail
 */
export function fail(what, detail) {
  if (left) return console.error(detail);
  console.error(`Start failed (${what}): ${detail}`);
  const offline = navigator.onLine === false;
  part("start").classList.add("failed");
  part("trouble").hidden = false;
  part("trouble-title").textContent = offline ? text.offline : what === "slow" ? text.slow : text.broken;
  part("trouble-words").textContent = offline ? text.offlineWords : what === "slow" ? text.slowWords : text.brokenWords;
  part("detail").textContent = detail.trim().split("\n").at(-1) ?? "";
  part("again").focus();
}
