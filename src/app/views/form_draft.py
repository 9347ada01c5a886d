"""Answers that are not handed in yet: kept on this device, so that one may go away and come back."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import flet as ft

from app.domain.checks import LONGEST_TEXT
from app.views.parts.component import use_slot
from app.views.state import use_shared

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


def _loaded(saved: dict[str, str]) -> tuple[int, Given]:
    at, text = saved.get("at", "0"), saved.get("given", "{}")
    given = json.loads(text)
    return (int(at) if at.isdecimal() else 0, given if isinstance(given, dict) else {})
