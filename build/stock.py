"""The same app put together the stock way, for the benchmark to compare with.

The layout and the start order are those of `flet publish --no-cdn`: flet-web's own page, bootstrap and
worker, the app in `app.tar.gz` with its wheels in `__pypackages__`. Mended is only what keeps it from
starting, or from starting offline at all: the bare `pyodide/pyodide.mjs`, the service worker settings
that reload for ever, and the script Rive waits for on a CDN. A small service worker keeps its files, so
that both sites are compared with theirs on the device.
"""

from __future__ import annotations

import gzip
import io
import re
import tarfile
from pathlib import Path
from types import ModuleType

import archive
import client
import places
import publish
import wheels

UNUSED = (".symbols", ".map", ".d.ts", "python.exe", "flutter_service_worker.js")
SERVICE_WORKER = """
const CACHE = "stock";
self.addEventListener("install", (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
const answer = async (request) => {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request, { ignoreSearch: true });
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) await cache.put(request, response.clone());
  return response;
};
self.addEventListener("fetch", (event) => event.respondWith(answer(event.request)));
"""
SEMANTICS = """<script>
new MutationObserver((_, observer) => {
  const button = document.querySelector("flt-semantics-placeholder");
  if (button) { observer.disconnect(); button.click(); }
}).observe(document, { subtree: true, childList: true });
addEventListener("load", () => navigator.serviceWorker.register("stock-sw.js"));
</script>"""


def stock(app: Path = places.SOURCE, out: Path = places.STOCK) -> Path:
    """Put it together in `out`."""
    fetched = wheels.fetch(wheels.read_lock())
    web = wheels.members(fetched[wheels.CLIENT], "flet_web/web/")
    files = {name: content for name, content in web.items() if not name.endswith(UNUSED)}
    files["app.tar.gz"] = app_archive(app, fetched)
    program = files[client.PROGRAM].decode()
    program = re.sub(r'"https://cdn\.jsdelivr\.net/npm/@rive-app/[^"]+"', f'"{client.RIVE}/"', program)
    files[client.PROGRAM] = program.encode()
    files[f"{client.RIVE}/wasm/rive_native.js"] = (places.SHELL / "rive.js").read_bytes()
    bootstrap = files["flutter_bootstrap.js"].decode()
    files["flutter_bootstrap.js"] = re.sub(
        r"serviceWorkerSettings: \{.*?\},\n", "", bootstrap, flags=re.S
    ).encode()
    files["stock-sw.js"] = SERVICE_WORKER.encode()
    publish.write_site(files, out)
    patch_page(fetched[wheels.CLIENT], out)
    return out


def app_archive(app: Path, fetched: dict[str, Path]) -> bytes:
    """`app.tar.gz` as Flet's worker unpacks it."""
    files = {name.removeprefix("src/"): content for name, content in archive.app_files(app).items()}
    files["__pypackages__/ownway_bridge.py"] = STUB.encode()
    for name, path in fetched.items():
        if name != wheels.CLIENT:
            files.update(
                {f"__pypackages__/{member}": content for member, content in wheels.members(path).items()}
            )
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as tar:
        for name in sorted(files):
            info = tarfile.TarInfo(name)
            info.size = len(files[name])
            tar.addfile(info, io.BytesIO(files[name]))
    return gzip.compress(packed.getvalue(), mtime=0)


STUB = '''"""Stands where the shell's bridge would be: a page without powers."""


class Facts:
    """What `describe` tells, as the bridge would hand it over."""

    platform = "desktop"

    def to_py(self):
        return {
            "platform": "desktop", "installed": False, "can_install": False, "can_share_files": False,
            "touch": False, "languages": ["en"], "direction": "ltr", "dark": False, "calm": False,
            "online": True, "time_zone": "UTC",
        }


async def call(name, args=None):
    return Facts() if name == "describe" else False


def on(name, callback):
    pass
'''


def patcher(flet_web: Path) -> ModuleType:
    """Flet's own functions that `flet publish` patches its page with, read from the wheel."""
    source = wheels.members(flet_web, "flet_web/")["patch_index.py"]
    module = ModuleType("stock_patch_index")
    exec(compile(source, "patch_index.py", "exec"), module.__dict__)  # noqa: S102 - the wheel's own, pinned
    return module


def patch_page(flet_web: Path, out: Path) -> None:
    """What `flet publish --no-cdn` does to the page, and the semantics tree so that a test can see."""
    patch = patcher(flet_web)
    patch.patch_index_html(
        index_path=str(out / "index.html"),
        base_href="/",
        app_name="Ownway",
        pyodide=True,
        pyodide_script_path="main.py",
        pyodide_version="314.0.7",
        app_package_url="app.tar.gz",
        web_renderer=patch.WebRenderer.AUTO,
        route_url_strategy=patch.RouteUrlStrategy.HASH,
        no_cdn=True,
    )
    patch.patch_font_manifest_json(str(out / "assets" / "FontManifest.json"))
    page = out / "index.html"
    text = page.read_text("utf-8").replace('"pyodide/pyodide.mjs"', '"./pyodide/pyodide.mjs"')
    page.write_text(text.replace("</body>", f"{SEMANTICS}\n</body>"), "utf-8")


if __name__ == "__main__":
    print(stock())
