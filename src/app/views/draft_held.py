"""What a draft holds besides words: its photo, voice or file, kept beside the books and fetched again."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar
from urllib.parse import quote, unquote

from app.services.portfolio import Attachment
from app.services.ports import Blobs, Picture
from app.views.state import use_loaded

T = TypeVar("T")


@dataclass(frozen=True)
class Held(Generic[T]):
    """What a draft names, as far as it is here: ``none`` where it names nothing, ``gone`` where what it names
    is not on this device any more."""

    state: Literal["none", "loading", "ready", "gone", "failed"] = "none"
    value: T | None = None

    @property
    def missing(self) -> bool:
        """Whether the draft names something that cannot be shown or kept now."""
        return self.state in ("loading", "gone", "failed")


def use_held(saved: str, load: Callable[[str], Awaitable[T | None]]) -> tuple[Held[T], Callable[[], None]]:
    """Fetches what a draft names (`saved`); returns it and a retry."""

    async def fetch() -> tuple[str, T | None]:
        return saved, await load(saved) if saved else None

    found, again = use_loaded(fetch, saved)
    if not saved:
        return Held(), again
    if found.state == "failed":
        return Held("failed"), again
    if found.value is None or found.value[0] != saved:  # of another photo, until this one is here
        return Held("loading"), again
    value = found.value[1]
    return Held("gone") if value is None else Held("ready", value), again


async def save_photo(blobs: Blobs, picture: Picture) -> str:
    """Keeps a draft's photo and returns what the draft says of it."""
    name = await blobs.put(picture.data)
    return f"{name} {picture.mime} {picture.width} {picture.height}"


async def load_photo(blobs: Blobs, saved: str) -> Picture | None:
    """Returns a draft's photo, or None where there is none."""
    parts = saved.split()
    if len(parts) != 4:
        return None
    data = await blobs.get(parts[0])
    return None if data is None else Picture(data, parts[1], int(parts[2]), int(parts[3]))


async def save_attached(blobs: Blobs, attachment: Attachment, seconds: int = 0) -> str:
    """Keeps a draft's voice or file and returns what the draft says of it."""
    name = await blobs.put(attachment.data)
    return f"{attachment.kind} {name} {attachment.mime} {seconds} {quote(attachment.name, safe='') or '-'}"


@dataclass(frozen=True)
class Attached:
    """A draft's voice or file: how many seconds it lasts (0 for a file), and itself."""

    attachment: Attachment
    seconds: int


async def load_attached(blobs: Blobs, saved: str) -> Attached | None:
    """Returns a draft's voice or file, or None where there is none."""
    parts = saved.split()
    if len(parts) != 5 or not parts[3].isdigit():
        return None
    kind, name, mime, seconds, called = parts
    data = await blobs.get(name)
    if data is None:
        return None
    return Attached(Attachment(kind, data, mime, "" if called == "-" else unquote(called)), int(seconds))
