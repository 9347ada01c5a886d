// @ts-check
// A voice, recorded and played: microphones and loudspeakers belong to the page. See docs/bridge.md.

/** @type {{ recorder: MediaRecorder, stream: MediaStream, parts: Blob[], begun: number } | null} */
let recording = null;
/** @type {HTMLAudioElement | null} */
let playing = null;

// The first that a browser knows; others' browsers play all of them but the last one of Safari before 18.4.
const KINDS = ["audio/mp4", "audio/webm;codecs=opus", "audio/ogg;codecs=opus", "audio/webm"];

/** Whether this page could record at all. */
export const canRecord = () =>
  typeof MediaRecorder !== "undefined" && Boolean(navigator.mediaDevices?.getUserMedia);

/**
 * Ask for the microphone and begin. @returns {Promise<string>} recording, refused (by the person), none (no
 * microphone) or unavailable
 */
export async function recordStart() {
  if (!canRecord()) return "unavailable";
  await recordCancel();
  /** @type {MediaStream} */
  let stream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  } catch (/** @type {any} */ error) {
    return error?.name === "NotAllowedError" || error?.name === "SecurityError" ? "refused" : "none";
  }
  const mimeType = KINDS.find((kind) => MediaRecorder.isTypeSupported(kind));
  const recorder = new MediaRecorder(stream, { ...(mimeType ? { mimeType } : {}), audioBitsPerSecond: 32000 });
  /** @type {Blob[]} */
  const parts = [];
  recorder.addEventListener("dataavailable", (event) => parts.push(event.data));
  recorder.start(1000);
  recording = { recorder, stream, parts, begun: performance.now() };
  return "recording";
}

/** End the recording. @returns {Promise<{ bytes: Uint8Array, type: string, seconds: number } | null>} */
export async function recordStop() {
  const now = recording;
  recording = null;
  if (!now) return null;
  const seconds = (performance.now() - now.begun) / 1000;
  await ended(now);
  const type = (now.recorder.mimeType || "audio/webm").split(";")[0];
  const bytes = new Uint8Array(await new Blob(now.parts).arrayBuffer());
  return { bytes, type, seconds: Math.round(seconds) };
}

/** Let a recording go. */
export async function recordCancel() {
  const now = recording;
  recording = null;
  if (now) await ended(now);
  return true;
}

/** @param {{ recorder: MediaRecorder, stream: MediaStream }} now */
function ended({ recorder, stream }) {
  return new Promise((resolve) => {
    recorder.addEventListener("stop", () => resolve(undefined), { once: true });
    if (recorder.state === "inactive") resolve(undefined);
    else recorder.stop();
    for (const track of stream.getTracks()) track.stop();
  });
}

/**
 * Play a sound instead of what is being played; without bytes only stop that.
 * @param {{ bytes?: Uint8Array, type?: string }} sound
 * @returns {Promise<boolean>} whether it plays
 */
export async function play({ bytes, type }) {
  playing?.pause();
  if (playing) URL.revokeObjectURL(playing.src);
  playing = null;
  if (!bytes?.length) return false;
  const audio = new Audio(URL.createObjectURL(new Blob([/** @type {any} */ (bytes)], { type })));
  playing = audio;
  try {
    await audio.play();
    return true;
  } catch {
    return false;
  }
}
