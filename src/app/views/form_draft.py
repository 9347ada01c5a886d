"""Answers that are not handed in yet: kept on this device, so that one may go away and come back."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import flet as ft

from app.domain.checks import LONGEST_TEXT
from app.views.parts.buttons import flow, outlined
from app.views.parts.component import use_slot
from app.views.parts.notices import note
from app.views.state import use_shared
from app.words import _, ngettext, number

Given = dict[str, Any]


@dataclass(frozen=True)
class FormDraft:
    """Where one is and what was answered. ``answer`` with None takes an answer back."""

    at: int
    given: Given
    answer: Callable[[str, Any], None]
    go: Callable[[int], None]
    forget: Callable[[], None]
    latest: Callable[[], Given]


def use_form_draft(name: str) -> FormDraft:
    """Returns the draft of that name as it was left, whenever that was; every tap saves it."""
    drafts = use_shared().workspace.drafts
    first = ft.use_memo(lambda: _loaded(drafts.load(name)), [name])
    held, (shown, set_shown) = use_slot(first), ft.use_state(first)

    def save(at: int, given: Given) -> None:
        held.current = (at, given)
        text = json.dumps(given, ensure_ascii=False)
        if len(text) < LONGEST_TEXT // 2:  # beyond that the answers live with the screen alone
            drafts.save(name, {"at": str(at), "given": text})
        set_shown(held.current)

    def answer(question: str, value: Any) -> None:
        at, given = held.current
        rest = {key: kept for key, kept in given.items() if key != question}
        save(at, rest if value is None else {**rest, question: value})

    def go(at: int) -> None:
        save(at, held.current[1])

    return FormDraft(shown[0], shown[1], answer, go, lambda: drafts.forget(name), lambda: held.current[1])


def unfitting(given: Given, fits: Given) -> int:
    """Returns how many answers say something but are not among those that fit: the questions were changed
    since they were given, as another file can do."""
    blank: tuple[Any, ...] = (None, "", [], {})
    said = {
        name for name, one in given.items() if (one.strip() if isinstance(one, str) else one) not in blank
    }
    return len(said - set(fits))


def misfits(given: Given, fits: Given, again: Callable[[], None]) -> list[ft.Control]:
    """Returns what is to be said of answers that fit no more, and the way to answer anew where none does."""
    count = unfitting(given, fits)
    if not count:
        return []
    if fits:
        text = ngettext(
            "{n} answer does not fit the questions any more. It is left out.",
            "{n} answers do not fit the questions any more. They are left out.",
            count,
        )
        return [note(text.format(n=number(count)), ft.Icons.INFO_OUTLINE)]
    text = _("The questions were changed after you answered. Your answers do not fit them any more.")
    icon = ft.Icons.REPLAY
    anew = outlined(_("Answer again from the start"), again, "answer-anew", icon=icon)
    return [note(text, ft.Icons.INFO_OUTLINE), flow([anew])]


def _loaded(saved: dict[str, str]) -> tuple[int, Given]:
    at, text = saved.get("at", "0"), saved.get("given", "{}")
    given = json.loads(text)
    return (int(at) if at.isdecimal() else 0, given if isinstance(given, dict) else {})
