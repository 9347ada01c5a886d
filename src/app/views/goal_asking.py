"""A new goal, one question a page: back and on, and kept at any time, however little is said."""

from collections.abc import Sequence

import flet as ft

from app.domain.days import iso_day
from app.domain.smart import Hint
from app.views.goal_draft import GoalDraft
from app.views.goal_more_form import MORE, More
from app.views.goal_part_form import Coaching, Days, example_of, part_field
from app.views.parts.buttons import Tap, flow, link, outlined, primary
from app.views.parts.cards import card, tap_card
from app.views.parts.component import component, keyed
from app.views.parts.frame import back_head, screen
from app.views.parts.marks import disc
from app.views.parts.notices import say, status_line
from app.views.parts.text import detail, heading, strong
from app.views.sentences.coaching import PART_SIGNS, part_name
from app.views.state import use_big_text, use_book, use_layout, use_shared, use_today
from app.views.stepping import dots
from app.views.theme import HUSH, MAIN, MUTE, Space, Tone
from app.words import _

ORDER = ("statement", "measure", "due", "reason")


@component
def Asking(draft: GoalDraft, parent: str, up: Tap) -> ft.Control:
    """The page of one question of a new goal."""
    at = min(draft.at, len(ORDER) - 1)
    part, last = ORDER[at], at == len(ORDER) - 1
    more, set_more = ft.use_state(not parent and any(draft.parts.get(one) for one in MORE))
    rows: list[ft.Control] = [back_head(_("A new goal"), up), dots(at, len(ORDER))]
    if at and draft.parts.get("statement"):
        rows.append(keyed("so-far", _SoFar, draft.parts["statement"], lambda: draft.go(0)))
    rows.append(keyed(f"ask-{part}", _Question, part, draft))
    if last and more:
        rows.append(keyed("more", More, "", draft.parts, draft.change, draft.typing))
    elif last:
        rows.append(flow([link(_("Add more"), lambda: set_more(True), "add-more", icon=ft.Icons.ADD)]))
    wide, foot = use_layout() != "phone", keyed("foot", _Foot, draft, at)
    if wide:
        rows.append(foot)  # near what is asked: the end of a tall window is far away
    if draft.said:
        rows.append(keyed("enough", _Enough, draft, last))
    footer = None if wide else foot
    return screen("goal-form", rows, wide=wide, foot=Space.M, footer=footer, big=use_big_text())


@component
def _SoFar(statement: str, first: Tap) -> ft.Control:
    """The goal that the question is about, and the way back to its words."""
    icon, tone = PART_SIGNS["statement"]
    pen = ft.Icon(ft.Icons.EDIT_OUTLINED, color=MUTE, size=18)
    face = ft.Row([disc(icon, tone, 36), strong(statement, lines=2, expand=True), pen], spacing=Space.M)
    return tap_card(face, first, "so-far", pad=Space.M)


@component
def _Question(part: str, draft: GoalDraft) -> ft.Control:
    """One question, an example, the field for it, and the coach's kind word."""
    book, today = use_book(), use_today()
    icon, tone = PART_SIGNS[part]
    hint = _fitting(part, book.goals.hints(draft.written, today))
    head = heading(part_name(part), color=tone.ink, expand=True)
    rows: list[ft.Control] = [ft.Row([disc(icon, tone, 44), head], spacing=Space.M), detail(example_of(part))]
    if part != "due" or iso_day(draft.parts.get("due", "")) is None:
        rows.append(part_field(part, draft.parts, draft.change, draft.typing))
    if part == "due":
        rows.append(keyed("days", Days, draft.parts.get("due", ""), hint, draft.change))
    if hint is not None:
        rows.append(keyed("coach", Coaching, hint))
    return card(ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH))


def _fitting(part: str, hints: Sequence[Hint]) -> Hint | None:
    """Returns what the coach has to add to the question: not the same question in other words."""
    hint = next((one for one in hints if one.part == part and one.state != "met"), None)
    says_more = hint is not None and (hint.state == "vague" or part == "measure" or bool(hint.facts))
    return hint if says_more else None


@component
def _Foot(draft: GoalDraft, at: int) -> ft.Control:
    """Back and on; at the last question what keeps the goal."""
    learner = use_shared().workspace.owner.role == "learner"
    ways: list[ft.Control] = []
    if at:
        ways.append(outlined(_("Back"), lambda: draft.go(at - 1), "previous", icon=ft.Icons.ARROW_BACK))
    if at < len(ORDER) - 1:
        ways.append(_next(draft, at))
    else:
        label = _("Keep my goal") if learner else _("Propose this goal")
        ways.append(primary(label, lambda: draft.keep(""), "keep-goal", icon=ft.Icons.CHECK))
    side = ft.MainAxisAlignment.SPACE_BETWEEN if at else ft.MainAxisAlignment.END
    return ft.Row(ways, alignment=side, wrap=True)


def _next(draft: GoalDraft, at: int) -> ft.Control:
    """Returns the way on; a question may be skipped, but a goal begins with its own words."""
    said = ORDER[at] in draft.said

    def on() -> None:
        if at or said:
            draft.go(at + 1)
        else:
            say(_("Write one thing first. It can be short."))

    # One button whatever its words: a tap that first leaves a field must find it again.
    label, tone = (_("Next"), MAIN) if said or not at else (_("Skip"), Tone(MUTE, HUSH))
    return primary(label, on, "next", icon=ft.Icons.ARROW_FORWARD, tone=tone)


@component
def _Enough(draft: GoalDraft, last: bool) -> ft.Control:
    """The ways to keep a goal before all is asked, and what else it can be."""
    learner = use_shared().workspace.owner.role == "learner"
    icon = ft.Icons.CHECK
    now = link(_("Keep it like this"), lambda: draft.keep(""), "keep-goal", icon=icon)
    icon = ft.Icons.LIGHTBULB_OUTLINE if learner else ft.Icons.HANDSHAKE_OUTLINED
    idea = link(_("Only an idea for now"), lambda: draft.keep("idea"), "keep-idea", icon=icon)
    together = link(_("We chose it together"), lambda: draft.keep("active"), "keep-together", icon=icon)
    ways = [*([] if last else [now]), idea if learner else together]
    rows: list[ft.Control] = [flow(ways, spacing=0)]
    rows.append(status_line(_("It need not be perfect. You can change it any time.")))
    return ft.Column(rows, spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
