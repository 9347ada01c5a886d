"""Today: one thing offered first, with a why, and the short plan below it."""

import flet as ft

from app.domain.desk import NextThing
from app.views.mastered import FreshlyMastered
from app.views.parts.bidi import isolate
from app.views.parts.buttons import link, primary
from app.views.parts.cards import row_card, tinted
from app.views.parts.component import component, keyed
from app.views.parts.frame import screen
from app.views.parts.guard import guarded
from app.views.parts.marks import avatar, disc, white_pill
from app.views.parts.text import body, detail, heading, section, title
from app.views.sentences.offers import offer
from app.views.state import use_book, use_calm, use_changes, use_layout, use_nav, use_today
from app.views.stepping_out import as_thing, use_step
from app.views.suggested import SuggestionCard
from app.views.theme import INK, PLUM, SKY, Space
from app.views.today_plan import PlanRow, follow, leads_on, tick_off
from app.words import _, full_day, joined, weekday

SHOWN = (
    "answers",
    "assessments",
    "choices",
    "sessions",
    "weeks",
    "days",
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
    book, nav = use_book(), use_nav()
    tick = use_calm(use_changes(book.id, *SHOWN))
    today = use_today()
    found, path_tick = use_step()
    step = as_thing(found) if found else None
    page = ft.use_memo(lambda: book.today.page(step), [book.id, today, tick, found])
    rows: list[ft.Control] = [_Greeting(tick)]
    if path_tick is not None:
        rows.append(keyed("fresh", FreshlyMastered, path_tick))
    if found is not None and page.offered.code == "step":
        rows.append(keyed("step", SuggestionCard, found))
    else:
        rows.append(_OfferCard(page.offered))
    if page.plan:
        week = link(_("My week"), lambda: nav.to("week"), "to-week")
        rows.append(ft.Row([section(_("My plan"), expand=True), week]))
        rows += [keyed(f"{row.kind}-{row.rec}-{today}", PlanRow, row) for row in page.plan]
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

    def accept() -> None:
        if leads_on(thing):
            follow(nav, thing)
        else:
            tick_off(book, today, thing.rec)

    ways: list[ft.Control] = [primary(said.button, accept, "offer", tone=said.tone)]
    if thing.action == "do_planned":
        ways.append(link(_("My week"), lambda: nav.to("week"), "open-week", tone=said.tone))
    elif thing.action not in ("show", "new_goal"):
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
