"""The fields of showing something: words, a link, a test's points, what it is for, how sure, a thought."""

from collections.abc import Callable

import flet as ft

from app.domain.text import safe_link
from app.views.capture_for import ShownFor
from app.views.drafting import Drafting
from app.views.judging_form import points_say
from app.views.looks import Looks, TestResult, points_of
from app.views.parts.buttons import chip, flow, link
from app.views.parts.component import component, keyed
from app.views.parts.fields import Field
from app.views.parts.more import use_more
from app.views.parts.text import detail, section
from app.views.state import use_book, use_shared
from app.views.sure import Sure
from app.views.theme import AMBER, Space
from app.words import _

MOST_GOALS = 12


def fields(draft: Drafting) -> list[ft.Control]:
    """Returns all there is to say about what is shown."""
    return [
        keyed(
            "text",
            _Words,
            draft,
            "text",
            _("What is it? What can you do now?"),
            _("For example: I mixed 2 cups yellow with 3 cups blue. Same green!"),
        ),
        keyed("link", _Link, draft),
        keyed("test", _Test, draft),
        keyed("goals", _Goals, draft.now.chosen, lambda goals: draft.change("goals", goals)),
        keyed("for", ShownFor, draft),
        keyed("sure", Sure, draft.now.sure, lambda sure: draft.change("sure", sure)),
        keyed(
            "reflection",
            _Words,
            draft,
            "reflection",
            _("What did you find out about yourself?"),
            _("What was hard? What would you do next time? You can leave it empty."),
        ),
    ]


@component
def _Words(draft: Drafting, part: str, label: str, hint: str) -> ft.Control:
    return Field(
        f"capture-{part}",
        label,
        str(getattr(draft.now, part)),
        lambda text: draft.left(part, text),
        hint=hint,
        lines=3 if part == "text" else 2,
        longest=4000,
        typing=lambda text: draft.typing(part, text),
    )


@component
def _Link(draft: Drafting) -> ft.Control:
    address = draft.now.link
    open_, set_open = ft.use_state(bool(address))
    if not open_:
        return ft.Row([link(_("Add a link"), lambda: set_open(True), "add-link", icon=ft.Icons.LINK)])
    field = Field(
        "capture-link",
        _("A link to it"),
        address,
        lambda text: draft.left("link", text),
        hint="https://",
        longest=2000,
        typing=lambda text: draft.typing("link", text),
        keyboard=ft.KeyboardType.URL,
    )
    rows: list[ft.Control] = [field]
    if address and safe_link(address) is None:
        rows.append(detail(_("A link begins with https://"), color=AMBER.ink))
    return ft.Column(rows, spacing=Space.XS, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def _Test(draft: Drafting) -> ft.Control:
    """The points of a test on paper. An adult's count for what is ticked, so their kind of look is asked."""
    now, mine = draft.now, use_shared().workspace.owner.role == "learner"
    result = keyed(
        "result",
        TestResult,
        now.score,
        now.most,
        lambda text: draft.left("score", text),
        lambda text: draft.left("most", text),
        draft.typing,
    )
    rows: list[ft.Control] = [result]
    points = points_of(now.score, now.most)
    if points is not None and mine:
        rows.append(detail(_("Your teacher or family look at it too: only then it counts.")))
    elif points is not None:
        rows.append(detail(points_say(points)))
        rows.append(keyed("look", Looks, now.look or "formative", lambda kind: draft.change("look", kind)))
    return ft.Column(rows, spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def _Goals(chosen: tuple[str, ...], choose: Callable[[str], None]) -> ft.Control:
    book = use_book()
    goals = ft.use_memo(
        lambda: [
            (goal.id, goal.statement) for goal in book.reader.goals() if goal.state in ("active", "proposed")
        ],
        [book.id],
    )

    def toggle(rec: str) -> None:
        kept = [one for one in chosen if one != rec]
        choose(" ".join(kept if rec in chosen else [*kept, rec]))

    shown, more = use_more(len(goals), "more-goals", MOST_GOALS)
    chips: list[ft.Control] = [
        keyed(rec, _GoalChip, rec, words, rec in chosen, toggle) for rec, words in goals[:shown]
    ]
    rows: list[ft.Control] = [section(_("Which goal is it for?")), flow([*chips, *more])] if chips else []
    return ft.Column(rows, spacing=Space.S, visible=bool(chips))


@component
def _GoalChip(rec: str, words: str, on: bool, toggle: Callable[[str], None]) -> ft.Control:
    return chip(words or _("A goal"), lambda: toggle(rec), f"for-{rec}", on=on)
