// @ts-check
// The page: Python's worker first, Flutter beside it, the start screen until Python has drawn one.

import { answer, tellOfPage } from "./bridge.mjs";
import { allowZoom, describePage, startFlutter, watchScreens } from "./flutter-start.mjs";
import { listen, newWorker, offerToClient } from "./link.mjs";
import * as screen from "./screen.mjs";
import { keepOffline } from "./updates.mjs";

const SNAPSHOT_AFTER_MS = 3000;
const ASIDE_MS = 180_000;
let startedFrom = "";

/** @param {string} name a moment of the start, for `performance.getEntriesByType("mark")` @param {number} [at] */
function mark(name, at) {
  performance.mark(`ownway:${name}`, at === undefined ? {} : { startTime: Math.max(0, at - performance.timeOrigin) });
}

/** @param {any} message */
function hear(message) {
  if (typeof message.bridge === "number") answer(message);
  else if (message.stage) {
    mark(message.stage, message.at);
    screen.stage(message.stage);
  } else if (message.ready) {
    startedFrom = message.from;
    document.documentElement.dataset.startedFrom = message.from;
    screen.stage("ready");
  } else if (message.failed) screen.fail("python", message.failed);
}

/** @param {string} name */
function onScreen(name) {
  mark("screen");
  console.info(`First screen ${name} after ${Math.round(performance.now())} ms, Python from ${startedFrom || "nothing"}.`);
  screen.leave();
  tellOfPage();
  keepOffline()
    .catch((error) => console.info(`Not kept for offline use: ${error?.message ?? error}`))
    .then(() => startedFrom === "nothing" && setTimeout(makeSnapshot, SNAPSHOT_AFTER_MS));
}

/** What a worker of its own says at its end; one that dies or takes too long is ended. @param {string} name @returns {Promise<any>} */
function aside(name) {
  const worker = newWorker(name);
  return new Promise((resolve) => {
    worker.onmessage = ({ data }) => data.stage || resolve(data);
    worker.onerror = (event) => resolve({ failed: event.message || "its worker ended" });
    setTimeout(() => resolve({ failed: "it took too long" }), ASIDE_MS);
  }).finally(() => worker.terminate());
}

/** Have the next start's memory made, and tried. */
async function makeSnapshot() {
  const made = await aside("make");
  if (!made.made) console.info(`No snapshot made: ${made.why ?? made.failed}`);
  document.documentElement.dataset.snapshot = made.made ? "made" : "none";
  if (!made.made) return;
  const proof = await aside("prove");
  console.info(proof.proved ? "The next start comes from a snapshot." : `The snapshot is not used: ${proof.why ?? proof.failed}`);
  document.documentElement.dataset.snapshot = proof.proved ? "proved" : "none";
}

mark("page");
listen(hear);
offerToClient();
describePage();
screen.begin();
watchScreens(onScreen);
startFlutter().then(
  () => {
    mark("flutter");
    allowZoom();
    screen.stage("flutter");
  },
  (error) => screen.fail("flutter", String(error?.message ?? error)),
);
