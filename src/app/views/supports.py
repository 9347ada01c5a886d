"""Which accommodations act for the learner of the open book, those kept on this device included."""

import flet as ft

from app.domain.accommodations import CardFacts, acts_of
from app.services.kept_here import KeptHere
from app.views.parts.buttons import flow
from app.views.parts.marks import pill
from app.views.sentences.profile import ACT_SIGNS, act_name
from app.views.state import use_book, use_changes, use_shared
from app.views.theme import LEAF


def use_kept_here() -> KeptHere:
    """Returns the entries about this learner that stay on this device, and redraws when they change."""
    workspace, book = use_shared().workspace, use_book()
    use_changes(workspace.device.id, "kept_here")
    return KeptHere(workspace.device_pen, book.id)


def use_acts() -> tuple[str, ...]:
    """Returns the accommodations that act now, and redraws when they change."""
    book, kept = use_book(), use_kept_here()
    use_changes(book.id, "profile")
    return acts_of([*book.reader.profile(), *kept.entries("accommodation")])


def support_pills(facts: CardFacts) -> list[ft.Control]:
    """Returns what helps here, as pills in a row; nothing where nothing does."""
    pills: list[ft.Control] = [pill(act_name(act), LEAF, ACT_SIGNS[act]) for act in facts.acts]
    return [flow(pills)] if pills else []
