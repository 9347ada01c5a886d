"""Goals: those one works on with their parts, those asked about, ideas, those reached or let go."""

from collections.abc import Callable

import flet as ft

from app.domain.goal_life import STAGES, fallen, stage, standing
from app.domain.goal_tree import parent_of, parts_of
from app.domain.learning import Consent
from app.domain.models import Goal
from app.services.ports import Book
from app.services.reading import Reader
from app.views.fate import fate
from app.views.parts.bidi import isolate
from app.views.parts.buttons import chip, flow, link, outlined
from app.views.parts.cards import row, tap_card
from app.views.parts.component import component, keyed
from app.views.parts.days import by_words
from app.views.parts.frame import page_head, screen
from app.views.parts.marks import disc, pill, ring
from app.views.parts.places import places
from app.views.parts.states import empty
from app.views.parts.text import detail, strong
from app.views.sentences.living import STAGE_SIGNS, names_of, stage_name
from app.views.settling import unsettled
from app.views.state import (
    Changed,
    use_announcements,
    use_book,
    use_layout,
    use_nav,
    use_records,
    use_shared,
    use_today,
)
from app.views.theme import AMBER, LEAF, PLUM, SKY, Space
from app.words import _, joined, number

SHOWN_AT_ONCE = 20
ALWAYS = ("going", "achieved", "letgo")
FOLLOWED = ("checkins", "consents", "measures", "goal_changes")


@component
def GoalsView(chosen: str = "") -> ft.Control:
    """The screen of all goals."""
    nav = use_nav()
    own = use_shared().workspace.owner.role == "learner"
    head = page_head(_("My goals") if own else _("Goals"), keyed("new", NewGoal))
    rows: list[ft.Control] = [head, places("goals", nav.to), GoalList(chosen)]
    return screen("goals", rows, wide=use_layout() != "phone")


@component
def NewGoal() -> ft.Control:
    """The button for another goal; where there is none yet, the empty list has the one for the first."""
    book, nav = use_book(), use_nav()
    ids = use_records(book.book, "goals", lambda: [goal.id for goal in book.reader.goals()])
    if not ids:
        return ft.Container()
    return outlined(_("New goal"), lambda: nav.to("goals", "new"), "new-goal", icon=ft.Icons.ADD)


@component
def GoalList(chosen: str = "") -> ft.Control:
    """The goals of the open book: a row each, which redraws by itself."""
    book, nav = use_book(), use_nav()
    own = use_shared().workspace.owner.role == "learner"
    picked, set_picked = ft.use_state("")
    shown, set_shown = ft.use_state(SHOWN_AT_ONCE)
    ids = use_records(book.book, "goals", lambda: [goal.id for goal in book.reader.goals()])
    if not ids and not own:
        name = isolate(book.reader.learner().name or _("Learner"))
        return empty(
            ft.Icons.FLAG_OUTLINED,
            _("{name} has no goal yet").format(name=name),
            _("Propose one, or write one down that you chose together."),
            step=_("Propose a goal"),
            on_step=lambda: nav.to("goals", "new"),
        )
    if not ids:
        return empty(
            ft.Icons.FLAG_OUTLINED,
            _("No goals yet"),
            _("A goal is something you want to be able to do. Ownway asks small questions to help."),
            step=_("Make my first goal"),
            on_step=lambda: nav.to("goals", "new"),
        )
    staged = _staged(book.reader)
    now = picked or next((name for name in ("going", "asking", "idea") if staged[name]), "going")
    wanted = _without_parts(staged[now])
    rows: list[ft.Control] = [
        flow(
            [
                keyed(name, _StageChip, name, len(goals), name == now, set_picked)
                for name, goals in staged.items()
                if goals or name in ALWAYS
            ]
        )
    ]
    rows += [keyed(goal.id, GoalFamily, goal.id, chosen) for goal in wanted[:shown]]
    if not wanted:
        rows.append(detail(_("Nothing here.")))
    if len(wanted) > shown:
        more = _("Show more ({n})").format(n=number(len(wanted) - shown))
        rows.append(link(more, lambda: set_shown(shown + SHOWN_AT_ONCE), "show-more"))
    return ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _staged(reader: Reader) -> dict[str, list[Goal]]:
    found: dict[str, list[Goal]] = {name: [] for name in STAGES}
    for goal in reader.goals():
        found[stage(goal, reader.consents_on(goal.id))].append(goal)
    return found


def _without_parts(goals: list[Goal]) -> list[Goal]:
    """Returns the goals but those that stand below a long one of the same list."""
    here = {goal.id: goal for goal in goals}
    return [goal for goal in goals if parent_of(goal, here) is None]


@component
def _StageChip(name: str, count: int, on: bool, choose: Callable[[str], None]) -> ft.Control:
    # The count stands only with what waits: how many were reached is no score.
    label = stage_name(name)
    if name in ("asking", "idea"):
        label = _("{name} ({n})").format(name=label, n=number(count))
    return chip(label, lambda: choose(name), f"goals-{name}", on=on, icon=STAGE_SIGNS[name][0])


@component
def GoalFamily(rec: str, chosen: str = "") -> ft.Control:
    """A goal, and below a long one its parts."""
    book = use_book()
    use_goal(book.book, rec, parts=True)
    goal = book.reader.goal(rec)
    parts = parts_of(rec, book.reader.goals()) if goal is not None and goal.term == "long" else ()
    rows: list[ft.Control] = [keyed(rec, GoalRow, rec, rec == chosen)]
    for part in parts:
        inner = ft.Container(keyed(part.id, GoalRow, part.id, part.id == chosen), expand=True)
        rows.append(ft.Row([ft.Container(width=Space.XL), inner], spacing=0))
    return ft.Column(rows, spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def GoalRow(rec: str, chosen: bool = False) -> ft.Control:
    """One goal: how far, what, why, by when."""
    book, nav, today = use_book(), use_nav(), use_today()
    role = use_shared().workspace.owner.role
    found = book.reader.goal(rec)
    use_goal(book.book, rec, parts=found is not None and found.term == "long")
    goal = book.reader.goal(rec)
    if goal is None:
        return ft.Container()
    now = stage(goal, book.reader.consents_on(rec))
    last = next(iter(book.reader.check_ins(rec)), None)
    pills: list[ft.Control] = []
    if goal.due:
        pills.append(pill(by_words(goal.due, today), SKY, ft.Icons.EVENT_OUTLINED))
    pills += state_pills(goal, book.reader, role)
    if last is not None and last.feeling == "stuck" and now == "going":
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
    icon, tone = STAGE_SIGNS[now]
    sign = ring(book.goals.steps_of(goal, today)) if now == "going" else disc(icon, tone, 56)
    return tap_card(row(sign, said), lambda: nav.to("goals", rec), f"goal-{rec}", chosen=chosen)


def use_goal(book: Book, rec: str, *, parts: bool = False) -> int:
    """Redraws when a goal changed or something was said of it; with `parts`, when any goal did."""

    def touches(where: str, changed: Changed) -> bool:
        if where != book.id:
            return False
        if rec in changed.get("goals", ()) or (parts and ("goals" in changed or "checkins" in changed)):
            return True
        said = ((book.get(col, one), col) for col in FOLLOWED for one in changed.get(col, ()))
        return any(doc is None or doc.get("goal") == rec for doc, _col in said)

    return use_announcements(touches, (book.id, rec, parts))


def _agreed(goal: Goal, yes: tuple[Consent, ...], reader: Reader, role: str) -> list[ft.Control]:
    """Returns who said yes. A learner's own yes is theirs to say, not news about somebody else."""
    own = role == "learner" and any(one.by == "learner" for one in yes)
    names = names_of(tuple(one for one in yes if not (own and one.by == "learner")), reader)
    pills: list[ft.Control] = []
    if own:
        said = _("I take part") if goal.group else _("I said yes")
        pills.append(pill(said, LEAF, ft.Icons.CHECK))
    if names:
        said = _("Agreed: {name}").format(name=joined(isolate(name) for name in names))
        pills.append(pill(said, LEAF, ft.Icons.HANDSHAKE_OUTLINED))
    return pills


def state_pills(goal: Goal, reader: Reader, role: str) -> list[ft.Control]:
    """What is asked, agreed, reached or let go, and where two versions wait."""
    voices = reader.consents_on(goal.id)
    now = stage(goal, voices)
    pills: list[ft.Control] = []
    if goal.term == "long":
        pills.append(pill(_("A long one"), PLUM, ft.Icons.HIKING))
    if goal.group:
        pills.append(pill(_("Together"), PLUM, ft.Icons.GROUPS_OUTLINED))
    if now in ("achieved", "letgo", "asking", "idea"):
        icon, tone = STAGE_SIGNS[now]
        words = {"asking": _("Asking for a yes"), "idea": _("An idea")}.get(now) or stage_name(now)
        pills.append(pill(words, tone, icon))
    yes = standing(goal, voices)
    pills += _agreed(goal, yes, reader, role)
    if not yes and fallen(goal, voices):
        pills.append(pill(_("Changed since agreed"), AMBER, ft.Icons.EDIT_NOTE))
    if unsettled("goals", goal, role):
        pills.append(pill(_("2 versions"), AMBER, ft.Icons.CALL_SPLIT))
    return [*pills, *fate(goal)]
