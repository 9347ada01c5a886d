"""One slide: a work as large as there is room, and what its maker and others say of it."""

from collections.abc import Callable

import flet as ft

from app.domain.models import Artefact
from app.domain.presenting import Slide
from app.domain.text import host_of
from app.views.about import WORK_SIGNS
from app.views.parts.cards import tinted
from app.views.parts.component import component, keyed
from app.views.parts.guard import guarded
from app.views.parts.marks import disc, marked, pill, white_pill
from app.views.parts.text import body, detail, heading, words
from app.views.parts.voices import bubble
from app.views.people import voice_of
from app.views.photo import Photo, shape_of
from app.views.sound import Player
from app.views.state import use_book, use_layout, use_shared
from app.views.theme import AMBER, MAIN, PLUM, RADIUS, Size, Space
from app.words import _, short_date


@component
def SlideView(slide: Slide, forth: Callable[[], None]) -> ft.Control:
    """A work and its words: beside each other where there is room, else below each other."""
    phone = use_layout() == "phone"
    work = keyed("work", _Work, slide.artefact, forth)
    said = ft.Column(
        [keyed("said", _Said, slide)],
        scroll=None if phone else ft.ScrollMode.AUTO,
        expand=None if phone else 2,
        alignment=ft.MainAxisAlignment.CENTER,
    )
    if phone:
        return ft.Column(
            [work, said],
            scroll=ft.ScrollMode.AUTO,
            expand=True,
            spacing=Space.L,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        )
    beside = ft.Container(work, expand=3, alignment=ft.Alignment.CENTER)
    return ft.Row(
        [beside, said], expand=True, spacing=Space.XL, vertical_alignment=ft.CrossAxisAlignment.CENTER
    )


@component
def _Work(artefact: Artefact, forth: Callable[[], None]) -> ft.Control:
    """The work itself; a tap on it goes on. A link is named, not opened: it would lead away."""
    book = use_book()
    if artefact.kind == "photo":
        picture = ft.Container(
            keyed(artefact.id, Photo, artefact, whole=True),
            aspect_ratio=shape_of(artefact),
            border_radius=RADIUS,
            clip_behavior=ft.ClipBehavior.HARD_EDGE,
            on_click=guarded(forth),
        )
        return marked("slide-work", picture)
    blob = artefact.blob
    if artefact.kind == "audio" and blob is not None:

        async def load() -> bytes | None:
            return await book.portfolio.photo(artefact)

        return keyed(blob.sha256, Player, load, blob.mime, "", artefact.id)
    if artefact.kind == "words":
        return tinted(words(artefact.text or artefact.title, Size.HEADING), PLUM, pad=Space.XL)
    host = host_of(artefact.link) if artefact.link else ""
    rows: list[ft.Control] = [disc(WORK_SIGNS.get(artefact.kind, ft.Icons.STAR_BORDER), PLUM, 72)]
    rows += [detail(host)] if host else []
    column = ft.Column(rows, horizontal_alignment=ft.CrossAxisAlignment.CENTER, spacing=Space.M)
    return tinted(column, PLUM, pad=Space.XL)


@component
def _Said(slide: Slide) -> ft.Control:
    """Its name and day, why it was chosen, what it shows, and the voices."""
    book, now = use_book(), use_shared().workspace.wall()
    work = slide.artefact
    own = () if work.kind == "words" and not work.title else (work.title or work.text,)
    more = (work.text,) if work.title and work.kind != "words" else ()
    rows: list[ft.Control] = [heading(one, level=1) for one in own if one]
    rows += [body(one) for one in (*more, *slide.says) if one]
    if slide.why:
        why: list[ft.Control] = [
            ft.Row([white_pill(_("Why I chose it"), AMBER, ft.Icons.STAR)]),
            body(slide.why),
        ]
        rows.append(tinted(ft.Column(why, spacing=Space.S), AMBER))
    if slide.shows:
        pills: list[ft.Control] = [pill(one, MAIN, ft.Icons.FLAG_OUTLINED) for one in slide.shows]
        rows += [detail(_("What it shows")), ft.Row(pills, wrap=True, spacing=Space.S, run_spacing=Space.S)]
    rows += [
        bubble(voice_of(book.reader, one), one.text, short_date(one.at, now), kind=one.kind)
        for one in slide.voices
    ]
    rows.append(detail(short_date(work.at, now)))
    return ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
