"""Presenting: a shelf shown to a visitor on this device, one calm slide after the other.

Nothing here leads anywhere else: forth, back, and a small way to end it.
"""

from collections.abc import Callable, Sequence

import flet as ft

from app.domain.presenting import Slide, step
from app.services.shelves import ShelfPage
from app.views.parts.buttons import chip, icon_button, link
from app.views.parts.component import component, keyed, use_slot
from app.views.parts.guard import guarded, guarded_event
from app.views.parts.marks import avatar
from app.views.parts.states import empty
from app.views.parts.text import body, detail, title, words
from app.views.shelves import count_words, shelf_name
from app.views.showing import SlideView
from app.views.state import use_book, use_changes, use_layout, use_nav
from app.views.theme import MAIN, PAGE, PLUM, Size, Space
from app.words import _, direction, number

FORTH, BACK = ("Arrow Right", "Page Down"), ("Arrow Left", "Page Up")  # Enter and blank tap what is focused
MIRRORED = {"Arrow Right": "Arrow Left", "Arrow Left": "Arrow Right"}
SHOWN = ("artefacts", "evidence", "goals", "shelves", "feedback", "learner")
Move = Callable[[int], None]


@component
def PresentView(kind: str, about: str = "") -> ft.Control:
    """The screen on which a shelf is shown to somebody."""
    book, nav = use_book(), use_nav()
    tick = use_changes(book.id, *SHOWN)
    place, set_place = ft.use_state(0)
    voices, set_voices = ft.use_state(False)
    slides = ft.use_memo(
        lambda: book.shelves.slides(kind, about, voices=voices), [book.id, tick, kind, about, voices]
    )
    page = book.shelves.page(kind, about)
    now = min(place, len(slides))

    def move(by: int) -> None:
        set_place(step(now, by, slides))

    use_keys(move)
    if page is None or not (slides or now or page.works):
        none = _("Nothing to show yet")
        inside: ft.Control = empty(
            ft.Icons.SLIDESHOW, none, _("Put pieces on the shelf first, then show it."), tone=PLUM
        )
    elif now:
        slide = slides[now - 1]
        inside = keyed(slide.artefact.id, SlideView, slide, lambda: move(1))
    else:
        inside = keyed("cover", _Cover, page, len(slides), voices, set_voices)
    head = keyed("head", _Head, now, slides, lambda: nav.to("shelf", kind, *([about] if about else [])))
    rows: list[ft.Control] = [
        head,
        ft.Container(inside, expand=True),
        keyed("steps", _Steps, now, slides, move),
    ]
    column = ft.Column(rows, expand=True, spacing=0, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
    edge = Space.M if use_layout() == "phone" else Space.WIDE_EDGE
    ground = ft.Container(column, bgcolor=PAGE, expand=True, padding=edge)
    return ft.Semantics(
        key="screen-present", identifier="screen-present", content=ground, expand=True, container=True
    )


def use_keys(move: Move) -> None:
    """Moves by the keys of a keyboard, or of a small remote for slides, while the screen is shown."""
    latest = use_slot(move)
    latest.current = move

    def pressed(e: ft.KeyboardEvent) -> None:
        by = by_key(e.key)
        if by:
            latest.current(by)

    def listen() -> None:
        ft.context.page.on_keyboard_event = guarded_event(pressed)

    def stop() -> None:
        ft.context.page.on_keyboard_event = None

    ft.use_effect(guarded(listen), [], guarded(stop))


def by_key(key: str) -> int:
    """Returns how many slides a key goes on; arrows point as the words run."""
    meant = MIRRORED.get(key, key) if direction() == "rtl" else key
    return (meant in FORTH) - (meant in BACK)


@component
def _Head(now: int, slides: Sequence[Slide], end: Callable[[], None]) -> ft.Control:
    """Where one is, said to readers as well, and the small way out."""
    text = _("{n} of {all}").format(n=number(now), all=number(len(slides))) if now else ""
    said = ft.Semantics(live_region=True, content=detail(text), expand=True)
    return ft.Row([said, link(_("End"), end, "end", icon=ft.Icons.CLOSE)], spacing=Space.S)


@component
def _Steps(now: int, slides: Sequence[Slide], move: Move) -> ft.Control:
    """Back and on; the arrows point as the words run."""
    left, right = ft.Icons.ARROW_BACK, ft.Icons.ARROW_FORWARD
    rest = ft.Container(width=Space.TOUCH)
    back = icon_button(left, _("The piece before"), lambda: move(-1), "slide-back") if now else rest
    on = icon_button(right, _("The next piece"), lambda: move(1), "slide-on", color=MAIN.ink)
    dots: list[ft.Control] = [_dot(n == now) for n in range(len(slides) + 1)] if len(slides) <= 12 else []
    return ft.Row(
        [
            back,
            ft.Semantics(
                exclude_semantics=True,
                content=ft.Row(dots, spacing=6, alignment=ft.MainAxisAlignment.CENTER),
                expand=True,
            ),
            on if now < len(slides) else rest,
        ]
    )


def _dot(here: bool) -> ft.Control:
    return ft.Container(
        width=20 if here else 8, height=8, border_radius=8, bgcolor=MAIN.ink if here else MAIN.soft
    )


@component
def _Cover(page: ShelfPage, count: int, voices: bool, choose: Callable[[bool], None]) -> ft.Control:
    """Whose works they are and why they belong together; what others said is shown only where ticked."""
    book = use_book()
    learner = book.reader.learner()
    big = use_layout() != "phone"
    name = shelf_name(book, page.kind, page.about, page.title)
    rows: list[ft.Control] = [
        avatar(learner.avatar, book.id, 96 if big else 72),
        title(name),
        words(learner.name, Size.SECTION, center=True),
        *([body(page.why)] if page.why else []),
        detail(count_words(count)),
        chip(
            _("Show what others said"),
            lambda: choose(not voices),
            "show-voices",
            on=voices,
            icon=ft.Icons.CHAT_BUBBLE_OUTLINE,
            tone=PLUM,
        ),
    ]
    column = ft.Column(
        rows,
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        alignment=ft.MainAxisAlignment.CENTER,
        spacing=Space.L,
        scroll=ft.ScrollMode.AUTO,
    )
    return ft.Container(column, alignment=ft.Alignment.CENTER, expand=True, padding=Space.XL)
