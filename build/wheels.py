"""The run-time wheels: pinned by `wheels.lock`, fetched with pip by name, refused when the hash differs.

pip evaluates a wheel's own dependencies for the machine it runs on, which is not the one the site
runs on. So the list is ours: each line of the lock is name, version, file name and SHA-256.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

import places

CLIENT = "flet-web"
PLATFORM = "pyemscripten_2026_0_wasm32"


class WheelRefused(RuntimeError):
    """A wheel is missing or is not the one the lock names. Nothing is built from it."""


@dataclass(frozen=True)
class Wheel:
    """One line of the lock."""

    name: str
    version: str
    file_name: str
    sha256: str


def read_lock(lock: Path = places.LOCK) -> tuple[Wheel, ...]:
    """The wheels the lock names, in its order. Lines that start with # are for people."""
    rows = [line.split() for line in lock.read_text("utf-8").splitlines()]
    wheels = []
    for row in rows:
        if not row or row[0].startswith("#"):
            continue
        if len(row) != 4:
            raise WheelRefused(f"{lock.name}: four words a line are needed, this has {len(row)}: {row}")
        wheels.append(Wheel(*row))
    return tuple(wheels)


def verify(wheel: Wheel, path: Path) -> None:
    """Return when the bytes are the pinned ones; say in words what differs when they are not."""
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != wheel.sha256:
        raise WheelRefused(
            f"{path.name} is not the file that {places.LOCK.name} pins: its SHA-256 is {found}, "
            f"pinned is {wheel.sha256}. Nothing was built. Remove {path} to fetch it again; if it "
            "differs again, find out why before you change the lock."
        )


def fetch(wheels: tuple[Wheel, ...], cache: Path = places.CACHE) -> dict[str, Path]:
    """Name to verified file for every wheel, fetching only what the cache does not hold."""
    cache.mkdir(parents=True, exist_ok=True)
    missing = [wheel for wheel in wheels if not (cache / wheel.file_name).exists()]
    for native in (False, True):
        wanted = [wheel for wheel in missing if (PLATFORM in wheel.file_name) is native]
        if wanted:
            _download(wanted, cache, native=native)
    found = {wheel.name: cache / wheel.file_name for wheel in wheels}
    for wheel in wheels:
        if not found[wheel.name].exists():
            raise WheelRefused(f"pip fetched no file named {wheel.file_name} for {wheel.name}.")
        verify(wheel, found[wheel.name])
    return found


def _download(wheels: list[Wheel], cache: Path, *, native: bool) -> None:
    """Let pip bring the named wheels from whatever index it is set up with."""
    target = ["--python-version", "3.14", "--only-binary=:all:", "--no-deps"]
    if native:
        target += ["--platform", PLATFORM, "--implementation", "cp", "--abi", "cp314"]
    names = [f"{wheel.name}=={wheel.version}" for wheel in wheels]
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"]
    done = subprocess.run(
        [*command, *target, "--dest", str(cache), *names], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise WheelRefused(
            f"pip could not fetch {', '.join(names)}. A first build needs a package index, later ones "
            f"use {cache}. pip said: {done.stderr.strip()[-800:]}"
        )


def members(path: Path, prefix: str = "") -> dict[str, bytes]:
    """The files of a wheel below `prefix`, by path, without its metadata folders."""
    with zipfile.ZipFile(path) as wheel:
        return {
            name.removeprefix(prefix): wheel.read(name)
            for name in sorted(wheel.namelist())
            if name.startswith(prefix) and not name.endswith("/") and ".dist-info/" not in name
        }


def licence_texts(path: Path) -> dict[str, str]:
    """The licence files a wheel carries in its metadata, by file name."""
    words = ("licen", "copying", "notice", "authors")
    with zipfile.ZipFile(path) as wheel:
        return {
            name: wheel.read(name).decode("utf-8", "replace")
            for name in sorted(wheel.namelist())
            if ".dist-info/" in name and any(word in Path(name).name.lower() for word in words)
        }
