"""A real Chromium with Pyodide in a module worker, for measuring and testing what only runs there.

`Chromium` serves Pyodide (from flet-web's wheel), the run-time wheels that ``build/wheels.lock`` pins and
this project's sources on localhost, and runs Python in the worker.
"""

import functools
import importlib
import io
import json
import sys
import threading
import zipfile
from collections.abc import Iterable, Mapping
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
WHEELS = ("pydantic", "pydantic-core", "typing-extensions", "typing-inspection", "annotated-types", "tinydb")
ISOLATED = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cache-Control": "no-store",
}


def recipe(name: str) -> Any:
    """Returns a module of ``build/``, which is no package."""
    sys.path.insert(0, str(ROOT / "build"))
    try:
        return importlib.import_module(name)
    finally:
        sys.path.remove(str(ROOT / "build"))


def wheels() -> list[Path]:
    """Returns the verified run-time wheels, fetched where they are not here yet."""
    found = recipe("wheels")
    lock = tuple(wheel for wheel in found.read_lock() if wheel.name in WHEELS)
    return list(found.fetch(lock).values())


def archive(folders: Iterable[Path]) -> bytes:
    """Returns a zip of the wheels and of what lies in `folders`, each at the archive's root."""
    room = io.BytesIO()
    with zipfile.ZipFile(room, "w", zipfile.ZIP_STORED) as site:
        for path in wheels():
            with zipfile.ZipFile(path) as wheel:
                for name in wheel.namelist():
                    site.writestr(name, wheel.read(name))
        for folder in folders:
            for path in sorted(folder.rglob("*.py")):
                site.write(path, path.relative_to(folder))
    return room.getvalue()


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, *args: Any, made: Mapping[str, bytes], **options: Any) -> None:
        self.made = made
        super().__init__(*args, **options)

    def translate_path(self, path: str) -> str:
        name = path.partition("?")[0].lstrip("/")
        if name.startswith("pyodide/"):
            return str(pyodide_folder() / name.removeprefix("pyodide/"))
        return str(HERE / name)

    def do_GET(self) -> None:
        data = self.made.get(self.path)
        if data is None:
            super().do_GET()
            return
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def end_headers(self) -> None:
        for name, value in ISOLATED.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_: Any) -> None:
        """Says nothing."""


_Handler.extensions_map = {
    **SimpleHTTPRequestHandler.extensions_map,
    ".mjs": "text/javascript",
    ".wasm": "application/wasm",
}


def pyodide_folder() -> Path:
    """Returns the Pyodide that flet-web's wheel carries."""
    found = find_spec("flet_web")
    if found is None or found.origin is None:
        raise FileNotFoundError("flet-web is not installed")
    return Path(found.origin).parent / "web" / "pyodide"


class Served:
    """The page, Pyodide, the wheels and the sources in `folders`, on localhost; a context manager."""

    def __init__(self, *folders: Path) -> None:
        made = {"/site.zip": archive(folders or (ROOT / "src",))}
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Handler, made=made))

    @property
    def address(self) -> str:
        """Where the page is."""
        return f"http://localhost:{self._server.server_port}/page.html"

    def __enter__(self) -> "Served":
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


def run(page: Page, source: str) -> Any:
    """Runs Python in the page's worker and returns the JSON value that its last line, a text, holds."""
    page.wait_for_function("window.ask !== undefined")
    said = page.evaluate("source => window.ask('run', source)", source)
    return None if said is None else json.loads(said)


class Chromium:
    """A browser on a page with a Pyodide worker; a context manager.

    It has a profile on disk. Without one, Chromium keeps OPFS in the memory of another process: other
    code, and other figures.
    """

    def __init__(self, *folders: Path) -> None:
        self._served = Served(*folders)
        self._profile = TemporaryDirectory(prefix="ownway-bench-")

    def __enter__(self) -> "Chromium":
        self._served.__enter__()
        self._playwright = sync_playwright().start()
        self._browser = self._playwright.chromium.launch_persistent_context(
            self._profile.name, executable_path=recipe("chromium").find(), args=["--no-sandbox"]
        )
        self._page = self._browser.pages[0]
        self._page.set_default_timeout(600_000)
        self._page.goto(self._served.address)
        return self

    def __exit__(self, *_: object) -> None:
        self._browser.close()
        self._playwright.stop()
        self._served.__exit__()
        self._profile.cleanup()

    def run(self, source: str) -> Any:
        """Runs Python in the worker, as `run` does."""
        return run(self._page, source)
