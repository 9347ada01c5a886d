"""Voices: what people say to each other about a piece of work or a goal."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import flet as ft

from app.views.parts.buttons import chip, flow, primary
from app.views.parts.component import component, keyed, use_slot
from app.views.parts.fields import Field
from app.views.parts.guard import guarded
from app.views.parts.marks import avatar, disc
from app.views.parts.text import body, least
from app.views.parts.unsaved import use_later
from app.views.theme import AMBER, LEAF, MAIN, MUTE, PLUM, SKY, Space, Tone
from app.words import _

ROLE_TONES: Mapping[str, Tone] = {"learner": PLUM, "teacher": SKY, "family": LEAF}
KIND_SIGNS: Mapping[str, tuple[ft.IconData, Tone]] = {
    "well_done": (ft.Icons.AUTO_AWESOME_OUTLINED, AMBER),
    "question": (ft.Icons.HELP_OUTLINE, PLUM),
    "next_step": (ft.Icons.TRENDING_UP, MAIN),
    "comment": (ft.Icons.CHAT_BUBBLE_OUTLINE, SKY),
}


def role_name(role: str) -> str:
    """Returns what a role is called."""
    names = {"learner": _("Learner"), "teacher": _("Teacher"), "family": _("Family")}
    return names.get(role, _("Someone"))


def kind_name(kind: str) -> str:
    """Returns what a kind of answer is called."""
    names = {
        "well_done": _("Well done"),
        "question": _("Question"),
        "next_step": _("Next step"),
        "comment": _("Comment"),
    }
    return names.get(kind, _("Comment"))


@dataclass(frozen=True)
class Voice:
    """Who speaks: the name shown, the role, the picture, and a steady seed for one."""

    name: str
    role: str
    avatar: str = ""
    seed: str = ""


def bubble(
    voice: Voice, text: str, when: str, *, kind: str = "", more: ft.Control | None = None
) -> ft.Control:
    """Words in a person's colour, with their name and day."""
    tone = ROLE_TONES.get(voice.role, SKY)
    head = voice.name or role_name(voice.role)
    signs: list[ft.Control] = []
    if kind and kind != "comment":
        icon, kind_tone = KIND_SIGNS[kind]
        signs = [ft.Icon(icon, size=16, color=kind_tone.ink), least(kind_name(kind), color=kind_tone.ink)]
    said = ft.Column(
        [
            ft.Row(
                [least(f"{head} · {when}", bold=True, color=tone.ink), *signs],
                spacing=6,
                run_spacing=0,
                wrap=True,
            ),
            *([body(text)] if text else []),
            *([more] if more is not None else []),
        ],
        spacing=2,
    )
    box = ft.Container(said, bgcolor=tone.soft, border_radius=16, padding=Space.M, expand=True)
    who = avatar(voice.avatar, voice.seed or head, 36) if voice.avatar else disc(ft.Icons.PERSON, tone, 36)
    return ft.Row([who, box], spacing=10, vertical_alignment=ft.CrossAxisAlignment.START)


Answer = Callable[[str, str], None]


@component
def VoiceBox(
    identifier: str,
    kinds: tuple[str, ...],
    starters: Mapping[str, tuple[str, ...]],
    answer: Answer,
    draft: str = "",
    keep_draft: Callable[[str], None] | None = None,
) -> ft.Control:
    """A box to answer in: kinds to choose from, beginnings of sentences, and the words.

    A starter makes a new field with it written in; nobody's typing is ever rewritten.
    """
    kind, set_kind = ft.use_state(kinds[0])
    begun, set_begun = ft.use_state((0, draft))
    typed = use_slot(draft)

    later, turn, keep = use_later(), use_slot(0), keep_draft or (lambda text: None)

    def typing(text: str) -> None:
        typed.current = text
        later.call(lambda: keep(text))

    def left(written: int, text: str) -> None:
        if written == turn.current:  # a field that was sent or begun anew has nothing more to keep
            later.stop()
            keep(text)

    def begin(words: str) -> None:
        later.stop()
        typed.current = words
        turn.current += 1
        set_begun((turn.current, words))

    def start(words: str) -> None:
        said = f"{typed.current.rstrip()} {words} ".lstrip()
        begin(said)
        keep(said)

    def send() -> None:
        if typed.current.strip():
            answer(kind, typed.current)
            begin("")

    kind_chips: list[ft.Control] = [
        keyed(name, _KindChip, identifier, name, name == kind, set_kind) for name in kinds
    ]
    starts: list[ft.Control] = [
        keyed(words, _Starter, f"{identifier}-starter-{n}", words, start)
        for n, words in enumerate(starters.get(kind, ()))
    ]
    field = keyed(
        f"{identifier}-{begun[0]}",
        Field,
        f"{identifier}-text",
        _("Your words"),
        begun[1],
        lambda text: left(begun[0], text),
        lines=2,
        longest=2000,
        typing=typing,
        show_label=False,
        hint=_("Say it in your own words"),
    )
    return ft.Column(
        [
            *([flow(kind_chips)] if len(kinds) > 1 else []),
            *([flow(starts)] if starts else []),
            field,
            ft.Row([primary(_("Send"), send, f"{identifier}-send", icon=ft.Icons.SEND)]),
        ],
        spacing=Space.M,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


@component
def _KindChip(identifier: str, name: str, on: bool, choose: Callable[[str], None]) -> ft.Control:
    icon, tone = KIND_SIGNS[name]
    return chip(
        kind_name(name), lambda: choose(name), f"{identifier}-kind-{name}", on=on, icon=icon, tone=tone
    )


@component
def _Starter(identifier: str, words: str, start: Callable[[str], None]) -> ft.Control:
    face = ft.Container(
        least(words, color=MUTE),
        padding=ft.Padding.symmetric(horizontal=12, vertical=13),
        border_radius=99,
        border=ft.Border.all(1, ft.Colors.OUTLINE_VARIANT),
        ink=True,
        on_click=guarded(lambda: start(words)),
    )
    return ft.Semantics(identifier=identifier, button=True, container=True, content=face)
