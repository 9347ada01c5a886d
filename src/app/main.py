"""The composition root: the only module that knows every other. It joins the ports to what is outside."""

import asyncio
import random
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import flet as ft

from app import words
from app.services.days import local_day
from app.services.ports import Book
from app.services.sample import Fetch, from_disk, sample_files
from app.services.workspace import Workspace
from app.storage.blobs import FolderBlobs
from app.storage.shelf import FolderShelf
from app.sync.keeping import Changed
from app.views.outside import Outside
from app.views.parts.inward import inward
from app.views.root import Held, Root, open_books
from app.views.state import Shared

BROWSER = sys.platform == "emscripten"
SAMPLE_SEED = 7
DRAW_S = 0.05  # for a word to reach the screen before long work begins
REST_S = 1.5  # a person who pauses this long does not notice a snapshot being written


def start() -> None:
    """Runs the app: in the browser over the page's worker, natively in a window."""
    ft.run(main, assets_dir=str(Path(__file__).parents[2] / "assets"))


async def main(page: ft.Page) -> None:
    """Draws the app into a page."""
    page.title = "Ownway"
    outside = await (_in_browser() if BROWSER else _native(page))
    outside.device.on_leaving(inward(outside.leaving))
    words.use(_first_language(outside.device.languages))
    outside.workspace.catalogs.speaks = words.language
    held = await _opened(outside)
    shared = Shared(outside.workspace, outside.device, _sample)
    page.render_views(Root, shared, outside, held)


async def _opened(outside: Outside) -> Held:
    """Takes the books before anything is drawn, so that the first screen is already the right one."""
    if not await outside.guard.acquire():
        return "elsewhere"
    return await open_books(outside.workspace)


async def _in_browser() -> Outside:
    from app.device.bridge import PageBridge  # noqa: PLC0415 - these modules exist only in a browser
    from app.device.browser import BrowserDevice  # noqa: PLC0415
    from app.device.guard import TabGuard  # noqa: PLC0415
    from app.device.photos_browser import BrowserPhotos  # noqa: PLC0415
    from app.storage.opfs import origin_folder  # noqa: PLC0415

    folder = await (await origin_folder()).folder("books")
    shelf = FolderShelf(folder, _wall, random.SystemRandom().getrandbits)
    blobs = FolderBlobs(await folder.folder("blobs"))
    workspace = Workspace(shelf, blobs, BrowserPhotos(), _wall, random.SystemRandom().getrandbits)
    Tidier(workspace)
    return Outside(workspace, await BrowserDevice.open(PageBridge()), TabGuard())


async def _native(page: ft.Page) -> Outside:
    from app.device.native import NativeDevice, NoGuard  # noqa: PLC0415 - and these only outside of one
    from app.device.photos_native import NativePhotos  # noqa: PLC0415
    from app.storage.osfile import OsFolder  # noqa: PLC0415

    home = Path(await ft.StoragePaths().get_application_documents_directory()) / "Ownway"
    folder = OsFolder(home)
    shelf = FolderShelf(folder, _wall, random.SystemRandom().getrandbits)
    blobs = FolderBlobs(await folder.folder("blobs"))
    workspace = Workspace(shelf, blobs, NativePhotos(), _wall, random.SystemRandom().getrandbits)
    Tidier(workspace)
    return Outside(workspace, NativeDevice(page, home), NoGuard())


async def _sample(role: str) -> list[tuple[str, bytes]]:
    """Returns the sample's files for a role; the screen first draws that it takes a moment."""
    await asyncio.sleep(DRAW_S)
    return await sample_files(role, SAMPLE_SEED, local_day(_wall()), _sample_source())


def _sample_source() -> Fetch:
    if not BROWSER:
        return from_disk
    from app.device.site import fetch_sample  # noqa: PLC0415 - this module exists only in a browser

    return fetch_sample


def _wall() -> int:
    return time.time_ns() // 1_000_000


def _first_language(wanted: Sequence[str]) -> str:
    """Returns the first language a person asks for that Ownway speaks."""
    spoken = (tag.partition("-")[0].lower() for tag in wanted)
    return next((name for name in spoken if name in words.LANGUAGES), "en")


class Tidier:
    """Writes a snapshot of a book when the person rests: it never changes what is shown."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._due: dict[str, asyncio.TimerHandle] = {}
        self._running: set[asyncio.Task[None]] = set()
        workspace.announcer.subscribe(self._changed)

    def _changed(self, space: str, _: Changed) -> None:
        earlier = self._due.pop(space, None)
        if earlier is not None:
            earlier.cancel()
        self._due[space] = asyncio.get_running_loop().call_later(REST_S, self._begin, space)

    def _begin(self, space: str) -> None:
        self._due.pop(space, None)
        task = asyncio.ensure_future(self._tidy(space))
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    async def _tidy(self, space: str) -> None:
        if not self._workspace.is_open:
            return
        book: Book = self._workspace.device
        try:
            if space != book.id:
                book = await self._workspace.shelf.open(space)
            await book.tidy()
        except OSError as error:
            # Another tab took the books meanwhile, or there is no room: the journal has everything.
            print(f"No snapshot of {space}: {error}")  # noqa: T201 - the browser's console is the log
