"""Photos in the browser, over a stand-in for its decoder and canvas."""

import importlib
import sys
from collections.abc import Iterator
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from app.device import photos
from app.services.ports import Picture
from tests.device.test_picture_head import saved


class Refused(Exception):
    """`JsException`: what the decoder throws."""


class Page(ModuleType):
    """What of the browser is asked; ``decoded`` counts how often something was."""

    def __init__(self) -> None:
        super().__init__("js")
        self.decoded, self.closed, self.size = 0, 0, (2560, 1280)
        self.Blob = SimpleNamespace(new=lambda parts: parts)
        self.Object = SimpleNamespace(fromEntries=None)
        self.OffscreenCanvas = SimpleNamespace(new=self._canvas)

    async def createImageBitmap(self, blob: list[bytes]) -> Any:  # noqa: N802 - JavaScript's name
        self.decoded += 1
        if blob[0].startswith(b"words"):
            raise Refused
        width, height = self.size
        return SimpleNamespace(width=width, height=height, close=self._close)

    def _close(self) -> None:
        self.closed += 1

    def _canvas(self, width: int, height: int) -> Any:
        async def drawn(_options: object) -> Any:
            async def bytes_() -> Any:
                return SimpleNamespace(to_bytes=f"{width} by {height}".encode)

            return SimpleNamespace(arrayBuffer=bytes_)

        pen = SimpleNamespace(fillRect=lambda *_: None, drawImage=lambda *_: None)
        return SimpleNamespace(getContext=lambda _kind: pen, convertToBlob=drawn)


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> Iterator[Page]:
    page, ffi = Page(), ModuleType("pyodide.ffi")
    vars(ffi).update(JsException=Refused, to_js=lambda value, **_: value)
    for module in (page, ModuleType("pyodide"), ffi):
        monkeypatch.setitem(sys.modules, module.__name__, module)
    sys.modules.pop("app.device.photos_browser", None)
    yield page
    sys.modules.pop("app.device.photos_browser", None)


def shrinker() -> Any:
    return importlib.import_module("app.device.photos_browser").BrowserPhotos()


async def test_a_photo_is_drawn_small(page: Page) -> None:
    made = await shrinker().shrink(saved("JPEG"))
    assert made == Picture(b"1280 by 640", "image/jpeg", 1280, 640)
    assert page.closed == 1


async def test_too_many_pixels_by_the_head_are_never_decoded(page: Page) -> None:
    head = bytearray(saved("PNG"))
    head[16:24] = (20_000).to_bytes(4, "big") * 2
    assert await shrinker().shrink(bytes(head)) == photos.TOO_LARGE
    assert await shrinker().shrink(b"") == photos.EMPTY
    assert page.decoded == 0


async def test_what_says_no_size_is_looked_at_once_decoded_and_let_go(page: Page) -> None:
    page.size = (20_000, 20_000)
    assert await shrinker().shrink(b"....ftypheic") == photos.TOO_LARGE
    assert page.closed == 1
    assert await shrinker().shrink(b"words") == photos.NOT_A_PHOTO
