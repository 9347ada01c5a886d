"""Ways that a teacher or the family suggested, as long as the learner has not taken them up or put them off.

Nothing marks a suggestion as answered: what the learner does with the way, or says to the suggestion, does.
"""

from collections.abc import Iterable, Sequence

from app.domain.learning import Choice
from app.domain.models import Feedback, Reflection
from app.domain.ways import OPEN

ABOUT_WAYS = "activities"


def suggestions(feedback: Iterable[Feedback]) -> tuple[Feedback, ...]:
    """Returns every suggestion of a way, the oldest first."""
    found = [
        one
        for one in feedback
        if one.kind == "next_step" and one.about_col == ABOUT_WAYS and one.about and one.by != "learner"
    ]
    return tuple(sorted(found, key=lambda one: (one.at, one.id)))


def open_suggestions(
    feedback: Sequence[Feedback], choices: Iterable[Choice], reflections: Iterable[Reflection] = ()
) -> tuple[Feedback, ...]:
    """Returns the suggestions that wait for the learner, the oldest first; of several for a way the last.

    A way that is chosen now is taken up, whatever the clocks say; one that was chosen and is over was, where
    that was after the suggestion. Words of the learner about the suggestion answer it as well.
    """
    said: list[Feedback | Reflection] = [one for one in feedback if one.by == "learner"]
    answered = {one.about for one in (*said, *reflections)}
    in_hand, over = set(), dict[str, int]()
    for choice in choices:
        if choice.state in OPEN:
            in_hand.add(choice.activity)
        over[choice.activity] = max(over.get(choice.activity, 0), choice.changed)
    latest = {one.about: one for one in suggestions(feedback)}
    waiting = [
        one
        for one in latest.values()
        if one.id not in answered and one.about not in in_hand and over.get(one.about, -1) < one.at
    ]
    return tuple(sorted(waiting, key=lambda one: (one.at, one.id)))
