"""A goal while it is written: a draft until it is kept, or one that is changed in place."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import flet as ft

from app.domain.models import Goal
from app.domain.smart import PARTS
from app.services.adapting import Why
from app.services.cards import card_edits
from app.services.workspace import OpenBook
from app.views.goal_more_form import MORE
from app.views.parts.component import use_slot
from app.views.parts.guard import guarded
from app.views.parts.notices import say
from app.views.parts.unsaved import use_later, use_unsaved
from app.views.state import use_book, use_nav, use_shared
from app.words import _

DRAFT, WHY = "goal-new", "why"
Parts = dict[str, str]


@dataclass(frozen=True)
class Reason:
    """Why a goal is changed: as it was ``before``, a draft until it is told in the story of the goal."""

    before: str
    typing: Callable[[str], None]
    tell: Callable[[], None]


@dataclass(frozen=True)
class GoalDraft:
    """A goal in hand: ``parts`` as they are shown, ``changed`` whether they are others than at first.

    ``change`` takes a part that is left, ``typing`` one at every key; ``keep`` keeps it all, a new goal in
    a state ("" for what is usual). ``why`` is the reason of a change.
    """

    goal: Goal | None
    parts: Parts
    changed: bool
    change: Callable[[str, str], None]
    typing: Callable[[str, str], None]
    keep: Callable[[str], None]
    why: Reason

    @property
    def written(self) -> Goal:
        """The goal as it is being written, for the coach."""
        known = {part: text for part, text in self.parts.items() if part in Goal.model_fields}
        skills = self.parts.get("competencies", "").split()
        return Goal.model_validate({**known, "id": "draft", "competencies": skills})


def use_goal_draft(rec: str, parent: str = "") -> GoalDraft:
    """Returns the goal `rec`, or for "" the draft of a new one as it was left, whenever that was.

    One that is to be part of the long goal `parent` has a draft of its own.
    """
    book, nav, drafts = use_book(), use_nav(), use_shared().workspace.drafts
    slot = "-".join(part for part in (DRAFT, book.id, parent) if part)
    goal = book.reader.goal(rec) if rec else None
    rec = rec if goal is not None else ""
    within = {"parent": parent, "term": "short"} if parent else {}
    why = use_why(rec)
    first = ft.use_memo(lambda: _parts(goal) if goal else {**within, **drafts.load(slot)}, [rec])
    held = use_slot(first)
    parts, set_parts = ft.use_state(tuple(sorted(first.items())))
    later, done, touched = use_later(), use_slot(False), use_slot(frozenset[str]())

    def save() -> None:
        drafts.save(slot, held.current)

    def change(part: str, text: str) -> None:
        if done.current:
            return
        later.stop()
        held.current = {**held.current, part: text}
        if goal is None:
            save()
        else:
            _change(book, rec, {part: text})
        set_parts(tuple(sorted(held.current.items())))

    def typing(part: str, text: str) -> None:
        held.current = {**held.current, part: text}
        touched.current |= {part}
        if goal is None:
            later.call(save)

    def keep(state: str) -> None:
        made = _kept(book, rec, held.current, touched.current, state)
        if not made:
            say(_("Write one thing first. It can be short."))
            return
        later.stop()
        done.current = True
        why.tell()
        nav.to("goals", made)
        if not rec:
            say(_("Kept as an idea.") if state == "idea" else _("Your goal is kept."))
            drafts.forget(slot)

    now = dict(parts)
    return GoalDraft(goal, now, now != first, change, typing, keep, why)


def use_why(rec: str) -> Reason:
    """Returns the reason of a change to the goal `rec`. Leaving the screen tells it, by whatever way."""
    book, drafts = use_book(), use_shared().workspace.drafts
    slot = f"goal-why-{book.id}-{rec}"
    before = ft.use_memo(lambda: drafts.load(slot).get(WHY, "") if rec else "", [rec])
    held, told, later = use_slot(before), use_slot(False), use_later()

    def save() -> None:
        if rec and not told.current:
            drafts.save(slot, {WHY: held.current})

    def typing(text: str) -> None:
        held.current = text
        later.call(save)

    def tell() -> None:
        if rec and not told.current:
            save()  # so that it is not lost where the book cannot be written now
            book.adapting.say_why(rec, Why(why=held.current))
            told.current = True
            drafts.forget(slot)

    use_unsaved(save)
    ft.use_effect(lambda: None, [], guarded(tell))
    return Reason(before, typing, tell)


def _parts(goal: Goal) -> dict[str, str]:
    words = {part: str(getattr(goal, part)) for part in (*PARTS, *MORE) if part != "competencies"}
    return {**words, "competencies": " ".join(goal.competencies)}


def _kept(book: OpenBook, rec: str, held: Parts, touched: Iterable[str], state: str) -> str:
    """Keeps what is not kept yet and returns the goal's id; "" where there is nothing to make one of."""
    if not rec:
        return _made(book, held, state)
    _change(book, rec, {part: held[part] for part in touched})
    return rec


def _made(book: OpenBook, parts: Mapping[str, str], state: str) -> str:
    ids = parts.get("competencies", "").split()
    values: dict[str, str | list[str]] = {part: text for part, text in parts.items() if text}
    cards = card_edits(book.reader, book.catalog, ids)
    return book.goals.make({**values, "competencies": ids} if ids else values, state, cards)


def _change(book: OpenBook, rec: str, parts: Mapping[str, str]) -> None:
    words = {part: text for part, text in parts.items() if part != "competencies"}
    if words:
        book.goals.change(rec, **words)
    if "competencies" in parts:
        ids = parts["competencies"].split()
        book.goals.align(rec, ids, card_edits(book.reader, book.catalog, ids))
