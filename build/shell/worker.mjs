// @ts-check
// The worker that Python lives in. Its name says what it is for: "run" the app, "make" a snapshot of
// its memory, or "prove" that snapshot. Only "run" ever opens the app's books.

import { bridge, receive } from "./bridge-worker.mjs";
import { startPython } from "./runtime.mjs";
import * as snapshot from "./snapshot.mjs";

/** @type {any} */
const scope = self;
/** @type {any[]} frames that came before Python could take them */
let early = [];
scope.flet_js = {};
scope.ownway_bridge = bridge;

/** @type {(value?: any) => void} */
let tellOfPage = () => {};
const pageKnown = new Promise((resolve) => {
  tellOfPage = resolve;
});

self.onmessage = ({ data }) => {
  if (data?.documentUrl) {
    scope.flet_js.documentUrl = data.documentUrl;
    tellOfPage();
  } else if (!receive(data)) scope.flet_js.send ? scope.flet_js.send(data) : early.push(data);
};

/** @param {string} stage */
const report = (stage) => self.postMessage({ stage, at: performance.timeOrigin + performance.now() });

/** Python's bytes for Flutter, handed over without a copy. @param {any} message */
function sendFrame(message) {
  const bytes = message.toJs();
  self.postMessage(bytes, [bytes.buffer]);
}

/** Start Python from the snapshot, or answer null and say why not. */
async function fromSnapshot() {
  let memory = null;
  try {
    memory = await snapshot.open(true);
    await snapshot.beginTry();
    const { python } = await startPython({ memory });
    python.pyimport("ownway_boot").wake();
    return python;
  } catch (/** @type {any} */ error) {
    memory?.close();
    if (error?.name === "NotFoundError") return null;
    console.info(`Starting without the snapshot: ${error?.message ?? error}`);
    if (error?.name === "NoModificationAllowedError") return null; // another tab is at it just now
    await snapshot.drop().catch((reason) => console.info(`It could not be removed: ${reason}`));
    return null;
  }
}

/** Start Python from nothing. @param {boolean} making */
async function fromNothing(making) {
  const started = await startPython({ making });
  started.python.runPython("import sys; sys.path.insert(0, '/ownway/lib')");
  started.python.pyimport("ownway_boot").prepare();
  return started;
}

async function run() {
  const saved = await fromSnapshot();
  const python = saved ?? (await fromNothing(false)).python;
  report("python");
  python.pyimport("ownway_boot").run();
  if (typeof scope.flet_js.start_connection !== "function") throw new Error("The app ended without a screen.");
  await pageKnown; // Flet's connection asks for the page's address
  await scope.flet_js.start_connection(sendFrame);
  for (const frame of early) scope.flet_js.send(frame);
  early = [];
  report("app");
  self.postMessage({ ready: true, from: saved ? "snapshot" : "nothing" });
  if (saved) await snapshot.endTry();
}

async function make() {
  const against = await snapshot.reasonAgainst();
  if (against) return self.postMessage({ made: false, why: against });
  if (await snapshot.isThere()) return self.postMessage({ made: false, why: "there is one" });
  const { python, archive } = await fromNothing(true);
  const left = python.pyimport("ownway_boot").warm();
  if (left) console.info(`Left out of the snapshot: ${left}`);
  const bytes = await snapshot.write(python.makeMemorySnapshot(), archive);
  self.postMessage({ made: true, bytes });
}

async function prove() {
  let memory = null;
  try {
    memory = await snapshot.open(false);
    const { python } = await startPython({ memory });
    const boot = python.pyimport("ownway_boot");
    boot.wake();
    if (!boot.proof()) throw new Error("its memory does not answer rightly");
    await snapshot.markProved();
    self.postMessage({ proved: true });
  } catch (/** @type {any} */ error) {
    memory?.close();
    // Another tab that has it open just now says nothing against it; it is tried at the next start.
    if (error?.name !== "NoModificationAllowedError") await snapshot.drop(true);
    self.postMessage({ proved: false, why: String(error?.message ?? error) });
  }
}

const work = { run, make, prove }[self.name] ?? run;
work().catch((error) => self.postMessage({ failed: String(error?.message ?? error) }));
