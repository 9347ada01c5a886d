"""A goal while it is written: a draft until it is kept, or one that is changed in place."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import flet as ft

from app.domain.models import Goal
from app.domain.smart import PARTS
from app.services.cards import card_edits
from app.services.workspace import OpenBook
from app.views.goal_more_form import MORE
from app.views.goal_why import Reason, use_why
from app.views.parts.component import use_slot
from app.views.parts.notices import say
from app.views.parts.unsaved import use_later
from app.views.state import use_book, use_nav, use_shared
from app.words import _

DRAFT, AT = "goal-new", "at"
Parts = dict[str, str]


@dataclass(frozen=True)
class GoalDraft:
    """A goal in hand: ``parts`` as they are shown, ``changed`` whether they are others than at first.

    ``change`` takes a part that is left, ``typing`` one at every key; ``keep`` keeps it all, a new goal in
    a state ("" for what is usual). ``why`` is the reason of a change. ``at`` is the question of a new goal
    that one is at, ``go`` goes to another; ``said`` are the parts that have words, while they are typed too.
    """

    goal: Goal | None
    parts: Parts
    changed: bool
    change: Callable[[str, str], None]
    typing: Callable[[str, str], None]
    keep: Callable[[str], None]
    why: Reason
    at: int
    go: Callable[[int], None]
    said: frozenset[str]

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
    slot = _slot(book.id, parent)
    goal = book.reader.goal(rec)
    rec = "" if goal is None else rec
    why = use_why(rec)
    first = ft.use_memo(lambda: _parts(goal) if goal else _begun(parent, drafts.load(slot)), [rec])
    held = _use_held(first)
    later, done, touched = use_later(), use_slot(False), use_slot(frozenset[str]())

    def rest() -> None:
        drafts.save(slot, held.latest())
        held.show()  # the coach reads along when the hand rests

    def change(part: str, text: str) -> None:
        if done.current:
            return
        later.stop()
        held.put(part, text)
        if goal is not None:
            _change(book, rec, {part: text})
        else:
            drafts.save(slot, held.latest())
        held.show()

    def typing(part: str, text: str) -> None:
        held.put(part, text)
        touched.current |= {part}
        if goal is None:
            later.call(rest)

    def keep(state: str) -> None:
        made = _kept(book, rec, held.latest(), touched.current, state)
        if not made:
            say(_("Write one thing first. It can be short."))
            return
        later.stop()
        done.current = True
        why.tell()
        nav.to("goals", made)
        if not rec:
            say(_kept_words(state))
            drafts.forget(slot)

    now, at = held.shown, int(held.shown.get(AT) or 0)
    changed = now != first
    return GoalDraft(
        goal, now, changed, change, typing, keep, why, at, lambda to: change(AT, str(to)), held.said
    )


@dataclass(frozen=True)
class _Held:
    """The parts in hand: ``latest`` with every key, ``shown`` as last drawn, ``said`` which have words."""

    shown: Parts
    said: frozenset[str]
    latest: Callable[[], Parts]
    put: Callable[[str, str], None]
    show: Callable[[], None]


def _use_held(first: Parts) -> _Held:
    held = use_slot(first)
    parts, set_parts = ft.use_state(tuple(sorted(first.items())))
    said, set_said = ft.use_state(_said(first))

    def put(part: str, text: str) -> None:
        held.current = {**held.current, part: text}
        set_said(_said(held.current))

    def show() -> None:
        set_parts(tuple(sorted(held.current.items())))

    return _Held(dict(parts), said, lambda: held.current, put, show)


def _kept_words(state: str) -> str:
    return _("Kept as an idea.") if state == "idea" else _("Your goal is kept.")


def _slot(space: str, parent: str) -> str:
    return "-".join(part for part in (DRAFT, space, parent) if part)


def _begun(parent: str, left: Parts) -> Parts:
    return {"parent": parent, "term": "short", **left} if parent else left


def _said(parts: Mapping[str, str]) -> frozenset[str]:
    return frozenset(part for part in PARTS if parts.get(part, "").strip())


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
    values: dict[str, str | list[str]] = {part: text for part, text in parts.items() if text and part != AT}
    cards = card_edits(book.reader, book.catalog, ids)
    return book.goals.make({**values, "competencies": ids} if ids else values, state, cards)


def _change(book: OpenBook, rec: str, parts: Mapping[str, str]) -> None:
    words = {part: text for part, text in parts.items() if part != "competencies"}
    if words:
        book.goals.change(rec, **words)
    if "competencies" in parts:
        ids = parts["competencies"].split()
        book.goals.align(rec, ids, card_edits(book.reader, book.catalog, ids))
