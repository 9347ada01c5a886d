"""Make the static site: `python build/publish.py`, or `publish()` from the `ownway build` command.

From wheels alone, pinned by `wheels.lock`. The same sources give the same bytes, and nothing is done
when nothing changed. What lies in the output folder afterwards is the whole site: copy it to any
static file server, at any path.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

import archive
import bytecode
import client
import fonts
import licences
import places
import precache
import slim
import webmanifest
import wheels
import words

COPIED_ASSETS = ("pictures", "screenshots", "sample/stories", "sample/pictures")
ICONS = places.ASSETS / "icons"


def publish(app: Path = places.SOURCE, out: Path = places.WEB, *, force: bool = False) -> Path:
    """Build the site of the app in `app` into `out`, unless it is already there; answers `out`.

    `app` holds `main.py` and the package `app`, as `src/` does.
    """
    if app == places.SOURCE:
        words.compile_all()
    stamp = inputs_hash(app)
    marker = out.with_name(f".stamp-{out.name}")
    if not force and out.is_dir() and marker.is_file() and marker.read_text("utf-8") == stamp:
        return out
    fetched = wheels.fetch(wheels.read_lock())
    write_site(site_files(app, fetched), out)
    marker.write_text(stamp, "utf-8")
    return out


def inputs_hash(app: Path) -> str:
    """One hash over every file the site is made from; the recipe itself is one of them."""
    digest = hashlib.sha256()
    recipe = [
        path for path in sorted(places.BUILD.iterdir()) if path.suffix in {".py", ".mjs", ".txt", ".lock"}
    ]
    for path in [*recipe, *map_files(places.SHELL, places.ASSETS, app)]:
        digest.update(f"{path}\0".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def map_files(*folders: Path) -> list[Path]:
    """All files below the folders."""
    return [path for folder in folders for path in places.files_under(folder)]


def site_files(app: Path, fetched: Mapping[str, Path]) -> dict[str, bytes]:
    """Every file of the site by its path, the service worker last because it lists the others."""
    web = wheels.members(fetched[wheels.CLIENT], "flet_web/web/")
    own = archive.app_files(app)
    libraries = archive.library_files(dict(fetched))
    sources = [content.decode() for name, content in own.items() if name.endswith(".py")]
    lazy = fonts.lazy_fonts()
    files = client.patched(web, frozenset(name.removesuffix(".woff2") for name in lazy))
    files.update(
        fonts.all_fonts(web, {n.removeprefix("lib/"): c for n, c in libraries.items()}, sources, lazy)
    )
    boot = {"lib/ownway_boot.py": (places.SHELL / "ownway_boot.py").read_bytes()}
    lean = archive.with_named_icons({**libraries, **own, **boot})
    packed = bytecode.compiled(lean, web, places.ON_DEVICE)
    library = bytecode.compiled_library(slim.standard_library(web[client.STDLIB]), web)
    files["app.pack"] = archive.pack({**packed, **archive.data_files(), archive.LIBRARY: library})
    files.update(shell_files())
    files.update(asset_files())
    files["manifest.webmanifest"] = webmanifest.web_manifest()
    files["licenses.html"] = licences.page(fetched, web["assets/NOTICES"].decode("utf-8", "replace"))
    files[".nojekyll"] = b""
    return finished(files, web)


def finished(files: dict[str, bytes], web: Mapping[str, bytes]) -> dict[str, bytes]:
    """`files` with the two that speak of all others: the build's name and the service worker."""
    build = precache.build_id(files)
    lock = json.loads(web["pyodide/pyodide-lock.json"])["info"]
    files["build.mjs"] = (
        "// Made by build/publish.py.\n"
        f"export const BUILD = {json.dumps(build)};\n"
        f"export const SIZES = {json.dumps(precache.start_sizes(files))};\n"
        f"export const LOCK = {json.dumps({'info': lock, 'packages': {}})};\n"
    ).encode()
    template = (places.SHELL / precache.WORKER).read_text("utf-8")
    files[precache.WORKER] = precache.service_worker(template, files, build)
    return files


def shell_files() -> dict[str, bytes]:
    """The page, its scripts and its workers."""
    found = {
        path.name: path.read_bytes()
        for path in places.files_under(places.SHELL)
        if path.name not in {"ownway_boot.py", "rive.js", precache.WORKER}
    }
    found[f"{client.RIVE}/wasm/rive_native.js"] = (places.SHELL / "rive.js").read_bytes()
    return found


def asset_files() -> dict[str, bytes]:
    """Icons, and the pictures that the app shows by address."""
    found = {f"icons/{path.name}": path.read_bytes() for path in places.files_under(ICONS)}
    for folder in COPIED_ASSETS:
        for path in places.files_under(places.ASSETS / folder):
            found[path.relative_to(places.ASSETS).as_posix()] = path.read_bytes()
    return found


def write_site(files: Mapping[str, bytes], out: Path) -> None:
    """Write the site beside the old one, then put it in its place: no reader sees half of it."""
    fresh = out.with_name(f"{out.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    for name, content in files.items():
        path = fresh / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    shutil.rmtree(out, ignore_errors=True)
    fresh.rename(out)


def wire_bytes(out: Path, engine: str = "chromium") -> dict[str, int]:
    """Bytes a first visit with one engine moves with gzip, per file."""
    sizes = {}
    for path in places.files_under(out):
        name = path.relative_to(out).as_posix()
        other = name in precache.OF_AN_ENGINE and name not in precache.ENGINES[engine]
        if not other and not name.startswith(precache.FETCHED_WHEN_NEEDED):
            sizes[name] = precache.zipped_size(path.read_bytes())
    return sizes


def kept_soon_bytes(out: Path) -> int:
    """Bytes that the service worker fetches in the background once a first visit works: the sample."""
    return sum(precache.zipped_size(path.read_bytes()) for path in places.files_under(out / "sample"))


def main() -> int:
    """The command line of the recipe."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--app", type=Path, default=places.SOURCE, help="folder with main.py and app/")
    parser.add_argument("--out", type=Path, default=places.WEB)
    parser.add_argument("--force", action="store_true", help="build even if nothing changed")
    chosen = parser.parse_args()
    try:
        out = publish(chosen.app.resolve(), chosen.out.resolve(), force=chosen.force)
    except (wheels.WheelRefused, client.ClientChanged, FileNotFoundError) as refusal:
        print(refusal, file=sys.stderr)
        return 1
    print(f"The site is in {out}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
