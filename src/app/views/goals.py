"""Goals: those one works on, and those reached or let go."""

import flet as ft

from app.domain.models import Agreement, Goal
from app.domain.progress import progress
from app.services.days import local_day
from app.views.fate import fate
from app.views.parts.bidi import isolate
from app.views.parts.buttons import chip, flow, link, outlined
from app.views.parts.cards import row, tap_card
from app.views.parts.component import component, keyed
from app.views.parts.days import by_words
from app.views.parts.frame import page_head, screen
from app.views.parts.marks import disc, pill, ring
from app.views.parts.states import empty
from app.views.parts.text import detail, strong
from app.views.parts.voices import role_name
from app.views.settling import unsettled
from app.views.state import (
    use_book,
    use_layout,
    use_nav,
    use_record,
    use_records,
    use_related,
    use_shared,
    use_today,
)
from app.views.theme import AMBER, LEAF, QUIET, SKY, Space
from app.words import _, joined, number

SHOWN_AT_ONCE = 20


@component
def GoalsView(chosen: str = "") -> ft.Control:
    """The screen of all goals."""
    nav = use_nav()
    new = outlined(_("New goal"), lambda: nav.to("goals", "new"), "new-goal", icon=ft.Icons.ADD)
    return screen("goals", [page_head(_("My goals"), new), GoalList(chosen)], wide=use_layout() != "phone")


@component
def GoalList(chosen: str = "") -> ft.Control:
    """The goals of the open book: a row each, which redraws by itself."""
    book, nav = use_book(), use_nav()
    state, set_state = ft.use_state("open")
    shown, set_shown = ft.use_state(SHOWN_AT_ONCE)
    ids = use_records(book.book, "goals", lambda: [goal.id for goal in book.reader.goals()])
    if not ids:
        return empty(
            ft.Icons.FLAG_OUTLINED,
            _("No goals yet"),
            _("A goal is something you want to be able to do. Ownway asks small questions to help."),
            step=_("Make my first goal"),
            on_step=lambda: nav.to("goals", "new"),
        )
    wanted = [rec for rec in ids if _state(book.book.get("goals", rec)) == state]
    rows: list[ft.Control] = [
        flow(
            [
                chip(_("Working on"), lambda: set_state("open"), "goals-open", on=state == "open"),
                chip(_("Reached"), lambda: set_state("achieved"), "goals-achieved", on=state == "achieved"),
                chip(_("Let go"), lambda: set_state("letgo"), "goals-letgo", on=state == "letgo"),
            ]
        )
    ]
    rows += [keyed(rec, GoalRow, rec, rec == chosen) for rec in wanted[:shown]]
    if not wanted:
        rows.append(detail(_("Nothing here.")))
    if len(wanted) > shown:
        more = _("Show more ({n})").format(n=number(len(wanted) - shown))
        rows.append(link(more, lambda: set_shown(shown + SHOWN_AT_ONCE), "show-more"))
    return ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _state(found: dict[str, object] | None) -> object:
    return (found or {}).get("state", "open")


@component
def GoalRow(rec: str, chosen: bool = False) -> ft.Control:
    """One goal: how far, what, why, by when."""
    book, nav, today = use_book(), use_nav(), use_today()
    role = use_shared().workspace.owner.role
    use_record(book.id, "goals", rec)
    use_related(book.book, "checkins", "goal", rec)
    goal = book.reader.goal(rec)
    if goal is None:
        return ft.Container()
    how = progress(rec, book.reader.check_ins(rec), today, local_day)
    pills: list[ft.Control] = []
    if goal.due:
        pills.append(pill(by_words(goal.due, today), SKY, ft.Icons.EVENT_OUTLINED))
    pills += state_pills(goal, role)
    if how.feeling == "stuck" and goal.state == "open":
        pills.append(pill(_("I am stuck"), AMBER, ft.Icons.SUPPORT_OUTLINED))
    said = ft.Column(
        [
            strong(goal.statement or _("A goal without words yet")),
            *([detail(goal.reason, lines=2)] if goal.reason else []),
            *([flow(pills, spacing=6)] if pills else []),
        ],
        spacing=4,
        expand=True,
    )
    sign = (
        disc(ft.Icons.CHECK, LEAF, 56, fill=True)
        if goal.state == "achieved"
        else ring(how.steps)
        if goal.state == "open"
        else disc(ft.Icons.AIR, QUIET, 56)
    )
    return tap_card(
        row(sign, said),
        lambda: nav.to("goals", rec),
        f"goal-{rec}",
        chosen=chosen,
    )


def agreements(goal: Goal) -> tuple[str, ...]:
    """Returns the names of all who agreed to the goal's words as they stand now."""
    values = [one.value for one in goal.versions.get("agreed", ())]
    agreed = [Agreement.model_validate(value) for value in values if value is not None]
    if not values and goal.agreed is not None:
        agreed = [goal.agreed]
    standing = sorted((one for one in agreed if one.words == goal.words), key=lambda one: one.wall)
    return tuple(dict.fromkeys(one.name or role_name(one.role) for one in standing))


def state_pills(goal: Goal, role: str) -> list[ft.Control]:
    """What is agreed, reached or let go, and where two versions wait."""
    pills: list[ft.Control] = []
    if goal.state == "achieved":
        pills.append(pill(_("Reached"), LEAF, ft.Icons.CELEBRATION_OUTLINED))
    elif goal.state == "letgo":
        pills.append(pill(_("Let go"), QUIET, ft.Icons.AIR))
    names = agreements(goal)
    if names:
        said = _("Agreed: {name}").format(name=joined(isolate(name) for name in names))
        pills.append(pill(said, LEAF, ft.Icons.HANDSHAKE_OUTLINED))
    elif goal.agreed is not None:
        pills.append(pill(_("Changed since agreed"), AMBER, ft.Icons.EDIT_NOTE))
    if unsettled("goals", goal, role):
        pills.append(pill(_("2 versions"), AMBER, ft.Icons.CALL_SPLIT))
    return [*pills, *fate(goal)]
