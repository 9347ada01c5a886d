"""The path's first suggestion, for Today: only what the learner has begun, wants or has opened."""

import flet as ft

from app.domain.desk import NextThing
from app.domain.suggestion import Suggestion
from app.views.path_state import use_noticing, use_path
from app.views.state import use_book, use_shared, use_today
from app.views.supports import use_acts

GROUNDS = frozenset(
    {
        "goal",
        "growing",
        "prerequisites",
        "revisit",
        "struggling_low",
        "struggling_stuck",
        "struggling_left",
    }
)


def use_step() -> tuple[Suggestion | None, int | None]:
    """Returns the suggestion, and how often the path changed; None until the path is read.

    A teacher or family looking in is offered nothing.
    """
    book, today, noticing, acts = use_book(), use_today(), use_noticing(), use_acts()
    loaded, tick, _again = use_path()
    mine = use_shared().workspace.owner.role == "learner"
    ready = loaded.value is not None and mine
    later = noticing.later()

    def first() -> Suggestion | None:
        found = book.path.suggestions(today, later, acts) if ready else ()
        return next((one for one in found if any(r.code in GROUNDS for r in one.reasons)), None)

    step = ft.use_memo(first, [book.id, today, tick, ready, str(later), acts])
    return step, tick if ready else None


def as_thing(one: Suggestion) -> NextThing:
    """Returns a suggestion as Today's rules take it."""
    facts = {"kind": one.kind, "activity": one.activity}
    return NextThing("step", "learn", facts, one.competency, "competencies")
