// A Pyodide worker that runs the Python it is sent and answers with what that returns, as JSON.
import { loadPyodide } from "/pyodide/pyodide.mjs";

const ready = (async () => {
  const pyodide = await loadPyodide();
  const archive = await (await fetch("/site.zip")).arrayBuffer();
  pyodide.FS.mkdirTree("/site");
  pyodide.unpackArchive(archive, "zip", { extractDir: "/site" });
  pyodide.runPython("import sys, importlib; sys.path.insert(0, '/site'); importlib.invalidate_caches()");
  pyodide.registerJsModule("bare", { opened, syncfs: (fill) => syncfs(pyodide, fill), mount: (path) => mount(pyodide, path) });
  return pyodide;
})();

// The peer of a durable write: a bare append with flush, from JavaScript alone. `append` returns milliseconds.
async function opened(name, size) {
  const root = await navigator.storage.getDirectory();
  const handle = await (await root.getFileHandle(name, { create: true })).createSyncAccessHandle();
  const bytes = new Uint8Array(size).fill(120);
  let at = 0;
  handle.truncate(0);
  const append = () => {
    const before = performance.now();
    handle.write(bytes, { at });
    handle.flush();
    at += size;
    return performance.now() - before;
  };
  const close = async () => {
    handle.close();
    await root.removeEntry(name);
  };
  return { append, close };
}

// Emscripten's file system kept in IndexedDB: what a stock program in Pyodide would use.
function mount(pyodide, path) {
  pyodide.FS.mkdirTree(path);
  pyodide.FS.mount(pyodide.FS.filesystems.IDBFS, {}, path);
}

function syncfs(pyodide, fill) {
  return new Promise((resolve, reject) => {
    pyodide.FS.syncfs(fill, (fault) => (fault ? reject(fault) : resolve()));
  });
}

self.onmessage = async ({ data }) => {
  try {
    const pyodide = await ready;
    const result = await pyodide.runPythonAsync(data.value);
    self.postMessage({ id: data.id, result: result ?? null });
  } catch (fault) {
    self.postMessage({ id: data.id, error: String(fault.message ?? fault) });
  }
};
