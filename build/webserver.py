"""A plain file server for the built site: right types, gzip, validators, a sub-path if wanted.

For trying Ownway on this machine (`ownway serve`) and for its browser tests. A secure context, which
service workers and OPFS need, is given on localhost without TLS.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import hashlib
import posixpath
import re
import sys
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

import places

TYPES = {
    ".css": "text/css; charset=utf-8",
    ".frag": "text/plain; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".mjs": "text/javascript; charset=utf-8",
    ".otf": "font/otf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
}
WORTH_COMPRESSING = (".css", ".html", ".js", ".json", ".mjs", ".otf", ".svg", ".ttf", ".wasm", ".webmanifest")

PAGES_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')


@dataclass(frozen=True)
class Served:
    """A file as it goes over the wire."""

    content: bytes
    zipped: bytes | None
    kind: str
    tag: str


@functools.lru_cache(maxsize=256)
def _load(path: str, _changed_at: int, _size: int) -> Served:
    """A file read and compressed once for as long as it stays the same."""
    content = Path(path).read_bytes()
    suffix = Path(path).suffix
    zipped = gzip.compress(content, compresslevel=6, mtime=0) if suffix in WORTH_COMPRESSING else None
    tag = f'"{hashlib.sha256(content).hexdigest()[:24]}"'
    return Served(content, zipped, TYPES.get(suffix, "application/octet-stream"), tag)


def load(path: Path) -> Served:
    """The file at `path`, read anew only when it has changed."""
    status = path.stat()
    return _load(str(path), status.st_mtime_ns, status.st_size)


def policy_of(root: Path) -> dict[str, str]:
    """The policy of the site's own page as a header: what the page says does not reach Python's worker."""
    page = root / "index.html"
    found = PAGES_POLICY.search(load(page).content) if page.is_file() else None
    return {"Content-Security-Policy": found[1].decode()} if found else {}


def find(root: Path, base: str, address: str) -> Path | None:
    """The file an address names, or None; never one outside `root` or a hidden one."""
    path = unquote(urlsplit(address).path)
    if not path.startswith(base):
        return None
    relative = posixpath.normpath("/" + path.removeprefix(base)).lstrip("/")
    if any(part.startswith(".") for part in relative.split("/")):
        return None
    target = root / relative
    if target.is_dir():
        target = target / "index.html"
    return target if target.is_file() else None


class Handler(BaseHTTPRequestHandler):
    """Answers GET and HEAD from the site's folder."""

    protocol_version = "HTTP/1.1"
    server: Server

    def do_GET(self) -> None:
        """Answer with the file, or say in words that there is none."""
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        """Answer without the content."""
        self._answer(with_body=False)

    def _answer(self, *, with_body: bool) -> None:
        self.server.requests.append(self.path)
        base = self.server.base
        if base != "/" and urlsplit(self.path).path in {"/", base.rstrip("/")}:
            self._send(HTTPStatus.FOUND, b"", "text/plain", {"Location": base})
            return
        path = find(self.server.root, base, self.path)
        if path is None:
            words = f"There is no {self.path} on this site. Ownway is at {base}\n".encode()
            self._send(HTTPStatus.NOT_FOUND, words if with_body else b"", "text/plain; charset=utf-8", {})
            return
        self._send_file(load(path), with_body=with_body)

    def _send_file(self, served: Served, *, with_body: bool) -> None:
        headers = {"ETag": served.tag, "Cache-Control": "no-cache", "Vary": "Accept-Encoding"}
        headers |= policy_of(self.server.root)
        if self.headers.get("If-None-Match") == served.tag:
            self._send(HTTPStatus.NOT_MODIFIED, b"", served.kind, headers)
            return
        content = served.content
        if served.zipped is not None and "gzip" in self.headers.get("Accept-Encoding", ""):
            content = served.zipped
            headers["Content-Encoding"] = "gzip"
        self._send(HTTPStatus.OK, content if with_body else b"", served.kind, headers, len(content))

    def _send(
        self, status: HTTPStatus, body: bytes, kind: str, headers: dict[str, str], length: int | None = None
    ) -> None:
        self.send_response(status)
        if status != HTTPStatus.NOT_MODIFIED:
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body) if length is None else length))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as http.server names it
        """Say nothing about each request; the browser's tools show them."""


class Server(ThreadingHTTPServer):
    """A server of one folder; `requests` is what was asked of it, for tests."""

    daemon_threads = True

    def __init__(self, root: Path, host: str, port: int, base: str) -> None:
        """Listen at once; port 0 takes a free one."""
        self.root = root
        self.base = f"/{base.strip('/')}/".replace("//", "/")
        self.requests: list[str] = []
        super().__init__((host, port), Handler)

    @property
    def address(self) -> str:
        """Where a browser on this machine finds the site."""
        host = str(self.server_address[0])
        shown = "localhost" if host in {"127.0.0.1", "0.0.0.0", "::"} else host  # noqa: S104 - compared only
        return f"http://{shown}:{self.server_address[1]}{self.base}"

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that hangs up in the middle is no error; anything else is shown."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def serve(root: Path = places.WEB, host: str = "127.0.0.1", port: int = 8550, base: str = "/") -> None:
    """Serve the site until interrupted."""
    with Server(root, host, port, base) as server:
        print(f"Ownway is at {server.address}  (Ctrl+C ends it)", flush=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print("\nEnded.")


def main() -> int:
    """The command line of the server."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=Path, default=places.WEB)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8550)
    parser.add_argument("--base", default="/", help="serve below this path, as a project site would")
    chosen = parser.parse_args()
    serve(chosen.root, chosen.host, chosen.port, chosen.base)
    return 0


if __name__ == "__main__":
    sys.exit(main())
