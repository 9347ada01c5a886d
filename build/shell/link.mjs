// @ts-check
// Flet's client on one side, Python's worker on the other. The worker starts at once; the client asks
// for its connection when Flutter is ready, and gets the frames that came meanwhile.

/** @typedef {(message: any, reply: (value: any) => void) => void} Hear */

/** @type {((data: Uint8Array) => void) | null} */
let toClient = null;
/** @type {Uint8Array[]} */
let early = [];
let taken = false;
/** @type {() => void} */
let resolveReady = () => {};
/** @type {(reason: string) => void} */
let rejectReady = () => {};
/** @type {Promise<void>} */
const ready = new Promise((resolve, reject) => {
  resolveReady = resolve;
  rejectReady = reject;
});
ready.catch(() => {}); // shown by whoever hears `failed`; the client may never ask

const worker = newWorker("run");
tell({ documentUrl: document.URL }); // at once: a page that is busy with the rest may be later than Python

/** @param {string} name what the worker is for */
export function newWorker(name) {
  return new Worker(new URL("worker.mjs", import.meta.url), { type: "module", name });
}

/** Give the client a frame of Python's. @param {Uint8Array} data */
function take(data) {
  if (!taken) performance.mark("ownway:frame");
  taken = true;
  toClient?.(data);
}

/** Send the worker something that is not a Flet frame. @param {any} message @param {Transferable[]} [transfer] */
export function tell(message, transfer = []) {
  worker.postMessage(message, transfer);
}

/**
 * Start listening. `hear` gets every message that is not a frame.
 * @param {(message: any) => void} hear
 */
export function listen(hear) {
  worker.onmessage = ({ data }) => {
    if (data instanceof Uint8Array) toClient ? take(data) : early.push(data);
    else {
      if (data.ready) resolveReady();
      if (data.failed) rejectReady(data.failed);
      hear(data);
    }
  };
  worker.onerror = (event) => {
    rejectReady(event.message);
    hear({ failed: event.message || "Python's worker could not be loaded." });
  };
}

/** The three functions that Flet's client calls by name. */
export function offerToClient() {
  Object.assign(globalThis, {
    jsConnect: async (/** @type {string} */ _id, /** @type {any} */ _args, /** @type {(data: Uint8Array) => void} */ client) => {
      performance.mark("ownway:connect");
      toClient = client;
      early.splice(0).forEach(take);
      await ready;
    },
    jsSend: async (/** @type {string} */ _id, /** @type {Uint8Array} */ data) => tell(data, [data.buffer]),
    jsDisconnect: async () => console.info("Flet's client has let go of Python; the worker goes on."),
  });
}
