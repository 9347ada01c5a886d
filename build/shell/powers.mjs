// @ts-check
// The page-only powers that take more than a line.

/** @type {any} the browser's offer to install, kept until it is used */
let offer = null;
/** @type {(can: boolean) => void} */
let tellInstallable = () => {};

window.addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault();
  offer = event;
  tellInstallable(true);
});
window.addEventListener("appinstalled", () => {
  offer = null;
  tellInstallable(false);
});

/** Hear whether the browser would install Ownway now. @param {(can: boolean) => void} hear */
export function installable(hear) {
  tellInstallable = hear;
  hear(offer !== null);
}

/** Show the browser's own install question. @returns {Promise<string>} accepted, dismissed or unavailable */
export async function install() {
  if (!offer) return "unavailable";
  const asked = offer;
  offer = null;
  await asked.prompt();
  return (await asked.userChoice).outcome;
}

/** The device and how Ownway runs on it. */
export function describe() {
  const standalone = matchMedia("(display-mode: standalone)").matches || /** @type {any} */ (navigator).standalone === true;
  const agent = navigator.userAgent;
  const ios = /iPad|iPhone|iPod/.test(agent) || (/Mac/.test(agent) && navigator.maxTouchPoints > 1);
  return {
    platform: ios ? "ios" : /Android/.test(agent) ? "android" : "desktop",
    installed: standalone,
    can_install: offer !== null,
    can_share_files: canShare([new File(["x"], "x.txt", { type: "text/plain" })]),
    touch: navigator.maxTouchPoints > 0,
    languages: [...navigator.languages],
    direction: document.documentElement.dir || "ltr",
    dark: matchMedia("(prefers-color-scheme: dark)").matches,
    calm: matchMedia("(prefers-reduced-motion: reduce)").matches,
    online: navigator.onLine,
    time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}

/** @param {File[]} files */
const canShare = (files) => typeof navigator.canShare === "function" && navigator.canShare({ files });

/** @typedef {{ name: string, type?: string, bytes: Uint8Array }} Named */

/** @param {Named} named */
const asFile = ({ name, type = "text/plain", bytes }) => new File([/** @type {BlobPart} */ (bytes)], name, { type });

/**
 * Open the share sheet; it has to be within a tap. Chromium shares no `.json`: name such a file `.txt`.
 * @param {{ files?: Named[], title?: string, text?: string }} what
 * @returns {Promise<string>} shared, cancelled or unavailable
 */
export async function share({ files = [], title, text }) {
  const real = files.map(asFile);
  if (typeof navigator.share !== "function" || (real.length && !canShare(real))) return "unavailable";
  try {
    await navigator.share({ title, text, ...(real.length ? { files: real } : {}) });
    return "shared";
  } catch (/** @type {any} */ error) {
    if (error?.name === "AbortError") return "cancelled";
    throw error;
  }
}

/** Save a file where the browser keeps downloads. @param {Named} named */
export function download(named) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(asFile({ type: "application/octet-stream", ...named }));
  link.download = named.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return true;
}

/** Print a page of its own, such as a report. @param {{ html: string }} what */
export async function printHtml({ html }) {
  const frame = document.createElement("iframe");
  frame.style.cssText = "position:fixed;width:0;height:0;border:0";
  frame.setAttribute("aria-hidden", "true");
  frame.srcdoc = html;
  await new Promise((resolve) => {
    frame.addEventListener("load", resolve, { once: true });
    document.body.append(frame);
  });
  frame.contentWindow?.addEventListener("afterprint", () => frame.remove(), { once: true });
  frame.contentWindow?.print();
  return true;
}

/** Let the page itself be in the app's language. @param {{ language: string, direction: string }} what */
export function setLanguage({ language, direction }) {
  document.documentElement.lang = language;
  document.documentElement.dir = direction;
  localStorage.setItem("ownway.language", language);
  return true;
}

/**
 * Show all words `scale` times as large as the person has set it: the renderer reads the root's font size.
 * @param {{ scale: number }} how
 */
export function scaleText({ scale }) {
  document.documentElement.style.fontSize = scale === 1 ? "" : `${100 * scale}%`;
  return true;
}

const VOICES_MS = 1500;

/** The device's voices; some browsers know them only a moment after they are first asked. */
async function voices() {
  const found = speechSynthesis.getVoices();
  if (found.length) return found;
  await new Promise((resolve) => {
    speechSynthesis.addEventListener("voiceschanged", resolve, { once: true });
    setTimeout(resolve, VOICES_MS);
  });
  return speechSynthesis.getVoices();
}

/**
 * Read a text aloud, instead of whatever is being read; "" only stops that.
 * @param {{ text: string, language: string }} what
 * @returns {Promise<string>} speaking, silent, no_voice (none for this language) or unavailable
 */
export async function speak({ text, language }) {
  if (typeof speechSynthesis === "undefined") return "unavailable";
  speechSynthesis.cancel();
  if (!text) return "silent";
  const base = language.split("-")[0].toLowerCase();
  const voice = (await voices()).find((one) => one.lang.toLowerCase().split(/[-_]/)[0] === base);
  if (!voice) return "no_voice";
  const said = new SpeechSynthesisUtterance(text);
  said.voice = voice;
  said.lang = voice.lang;
  speechSynthesis.speak(said);
  return "speaking";
}
