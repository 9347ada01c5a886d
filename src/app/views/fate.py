"""What became of a record besides its words: kept though deleted elsewhere, or changed later."""

import flet as ft

from app.domain.models import Evidence, Feedback, Record, Reflection
from app.views.parts.marks import pill
from app.views.theme import AMBER, QUIET
from app.words import _

SAID = (Evidence, Feedback, Reflection)  # said once: what is changed in them is worth a word


def fate(record: Record) -> list[ft.Control]:
    """Returns the marks of a record; none most of the time."""
    marks: list[ft.Control] = []
    if record.kept:
        marks.append(pill(_("Deleted elsewhere, changed here: kept"), AMBER, ft.Icons.RESTORE_FROM_TRASH))
    if record.edited and isinstance(record, SAID):
        marks.append(pill(_("Changed later"), QUIET, ft.Icons.HISTORY))
    return marks
