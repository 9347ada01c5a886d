"""What runs in the worker's Python before the app: it belongs to the browser shell, not to the app.

A start without a snapshot calls `prepare` and `run`. The snapshot's maker calls `prepare` and `warm`,
which imports everything the app can ever import, and freezes the memory. A start from that snapshot
calls `wake` and `run`: nothing is left to import, compile or build.
"""

from __future__ import annotations

import gc
import importlib
import pkgutil
import random
import sys
import time

ROOT = "/ownway"
NEEDED_BY_FLET = ("flet", "flet.messaging.pyodide_connection", "flet.components.component")
USED_AT_RUN_TIME = ("asyncio", "gettext", "json", "runpy", "zoneinfo", "pyodide.ffi", "pyodide.http")


def prepare() -> None:
    """Put the app and its libraries on the path, in front of Pyodide's own folders."""
    for folder in (f"{ROOT}/lib", f"{ROOT}/src"):
        if folder not in sys.path:
            sys.path.insert(0, folder)
    importlib.invalidate_caches()


def warm() -> str:
    """Import what a running app uses, without running it; the answer says what could not be.

    A module that only works elsewhere (on a desktop, say) fails here as it would later: it is left out.
    """
    failed = []
    for name in (*NEEDED_BY_FLET, *USED_AT_RUN_TIME, *app_modules()):
        try:
            importlib.import_module(name)
        except ImportError as error:
            failed.append(f"{name}: {error}")
    sys.path_importer_cache.clear()
    gc.collect()
    gc.freeze()
    return "; ".join(failed)


def app_modules() -> list[str]:
    """Every module of the app's package, the composition root first."""
    package = importlib.import_module("app")
    found = [module.name for module in pkgutil.walk_packages(package.__path__, "app.")]
    return ["app.main", *(name for name in found if name != "app.main")]


def wake() -> None:
    """Make what a snapshot carries from another moment this moment's own: chance and the time zone."""
    random.seed()
    tzset = getattr(time, "tzset", None)
    if tzset is not None:
        tzset()
    importlib.invalidate_caches()


def proof() -> bool:
    """Whether this memory can do the app's work: the native modules answer and Flet is there."""
    import flet
    import msgpack
    import pydantic

    class Proof(pydantic.BaseModel):
        numbers: tuple[int, ...]

    again = msgpack.unpackb(msgpack.packb({"numbers": [1, 2, 3]}))
    return Proof.model_validate(again).numbers == (1, 2, 3) and hasattr(flet, "run")


def run() -> None:
    """Start the app as `flet run` would: `main.py` as the main module."""
    import runpy

    runpy.run_module("main", run_name="__main__")
