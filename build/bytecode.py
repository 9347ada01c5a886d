"""Compiled modules instead of sources, where this machine can make them: a first start compiles nothing.

They have to come from the Python that runs them, so Pyodide compiles them itself, under Node. A machine
without Node builds the same site with sources, which starts more slowly the first time and says so here.
What was compiled once is kept by the hash of its source.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

import places
import slim

KEPT = places.CACHE / "bytecode"
HOT = places.BUILD / "hot.txt"
# Never imported by a start: not worth the bytes that bytecode has over its source.
RARE = re.compile(r"lib/(?:pydantic/deprecated/|flet/(?:auth|security)/|six\.py)")
RUNTIME = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")


def compiled(sources: Mapping[str, bytes], runtime: Mapping[str, bytes], root: str) -> dict[str, bytes]:
    """`sources` with every module as its bytecode, at `X.pyc` in the place of `X.py`; or as they are.

    `root` is where the files will lie on the device; tracebacks name them by it.
    """
    modules = {
        name: content for name, content in sources.items() if name.endswith(".py") and not RARE.match(name)
    }
    made = _bytecode(modules, runtime, root)
    if made is None:
        return dict(sources)
    others = {name: content for name, content in sources.items() if name not in modules}
    return {**others, **{f"{name}c": made[name] for name in modules}}


def compiled_library(archive: bytes, runtime: Mapping[str, bytes]) -> bytes:
    """Python's own library, compiled; the archive as it is when nothing can compile it."""
    with zipfile.ZipFile(io.BytesIO(archive)) as old:
        files = {name: old.read(name) for name in sorted(old.namelist())}
    lines = HOT.read_text("utf-8").splitlines()
    hot = {name: files.pop(name) for name in lines if name in files}
    made = compiled(hot, runtime, "/lib/python314.zip")
    if made == hot:
        return archive
    return slim.stored({**made, **files})


def _bytecode(
    modules: Mapping[str, bytes], runtime: Mapping[str, bytes], root: str
) -> dict[str, bytes] | None:
    """The bytecode of each module, or None when this machine has no Node."""
    node = shutil.which("node")
    if node is None:
        print("No node here: the site carries sources, and its first start on a device takes longer.")
        return None
    KEPT.mkdir(parents=True, exist_ok=True)
    recipe = (places.BUILD / "bytecode.mjs").read_bytes()
    version = hashlib.sha256(runtime["pyodide/pyodide.asm.wasm"] + recipe).hexdigest()
    targets = {
        name: KEPT / hashlib.sha256(f"{version} {root}/{name} ".encode() + content).hexdigest()
        for name, content in modules.items()
    }
    missing = {name: target for name, target in targets.items() if not target.exists()}
    if missing and not _compile(node, missing, modules, runtime, root):
        return None
    return {name: target.read_bytes() for name, target in targets.items()}


def _compile(
    node: str,
    missing: Mapping[str, Path],
    modules: Mapping[str, bytes],
    runtime: Mapping[str, bytes],
    root: str,
) -> bool:
    """Have Pyodide compile what is missing; whether it could."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        for name in RUNTIME:
            (folder / name).write_bytes(runtime[f"pyodide/{name}"])
        jobs = []
        for number, (name, target) in enumerate(sorted(missing.items())):
            source, made = folder / f"{number}.py", folder / f"{number}.pyc"
            source.write_bytes(modules[name])
            jobs.append((str(source), f"{root}/{name}", str(made), target))
        (folder / "jobs.json").write_text(json.dumps([job[:3] for job in jobs]), "utf-8")
        command = [node, str(places.BUILD / "bytecode.mjs"), temporary, str(folder / "jobs.json")]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            print(f"Node could not compile, so the site carries sources: {done.stderr.strip()[-400:]}")
            return False
        for _, _, made, target in jobs:
            shutil.move(made, target)
    return True
