"""The class, or the family's home: whom to see first, with the reason in words and the next thing to do."""

from collections.abc import Sequence

import flet as ft

from app.domain.attention import Reason
from app.services.class_ import ClassPage, ClassRow
from app.views.device import Picked
from app.views.navigator import Navigator
from app.views.new_learner import NewLearner
from app.views.parts.bidi import isolate
from app.views.parts.buttons import Tap, flow, icon_button, link, outlined, primary
from app.views.parts.cards import beside, card, row_card
from app.views.parts.component import component, keyed
from app.views.parts.frame import page_head, screen
from app.views.parts.guard import guarded, guarded_picked
from app.views.parts.marks import avatar, disc, marked, pill
from app.views.parts.notices import status_line
from app.views.parts.states import empty, failed, loading
from app.views.parts.text import heading, strong, words
from app.views.sentences.differences import why_first
from app.views.state import (
    use_announcements,
    use_big_text,
    use_calm,
    use_layout,
    use_loaded,
    use_nav,
    use_shared,
)
from app.views.takein import TakeInCards
from app.views.theme import AMBER, PLUM, Size, Space
from app.words import _, ngettext, number, short_date

SHOWN_AT_ONCE = 30
CALM_S = 1.0
LISTED = frozenset({"books", "taken"})
WRITTEN = frozenset({"learner", "goals", "checkins", "artefacts", "evidence", "feedback", "assessments"})


@component
def ClassView(chosen: str = "") -> ft.Control:
    """The screen of all learners; with `chosen`, the list beside that learner's page."""
    shared, layout, nav = use_shared(), use_layout(), use_nav()
    came = use_announcements(lambda space, changed: not LISTED.isdisjoint(changed), "came")
    heard = use_announcements(lambda space, changed: not WRITTEN.isdisjoint(changed), "written")
    written = use_calm(heard, CALM_S)
    classroom = shared.workspace.classroom
    loaded, again = use_loaded(classroom.page, came, written)
    adding, set_adding = ft.use_state(False)
    none: tuple[Picked, ...] = ()
    picked, set_picked = ft.use_state(none)

    def chosen_files(files: Sequence[Picked]) -> None:
        set_picked(tuple(files))

    pick = ft.use_memo(lambda: shared.device.pick_files_action(guarded_picked(chosen_files)), [])
    family = shared.workspace.owner.role == "family"
    if picked:
        cards = keyed("take-in", TakeInCards, picked, lambda: set_picked(()))
        return screen("take-in", [cards], wide=layout != "phone", foot=Space.XL)
    take = primary(_("Take in files"), None, "take-in-files", icon=ft.Icons.MOVE_TO_INBOX, action=pick)
    page, toggle = loaded.value, lambda: set_adding(not adding)
    wide = layout != "phone" and not chosen
    filled = page is not None and bool(page.count)
    ends = ([take] if wide else _signs(nav, toggle)) if filled else []
    rows: list[ft.Control] = [page_head(_("Home") if family else _("Class"), *ends)]
    if loaded.state == "failed":
        told = _("The list could not be read")
        rows.append(failed(told, _("All books are still on this device."), retry=again))
    elif page is None:
        rows.append(loading(_("Opening the books…")))
    elif not page.count:
        rows += [_nobody(take, family=family), keyed("add", NewLearner, adding, toggle)]
    else:
        rows += [keyed("truth", _Truth, page), flow(_links(nav, toggle) if wide else [take], spacing=0)]
        if adding:  # above the list: under thirty learners nobody would find it
            rows.append(keyed("add", NewLearner, adding, toggle))
        if family and not chosen:
            rows.append(keyed("review", _ToReview))
        rows.append(keyed("lists", _Lists, page, family, chosen))
    return screen("class", rows, wide=layout != "phone", width=Space.CLASS_WIDTH, foot=Space.XL)


def _links(nav: Navigator, add: Tap) -> list[ft.Control]:
    """Returns what one does with the class as a whole, in words."""
    icons = ft.Icons
    return [
        link(_("Goals of a group"), lambda: nav.go("groups"), "open-groups", icon=icons.GROUPS_OUTLINED),
        link(_("Make a book for a learner"), add, "add-learner", icon=icons.PERSON_ADD_OUTLINED),
    ]


def _signs(nav: Navigator, add: Tap) -> list[ft.Control]:
    """Returns the same where there is no room for words: signs that say them when held or read."""
    icons, to = ft.Icons, lambda: nav.go("groups")
    return [
        icon_button(icons.GROUPS_OUTLINED, _("Goals of a group"), to, "open-groups"),
        icon_button(icons.PERSON_ADD_OUTLINED, _("Make a book for a learner"), add, "add-learner"),
    ]


@component
def _ToReview() -> ft.Control:
    """The way to what the children showed; a teacher has it among the places."""
    nav = use_nav()
    return row_card(
        disc(ft.Icons.RATE_REVIEW_OUTLINED, PLUM),
        _("What they made"),
        _("Look at each piece and say a word, one after the other"),
        lambda: nav.go("review"),
        "to-review",
    )


def _nobody(take: ft.Control, *, family: bool) -> ft.Control:
    return empty(
        ft.Icons.HOME_OUTLINED if family else ft.Icons.GROUPS_OUTLINED,
        _("No learner's book is here yet"),
        _("Ask a learner to share a file with you and take it in here. Or make a book for one below."),
        first=take,
    )


@component
def _Truth(page: ClassPage) -> ft.Control:
    now = use_shared().workspace.wall()
    parts = [ngettext("{n} book", "{n} books", page.count).format(n=number(page.count))]
    if page.taken_today:
        text = ngettext("{n} file taken in today", "{n} files taken in today", page.taken_today)
        parts.append(text.format(n=number(page.taken_today)))
    if page.backup:
        parts.append(_("oldest backup: {day}").format(day=short_date(page.backup, now)))
    rows: list[ft.Control] = [status_line(" · ".join(parts))]
    if not page.backup:
        rows.append(status_line(_("Not every book has gone out as a file yet"), good=False))
    for name in page.unreadable:
        said = _("The book of {name} could not be opened. The others are safe.")
        rows.append(status_line(said.format(name=isolate(name)), good=False))
    return ft.Column(rows, spacing=Space.XS)


@component
def _Lists(page: ClassPage, family: bool, chosen: str) -> ft.Control:
    shown, set_shown = ft.use_state(SHOWN_AT_ONCE)
    first: list[ft.Control] = []
    if page.see_first:
        count = _("{n} of {all}").format(n=number(len(page.see_first)), all=number(page.count))
        first = [
            _above(ft.Row([heading(_("See first")), pill(count, AMBER)], spacing=10)),
            *[keyed(row.card.id, Learner, row, row.card.id == chosen) for row in page.see_first[:shown]],
        ]
    others = page.others[:shown]
    title = _("My children") if family else _("Everyone else") if first else _("Everyone")
    rest: list[ft.Control] = [_above(heading(title))] if others else []
    rest += [keyed(row.card.id, Learner, row, row.card.id == chosen) for row in others]
    if max(len(page.others), len(page.see_first)) > shown:
        rest.append(link(_("Show more"), lambda: set_shown(shown + SHOWN_AT_ONCE), "show-more"))
    if use_layout() == "desktop" and not chosen and first and rest:
        columns: list[ft.Control] = [_column(first, expand=True), _column(rest, expand=True)]
        return ft.Row(columns, spacing=Space.XL, vertical_alignment=ft.CrossAxisAlignment.START)
    return _column([*first, *rest])


def _above(head: ft.Control) -> ft.Control:
    """Keeps a head away from what is above it, and both columns' heads at one height."""
    return ft.Container(head, padding=ft.Padding.only(top=Space.S))


def _column(rows: list[ft.Control], *, expand: bool = False) -> ft.Control:
    return ft.Column(
        rows, spacing=10, expand=expand or None, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
    )


@component
def Learner(row: ClassRow, chosen: bool = False) -> ft.Control:
    """One learner: the reason in words and the next thing to do, or the counts."""
    nav = use_nav()
    now = use_shared().workspace.wall()
    space, name = row.card.id, row.card.name
    sign = avatar(row.card.avatar, space)
    if not row.reasons:
        return row_card(
            sign, name, _counts(row, now), lambda: nav.go("class", space), f"learner-{space}", chosen=chosen
        )
    reason = row.reasons[0]
    text, label, icon, tone = why_first(reason)
    said = ft.Row(
        [
            ft.Icon(icon, size=16, color=tone.ink),
            words(text, Size.DETAIL, color=tone.ink, expand=True, lines=3),
        ],
        spacing=5,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )
    name_part = ft.Container(
        ft.Column([strong(name), said], spacing=2),
        on_click=guarded(lambda: nav.go("class", space)),
        expand=True,
        ink=True,
        border_radius=12,
    )
    do = outlined(label, lambda: follow(nav, space, reason), f"do-{space}", tone=tone)
    who = ft.Row([sign, marked(f"learner-{space}", name_part)], spacing=Space.M, expand=True)
    return card(beside(who, do, big=use_big_text()), pad=Space.M, chosen=chosen)


def _counts(row: ClassRow, now: int) -> str:
    parts = [
        ngettext("{n} goal", "{n} goals", row.goals).format(n=number(row.goals)),
        ngettext("{n} piece", "{n} pieces", row.artefacts).format(n=number(row.artefacts)),
    ]
    if row.last_file:
        parts.append(_("last file {day}").format(day=short_date(row.last_file, now)))
    return " · ".join(parts)


def follow(nav: Navigator, space: str, reason: Reason) -> None:
    """Goes where the reason's next thing is done."""
    goal = str(reason.facts.get("goal_id", ""))
    if goal and reason.action in ("agree", "suggest"):
        nav.go("class", space, "goals", goal)
    elif reason.action == "review":
        nav.go("class", space, "learner", "portfolio")
    else:
        nav.go("class", space)
