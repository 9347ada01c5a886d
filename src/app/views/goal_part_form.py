"""The questions of a goal, each a card, and the coach's one small question below what it asks about."""

from collections.abc import Callable, Mapping

import flet as ft

from app.domain.days import iso_day
from app.domain.examples import example
from app.domain.smart import Hint
from app.views.parts.buttons import flow, link, outlined
from app.views.parts.cards import card
from app.views.parts.component import component, keyed
from app.views.parts.fields import DayPicker, Field
from app.views.parts.marks import disc
from app.views.parts.text import body, least, words
from app.views.sentences.coaching import PART_SIGNS, offered_day, part_example, part_name, question
from app.views.state import use_book, use_today
from app.views.theme import AMBER, Size, Space
from app.words import _, full_day

Change = Callable[[str, str], None]


@component
def PartCard(
    part: str, parts: Mapping[str, str], hint: Hint | None, change: Change, typing: Change
) -> ft.Control:
    """One of the four questions with its field, and below it the coach's own where it asks about this."""
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
        rows.append(part_field(part, parts, change, typing, hint=example_of(part)))
    if part == "due":
        rows.append(keyed("days", Days, parts.get("due", ""), mine, change))
    if mine is not None:
        rows.append(keyed("question", Coaching, mine))
    return card(
        ft.Column(rows, spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
        pad=Space.M,
    )


def example_of(part: str) -> str:
    """Returns the example of a new goal's part, with what this learner likes."""
    book = use_book()
    # The same example while one writes: it goes by how many goals there are, not by what is typed.
    return part_example(part, example(part, book.book.count("goals"), book.goals.interests()))


def part_field(
    part: str, parts: Mapping[str, str], change: Change, typing: Change, *, hint: str = ""
) -> ft.Control:
    """The field that answers one of the questions; `hint` stands in it while it is empty."""
    return keyed(
        f"field-{part}",
        Field,
        f"goal-{part}",
        part_name(part),
        parts.get(part, ""),
        lambda text: change(part, text),
        hint=hint,
        lines=1 if part == "due" else 2,
        typing=lambda text: typing(part, text),
        show_label=False,
    )


@component
def Coaching(hint: Hint) -> ft.Control:
    """The coach's word, told to a reader when it comes."""
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
def Days(due: str, hint: Hint | None, change: Change) -> ft.Control:
    """The day as a tap: the one that the coach offers, or one of the calendar."""
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
