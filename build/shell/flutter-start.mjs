// @ts-check
// Flutter, started as its own loader does it, with this site's files only.

import "./flutter.js";
import { ENGINE } from "./engine.mjs";

const base = new URL(".", import.meta.url).href;

const IN_SCRIPT = { compileTarget: "dart2js", renderer: "canvaskit", mainJsPath: "main.dart.js" };
const IN_WASM = { compileTarget: "dart2wasm", renderer: "skwasm", mainWasmPath: "main.dart.wasm", jsSupportRuntimePath: "main.dart.mjs" };
const BUILDS = { wasm: IN_WASM, chromium: IN_SCRIPT, full: IN_SCRIPT };

// Python's own "opening" is no screen a person can act on; ours stays until there is one.
const A_SCREEN = '[flt-semantics-identifier^="screen-"]:not([flt-semantics-identifier="screen-opening"])';

/** Load and run the client. @returns {Promise<void>} when its first frame can be drawn */
export async function startFlutter() {
  const loader = /** @type {any} */ (globalThis)._flutter;
  loader.buildConfig = { builds: [BUILDS[ENGINE]] };
  const config = {
    entrypointBaseUrl: base,
    assetBase: base,
    canvasKitBaseUrl: `${base}canvaskit/`,
    fontFallbackBaseUrl: `${base}assets/fallback/`,
    ...(ENGINE === "wasm" ? {} : { canvasKitVariant: ENGINE }),
  };
  await new Promise((resolve, reject) => {
    // The loader says nothing when a script of its own cannot be fetched; the page's error event does.
    window.addEventListener("error", (event) => event.target instanceof HTMLScriptElement && reject(new Error(`${event.target.src.split("/").at(-1)} did not arrive`)), true);
    const run = async (/** @type {any} */ initializer) => (await initializer.initializeEngine(config)).runApp();
    loader.loader
      .load({ config, onEntrypointLoaded: (/** @type {any} */ initializer) => run(initializer).then(resolve, reject) })
      .catch(reject);
  });
}

/** What the client reads about the page it runs on. */
export function describePage() {
  Object.assign(globalThis, {
    flet: { pyodide: true, multiView: false, noCdn: true, routeUrlStrategy: "hash", assetsDir: "", webSocketEndpoint: "" },
  });
}

/**
 * Switch the semantics tree on, which screen readers (and tests) read: Flutter hides it behind a
 * button in its middle. Then tell of the first screen that Python drew.
 * @param {(screen: string) => void} onScreen
 */
export function watchScreens(onScreen) {
  let switched = false;
  const observer = new MutationObserver(() => {
    const button = document.querySelector("flt-semantics-placeholder");
    if (button && !switched) {
      switched = true;
      press(button);
    }
    const screen = document.querySelector(A_SCREEN);
    if (!screen) return;
    observer.disconnect();
    onScreen(screen.getAttribute("flt-semantics-identifier") ?? "");
  });
  observer.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["flt-semantics-identifier"] });
}

/** Flutter forbids zooming when it starts; a person who needs it may zoom. */
export function allowZoom() {
  document.querySelector('meta[name="viewport"]')?.setAttribute("content", "width=device-width, initial-scale=1, viewport-fit=cover");
}

/** @param {Element} button */
function press(button) {
  const box = button.getBoundingClientRect();
  const middle = { clientX: box.left + box.width / 2, clientY: box.top + box.height / 2 };
  button.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ...middle }));
}
