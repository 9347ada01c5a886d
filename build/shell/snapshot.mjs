// @ts-check
// The memory snapshot on this device: one file in OPFS, never trusted further than it was proved.
//
//   0  magic "OWSN"      4  state: 0 made, 1 proved      8  length of the head   12  length of the heap
//   16 checksum of the heap      20  length of the key   24  length of the archive   28  its checksum
//   64 key, head, archive, heap, each at a multiple of 8
//
// The archive is the app's, unpacked: a start from the snapshot has nothing to fetch or to unpack.
//
// It is made by one worker, proved by a start in another, and only then used. A start that uses it
// first leaves a mark and removes it once Python answers: two starts that never got there drop it.

import { BUILD } from "./build.mjs";

const MAGIC = 0x4e53574f;
const START = 64;
const FOLDER = "boot";
const FILE = "snapshot";
const TRIES = "tries";
const REFUSED = "refused";
const LEAST_FREE_BYTES = 400e6;

/** What must be the same for a snapshot to fit: the build, the browser and its language. */
export function key() {
  return `${BUILD}|${navigator.userAgent}|${navigator.language}`;
}

/** @param {boolean} [create] */
async function folder(create = false) {
  return (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create });
}

/** @param {number} value */
const padded = (value) => (value + 7) & ~7;

/**
 * A sum over every word, and the bytes after the last, that any changed, lost or swapped one changes.
 * @param {Uint8Array} bytes
 */
export function checksum(bytes) {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >>> 2);
  let sum = 0x811c9dc5 ^ words.length;
  for (let i = 0; i < words.length; i++) sum = Math.imul(sum ^ words[i], 0x01000193);
  for (const byte of bytes.subarray(words.length * 4)) sum = Math.imul(sum ^ byte, 0x01000193);
  return sum >>> 0;
}

/**
 * Open the snapshot that fits this build and browser, or say why there is none.
 * @param {boolean} proved whether only a proved one will do
 */
export async function open(proved) {
  const file = await (await folder()).getFileHandle(FILE);
  const handle = await /** @type {any} */ (file).createSyncAccessHandle({ mode: "read-only" });
  try {
    return readHead(handle, proved);
  } catch (error) {
    handle.close();
    throw error;
  }
}

/** Whether there is a proved one that fits, or another tab has hold of it. */
export async function isThere() {
  try {
    (await open(true)).close();
    return true;
  } catch (/** @type {any} */ error) {
    return error?.name === "NoModificationAllowedError";
  }
}

/** @param {any} handle @param {boolean} proved */
function readHead(handle, proved) {
  const fixed = new Uint32Array(START / 4);
  const got = handle.read(fixed, { at: 0 });
  const [magic, state, headLength, heapLength, sum, keyLength, archiveLength, archiveSum] = fixed;
  if (got !== START || magic !== MAGIC) throw new Error("it is not a snapshot");
  if (proved && state !== 1) throw new Error("it was never proved");
  const keyBytes = new Uint8Array(keyLength);
  handle.read(keyBytes, { at: START });
  if (new TextDecoder().decode(keyBytes) !== key()) throw new Error("it is of another build or browser");
  const headAt = START + padded(keyLength);
  const archiveAt = headAt + padded(headLength);
  const heapAt = archiveAt + padded(archiveLength);
  if (handle.getSize() !== heapAt + heapLength) throw new Error("its length is wrong");
  const head = new Uint8Array(headLength);
  handle.read(head, { at: headAt });
  const archive = new Uint8Array(archiveLength);
  handle.read(archive, { at: archiveAt });
  if (checksum(archive) !== archiveSum) throw new Error("its archive's checksum is wrong");
  return {
    archive,
    head,
    size: heapLength,
    close: () => handle.close(),
    /** @param {Uint8Array} heap */
    fill(heap) {
      const target = heap.subarray(0, heapLength);
      const read = handle.read(target, { at: heapAt });
      handle.close();
      if (read !== heapLength || checksum(target) !== sum) throw new Error("its checksum is wrong");
    },
  };
}

/**
 * Write what Pyodide made, with the archive it stands on, in place of any older one.
 * @param {Uint8Array} made
 * @param {Uint8Array} archive
 */
export async function write(made, archive) {
  const offset = new Uint32Array(made.buffer, made.byteOffset, 2)[1];
  const head = made.slice(0, offset);
  const heap = made.subarray(offset);
  const keyBytes = new TextEncoder().encode(key());
  const fixed = new Uint32Array(START / 4);
  fixed.set([MAGIC, 0, head.length, heap.length, checksum(heap), keyBytes.length, archive.length, checksum(archive)]);
  const headAt = START + padded(keyBytes.length);
  const archiveAt = headAt + padded(head.length);
  const file = await (await folder(true)).getFileHandle(FILE, { create: true });
  const handle = await /** @type {any} */ (file).createSyncAccessHandle();
  try {
    handle.truncate(0);
    handle.write(keyBytes, { at: START });
    handle.write(head, { at: headAt });
    handle.write(archive, { at: archiveAt });
    handle.write(heap, { at: archiveAt + padded(archive.length) });
    handle.write(fixed, { at: 0 });
    handle.flush();
  } finally {
    handle.close();
  }
  return heap.length;
}

/** Say that a start from it worked. */
export async function markProved() {
  const file = await (await folder()).getFileHandle(FILE);
  const handle = await /** @type {any} */ (file).createSyncAccessHandle();
  try {
    handle.write(new Uint32Array([1]), { at: 4 });
    handle.flush();
  } finally {
    handle.close();
  }
}

/** Remove the snapshot; with `refuse`, also make no other for this build and browser. */
export async function drop(refuse = false) {
  const boot = await folder(true);
  for (const name of [FILE, TRIES]) await boot.removeEntry(name).catch(ignoreMissing);
  if (refuse) await writeText(boot, REFUSED, key());
}

/** @param {any} error */
function ignoreMissing(error) {
  if (error?.name !== "NotFoundError") throw error;
}

/** @param {FileSystemDirectoryHandle} boot @param {string} name @param {string} text */
async function writeText(boot, name, text) {
  const file = await boot.getFileHandle(name, { create: true });
  const handle = await /** @type {any} */ (file).createSyncAccessHandle();
  handle.truncate(0);
  handle.write(new TextEncoder().encode(text), { at: 0 });
  handle.close();
}

/** @param {FileSystemDirectoryHandle} boot @param {string} name */
async function readText(boot, name) {
  try {
    return await (await (await boot.getFileHandle(name)).getFile()).text();
  } catch (error) {
    ignoreMissing(error);
    return "";
  }
}

/** Leave a mark that a start from the snapshot has begun; throws after two that never ended. */
export async function beginTry() {
  const boot = await folder();
  const tries = await readText(boot, TRIES);
  if (tries.length >= 2) throw new Error("two starts from it never ended");
  await writeText(boot, TRIES, `${tries}x`);
}

/** The start ended well. */
export async function endTry() {
  await (await folder()).removeEntry(TRIES).catch(ignoreMissing);
}

/** Why no snapshot should be made here, or "" when one may. */
export async function reasonAgainst() {
  if ((await readText(await folder(true), REFUSED)) === key()) return "one was made for this build and did not work";
  const memory = /** @type {any} */ (navigator).deviceMemory;
  if (memory !== undefined && memory < 2) return "the device has little memory";
  const { quota = 0, usage = 0 } = await navigator.storage.estimate();
  return quota - usage < LEAST_FREE_BYTES ? "the device has little space left" : "";
}
