// @ts-check
// What only a page may do, done for Python at its call. See docs/bridge.md.

import { describe, download, install, installable, printHtml, scaleText, setLanguage, share, speak } from "./powers.mjs";
import { hold, takePicked, watchFiles } from "./files.mjs";
import { tell } from "./link.mjs";
import { play, recordCancel, recordStart, recordStop } from "./sounds.mjs";
import { applyUpdate, onUpdate } from "./updates.mjs";

/** @type {Record<string, (args: any) => any>} */
const powers = {
  persist: () => navigator.storage.persist(),
  persisted: () => navigator.storage.persisted(),
  share,
  download,
  print: printHtml,
  copy: ({ text }) => navigator.clipboard.writeText(text).then(() => true),
  paste: () => navigator.clipboard.readText(),
  describe,
  install,
  speak,
  hold,
  picked: takePicked,
  play,
  record_start: recordStart,
  record_stop: recordStop,
  record_cancel: recordCancel,
  set_language: setLanguage,
  scale_text: scaleText,
  apply_update: applyUpdate,
  reload: () => location.reload(),
};

/** Do what Python asked and send it the outcome. @param {{ bridge: number, call: string, args: any }} message */
export async function answer({ bridge, call, args }) {
  try {
    const power = powers[call];
    if (!power) throw new Error(`The page has no power named ${call}.`);
    tell({ bridge, value: await power(args ?? {}) });
  } catch (/** @type {any} */ error) {
    console.info(`The page could not ${call}: ${error?.message ?? error}`);
    tell({ bridge, error: String(error?.message ?? error) || "unknown" });
  }
}

/** @param {string} event @param {any} value */
const say = (event, value) => tell({ event, value });

/** Tell Python what happens on the page, from its first screen on. */
export function tellOfPage() {
  watchFiles();
  const sayVisible = () => say("visible", document.visibilityState === "visible");
  document.addEventListener("visibilitychange", () => {
    sayVisible();
    if (document.visibilityState === "hidden") say("leaving", "hidden");
  });
  window.addEventListener("pagehide", () => say("leaving", "pagehide"));
  for (const kind of ["online", "offline"]) window.addEventListener(kind, () => say("online", navigator.onLine));
  installable((can) => say("installable", can));
  onUpdate((state) => say("update", state));
  say("online", navigator.onLine);
  sayVisible();
}

// Safari restores a page from its back/forward cache with Flutter's frames stopped; only a fresh start helps.
window.addEventListener("pageshow", (event) => {
  if (event.persisted && navigator.vendor.startsWith("Apple")) location.reload();
});
