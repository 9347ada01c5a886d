"""Today: one thing offered first, with a why, and the short plan below it."""

import flet as ft

from app.domain.today import NextThing, Row
from app.services.today import TodayService
from app.views.checkin import CheckInBox
from app.views.mastered import FreshlyMastered
from app.views.navigator import Navigator
from app.views.parts.bidi import isolate
from app.views.parts.buttons import icon_button, link, primary
from app.views.parts.cards import card, lines, row_card, tinted
from app.views.parts.component import component, keyed
from app.views.parts.frame import screen
from app.views.parts.guard import guarded
from app.views.parts.marks import avatar, disc, marked, white_pill
from app.views.parts.text import body, detail, heading, section, title
from app.views.sentences.offers import offer, plan_row
from app.views.state import use_book, use_calm, use_changes, use_layout, use_nav, use_shared, use_today
from app.views.stepping_out import as_thing, use_step
from app.views.suggested import SuggestionCard
from app.views.theme import INK, LEAF, MUTE, PLUM, SKY, Space
from app.words import _, full_day, joined, weekday

SHOWN = (
    "choices",
    "goals",
    "checkins",
    "feedback",
    "reflections",
    "artefacts",
    "evidence",
    "profile",
    "learner",
)


@component
def TodayView() -> ft.Control:
    """What a learner sees first."""
    shared, book = use_shared(), use_book()
    tick = use_calm(use_changes(book.id, *SHOWN))
    today = use_today()
    wall = shared.workspace.wall
    found, path_tick = use_step()
    step = as_thing(found) if found else None
    service = TodayService(book.book, book.reader, wall)
    page = ft.use_memo(lambda: service.page(step), [book.id, today, tick, found])
    rows: list[ft.Control] = [_Greeting(tick)]
    if path_tick is not None:
        rows.append(keyed("fresh", FreshlyMastered, path_tick))
    if found is not None and page.offered.code == "step":
        rows.append(keyed("step", SuggestionCard, found))
    else:
        rows.append(_OfferCard(page.offered))
    if page.plan:
        rows.append(section(_("My plan")))
        rows += [keyed(f"{row.kind}-{row.rec}-{today}", _PlanRow, row) for row in page.plan]
    else:
        rows += [section(_("Also good to do")), keyed("ideas", _Ideas)]
    return screen("today", rows, wide=use_layout() != "phone")


@component
def _Ideas() -> ft.Control:
    """What one can do before there is a plan."""
    nav = use_nav()
    rows: list[ft.Control] = [
        row_card(
            disc(ft.Icons.FACE_OUTLINED, PLUM),
            _("Tell how you like to learn"),
            _("What are you good at? What helps you?"),
            lambda: nav.to("me"),
            "idea-me",
        ),
        row_card(
            disc(ft.Icons.PHOTO_LIBRARY_OUTLINED, SKY),
            _("Look at what you made"),
            _("Your portfolio grows with every piece."),
            lambda: nav.to("portfolio"),
            "idea-portfolio",
        ),
    ]
    return ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def _Greeting(tick: int) -> ft.Control:
    book, nav, today = use_book(), use_nav(), use_today()
    learner = book.reader.learner()
    day = joined((weekday(today), full_day(today, today)))
    hello = _("Hello, {name}").format(name=isolate(learner.name)) if learner.name else _("Hello")
    me = ft.Container(
        avatar(learner.avatar, learner.id, 48),
        on_click=guarded(lambda: nav.to("me")),
        border_radius=48,
        ink=True,
    )
    return ft.Row(
        [
            ft.Column([detail(day), title(hello)], spacing=0, expand=True),
            ft.Semantics(identifier="open-me", label=_("About me"), button=True, container=True, content=me),
        ]
    )


@component
def _OfferCard(thing: NextThing) -> ft.Control:
    book, nav, today = use_book(), use_nav(), use_today()
    said = offer(thing, book.reader, today)
    ways: list[ft.Control] = [primary(said.button, lambda: follow(nav, thing), "offer", tone=said.tone)]
    if thing.action not in ("show", "new_goal"):
        ways.append(link(_("All my goals"), lambda: nav.to("goals"), "other-ways", tone=said.tone))
    return tinted(
        ft.Column(
            [
                ft.Row([white_pill(said.pill, said.tone, said.icon)]),
                heading(said.head),
                body(said.why, color=INK),
                ft.Row(ways, spacing=Space.XS, wrap=True),
            ],
            spacing=10,
        ),
        said.tone,
    )


def follow(nav: Navigator, thing: NextThing) -> None:
    """Goes where the offered thing is done."""
    if thing.action in ("answer", "open_way"):
        _open_about(nav, str(thing.facts.get("about", "")), str(thing.facts.get("about_col", "")))
    elif thing.action == "edit_goal":
        nav.to("goals", thing.rec, "edit")
    elif thing.action in ("open_goal", "check_in"):
        nav.to("goals", thing.rec)
    elif thing.action == "new_goal":
        nav.to("goals", "new")
    elif thing.action == "about_you":
        nav.to("me")
    else:
        nav.to("capture")


def _open_about(nav: Navigator, about: str, col: str) -> None:
    if col == "goals":
        nav.to("goals", about)
    elif col == "artefacts":
        nav.to("portfolio", about)
    elif col == "activities":
        nav.to("activity", about)
    else:
        nav.to("portfolio")


@component
def _PlanRow(row: Row) -> ft.Control:
    book, nav, today = use_book(), use_nav(), use_today()
    open_, set_open = ft.use_state(False)
    noted, set_noted = ft.use_state(False)
    done = row.done or noted
    bold, quiet, icon, tone = plan_row(row, book.reader, today)

    def go() -> None:
        if row.kind in ("answer", "open_way"):
            _open_about(nav, str(row.facts.get("about", "")), str(row.facts.get("about_col", "")))
        elif row.kind == "reflect":
            nav.to("reflect", row.rec)
        else:
            nav.to("goals", row.rec)

    if done:
        end: ft.Control = ft.Icon(ft.Icons.CHECK_CIRCLE, color=LEAF.ink, size=28)
    elif row.kind == "check_in":
        end = icon_button(
            ft.Icons.EXPAND_LESS if open_ else ft.Icons.ADD_REACTION_OUTLINED,
            _("Say how it goes"),
            lambda: set_open(not open_),
            f"check-in-{row.rec}",
            color=tone.ink,
        )
    else:
        end = ft.Icon(ft.Icons.CHEVRON_RIGHT, color=MUTE)
    words = ft.Container(lines(bold, quiet), on_click=guarded(go), expand=True, border_radius=12, ink=True)
    face = ft.Row([disc(icon, tone), marked(f"plan-{row.rec}", words), end], spacing=Space.M)
    if not open_ or done:
        return card(face, pad=Space.M)
    box = CheckInBox(row.rec, int(row.facts.get("steps", 0)), lambda: set_noted(True))
    return card(ft.Column([face, box], spacing=Space.M), pad=Space.M)
