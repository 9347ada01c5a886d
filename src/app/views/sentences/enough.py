"""How much is enough for a competency to count as mastered, in plain words."""

from app.domain.library import MasteryCriterion
from app.domain.standing import sound
from app.views.parts.bidi import isolate
from app.views.sentences.levels import judged_name
from app.words import _, joined, ngettext, number

MONTH, QUARTER, YEAR = 30, 90, 365
SPANS = (0, MONTH, QUARTER, YEAR)


def enough(criterion: MasteryCriterion) -> str:
    """Returns a criterion as a sentence; what it does not ask for is left out."""
    need = sound(criterion)
    pieces = ngettext("{n} piece at “{level}”", "{n} pieces at “{level}”", need.pieces)
    said = [pieces.format(n=number(need.pieces), level=isolate(judged_name(need.level)))]
    if need.kinds > 1:
        said.append(
            ngettext("of {n} kind", "of {n} different kinds", need.kinds).format(n=number(need.kinds))
        )
    if need.others:
        text = ngettext("{n} of them seen by a grown-up", "{n} of them seen by grown-ups", need.others)
        said.append(text.format(n=number(need.others)))
    if need.days:
        said.append(span_name(need.days))
    return joined(said)


def span_name(days: int) -> str:
    """Returns how far apart pieces may be."""
    names = {
        0: _("however far apart"),
        MONTH: _("within a month"),
        QUARTER: _("within three months"),
        YEAR: _("within a year"),
    }
    said = ngettext("within {n} day", "within {n} days", days).format(n=number(days))
    return names.get(days, said)
