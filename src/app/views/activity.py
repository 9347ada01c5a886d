"""One way to learn: what to do, step by step, how to show it, and other ways to the same."""

import flet as ft

from app.domain.learning import Choice
from app.domain.library import Activity
from app.domain.ways import filled
from app.services.catalog import Catalog
from app.views.activity_mine import Mine
from app.views.activity_parts import GoodWork, helps, quiz, resources, show, spoken, steps, success
from app.views.aloud import Aloud
from app.views.navigator import Navigator
from app.views.parts.buttons import flow, link
from app.views.parts.component import component, keyed
from app.views.parts.frame import back_head, screen
from app.views.parts.marks import disc
from app.views.parts.notices import say
from app.views.parts.states import empty
from app.views.parts.text import body, heading, section
from app.views.state import use_book, use_changes, use_layout, use_nav, use_shared
from app.views.suggesting import Suggested
from app.views.supports import use_acts
from app.views.theme import Space
from app.views.ways import first_interest, modality_sign, pills, way_row
from app.words import _

OTHER_WAYS = 4


@component
def ActivityView(rec: str, board: str = "") -> ft.Control:
    """The screen of one activity of the open book's catalog; `board` is the choice board that led to it."""
    book, nav = use_book(), use_nav()
    use_changes(book.id, "activities", "choices")
    found, wide, acts = book.catalog.activity(rec), use_layout() != "phone", use_acts()
    head = back_head(_("A way to learn"), nav.up)
    if found is None:
        gone = empty(
            ft.Icons.EXTENSION_OUTLINED,
            _("This way is not on this device"),
            _("It comes with the next file from your teacher or family."),
        )
        return screen("activity", [head, gone], wide=wide)
    choice, mine = book.choosing.of(rec), book.by.role == "learner"
    shown = filled(found, choice.interest if choice else first_interest(book.reader), _("something I like"))
    rubric = book.assessing.rubric_for((rec,), shown.competencies)
    icon, tone = modality_sign(shown.modality)
    read = "read_aloud" in acts
    aloud = keyed("aloud", Aloud, spoken(shown), big=read, beside=not read)
    beside, below = ([], [aloud]) if read else ([aloud], [])
    rows: list[ft.Control] = [
        head,
        ft.Row([disc(icon, tone, 56), heading(shown.title, expand=True), *beside], spacing=Space.M),
        pills(shown, acts),
        *below,
        *([body(shown.how)] if shown.how else []),
        *([keyed("suggested", Suggested, rec)] if mine else []),
        keyed("mine", Mine, found, shown, choice, _on(book.catalog, board, rec)),
        *([_change(nav, rec)] if mine and book.choosing.is_own(rec) else []),
        *helps(shown, acts),
        *steps(shown),
        *([section(_("What I need")), body(shown.materials)] if shown.materials else []),
        *resources(shown),
        *success(shown),
        *([keyed(rubric.id, GoodWork, rubric)] if rubric is not None else []),
        *show(shown, acts),
        *quiz(book.catalog.quiz(shown.quiz) if shown.quiz else None),
    ]
    rows.append(keyed("others", _Others, shown))
    return screen("activity", rows, wide=wide, foot=Space.XL)


def _change(nav: Navigator, rec: str) -> ft.Control:
    """The way to correct one's own idea."""
    label = _("Change my idea")
    return flow(
        [link(label, lambda: nav.to("activity", rec, "edit"), "change-way", icon=ft.Icons.EDIT_OUTLINED)]
    )


def _on(catalog: Catalog, board: str, activity: str) -> str:
    """Returns the board that led here, "" for one that does not have this way."""
    found = catalog.board(board) if board else None
    return board if found is not None and activity in found.activities else ""


@component
def _Others(shown: Activity) -> ft.Control:
    """Other ways to the same competencies; a chosen one can be swapped for one of them."""
    book, nav = use_book(), use_nav()
    catalog, choosing = book.catalog, book.choosing
    others = {
        one.id: one
        for competency in shown.competencies
        for one in catalog.activities_for(competency)
        if one.id != shown.id
    }
    mine = use_shared().workspace.owner.role == "learner"
    acts, choice = use_acts(), choosing.of(shown.id)
    rows: list[ft.Control] = [section(_("Other ways"))] if others else []
    rows += [keyed(one.id, _Other, one, choice, acts) for one in list(others.values())[:OTHER_WAYS]]
    if mine and shown.competencies:
        own = shown.competencies[0]
        rows.append(
            ft.Row(
                [
                    link(
                        _("I have my own idea"),
                        lambda: nav.to("way", own),
                        "own-way",
                        icon=ft.Icons.LIGHTBULB_OUTLINE,
                    )
                ]
            )
        )
    return ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def _Other(one: Activity, choice: Choice | None, acts: tuple[str, ...]) -> ft.Control:
    book, nav = use_book(), use_nav()
    choosing = book.choosing
    like = (choice.interest if choice else "") or first_interest(book.reader)

    def back(was: Choice, made: str) -> None:
        choosing.swap_back(was, made)
        nav.to("activity", was.activity)

    def swap() -> None:
        held = choosing.of(one.id)
        gap = _("something I like")
        new = choosing.swap(choice.id, one.id, interest=like, otherwise=gap) if choice is not None else ""
        if choice is not None and new:
            nav.to("activity", one.id)
            made = new if held is None else ""
            say(_("Swapped. This is your way now."), lambda: back(choice, made))

    row = way_row(one, lambda: nav.to("activity", one.id), acts=acts, interest=like)
    if choice is None:
        return row
    return ft.Column(
        [row, ft.Row([link(_("Swap for this one"), swap, f"swap-{one.id}", icon=ft.Icons.SWAP_HORIZ)])],
        spacing=0,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
