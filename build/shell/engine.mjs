// @ts-check
// Which of the client's builds this browser takes. Flutter's loader asks the same questions; they are
// asked here so that the service worker can keep just the files that will be used.

const WITH_GC = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 95, 1, 120, 0];

/** Whether the browser brings its own pictures' codecs and line breaking, so that smaller builds do. */
function isChromium() {
  const breaks = "v8BreakIterator" in Intl && "Segmenter" in Intl;
  return breaks && "ImageDecoder" in globalThis && navigator.vendor === "Google Inc.";
}

/** Whether it runs Dart's WebAssembly and draws it on a graphics card (or a stand-in for one). */
function runsWasm() {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("webgl2") ?? canvas.getContext("webgl");
  context?.getExtension("WEBGL_lose_context")?.loseContext();
  return context !== null && WebAssembly.validate(new Uint8Array(WITH_GC));
}

/** @type {"wasm" | "chromium" | "full"} */
export const ENGINE = isChromium() ? (runsWasm() ? "wasm" : "chromium") : "full";
