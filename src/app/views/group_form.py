"""A new goal of a group: what, how much of what, by when, and who is in it."""

from collections.abc import Callable

import flet as ft

from app.domain.days import iso_day
from app.domain.device import BookCard
from app.domain.measuring import number_typed
from app.services.group_goals import GroupService
from app.views.group import missed_words
from app.views.parts.buttons import chip, flow, link, primary
from app.views.parts.cards import card
from app.views.parts.component import component, keyed, use_slot
from app.views.parts.fields import DayPicker, Field
from app.views.parts.frame import back_head, screen
from app.views.parts.notices import say, status_line
from app.views.parts.states import empty
from app.views.parts.text import least, section
from app.views.sentences.coaching import part_name
from app.views.state import use_big_text, use_layout, use_nav, use_shared, use_today
from app.views.theme import PLUM, Space
from app.words import _, full_day

DRAFT = "group-goal"
Change = Callable[[str, str], None]


@component
def GroupFormView() -> ft.Control:
    """Writes a new goal of a group; a draft until it is made."""
    shared, nav = use_shared(), use_nav()
    drafts, cards = shared.workspace.drafts, shared.workspace.cards
    first = ft.use_memo(lambda: drafts.load(DRAFT), [])
    held, made, busy = use_slot(first), use_slot(""), use_slot(False)
    service = GroupService(shared.workspace)
    parts, set_parts = ft.use_state(tuple(sorted(first.items())))
    wrong, set_wrong = ft.use_state("")

    def change(part: str, text: str) -> None:
        if not made.current:
            held.current = {**held.current, part: text}
            drafts.save(DRAFT, held.current)
            set_parts(tuple(sorted(held.current.items())))

    def typing(part: str, text: str) -> None:
        held.current = {**held.current, part: text}

    async def make() -> None:
        now = held.current
        why = missing(now)
        set_wrong(why)
        if why:
            return
        if not busy.current:  # two quick taps make one goal
            busy.current = True
            try:
                await bring(now)
            finally:
                busy.current = False

    async def bring(now: dict[str, str]) -> None:
        # Once it is in the library it is made: one more tap, where something failed, brings that one.
        made.current = made.current or await service.make(dict(now), now.get("spaces", "").split())
        drafts.forget(DRAFT)
        reach = await service.bring(made.current)
        nav.go("groups", made.current)
        said = _("Made. It goes out with the next files, and waits for each one's yes.")
        say(f"{said} {missed_words(reach)}" if reach.missed else said)

    rows: list[ft.Control] = [back_head(_("A new goal of a group"), lambda: nav.go("groups"))]
    if not cards:
        what = _("Take in the learners' files first.")
        rows.append(empty(ft.Icons.GROUPS_OUTLINED, _("No learner's book is here yet"), what))
        return screen("group-form", rows, wide=use_layout() != "phone")
    now = dict(parts)
    rows += [
        keyed("words", _Words, now, change, typing),
        keyed("day", _Day, now.get("due", ""), change),
        keyed("who", _Who, cards, tuple(now.get("spaces", "").split()), change),
    ]
    foot: list[ft.Control] = [status_line(wrong, good=False)] if wrong else []
    foot.append(ft.Row([primary(_("Make this goal"), make, "make-group", big=True, expand=True)]))
    footer = ft.Column(foot, spacing=Space.S)
    wide = use_layout() != "phone"
    return screen("group-form", rows, wide=wide, foot=Space.M, footer=footer, big=use_big_text())


def missing(parts: dict[str, str]) -> str:
    """Returns what is still to be said before the goal can be made; "" where it can."""
    if not parts.get("statement", "").strip():
        return _("Write what the group wants to reach.")
    if not parts.get("spaces", "").split():
        return _("Choose who is in the group.")
    if parts.get("target", "").strip() and not number_typed(parts["target"]):
        return _("Write how much as a number, like 100.")
    return ""


@component
def _Words(parts: dict[str, str], change: Change, typing: Change) -> ft.Control:
    labels = {
        "statement": (_("What do we want to reach together?"), _("For example: Collect 100 leaves"), 2),
        "measure": (_("How will we know?"), _("For example: They hang in the hall"), 2),
        "target": (_("How much in all?"), _("For example: 100"), 1),
        "unit": (part_name("unit"), _("For example: leaves"), 1),
    }
    rows: list[ft.Control] = [
        keyed(part, _field, part, label, parts.get(part, ""), hint, lines, change, typing)
        for part, (label, hint, lines) in labels.items()
    ]
    return card(
        ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH), pad=Space.M
    )


@component
def _field(
    part: str, label: str, value: str, hint: str, lines: int, change: Change, typing: Change
) -> ft.Control:
    return Field(
        f"group-{part}",
        label,
        value,
        lambda text: change(part, text),
        hint=hint,
        lines=lines,
        typing=lambda text: typing(part, text),
    )


@component
def _Day(due: str, change: Change) -> ft.Control:
    today = use_today()
    day = iso_day(due)
    label = full_day(day, today) if day else _("Choose a day")

    def keep(text: str) -> None:
        change("due", text)

    ways: list[ft.Control] = [keyed("picker", DayPicker, "group-day", label, today, day, keep)]
    if day is not None:
        ways.append(link(_("No day"), lambda: change("due", ""), "group-no-day"))
    return card(ft.Column([least(part_name("due"), bold=True), flow(ways)], spacing=Space.S), pad=Space.M)


@component
def _Who(cards: tuple[BookCard, ...], chosen: tuple[str, ...], change: Change) -> ft.Control:
    everyone = len(chosen) == len(cards)

    def choose(space: str) -> None:
        kept = [one for one in chosen if one != space] if space in chosen else [*chosen, space]
        change("spaces", " ".join(kept))

    def choose_all() -> None:
        change("spaces", "" if everyone else " ".join(one.id for one in cards))

    chips: list[ft.Control] = [
        chip(_("Everyone"), choose_all, "member-all", on=everyone, tone=PLUM),
        *[keyed(one.id, _Learner, one, one.id in chosen, choose) for one in cards],
    ]
    return card(ft.Column([section(_("Who is in it?")), flow(chips)], spacing=Space.S), pad=Space.M)


@component
def _Learner(one: BookCard, on: bool, choose: Callable[[str], None]) -> ft.Control:
    return chip(one.name, lambda: choose(one.id), f"member-{one.id}", on=on, tone=PLUM)
