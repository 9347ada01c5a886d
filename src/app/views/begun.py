"""What somebody has said but not kept yet: words, a face and a voice, as a draft on this device."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import flet as ft

from app.services.drafts import DraftService
from app.services.portfolio import Attachment, mime_of
from app.services.ports import Sound
from app.views.draft_held import load_attached, save_attached
from app.views.faces import COUNT
from app.views.state import use_loaded, use_shared


@dataclass(eq=False)
class Begun:
    """What is said so far, on this device until it is kept: ``done`` once it is. ``voice`` is what
    `save_attached` says of a voice."""

    drafts: DraftService
    name: str
    text: str = ""
    face: int | None = None
    prompt: str = ""
    voice: str = ""
    done: bool = False

    def save(self) -> None:
        """Keeps words, face and voice as a draft, with the question they answer."""
        if not self.done:
            mark = "" if self.face is None else str(self.face)
            said = {"text": self.text, "face": mark, "voice": self.voice}
            self.drafts.save(self.name, {**said, "prompt": self.prompt} if any(said.values()) else {})

    def end(self) -> None:
        """Drops the draft, and keeps no other."""
        self.done = True
        self.drafts.forget(self.name)


def begun_in(drafts: DraftService, name: str) -> Begun:
    """Returns what was said on a screen and not kept yet."""
    said = drafts.load(name)
    mark = said.get("face", "")
    face = int(mark) if mark.isdecimal() and int(mark) < COUNT else None
    return Begun(drafts, name, said.get("text", ""), face, said.get("prompt", ""), said.get("voice", ""))


@dataclass(frozen=True)
class VoiceSaid:
    """The voice that is shown, and how to choose another one, or none."""

    sound: Sound | None
    choose: Callable[[Sound | None], Awaitable[None]]


def use_voice(begun: Begun) -> VoiceSaid:
    """Returns the voice of this screen: the one of its draft until another is chosen."""
    blobs = use_shared().workspace.blobs
    before, _again = use_loaded(lambda: load_attached(blobs, begun.voice), begun.name)
    start: tuple[bool, Sound | None] = (False, None)
    (touched, sound), set_sound = ft.use_state(start)
    if not touched and before.value is not None:
        sound = Sound(before.value.attachment.data, before.value.attachment.mime, before.value.seconds)

    async def choose(one: Sound | None) -> None:
        set_sound((True, one))
        begun.voice = ""
        if one is not None:
            voice = Attachment("audio", one.data, mime_of(one.mime, ""))
            begun.voice = await save_attached(blobs, voice, one.seconds)
        begun.save()

    return VoiceSaid(sound, choose)
