"""What is being shown but not kept yet: its words and its photo, as a draft on this device."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import cast
from urllib.parse import quote, unquote

import flet as ft

from app.services.portfolio import Attachment, Capture
from app.services.ports import Picture
from app.views.looks import points_of
from app.views.parts.component import Slot, use_slot
from app.views.parts.unsaved import use_later
from app.views.state import use_book, use_shared
from app.words import _


@dataclass(frozen=True)
class Draft:
    """What is typed and chosen so far.

    ``goals``, ``competencies`` and ``without`` (accommodations that did not help) are ids with blanks between
    them; ``photo`` names the photo's blob, its kind, width and height in the same way, ``attached`` a voice
    or file: its kind, blob, media type, length and quoted name. ``marks`` are ``criterion=level``; ``score``
    of ``most`` is a test's result as it was typed, ``look`` the kind of an adult's look.
    """

    text: str = ""
    link: str = ""
    reflection: str = ""
    sure: str = ""
    goals: str = ""
    photo: str = ""
    attached: str = ""
    way: str = ""
    competencies: str = ""
    rubric: str = ""
    marks: str = ""
    without: str = ""
    score: str = ""
    most: str = ""
    look: str = ""

    @property
    def begun(self) -> bool:
        """Whether there is anything of one's own in it; what a link to it chose beforehand is not."""
        return self != Draft(goals=self.goals, way=self.way, competencies=self.competencies)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The goals it is shown for."""
        return tuple(self.goals.split())

    @property
    def marked(self) -> dict[str, int]:
        """The learner's own view by the rubric."""
        pairs = (one.rpartition("=") for one in self.marks.split())
        return {unquote(name): int(level) for name, _, level in pairs if name and level.isdigit()}

    def helped(self, acts: Iterable[str]) -> tuple[str, ...]:
        """Returns which of `acts` count as having helped: all that were not taken out."""
        return tuple(act for act in acts if act not in self.without.split())

    def capture(
        self, picture: Picture | None, attachment: Attachment | None = None, acts: Iterable[str] = ()
    ) -> Capture:
        """Returns what is to be kept; `acts` are the accommodations that were offered."""
        points = points_of(self.score, self.most)
        return Capture(
            # A result without words must still be called something in every list.
            title=_("A test on paper") if points and not self.text.strip() else "",
            text=self.text,
            link=self.link,
            picture=picture,
            attachment=attachment,
            goals=self.chosen,
            competencies=tuple(self.competencies.split()),
            activity=self.way,
            rubric=self.rubric if self.marks else "",
            marks=self.marked,
            supports=self.helped(acts),
            points=points,
            look=self.look or "formative",
            sure=self.sure,
            reflection=self.reflection,
            prompt=_("What did you find out about yourself?") if self.reflection else "",
        )


def marks_text(marks: Mapping[str, int]) -> str:
    """Returns marks as a draft says them."""
    return " ".join(f"{quote(name, safe='')}={level}" for name, level in marks.items())


MOST_TICKED = 2
"""A way to more competencies than this says too little of which of them a piece shows."""


def draft_of(saved: Mapping[str, str], about: str = "", skills: Sequence[str] = ()) -> Draft:
    """Returns the draft that was saved, with a goal chosen as well, or (``way:<id>``) an activity and the
    `skills` that it is for, or (``for:<id>``) a competency."""
    known = {name: saved.get(name, "") for name in asdict(Draft())}
    kind, _, rec = about.partition(":")
    if kind == "way" and rec:
        new = skills if known["way"] != rec and len(skills) <= MOST_TICKED else ()
        ids = dict.fromkeys([*known["competencies"].split(), *new])
        return Draft(**{**known, "way": rec, "competencies": " ".join(ids)})
    if kind == "for" and rec:
        ids = dict.fromkeys([*known["competencies"].split(), rec])
        return Draft(**{**known, "competencies": " ".join(ids)})
    goal = about
    goals = dict.fromkeys([*known["goals"].split(), *([goal] if goal else [])])
    return Draft(**{**known, "goals": " ".join(goals)})


@dataclass(eq=False)
class Drafting:
    """A draft in hand: ``now`` is what is shown; changing it saves it, and so does a rest while typing.

    ``left`` takes a field that is left: after `forget` nothing that was typed before comes back.
    ``saved`` tells whether all of it is saved; ``heard`` is called with that when it changes.
    """

    now: Draft
    change: Callable[[str, str], None]
    left: Callable[[str, str], None]
    typing: Callable[[str, str], None]
    latest: Callable[[], Draft]
    forget: Callable[[], None]
    saved: Callable[[], bool]
    heard: Slot[Callable[[bool], None] | None]


def use_draft(goal: str) -> Drafting:
    """Returns the draft of the open book: as it was left, whenever that was."""
    workspace, book = use_shared().workspace, use_book()
    name = f"capture-{book.id}"
    way = book.catalog.activity(goal.removeprefix("way:")) if goal.startswith("way:") else None
    held = use_slot(draft_of(workspace.drafts.load(name), goal, way.competencies if way else ()))
    shown, set_shown = ft.use_state(held.current)

    later, done, kept = use_later(), use_slot(False), use_slot(held.current)
    heard: Slot[Callable[[bool], None] | None] = use_slot(None)

    def tell() -> None:
        if heard.current is not None:
            heard.current(held.current == kept.current)

    def save() -> None:
        now = held.current
        workspace.drafts.save(name, asdict(now))
        kept.current = now
        tell()

    def typing(part: str, value: str) -> None:
        done.current = False
        held.current = _with(held.current, part, value)
        later.call(save)
        tell()

    def change(part: str, value: str) -> None:
        later.stop()
        held.current = _with(held.current, part, value)
        save()
        set_shown(held.current)

    def left(part: str, value: str) -> None:
        if not done.current:
            change(part, value)

    def forget() -> None:
        later.stop()
        done.current = True
        held.current = kept.current = Draft()
        workspace.drafts.forget(name)

    def saved() -> bool:
        return held.current == kept.current

    return Drafting(shown, change, left, typing, lambda: held.current, forget, saved, heard)


def _with(draft: Draft, part: str, value: str) -> Draft:
    return replace(draft, **cast(dict[str, str], {part: value}))
