"""What is being shown but not kept yet: its words and its photo, as a draft on this device."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import cast

import flet as ft

from app.services.portfolio import Capture
from app.services.ports import Blobs, Picture
from app.views.parts.component import Slot, use_slot
from app.views.parts.unsaved import use_later
from app.views.state import use_book, use_shared
from app.words import _


@dataclass(frozen=True)
class Draft:
    """What is typed and chosen so far. ``goals`` are ids with blanks between them; ``photo`` names the
    photo's blob, its kind, width and height in the same way."""

    text: str = ""
    link: str = ""
    reflection: str = ""
    sure: str = ""
    goals: str = ""
    photo: str = ""

    @property
    def chosen(self) -> tuple[str, ...]:
        """The goals it is shown for."""
        return tuple(self.goals.split())

    def capture(self, picture: Picture | None) -> Capture:
        """Returns what is to be kept."""
        return Capture(
            text=self.text,
            link=self.link,
            picture=picture,
            goals=self.chosen,
            sure=self.sure,
            reflection=self.reflection,
            prompt=_("What did you find out about yourself?") if self.reflection else "",
        )


def draft_of(saved: Mapping[str, str], goal: str = "") -> Draft:
    """Returns the draft that was saved, with `goal` chosen as well."""
    known = {name: saved.get(name, "") for name in asdict(Draft())}
    goals = dict.fromkeys([*known["goals"].split(), *([goal] if goal else [])])
    return Draft(**{**known, "goals": " ".join(goals)})


@dataclass(eq=False)
class Drafting:
    """A draft in hand: ``now`` is what is shown; changing it saves it, and so does a rest while typing.

    ``left`` takes a field that is left: after `forget` nothing that was typed before comes back.
    ``saved`` tells whether all of it is saved; ``heard`` is called with that when it changes.
    """

    now: Draft
    change: Callable[[str, str], None]
    left: Callable[[str, str], None]
    typing: Callable[[str, str], None]
    latest: Callable[[], Draft]
    forget: Callable[[], None]
    saved: Callable[[], bool]
    heard: Slot[Callable[[bool], None] | None]


def use_draft(goal: str) -> Drafting:
    """Returns the draft of the open book: as it was left, whenever that was."""
    workspace, book = use_shared().workspace, use_book()
    name = f"capture-{book.id}"
    held = use_slot(draft_of(workspace.drafts.load(name), goal))
    shown, set_shown = ft.use_state(held.current)

    later, done, kept = use_later(), use_slot(False), use_slot(held.current)
    heard: Slot[Callable[[bool], None] | None] = use_slot(None)

    def tell() -> None:
        if heard.current is not None:
            heard.current(held.current == kept.current)

    def save() -> None:
        now = held.current
        workspace.drafts.save(name, asdict(now))
        kept.current = now
        tell()

    def typing(part: str, value: str) -> None:
        done.current = False
        held.current = _with(held.current, part, value)
        later.call(save)
        tell()

    def change(part: str, value: str) -> None:
        later.stop()
        held.current = _with(held.current, part, value)
        save()
        set_shown(held.current)

    def left(part: str, value: str) -> None:
        if not done.current:
            change(part, value)

    def forget() -> None:
        later.stop()
        done.current = True
        held.current = kept.current = Draft()
        workspace.drafts.forget(name)

    def saved() -> bool:
        return held.current == kept.current

    return Drafting(shown, change, left, typing, lambda: held.current, forget, saved, heard)


def _with(draft: Draft, part: str, value: str) -> Draft:
    return replace(draft, **cast(dict[str, str], {part: value}))


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
