"""What the service worker keeps: every file by content hash, and one name for the whole build."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Mapping

import client
import fallback

WORKER = "sw.js"
PLACEHOLDER = '{ build: "", core: {}, engines: {}, lazy: {} }'
# Which files each way of drawing takes; `engine.mjs` in the shell chooses one for a browser.
ENGINES = {
    "wasm": ("main.dart.wasm", "main.dart.mjs", "canvaskit/skwasm.js", "canvaskit/skwasm.wasm"),
    "chromium": ("main.dart.js", "canvaskit/chromium/canvaskit.js", "canvaskit/chromium/canvaskit.wasm"),
    "full": ("main.dart.js", "canvaskit/canvaskit.js", "canvaskit/canvaskit.wasm"),
}
OF_AN_ENGINE = frozenset(name for files in ENGINES.values() for name in files)
# Fetched only when they are needed, or only by people and installers: never part of a start.
FETCHED_WHEN_NEEDED = (
    f"{fallback.FOLDER}/",
    "licenses.html",
    "screenshots/",
    "pictures/",
    "sample/",
    "assets/packages/",
)
NEVER_KEPT = (WORKER, ".nojekyll", "too-old.js")


def sha256(content: bytes) -> str:
    """The hash the service worker checks."""
    return hashlib.sha256(content).hexdigest()


def build_id(files: Mapping[str, bytes]) -> str:
    """A name that is the same for the same files and no others."""
    lines = "".join(f"{sha256(files[name])} {name}\n" for name in sorted(files))
    return sha256(lines.encode())[:16]


def grouped(files: Mapping[str, bytes]) -> dict[str, object]:
    """The files as the service worker wants them: always, for one engine, or when first needed."""
    core: dict[str, str] = {}
    lazy: dict[str, str] = {}
    engines = {engine: {name: sha256(files[name]) for name in names} for engine, names in ENGINES.items()}
    for name in sorted(files):
        if name in NEVER_KEPT or name in OF_AN_ENGINE:
            continue
        hashed = sha256(files[name])
        if name.startswith(FETCHED_WHEN_NEEDED) and not name.endswith(fallback.EMPTY):
            lazy[name] = hashed
        else:
            core[name] = hashed
    return {"core": core, "engines": engines, "lazy": lazy}


def service_worker(template: str, files: Mapping[str, bytes], build: str) -> bytes:
    """The worker's script with its list of files filled in."""
    site = json.dumps({"build": build, **grouped(files)}, separators=(",", ":"))
    return client.replaced(template, PLACEHOLDER, site).encode()


def start_sizes(files: Mapping[str, bytes]) -> dict[str, int]:
    """The big files of a start and what each weighs on the wire, for the start screen's count."""
    python = ("app.pack", "pyodide/pyodide.asm.wasm", "pyodide/pyodide.asm.mjs")
    return {name: zipped_size(files[name]) for name in sorted({*python, *OF_AN_ENGINE})}


def zipped_size(content: bytes) -> int:
    """What a file weighs on the wire of a server that compresses."""
    return min(len(content), len(gzip.compress(content, compresslevel=6, mtime=0)))
