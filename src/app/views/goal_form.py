"""Writing a goal: a new one question by question, one that there is on a single page, with a coach's word."""

import flet as ft

from app.domain.goal_life import standing
from app.domain.learning import Consent
from app.domain.models import Goal
from app.domain.smart import first_question
from app.views.goal_asking import ORDER, Asking
from app.views.goal_draft import GoalDraft, use_goal_draft
from app.views.goal_more_form import MORE, More
from app.views.goal_part_form import PartCard
from app.views.goal_why import Reason
from app.views.parts.buttons import Tap, link, primary
from app.views.parts.cards import card
from app.views.parts.component import component, keyed
from app.views.parts.fields import Field
from app.views.parts.frame import back_head, screen
from app.views.parts.notices import note, status_line
from app.views.state import use_big_text, use_book, use_layout, use_nav, use_today
from app.views.theme import Space
from app.words import _

HANDSHAKE = ft.Icons.HANDSHAKE_OUTLINED


@component
def GoalFormView(rec: str, parent: str = "") -> ft.Control:
    """Writes a new goal ("" as its id; a draft until it is kept; `parent` the long one it is part of), or
    changes one in place."""
    nav, draft = use_nav(), use_goal_draft(rec, parent)

    def up() -> None:
        nav.to("goals", parent) if parent else nav.up()

    if draft.goal is None:
        return keyed("asking", Asking, draft, parent, up)
    return keyed("changing", _Changing, draft, draft.goal, up)


@component
def _Changing(draft: GoalDraft, goal: Goal, up: Tap) -> ft.Control:
    """All that there is of a goal, on one page."""
    book, today = use_book(), use_today()
    now, change, typing = draft.parts, draft.change, draft.typing
    more, set_more = ft.use_state(any(now.get(part) for part in MORE))
    hint = first_question(book.goals.hints(draft.written, today))
    rows: list[ft.Control] = [back_head(_("Change my goal"), up)]
    yes = standing(goal, book.reader.consents_on(goal.id))
    if yes:
        rows.append(note(_yes_words(yes, book.by.role), HANDSHAKE))
    rows += [keyed(part, PartCard, part, now, hint, change, typing) for part in ORDER]
    if more:
        rows.append(keyed("more", More, goal.id, now, change, typing))
    else:
        rows.append(ft.Row([link(_("Add more"), lambda: set_more(True), "add-more", icon=ft.Icons.ADD)]))
    if draft.changed or draft.why.before:
        rows.append(keyed("why", _WhyField, draft.why))
    wide = use_layout() != "phone"
    return screen("goal-form", rows, wide=wide, foot=Space.M, footer=_foot(draft), big=use_big_text())


def _yes_words(yes: tuple[Consent, ...], role: str) -> str:
    """Returns what other words would do to the yes that there is."""
    if role == "learner" and all(one.by == "learner" for one in yes):
        return _("You said yes to these words. If you change them, say yes again.")
    return _("Somebody said yes to these words. If you change them, ask again.")


def _foot(draft: GoalDraft) -> ft.Control:
    done = primary(_("Done"), lambda: draft.keep(""), "keep-goal", big=True, expand=True)
    rows = [ft.Row([done]), status_line(_("It need not be perfect. You can change it any time."))]
    return ft.Column(rows, spacing=Space.S)


@component
def _WhyField(why: Reason) -> ft.Control:
    field = keyed(
        "field-why",
        Field,
        "goal-why",
        _("Why do I change it?"),
        why.before,
        why.typing,
        hint=_("You need not say why. It is kept in the story of the goal."),
        lines=2,
        longest=1000,
        typing=why.typing,
    )
    return card(field, pad=Space.M)
