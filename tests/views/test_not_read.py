"""A photo or file that could not be read is not told as still to come, and is tried again."""

from collections.abc import Awaitable, Callable
from typing import Any

import flet as ft
import pytest

from app.services.portfolio import MOST_FILE_BYTES, Attachment, Capture
from app.services.ports import Photos, Picked
from app.views.picked_files import file_trouble, small_photo
from tests.fakes import FakePhotos
from tests.harness import Screen, until
from tests.views import worlds
from tests.views.opening import app_of, own_book

Get = Callable[[str], Awaitable[bytes | None]]


class Reads:
    """Reading of what is kept beside a book, which fails while ``broken``."""

    def __init__(self, get: Get) -> None:
        self.get, self.broken = get, True

    async def __call__(self, name: str) -> bytes | None:
        if self.broken:
            raise OSError("the disk does not answer")
        return await self.get(name)


def broken(monkeypatch: pytest.MonkeyPatch, blobs: Any) -> Reads:
    reads = Reads(blobs.get)
    monkeypatch.setattr(blobs, "get", reads)
    return reads


def images(screen: Screen) -> list[ft.Image]:
    return [one for one in screen.walk() if isinstance(one, ft.Image)]


async def test_a_photo_that_could_not_be_read_says_so_and_is_tried_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    rec = await book.portfolio.keep(Capture(picture=worlds.picture(20)))
    reads = broken(monkeypatch, shared.workspace.blobs)
    async with app_of(shared, f"/portfolio/{rec}") as screen:
        await until(lambda: screen.says("The photo could not be read just now"))
        assert not screen.says("still to come")
        reads.broken = False
        await screen.tap("photo-again")
        await until(lambda: bool(images(screen)))


async def test_in_a_list_a_photo_that_could_not_be_read_says_so_without_a_button(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    await book.portfolio.keep(Capture(picture=worlds.picture(20)))
    broken(monkeypatch, shared.workspace.blobs)
    async with app_of(shared, "/portfolio") as screen:
        await until(lambda: screen.says("The photo could not be read just now"))
        assert "photo-again" not in screen.identifiers()


async def test_a_file_that_could_not_be_read_says_so_and_is_tried_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    rec = await book.portfolio.keep(Capture(attachment=Attachment("file", b"a,b", "text/csv", "t.csv")))
    reads = broken(monkeypatch, shared.workspace.blobs)
    async with app_of(shared, f"/portfolio/{rec}") as screen:
        await until(lambda: screen.says("The file could not be read just now"))
        assert not screen.says("still to come")
        reads.broken = False
        await screen.tap("again-save-file")
        await until(lambda: "save-file" in screen.identifiers())


async def test_what_has_not_come_yet_is_still_to_come(monkeypatch: pytest.MonkeyPatch) -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    rec = await book.portfolio.keep(Capture(attachment=Attachment("file", b"a,b", "text/csv", "t.csv")))

    async def nothing(_name: str) -> None:
        return None

    monkeypatch.setattr(shared.workspace.blobs, "get", nothing)
    async with app_of(shared, f"/portfolio/{rec}") as screen:
        await until(lambda: screen.says("The file is still to come"))
        assert "again-save-file" not in screen.identifiers()


async def test_what_the_page_did_not_send_for_its_size_is_too_big_and_not_empty() -> None:
    huge = Picked("film.mov", b"", 200 * 1024 * 1024)
    photos: Photos = FakePhotos()
    assert "too big" in file_trouble(huge)
    assert "empty" in file_trouble(Picked("a.csv", b""))
    assert "too big" in file_trouble(Picked("a.bin", bytes(MOST_FILE_BYTES + 1)))
    assert file_trouble(Picked("a.csv", b"a")) == ""
    assert await small_photo(photos, huge) == "too_large"
    assert await small_photo(photos, Picked("a.jpg", b"words")) == "photo"
