"""Writing a goal: four questions, and a coach that asks one small thing at a time; more only where wanted."""

from collections.abc import Callable

import flet as ft

from app.domain.goal_life import standing
from app.domain.learning import Consent
from app.domain.smart import PARTS, first_question
from app.views.goal_draft import Reason, use_goal_draft
from app.views.goal_more_form import MORE, More
from app.views.goal_part_form import PartCard
from app.views.parts.buttons import flow, link, primary
from app.views.parts.cards import card
from app.views.parts.component import component, keyed
from app.views.parts.fields import Field
from app.views.parts.frame import back_head, screen
from app.views.parts.notices import note, status_line
from app.views.state import use_big_text, use_book, use_layout, use_nav, use_shared, use_today
from app.views.theme import Space
from app.words import _

HANDSHAKE = ft.Icons.HANDSHAKE_OUTLINED
ORDER = ("statement", "measure", "due", "reason")


@component
def GoalFormView(rec: str, parent: str = "") -> ft.Control:
    """Writes a new goal ("" as its id; a draft until it is kept; `parent` the long one it is part of), or
    changes one in place."""
    book, nav, today = use_book(), use_nav(), use_today()
    draft = use_goal_draft(rec, parent)
    now, change, typing = draft.parts, draft.change, draft.typing
    more, set_more = ft.use_state(not parent and any(now.get(part) for part in MORE))
    begun = any(now.get(part) for part in PARTS)
    hint = first_question(book.goals.hints(draft.written, today)) if begun else None
    changing = draft.goal is not None

    def up() -> None:
        nav.to("goals", parent) if parent else nav.up()

    rows: list[ft.Control] = [back_head(_("Change my goal") if changing else _("A new goal"), up)]
    rows += [keyed(part, PartCard, part, now, hint, change, typing) for part in ORDER]
    if more:
        rows.append(keyed("more", More, rec, now, change, typing))
    else:
        rows.append(ft.Row([link(_("Add more"), lambda: set_more(True), "add-more", icon=ft.Icons.ADD)]))
    if changing and (draft.changed or draft.why.before):
        rows.append(keyed("why", _WhyField, draft.why))
    yes = standing(draft.goal, book.reader.consents_on(rec)) if draft.goal is not None else ()
    if yes:
        rows.insert(1, note(_yes_words(yes, book.by.role), HANDSHAKE))
    foot = keyed("foot", _Foot, changing, draft.keep)
    wide = use_layout() != "phone"
    return screen("goal-form", rows, wide=wide, foot=Space.M, footer=foot, big=use_big_text())


def _yes_words(yes: tuple[Consent, ...], role: str) -> str:
    """Returns what other words would do to the yes that there is."""
    if role == "learner" and all(one.by == "learner" for one in yes):
        return _("You said yes to these words. If you change them, say yes again.")
    return _("Somebody said yes to these words. If you change them, ask again.")


@component
def _Foot(changing: bool, keep: Callable[[str], None]) -> ft.Control:
    """What keeps the goal; for a new one also what it is: under way, proposed, or only an idea."""
    learner = use_shared().workspace.owner.role == "learner"
    label = _("Done") if changing else _("Keep my goal") if learner else _("Propose this goal")
    rows: list[ft.Control] = [
        ft.Row([primary(label, lambda: keep(""), "keep-goal", big=True, expand=True)]),
    ]
    if not changing and learner:
        rows.append(
            flow(
                [
                    link(
                        _("Only an idea for now"),
                        lambda: keep("idea"),
                        "keep-idea",
                        icon=ft.Icons.LIGHTBULB_OUTLINE,
                    )
                ]
            )
        )
    elif not changing:
        rows.append(
            flow(
                [
                    link(
                        _("We chose it together"),
                        lambda: keep("active"),
                        "keep-together",
                        icon=ft.Icons.HANDSHAKE_OUTLINED,
                    )
                ]
            )
        )
    rows.append(status_line(_("It need not be perfect. You can change it any time.")))
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
