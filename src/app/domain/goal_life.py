"""The life of a goal: idea, proposed, agreed, active, achieved, let go; and whose voices stand on it.

A goal that a learner saves is theirs and active at once: nobody needs leave to learn. Asking for a yes is
a choice. A yes (and a wish) is to words, by their hash, and never to a moment: where the words change it
no longer stands, whatever anybody's clock says. *Agreed* is worked out of the voices and stored nowhere.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from app.domain.learning import Consent
from app.domain.models import Goal
from app.domain.ordering import as_made

Stage = Literal["idea", "asking", "going", "achieved", "letgo"]
STAGES: tuple[Stage, ...] = ("going", "asking", "idea", "achieved", "letgo")
Move = Literal["start", "ask", "agree", "wish", "idea", "reach", "let_go", "again"]
STATE_AFTER: Mapping[str, str] = {
    "start": "active",
    "idea": "idea",
    "reach": "achieved",
    "let_go": "letgo",
    "again": "active",
}
_GROWN_UPS = ("teacher", "family")
_ORDER: Mapping[str, tuple[Move, ...]] = {
    "idea": ("start", "ask", "let_go"),
    "asking": ("agree", "wish", "start", "idea", "let_go"),
    "going": ("agree", "wish", "ask", "reach", "let_go"),
    "achieved": ("again",),
    "letgo": ("again",),
}


def standing(goal: Goal, consents: Iterable[Consent]) -> tuple[Consent, ...]:
    """Returns who agrees to the goal's words as they are now, one a voice, the first first.

    A voice's last word on these words counts: who agreed and then wished for something else agrees no more.
    """
    last = _last_words(goal, consents)
    yes = (one for one in last.values() if one.says == "agree")
    return tuple(sorted(yes, key=as_made))


def wishes(goal: Goal, consents: Iterable[Consent]) -> tuple[Consent, ...]:
    """Returns what others wish of the goal's words as they are now; other words have answered them."""
    last = _last_words(goal, consents)
    return tuple(sorted((one for one in last.values() if one.says == "wish"), key=as_made))


def asks(goal: Goal, consents: Iterable[Consent]) -> tuple[Consent, ...]:
    """Returns who asks for a yes to the goal's words as they are now, the first first."""
    asking = (one for one in consents if one.goal == goal.id and one.says == "propose")
    return tuple(sorted((one for one in asking if one.words == goal.words), key=as_made))


def agreed(goal: Goal, consents: Iterable[Consent]) -> bool:
    """Tells whether the other side said yes: the learner to a grown-up's goal, else teacher or family."""
    roles = {one.by for one in standing(goal, consents)}
    return "learner" in roles if goal.by in _GROWN_UPS else not roles.isdisjoint(_GROWN_UPS)


def fallen(goal: Goal, consents: Iterable[Consent]) -> bool:
    """Tells whether somebody agreed to other words, and nobody does to those of now."""
    consents = tuple(consents)
    return not standing(goal, consents) and any(
        one.goal == goal.id and one.says == "agree" and one.words != goal.words for one in consents
    )


def stage(goal: Goal, consents: Iterable[Consent]) -> Stage:
    """Returns where a goal is in its life; what was proposed and agreed is under way."""
    if goal.state == "proposed":
        return "going" if agreed(goal, consents) else "asking"
    stages: Mapping[str, Stage] = {"idea": "idea", "achieved": "achieved", "letgo": "letgo"}
    return stages.get(goal.state, "going")


def open_goals(goals: Iterable[Goal], consents: Mapping[str, Sequence[Consent]]) -> tuple[Goal, ...]:
    """Returns the goals that are under way; `consents` by goal."""
    return tuple(goal for goal in goals if stage(goal, consents.get(goal.id, ())) == "going")


def moves(goal: Goal, consents: Iterable[Consent], role: str, who: str = "") -> tuple[Move, ...]:
    """Returns what `role` (the voice `who`) may do with the goal, what is nearest first. All can be undone.

    Asking is for who would be answered; agreeing and wishing for who was not the one to ask, and who did
    not agree already. Two versions of the words are settled first: nobody can agree to both.
    """
    consents = tuple(consents)
    now = stage(goal, consents)
    own = "learner" if goal.by not in _GROWN_UPS else goal.by
    yes = {one.who for one in standing(goal, consents)} if who else set[str]()
    may = {
        "agree": role != own and who not in yes and not goal.versions,
        "wish": role != own and not goal.versions,
        "ask": role == own and not standing(goal, consents) and not asks(goal, consents),
        "idea": role == own,
        # A grown-up's proposal is begun by the learner's own yes.
        "start": not (now == "asking" and role == "learner" and own in _GROWN_UPS),
    }
    return tuple(move for move in _ORDER[now] if may.get(move, True))


def state_after_yes(goal: Goal, consents: Iterable[Consent]) -> str:
    """Returns the state of a goal once these voices stand: what was only proposed or an idea begins."""
    return "active" if goal.state in ("idea", "proposed") and agreed(goal, consents) else goal.state


def by_goal(consents: Iterable[Consent]) -> dict[str, tuple[Consent, ...]]:
    """Returns the voices on each goal."""
    found: dict[str, list[Consent]] = {}
    for one in consents:
        found.setdefault(one.goal, []).append(one)
    return {goal: tuple(some) for goal, some in found.items()}


def waits_for_yes(goal: Goal, consents: Iterable[Consent]) -> bool:
    """Tells whether the learner waits for a grown-up's yes: they asked, or a yes fell with its words."""
    consents = tuple(consents)
    now = stage(goal, consents)
    if now not in ("asking", "going") or standing(goal, consents) or goal.versions:
        return False
    if now == "asking":
        return goal.by not in _GROWN_UPS
    return fallen(goal, consents) or any(one.by == "learner" for one in asks(goal, consents))


def _last_words(goal: Goal, consents: Iterable[Consent]) -> dict[str, Consent]:
    """Returns each voice's last yes or wish on the goal's words as they are now."""
    mine = (one for one in consents if one.goal == goal.id and one.words == goal.words)
    said = sorted((one for one in mine if one.says in ("agree", "wish")), key=as_made)
    return {one.who: one for one in said}
