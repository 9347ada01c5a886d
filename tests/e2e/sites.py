"""Built sites and the servers they are tried on."""

from __future__ import annotations

import fcntl
import re
import shutil
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "build"))

import archive  # noqa: E402 - the recipe, from the path just added
import precache  # noqa: E402
import publish  # noqa: E402
import webserver  # noqa: E402

PLACEHOLDER = ROOT / "tests" / "build" / "placeholder"


def pad_to_whole_portions(pack: Path) -> None:
    """Gives an archive one file more, so long that it ends where a portion of the unpacker does."""
    unpacker = (ROOT / "build" / "shell" / "unpack.mjs").read_text("utf-8")
    (power,) = re.findall(r"^const PORTION = 1 << (\d+);", unpacker, re.MULTILINE)
    portion = 1 << int(power)
    files = archive.unpack(pack.read_bytes()) | {"pad.bin": b""}
    while over := len(archive.body(files)) % portion:
        files["pad.bin"] += bytes(portion - over)
    pack.write_bytes(archive.pack(files))


@contextmanager
def alone_with(path: Path) -> Iterator[None]:
    """One test process at a time makes what is to be at `path`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with (path.parent / f".stamp-{path.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def built(app: Path, out: Path) -> Path:
    """The site of `app` in `out`, built once however many test processes ask for it."""
    with alone_with(out):
        return publish.publish(app, out)


class Site:
    """A folder on a local server that can be stopped and started at the same address."""

    def __init__(self, folder: Path, base: str = "/", port: int = 0) -> None:
        """Serve at once, on a free port or on this one."""
        self.folder = folder
        self._base = base
        self._port = port
        self._server: webserver.Server | None = None
        self.start()

    @property
    def address(self) -> str:
        """Where the site is; the same after a stop and a start."""
        return f"http://localhost:{self._port}{self._base}"

    @property
    def requests(self) -> list[str]:
        """Paths asked for since the last start."""
        return self._server.requests if self._server else []

    def start(self) -> None:
        """Answer again."""
        if self._server is None:
            self._server = webserver.Server(self.folder, "127.0.0.1", self._port, self._base)
            self._port = self._server.server_address[1]
            threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()

    def stop(self) -> None:
        """Refuse connections, as a site that is gone or a device without a network."""
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
            self._server = None

    def warm(self) -> None:
        """Have every file read and compressed, so that a measured start does not wait for that."""
        for path in self.folder.rglob("*"):
            if path.is_file():
                webserver.load(path)

    def deploy(self, folder: Path) -> None:
        """Put another build in the place of this one, as an upload would; the old folder stays as it is."""
        self.folder = folder
        if self._server is not None:
            self._server.root = folder


def newer(site: Path, out: Path) -> Path:
    """A copy of a built site under the name of another build, as the next one would have."""
    shutil.copytree(site, out)
    script, worker = out / "build.mjs", out / precache.WORKER
    made = script.read_bytes()
    (build,) = re.findall(rb'BUILD = "(\w+)"', made)
    renamed = made.replace(build, build[::-1])
    lists = worker.read_bytes().replace(build, build[::-1])
    script.write_bytes(renamed)
    worker.write_bytes(lists.replace(precache.sha256(made).encode(), precache.sha256(renamed).encode()))
    return out
