"""Writing a goal: four questions, and a coach that asks one small thing at a time."""

from collections.abc import Callable, Mapping

import flet as ft

from app.domain.days import iso_day
from app.domain.models import Goal
from app.domain.smart import PARTS, Hint, first_question
from app.views.parts.buttons import flow, link, outlined, primary
from app.views.parts.cards import card
from app.views.parts.component import component, keyed, use_slot
from app.views.parts.fields import DayPicker, Field
from app.views.parts.frame import back_head, screen
from app.views.parts.marks import disc
from app.views.parts.notices import say, status_line
from app.views.parts.text import body, least, words
from app.views.parts.unsaved import use_later
from app.views.sentences.coaching import PART_SIGNS, offered_day, part_example, part_name, question
from app.views.state import use_big_text, use_book, use_layout, use_nav, use_shared, use_today
from app.views.theme import AMBER, Size, Space
from app.words import _, full_day

Change = Callable[[str, str], None]
DRAFT = "goal-new"


@component
def GoalFormView(rec: str) -> ft.Control:
    """Writes a new goal ("" as its id; a draft until it is kept), or changes one in place."""
    shared, book, nav, today = use_shared(), use_book(), use_nav(), use_today()
    drafts, slot = shared.workspace.drafts, f"{DRAFT}-{book.id}"
    goal = book.reader.goal(rec) if rec else None
    first = ft.use_memo(lambda: _parts(goal) if goal else drafts.load(slot), [rec])
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
            book.goals.change(rec, **{part: text})
        set_parts(tuple(sorted(held.current.items())))

    def typing(part: str, text: str) -> None:
        held.current = {**held.current, part: text}
        touched.current |= {part}
        if goal is None:
            later.call(save)

    def keep() -> None:
        if goal is not None:
            book.goals.change(rec, **{part: held.current[part] for part in touched.current})
            done.current = True
            nav.to("goals", rec)
            return
        made = book.goals.write(**held.current)
        if not made:
            say(_("Write one thing first. It can be short."))
            return
        later.stop()
        done.current = True
        nav.to("goals", made)
        say(_("Your goal is kept."))
        drafts.forget(slot)

    written = Goal(id="draft", **dict(parts))
    hint = first_question(book.goals.hints(written, today)) if any(v for _k, v in parts) else None
    rows: list[ft.Control] = [
        back_head(_("Change my goal") if goal else _("A new goal"), nav.up),
        *[keyed(part, _Part, part, dict(parts), hint, change, typing) for part in ("statement", "measure")],
        keyed("due", _Part, "due", dict(parts), hint, change, typing),
        keyed("reason", _Part, "reason", dict(parts), hint, change, typing),
    ]
    label = _("Done") if goal else _("Keep my goal")
    footer = ft.Column(
        [
            ft.Row([primary(label, keep, "keep-goal", big=True, expand=True)]),
            status_line(_("It need not be perfect. You can change it any time.")),
        ],
        spacing=Space.S,
    )
    return screen(
        "goal-form", rows, wide=use_layout() != "phone", foot=Space.M, footer=footer, big=use_big_text()
    )


def _parts(goal: Goal) -> dict[str, str]:
    return {part: str(getattr(goal, part)) for part in PARTS}


@component
def _Part(
    part: str, parts: Mapping[str, str], hint: Hint | None, change: Change, typing: Change
) -> ft.Control:
    icon, tone = PART_SIGNS[part]
    mine = hint if hint is not None and hint.part == part else None
    rows: list[ft.Control] = [
        ft.Row(
            [
                disc(icon, tone, 36),
                words(part_name(part), Size.BODY, bold=True, color=tone.ink, expand=True),
            ],
            spacing=Space.M,
        ),
    ]
    if part != "due" or iso_day(parts.get("due", "")) is None:
        rows.append(_field(part, parts, change, typing))
    if part == "due":
        rows.append(keyed("days", _Days, parts.get("due", ""), mine, change))
    if mine is not None:
        rows.append(keyed("question", _Question, mine))
    return card(
        ft.Column(rows, spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
        pad=Space.M,
    )


def _field(part: str, parts: Mapping[str, str], change: Change, typing: Change) -> ft.Control:
    return keyed(
        f"field-{part}",
        Field,
        f"goal-{part}",
        part_name(part),
        parts.get(part, ""),
        lambda text: change(part, text),
        hint=part_example(part),
        lines=1 if part == "due" else 2,
        typing=lambda text: typing(part, text),
        show_label=False,
    )


@component
def _Question(hint: Hint) -> ft.Control:
    today = use_today()
    said = ft.Row(
        [
            ft.Icon(ft.Icons.LIGHTBULB_OUTLINE, color=AMBER.ink, size=20),
            ft.Column(
                [least(_("One small question"), bold=True, color=AMBER.ink), body(question(hint, today))],
                spacing=0,
                expand=True,
            ),
        ],
        spacing=Space.S,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )
    box = ft.Container(said, bgcolor=AMBER.soft, border_radius=14, padding=Space.M)
    return ft.Semantics(identifier="coach", live_region=True, container=True, content=box)


@component
def _Days(due: str, hint: Hint | None, change: Change) -> ft.Control:
    today = use_today()
    day = iso_day(due)
    rows: list[ft.Control] = []
    offered = offered_day(hint)
    if offered is not None and offered != day:
        rows.append(
            outlined(
                full_day(offered, today),
                lambda: change("due", offered.isoformat()),
                "offered-day",
                icon=ft.Icons.CHECK,
                tone=AMBER,
            )
        )
    label = full_day(day, today) if day else _("Choose a day")
    rows.append(keyed("picker", DayPicker, "pick-day", label, today, day, lambda text: change("due", text)))
    if day is not None:
        rows.append(link(_("Say it in words"), lambda: change("due", ""), "due-words"))
    return flow(rows)
