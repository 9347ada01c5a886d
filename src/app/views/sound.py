"""Voices: recorded with one button, played with one."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import flet as ft

from app.services.ports import Sound
from app.views.device import Device
from app.views.parts.buttons import icon_button, link, outlined, primary
from app.views.parts.cards import card
from app.views.parts.component import component
from app.views.parts.guard import guarded
from app.views.parts.marks import disc
from app.views.parts.notices import say
from app.views.parts.text import detail, strong
from app.views.state import use_shared
from app.views.theme import AMBER, PLUM, Space
from app.words import _, number

MOST_SECONDS = 180


def clock(seconds: int) -> str:
    """Returns a length as minutes and seconds: 1:05."""
    rest = seconds % 60
    return f"{number(seconds // 60)}:{number(0) if rest < 10 else ''}{number(rest)}"


def no_voice(why: str) -> str:
    """Returns why nothing is recorded, and what to do."""
    return {
        "refused": _(
            "The browser may not use the microphone. Allow it in the browser's settings, or write it down."
        ),
        "none": _("No microphone was found. Write it down, or add a file."),
    }.get(why, _("This device cannot record here. Write it down, or add a file."))


@dataclass(eq=False)
class _Take:
    """A recording under way: ``show`` draws how many seconds it lasts, -1 for none."""

    device: Device
    kept: Callable[[Sound], Awaitable[None]]
    show: Callable[[int], None]
    running: bool = False

    async def start(self) -> None:
        state = await self.device.start_recording()
        self.running = state == "recording"
        if self.running:
            self.show(0)
        else:
            say(no_voice(state))

    async def stop(self) -> None:
        self.running = False
        self.show(-1)
        sound = await self.device.stop_recording()
        if sound is None:
            say(_("Nothing was recorded. Try again."))
        else:
            await self.kept(sound)

    async def cancel(self) -> None:
        self.running = False
        self.show(-1)
        await self.device.cancel_recording()

    async def leave(self) -> None:
        if self.running:
            self.running = False
            await self.device.cancel_recording()

    async def tick(self, seconds: int) -> None:
        if seconds >= MOST_SECONDS:
            await self.stop()
        elif seconds >= 0:
            await asyncio.sleep(1)
            if self.running:
                self.show(seconds + 1)


@component
def Recorder(kept: Callable[[Sound], Awaitable[None]]) -> ft.Control:
    """A button that records; while it does, it says so and how long. `kept` gets the voice."""
    device = use_shared().device
    seconds, set_seconds = ft.use_state(-1)
    take = ft.use_memo(lambda: _Take(device, kept, set_seconds), [])
    take.kept, take.show = kept, set_seconds

    async def tick() -> None:
        await take.tick(seconds)

    ft.use_effect(guarded(tick), [seconds])
    ft.use_effect(lambda: None, [], guarded(take.leave))
    if seconds < 0:
        return outlined(_("Record my voice"), take.start, "record", icon=ft.Icons.MIC_NONE)
    said = _("Listening… {time}").format(time=clock(seconds))
    row = ft.Row(
        [
            disc(ft.Icons.MIC, AMBER, 44, fill=True),
            ft.Semantics(live_region=True, content=strong(said), expand=True),
            primary(_("Stop"), take.stop, "record-stop", icon=ft.Icons.STOP),
        ],
        spacing=Space.M,
    )
    return card(ft.Column([row, link(_("Let it go"), take.cancel, "record-cancel")], spacing=0), pad=Space.M)


@component
def Player(load: Callable[[], Awaitable[bytes | None]], mime: str, label: str, name: str) -> ft.Control:
    """A voice to listen to; where it cannot be played, it says so. `name` tells it from other voices."""
    device = use_shared().device
    on, set_on = ft.use_state(False)

    async def play() -> None:
        data = await load()
        if data is None:
            say(_("This voice is still to come: it was not in the file."))
            return
        playing = await device.play(data, mime)
        set_on(playing)
        if not playing:
            say(_("This device cannot play it. It is safe, and plays on others."))

    async def stop() -> None:
        set_on(False)
        await device.play(b"", mime)

    button = icon_button(
        ft.Icons.STOP_CIRCLE_OUTLINED if on else ft.Icons.PLAY_CIRCLE_OUTLINE,
        _("Stop") if on else _("Listen"),
        stop if on else play,
        f"listen-{name}",
        color=PLUM.ink,
    )
    words = ft.Column([strong(_("A voice")), *([detail(label)] if label else [])], spacing=2, expand=True)
    return card(ft.Row([disc(ft.Icons.GRAPHIC_EQ, PLUM), words, button], spacing=Space.M), pad=Space.M)
