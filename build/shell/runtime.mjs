// @ts-check
// Python in this worker: Pyodide with the app's files and native modules in place before it starts.
//
// The native modules are instantiated before Python's own `main`, always in the same order, so their
// code and data lie at the same addresses in every start. That is what lets a memory snapshot hold
// modules that use them: a later start puts them in the same places and lays the old memory over.

import { loadPyodide } from "./pyodide/pyodide.mjs";
import createPyodideModule from "./pyodide/pyodide.asm.mjs";
import { LOCK } from "./build.mjs";
import { grow, unpack } from "./unpack.mjs";

const ROOT = "/ownway";
const LIBRARY = "python.zip"; // the one file of the archive that is Pyodide's to place

/**
 * @typedef {object} Archive
 * @property {[string, Uint8Array][]} files
 * @property {[string, WebAssembly.Module][]} natives compiled, in the order they are always loaded
 */

/** Fetch the app archive, packed. */
async function fetchArchive() {
  const response = await fetch(new URL("app.pack", import.meta.url));
  if (!response.ok) throw new Error(`app.pack: HTTP ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** Read the app archive, and compile what is native in it. @param {Uint8Array<ArrayBuffer>} bytes @returns {Promise<Archive>} */
async function openArchive(bytes) {
  const length = new DataView(bytes.buffer).getUint32(0, true);
  let offset = 4 + length;
  /** @type {[string, number][]} */
  const index = JSON.parse(new TextDecoder().decode(bytes.subarray(4, offset)));
  /** @type {[string, Uint8Array<ArrayBuffer>][]} */
  const files = index.map(([name, size]) => [name, bytes.subarray(offset, (offset += size))]);
  const natives = await Promise.all(
    files
      .filter(([name]) => name.endsWith(".so"))
      .map(async ([name, code]) => /** @type {[string, WebAssembly.Module]} */ ([name, await WebAssembly.compile(code)])),
  );
  return { files, natives };
}

/** Write the archive's files into Python's file system, without a copy. @param {any} FS @param {Archive} archive */
function writeFiles(FS, archive) {
  const folders = new Set();
  for (const [name, content] of archive.files) {
    if (name === LIBRARY) continue;
    const path = `${ROOT}/${name}`;
    const folder = path.slice(0, path.lastIndexOf("/"));
    if (!folders.has(folder)) {
      FS.mkdirTree(folder);
      folders.add(folder);
    }
    FS.writeFile(path, content, { canOwn: true });
  }
}

/** Instantiate the native modules where `import` will find them. @param {any} module @param {Archive} archive */
async function loadNatives(module, archive) {
  for (const [name, code] of archive.natives) {
    const path = `${ROOT}/${name}`;
    const exports = await module.loadWebAssemblyModule(code, { global: false, nodelete: true, loadAsync: true }, path, {});
    module.newDSO(path, undefined, exports).global = false;
  }
}

/**
 * Start Python. With `memory`, its `archive` is the app's as it was unpacked, its `head` is what Pyodide
 * needs to know, and `fill` lays the saved memory over the fresh one; without, Python starts from nothing.
 * @param {object} options
 * @param {boolean} [options.making] whether a snapshot is to be taken of it
 * @param {{ archive: Uint8Array<ArrayBuffer>, head: Uint8Array, size: number, fill: (heap: Uint8Array) => void } | null} [options.memory]
 * @returns {Promise<{ python: any, archive: Uint8Array }>} with the archive as it was unpacked
 */
export async function startPython({ making = false, memory = null }) {
  let packed = memory ? null : fetchArchive();
  const kept = memory ? openArchive(memory.archive) : null;
  let archive = memory?.archive ?? new Uint8Array();

  /** Everything that has to be there before Python's `main`. @param {any} module @returns {Promise<Archive>} */
  async function place(module) {
    if (memory) grow(module, memory.size);
    else archive = unpack(module, await /** @type {Promise<Uint8Array>} */ (packed));
    packed = null;
    const opened = await (kept ?? openArchive(archive));
    writeFiles(module.FS, opened);
    await loadNatives(module, opened);
    return opened;
  }

  const create = async (/** @type {any} */ settings) => {
    const placed = /** @type {Promise<Archive>} */ (
      new Promise((resolve, reject) => {
        settings.preRun.push(() => {
          settings.addRunDependency("ownway");
          place(settings).then((opened) => {
            resolve(opened);
            settings.removeRunDependency("ownway");
          }, reject);
        });
      })
    );
    // Pyodide waits for its library here; build/client.py sees to it.
    settings.standardLibrary = placed.then(({ files }) => /** @type {any} */ (files.find(([name]) => name === LIBRARY))[1]);
    const failed = placed.then(() => new Promise(() => {}));
    const made = await Promise.race([createPyodideModule(settings), failed]);
    memory?.fill(settings.HEAPU8);
    return made;
  };
  const python = await loadPyodide(
    /** @type {any} */ ({
      createPyodideModule: create,
      lockFileContents: LOCK,
      packageBaseUrl: new URL("pyodide/", import.meta.url).href,
      stdout: (/** @type {string} */ text) => console.info(text),
      stderr: (/** @type {string} */ text) => console.warn(text),
      ...(making ? { _makeSnapshot: true } : {}),
      ...(memory ? { _loadSnapshot: memory.head } : {}),
    }),
  );
  registerModules(python);
  return { python, archive };
}

/**
 * Give Python the modules `flet_js` and `ownway_bridge`. They are looked up through Pyodide's own view
 * of the globals, so a snapshot can hold on to them by name.
 * @param {any} python
 */
function registerModules(python) {
  const globals = python._api.config.jsglobals;
  python.registerJsModule("flet_js", globals.flet_js);
  python.registerJsModule("ownway_bridge", globals.ownway_bridge);
}
