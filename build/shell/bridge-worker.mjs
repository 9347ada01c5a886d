// @ts-check
// The worker's end of the bridge: Python's module `ownway_bridge`. See docs/bridge.md.

/** @type {Map<number, { resolve: (value: any) => void, reject: (reason: Error) => void }>} */
const waiting = new Map();
/** @type {Map<string, ((value: any) => void)[]>} */
const listeners = new Map();
/** @type {Map<string, any>} */
const lastValues = new Map();
let lastId = 0;

/**
 * Ask the page to do what only a page can. @param {string} name @param {any} [args]
 */
function call(name, args) {
  const id = ++lastId;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    self.postMessage({ bridge: id, call: name, args: plain(args) });
  });
}

/**
 * Hear of something that happens on the page; what happened last is told at once.
 * @param {string} name @param {any} callback kept for as long as the app runs
 */
function on(name, callback) {
  const kept = typeof callback.copy === "function" ? callback.copy() : callback;
  listeners.set(name, [...(listeners.get(name) ?? []), kept]);
  if (lastValues.has(name)) kept(lastValues.get(name));
}

/** Python's dicts, lists and bytes as JavaScript's. @param {any} value */
function plain(value) {
  return typeof value?.toJs === "function" ? value.toJs({ dict_converter: Object.fromEntries }) : value;
}

/** A message of the page's that is the bridge's own. @param {any} message @returns {boolean} whether it was */
export function receive(message) {
  if (typeof message?.event === "string") {
    lastValues.set(message.event, message.value);
    for (const listener of listeners.get(message.event) ?? []) listener(message.value);
    return true;
  }
  if (typeof message?.bridge !== "number") return false;
  const asked = waiting.get(message.bridge);
  waiting.delete(message.bridge);
  if (message.error) asked?.reject(new Error(message.error));
  else asked?.resolve(message.value);
  return true;
}

export const bridge = { call, on };
