"""`ownway serve` and `ownway build` as processes: the real site over HTTP, and a clean end.

`build` has no option for a folder: what is tested is the site in build/web, built once and then left.
"""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from gzip import decompress
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from app import cli

SOURCE = Path(cli.__file__).parents[1]
GZIP = {"Accept-Encoding": "gzip"}
LONGEST_S = 30


def start(*arguments: str) -> subprocess.Popen[str]:
    signal.signal(signal.SIGINT, signal.default_int_handler)  # what is ignored here, a child ignores as well
    return subprocess.Popen(
        [sys.executable, "-m", "app.cli", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(SOURCE), "PYTHONIOENCODING": "utf-8"},
    )


@pytest.fixture
def serving() -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A server of the built site on a free port, and its address."""
    process = start("serve", "--port", "0", "--base", "/school")
    assert process.stdout is not None
    found = re.search(r"http://\S+", process.stdout.readline())
    assert found, process.communicate()[1]
    yield process, found[0]
    process.kill()
    process.communicate()


def ask(
    address: str, path: str, method: str = "GET", headers: Mapping[str, str] = {}
) -> tuple[HTTPResponse, bytes]:
    """The answer to `path` as it stands, and what came with it."""
    connection = HTTPConnection("127.0.0.1", urlsplit(address).port or 0, timeout=LONGEST_S)
    connection.request(method, path, headers=dict(headers))
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer, body


def test_serve_gives_the_site_with_types_compression_and_validators(
    serving: tuple[subprocess.Popen[str], str],
) -> None:
    _, address = serving
    base = urlsplit(address).path
    assert base == "/school/"
    plain, page = ask(address, base)
    assert (plain.status, plain.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert plain.headers["Content-Encoding"] is None
    assert b"Ownway" in page
    assert plain.headers["Content-Security-Policy"].startswith("default-src 'self'; ")
    assert f'content="{plain.headers["Content-Security-Policy"]}"'.encode() in page
    zipped, packed = ask(address, base, headers=GZIP)
    assert zipped.headers["Content-Encoding"] == "gzip"
    assert (zipped.headers["Vary"], zipped.headers["Cache-Control"]) == ("Accept-Encoding", "no-cache")
    assert len(packed) == int(zipped.headers["Content-Length"]) < len(page)
    assert decompress(packed) == page
    again, nothing = ask(address, base, headers={"If-None-Match": plain.headers["ETag"]})
    assert (again.status, nothing) == (304, b"")
    head, nothing = ask(address, base, "HEAD")
    assert (int(head.headers["Content-Length"]), nothing) == (len(page), b"")
    kinds = {
        "sw.js": "text/javascript; charset=utf-8",
        "boot.mjs": "text/javascript; charset=utf-8",
        "main.dart.wasm": "application/wasm",
        "manifest.webmanifest": "application/manifest+json",
    }
    assert {name: ask(address, base + name, "HEAD")[0].headers["Content-Type"] for name in kinds} == kinds


def test_serve_leads_to_the_site_and_gives_nothing_beside_it(
    serving: tuple[subprocess.Popen[str], str],
) -> None:
    _, address = serving
    moved, _ = ask(address, "/")
    assert (moved.status, moved.headers["Location"]) == (302, "/school/")
    for path in ("/school/../Makefile", "/school/%2e%2e/publish.py", "/school/.nojekyll", "/school/none"):
        answer, said = ask(address, path)
        assert answer.status == 404, path
        assert b"Ownway is at /school/" in said


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_serve_ends_cleanly(serving: tuple[subprocess.Popen[str], str], how: signal.Signals) -> None:
    process, address = serving
    assert ask(address, "/school/")[0].status == 200
    process.send_signal(how)
    said, complained = process.communicate(timeout=LONGEST_S)
    assert (process.returncode, complained) == (cli.DONE, "")
    assert "Ended." in said
    with socket.socket() as port:  # the same port is free again
        port.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        port.bind(("127.0.0.1", urlsplit(address).port or 0))


def test_build_says_where_the_site_is_and_does_nothing_twice() -> None:
    said, complained = start("build").communicate()
    assert complained == ""
    folder = Path(said.strip().removeprefix("The site is in "))
    assert folder == SOURCE.parent / "build" / "web"
    made = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    assert folder / "index.html" in made
    again = start("build")
    assert again.communicate() == (said, "")
    assert again.returncode == cli.DONE
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == made
