// @ts-check
// The page's side of the service worker: kept for offline use, and a new build only when the user says so.

import { ENGINE } from "./engine.mjs";

const CHECK_EVERY_MS = 60 * 60 * 1000;
/** @type {ServiceWorkerRegistration | null} */
let registration = null;
/** @type {(state: string) => void} */
let tellUpdate = () => {};
let asked = false;

/** Hear when a new build is ready on this device. @param {(state: string) => void} hear */
export function onUpdate(hear) {
  tellUpdate = hear;
  if (registration?.waiting) hear("ready");
}

/** Keep this build for offline use and look for newer ones. @returns {Promise<void>} when it is kept */
export async function keepOffline() {
  if (!("serviceWorker" in navigator)) throw new Error("this browser has no service worker here");
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    if (asked) location.reload();
  });
  registration = await navigator.serviceWorker.register(`sw.js?engine=${ENGINE}`, { updateViaCache: "none" });
  watch(registration);
  document.addEventListener("visibilitychange", look);
  setInterval(look, CHECK_EVERY_MS);
  await Promise.race([navigator.serviceWorker.ready, refusal(registration)]);
  document.documentElement.dataset.offline = "kept";
}

/** Rejects when a first build cannot be kept. @param {ServiceWorkerRegistration} fresh @returns {Promise<never>} */
function refusal(fresh) {
  return new Promise((_, reject) => {
    const coming = fresh.installing;
    coming?.addEventListener("statechange", () => {
      if (coming.state === "redundant" && !fresh.active) reject(new Error("the service worker could not keep every file"));
    });
  });
}

/** Ask for a newer build; without a network there is none to ask for. */
function look() {
  if (document.visibilityState !== "visible" || !navigator.onLine) return;
  registration?.update().catch((error) => console.info(`No look for a newer build: ${error.message}`));
}

/** @param {ServiceWorkerRegistration} watched */
function watch(watched) {
  const ready = () => {
    document.documentElement.dataset.update = "ready";
    tellUpdate("ready");
  };
  if (watched.waiting && navigator.serviceWorker.controller) ready();
  watched.addEventListener("updatefound", () => {
    const coming = watched.installing;
    coming?.addEventListener("statechange", () => {
      if (coming.state === "installed" && navigator.serviceWorker.controller) ready();
    });
  });
}

/** Switch to the new build. Python calls this when everything is written; the page then loads anew. */
export function applyUpdate() {
  if (!registration?.waiting) return false;
  asked = true;
  registration.waiting.postMessage({ activate: true });
  return true;
}
