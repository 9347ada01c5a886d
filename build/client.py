"""Flet's prebuilt web client, made fit for a site that never leaves its own origin.

Each patch names the text it expects and fails when that text is not there exactly as often as
expected: a new flet-web must be looked at, not guessed at.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

import fallback

LOADER = "flutter.js"
PROGRAM = "main.dart.js"
WASM_PROGRAM = "main.dart.wasm"
STDLIB = "pyodide/python_stdlib.zip"
"""Python's library as the client carries it; on the site it lies in the app's archive."""
RIVE = "rive"
SLICES = "c794add61107ce959af9113383e97e80beaffcc95085f64ed0439699650b5f2b"
"""Of the addresses of the slices that lie here: Noto Sans HK v32, JP v53, KR v36, SC v37, TC v36."""
KEPT = (
    PROGRAM,
    WASM_PROGRAM,
    "main.dart.mjs",
    LOADER,
    "assets/AssetManifest.bin",
    "assets/AssetManifest.bin.json",
    "assets/fonts/roboto.woff2",
    "assets/shaders/ink_sparkle.frag",
    "assets/shaders/stretch_effect.frag",
    "assets/packages/record_web/assets/js/record.worklet.js",
    "assets/packages/wakelock_plus/assets/no_sleep.js",
    "canvaskit/canvaskit.js",
    "canvaskit/canvaskit.wasm",
    "canvaskit/chromium/canvaskit.js",
    "canvaskit/chromium/canvaskit.wasm",
    "canvaskit/skwasm.js",
    "canvaskit/skwasm.wasm",
    "pyodide/pyodide.mjs",
    "pyodide/pyodide.asm.mjs",
    "pyodide/pyodide.asm.wasm",
)
# What a script names only to say it in a message, to check a namespace, or to link from an error.
WORDS_NOT_REQUESTS = (
    "www.w3.org",
    "flet.dev",
    "flutter.dev",
    "docs.flutter.dev",
    "api.flutter.dev",
    "pub.dev",
    "github.com",
    "developer.mozilla.org",
    "developer.android.com",
    "raw.githubusercontent.com",
)


class ClientChanged(RuntimeError):
    """The client is not the one these patches were written for."""


def replaced(text: str, old: str, new: str, times: int = 1) -> str:
    """`text` with `old` replaced, when it is there exactly `times` times."""
    found = text.count(old)
    if found != times:
        raise ClientChanged(f"expected {times} x {old[:80]!r} in the client, found {found}")
    return text.replace(old, new)


def patched(files: Mapping[str, bytes], families: frozenset[str]) -> dict[str, bytes]:
    """The kept files of the client, every one that would ask a foreign host undone."""
    absent = [name for name in KEPT if name not in files]
    if absent:
        raise ClientChanged(f"flet-web no longer carries {', '.join(absent)}")
    kept = {name: files[name] for name in KEPT}
    kept[PROGRAM] = program(files[PROGRAM].decode(), families).encode()
    kept[WASM_PROGRAM] = wasm_program(files[WASM_PROGRAM], families)
    kept[LOADER] = loader(files[LOADER].decode()).encode()
    kept["pyodide/pyodide.mjs"] = pyodide_loader(files["pyodide/pyodide.mjs"].decode()).encode()
    return kept


def program(text: str, families: frozenset[str]) -> str:
    """The Dart program: own CanvasKit and fallback fonts, and no Rive script from a CDN.

    Rive's start-up waits for its script; `shell/rive.js` answers in its place and lets it wait, as it
    does when the CDN cannot be reached.
    """
    engine = re.search(r'"https://www\.gstatic\.com/flutter-canvaskit/[0-9a-f]+/"', text)
    if engine is None:
        raise ClientChanged("the client names no CanvasKit host to replace")
    text = replaced(text, engine[0], '"canvaskit/"')
    text = replaced(text, '"https://fonts.gstatic.com/s/"', f'"{fallback.FOLDER}/"')
    rive = re.search(r'"https://cdn\.jsdelivr\.net/npm/@rive-app/[^"]+"', text)
    if rive is None:
        raise ClientChanged("the client names no Rive host to replace")
    text = replaced(text, rive[0], f'"{RIVE}/"')
    check_slices(text)
    return fallback.redirected(text, families)


def check_slices(text: str) -> None:
    """Raise ClientChanged where the engine's list of slices is not the one that ours were cut by: slice 7 of
    another version holds other letters."""
    found = hashlib.sha256("\n".join(fallback.in_slices(text)).encode()).hexdigest()
    if found != SLICES:
        raise ClientChanged(
            "the slices of the Chinese, Japanese and Korean fonts were cut anew: bring those in "
            f"assets/fonts/fallback to the versions that the client names, then write {found} into client.py"
        )


def wasm_program(code: bytes, families: frozenset[str]) -> bytes:
    """The same in WebAssembly, where a text can only be changed into one of the same length."""
    for pattern, folder in (
        (rb"https://fonts\.gstatic\.com/s/", f"{fallback.FOLDER}/"),
        (rb"https://cdn\.jsdelivr\.net/npm/@rive-app/flutter-native-wasm@[\d.]+/", f"{RIVE}/"),
    ):
        found = re.findall(pattern, code)
        if len(found) != 1:
            raise ClientChanged(f"expected one {pattern!r} in {WASM_PROGRAM}, found {len(found)}")
        code = code.replace(found[0], fallback.lengthened(folder, len(found[0])).encode())
    return fallback.redirected_binary(code, families)


def loader(text: str) -> str:
    """Flutter's loader: CanvasKit from this site, and nothing to do with service workers."""
    text = replaced(text, '"https://www.gstatic.com/flutter-canvaskit"', '"canvaskit"')
    return re.sub(r"\n?//# sourceMappingURL=.*", "", text)


def pyodide_loader(text: str) -> str:
    """Pyodide's loader without its CDN: a package that is not on the site is an error at once.

    Python's library is not fetched either: `shell/runtime.mjs` promises it as `standardLibrary`.
    """
    cdn = re.search(r"`https://cdn\.jsdelivr\.net/pyodide/[^`]+`", text)
    if cdn is None:
        raise ClientChanged("Pyodide's loader names no CDN to replace")
    text = replaced(text, cdn[0], "`./`")
    library = re.search(r"let (\w)=\w\(\w\);return async (\w)=>\{(?=\2\.API\.pyVersionTuple)", text)
    if library is None:
        raise ClientChanged("Pyodide's loader fetches its library in another way")
    text = replaced(
        text, library[0], f"return async {library[2]}=>{{let {library[1]}={library[2]}.standardLibrary;"
    )
    # It stays where it lies, instead of being copied.
    text = replaced(text, ".zip`,r)}catch", ".zip`,r,{canOwn:true})}catch")
    return re.sub(r"\n?//# sourceMappingURL=.*", "", text)


def foreign_hosts(text: str) -> set[str]:
    """Hosts a text names in an http(s) or ws(s) address, but for those it only speaks of."""
    named = set(re.findall(r"(?:https?|wss?)://([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)", text))
    return named.difference(WORDS_NOT_REQUESTS)
