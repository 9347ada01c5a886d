// Compile Python sources with the very Python that the site runs: Pyodide, under Node.
// Usage: node bytecode.mjs PYODIDE_FOLDER JOBS; JOBS is JSON: [[source file, module path, target], ...].
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [folder, jobsFile] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`).href);
const python = await loadPyodide({ indexURL: `${folder}/`, env: { PYTHONNODEBUGRANGES: "1" } });
const compile = python.runPython(`
import importlib._bootstrap_external as machinery
import importlib.util

def without_lines(code):
    # A table that says "no place known" for all of the code: one entry for each eight units. An empty
    # table would make \`traceback\` itself fail, and with it whoever only wanted to log an error.
    entries, rest = divmod(len(code.co_code) // 2, 8)
    table = b"\\xff" * entries + (bytes([0xF8 | (rest - 1)]) if rest else b"")
    inner = tuple(without_lines(c) if hasattr(c, "co_code") else c for c in code.co_consts)
    return code.replace(co_linetable=table, co_consts=inner)

def compiled(source, path):
    data = source.to_bytes()
    # Nothing reads docstrings on a device. Tracebacks name the app's lines; of libraries only functions.
    code = compile(data, path, "exec", dont_inherit=True, optimize=2)
    if "/src/" not in path:
        code = without_lines(code)
    return machinery._code_to_hash_pyc(code, importlib.util.source_hash(data), checked=False)
compiled
`);
for (const [source, path, target] of JSON.parse(readFileSync(jobsFile, "utf8"))) {
  const made = compile(new Uint8Array(readFileSync(source)), path);
  writeFileSync(target, made.toJs());
  made.destroy();
}
