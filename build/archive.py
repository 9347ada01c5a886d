"""The app archive: everything Python needs on the device, in one file the worker unpacks itself.

The worker writes the files straight into Pyodide's memory file system, so the format is what it can
read before Python runs: a Zstandard frame (`shell/unpack.mjs` says with what it is unpacked) around a
little-endian length, a JSON list of `[path, size]`, and the bytes. Python's own library lies in it as
a zip, which Pyodide puts where it belongs. The other folders repeat the project's own (`src/`,
`assets/`), with the wheels beside them in `lib/`, so code finds its files the same way here as in a
checkout. No `requirements.txt` or `pyproject.toml` and no `.dist-info`: Flet's and Pyodide's own
loaders would act on them.
"""

from __future__ import annotations

import json
import struct
from pathlib import Path

import zstandard

import icons
import places
import slim
import wheels

LIBRARY = "python.zip"
LEVEL = 19
WINDOW_LOG = 22  # the worker takes this much memory to unpack it: 4 MB
LEFT_OUT_OF_APP = ("src/app/cli.py",)
LEFT_OUT_OF_WHEELS = (
    "flet/testing/",
    "flet/fastapi/",
    "flet/cli.py",
    "flet/pytest_plugin.py",
    "fsrs/optimizer.py",
    "pydantic/mypy.py",
    "pydantic/v1/",
)
ICON_LISTS = ("flet/controls/material/icons.json", "flet/controls/cupertino/cupertino_icons.json")
TYPING_ONLY = (".pyi", "py.typed")
INSTALLED = ".egg-info/"  # what installing a checkout leaves in it
DATA_FOLDERS = ("frameworks", "starters")


def app_files(source: Path) -> dict[str, bytes]:
    """The app's own modules and package data, at `src/`, without what only the command line uses."""
    found = {f"src/{path.relative_to(source).as_posix()}": path for path in places.files_under(source)}
    if "src/main.py" not in found:
        raise FileNotFoundError(f"{source} has no main.py for Python to start with")
    return {
        name: path.read_bytes()
        for name, path in found.items()
        if name not in LEFT_OUT_OF_APP and not name.endswith(".pyc") and INSTALLED not in name
    }


def data_files(assets: Path = places.ASSETS) -> dict[str, bytes]:
    """What Python itself reads from `assets/`."""
    return {
        f"assets/{path.relative_to(assets).as_posix()}": path.read_bytes()
        for folder in DATA_FOLDERS
        for path in places.files_under(assets / folder)
    }


def library_files(fetched: dict[str, Path]) -> dict[str, bytes]:
    """The run-time wheels' files at `lib/`, without type stubs and development-only parts."""
    found: dict[str, bytes] = {}
    for name, path in fetched.items():
        if name != wheels.CLIENT:
            found.update({m: content for m, content in wheels.members(path).items() if _is_needed(m)})
    return {f"lib/{member}": content for member, content in slim.slimmed(found).items()}


def with_named_icons(files: dict[str, bytes]) -> dict[str, bytes]:
    """`files` with flet's lists of icons down to the names that any module says: the fonts have no others."""
    sources = [content.decode() for name, content in files.items() if name.endswith(".py")]
    lists = {f"lib/{name}" for name in ICON_LISTS} & set(files)
    return files | {name: icons.only_named(files[name], sources) for name in lists}


def _is_needed(member: str) -> bool:
    return not member.startswith(LEFT_OUT_OF_WHEELS) and not member.endswith(TYPING_ONLY)


def pack(files: dict[str, bytes]) -> bytes:
    """One archive of `files`; the same files give the same bytes. Files of a kind lie together: they pack
    better so."""
    how = zstandard.ZstdCompressionParameters.from_level(LEVEL, window_log=WINDOW_LOG, write_checksum=True)
    return zstandard.ZstdCompressor(compression_params=how).compress(body(files))


def body(files: dict[str, bytes]) -> bytes:
    """What is in the archive before it is compressed."""
    names = sorted(files, key=lambda name: (Path(name).suffix, name))
    index = json.dumps([[name, len(files[name])] for name in names], separators=(",", ":")).encode()
    return struct.pack("<I", len(index)) + index + b"".join(files[name] for name in names)


def unpack(archive: bytes) -> dict[str, bytes]:
    """What `pack` put in; tests and tools read archives with it."""
    unpacked = zstandard.ZstdDecompressor().decompress(archive)
    (length,) = struct.unpack_from("<I", unpacked)
    offset = 4 + length
    files = {}
    for name, size in json.loads(unpacked[4:offset]):
        files[name] = unpacked[offset : offset + size]
        offset += size
    return files
