"""Ways to learn: filling a template with an interest, and what became of what was chosen."""

from collections.abc import Iterable

from app.domain.learning import Choice
from app.domain.library import Activity

GAP = "{interest}"
OPEN = ("chosen", "started")
LONGEST_INTEREST = 80


def filled(activity: Activity, interest: str, otherwise: str) -> Activity:
    """Returns a template with `interest` in its gaps, or `otherwise`; others as they are."""
    if not activity.template:
        return activity
    words = interest.strip()[:LONGEST_INTEREST] or otherwise

    def said(text: str) -> str:
        return text.replace(GAP, words)

    return activity.model_copy(
        update={
            "title": said(activity.title),
            "how": said(activity.how),
            "steps": tuple(map(said, activity.steps)),
            "success": said(activity.success),
            "materials": said(activity.materials),
        }
    )


def open_choice(choices: Iterable[Choice], activity: str) -> Choice | None:
    """Returns the choice of an activity that is not done or left, the latest of several."""
    mine = [one for one in choices if one.activity == activity and one.state in OPEN]
    return max(mine, key=lambda one: (one.at, one.id), default=None)


def in_hand(choices: Iterable[Choice]) -> tuple[Choice, ...]:
    """Returns all choices that are not done or left, those begun first, then the latest."""
    found = [one for one in choices if one.state in OPEN]
    return tuple(sorted(found, key=lambda one: (one.state != "started", -one.at, one.id)))
