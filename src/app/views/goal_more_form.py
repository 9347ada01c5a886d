"""What else a goal may have, behind "Add more": long or short, a measure, skills, help, the next talk."""

from collections.abc import Callable, Mapping

import flet as ft

from app.domain.days import iso_day
from app.domain.measuring import number_in
from app.domain.models import MEASURE_SCALES
from app.views.goal_skills import Skills
from app.views.parts.buttons import chip, flow, link
from app.views.parts.cards import card
from app.views.parts.component import component, keyed
from app.views.parts.fields import DayPicker, Field
from app.views.parts.marks import disc
from app.views.parts.text import least, words
from app.views.sentences.coaching import PART_SIGNS, part_example, part_name
from app.views.state import use_book, use_today
from app.views.theme import MAIN, PLUM, Size, Space
from app.words import _, full_day

Change = Callable[[str, str], None]
Parts = Mapping[str, str]
MORE = (
    "term",
    "parent",
    "scale",
    "baseline",
    "target",
    "unit",
    "competencies",
    "supports",
    "resources",
    "review",
)


def scale_name(scale: str) -> str:
    """Returns what a way to measure is called."""
    names = {
        "number": _("A number"),
        "count": _("Counting up"),
        "rating": _("1 to 5"),
        "yes_no": _("Yes or not yet"),
    }
    return names.get(scale, "")


@component
def More(rec: str, parts: Parts, change: Change, typing: Change) -> ft.Control:
    """All of it, a card each."""
    rows: list[ft.Control] = [
        keyed("term", _Term, rec, parts, change),
        keyed("scale", _Scale, parts, change, typing),
        keyed("skills", _Skills, parts, change),
        keyed("supports", _Text, "supports", parts, change, typing),
        keyed("resources", _Text, "resources", parts, change, typing),
        keyed("review", _Review, parts, change),
    ]
    return ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def part_card(part: str, rows: list[ft.Control]) -> ft.Control:
    """A card with a part's sign and question, and what answers it."""
    icon, tone = PART_SIGNS[part]
    head = ft.Row(
        [disc(icon, tone, 36), words(part_name(part), Size.BODY, bold=True, color=tone.ink, expand=True)],
        spacing=Space.M,
    )
    inner = ft.Column([head, *rows], spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
    return card(inner, pad=Space.M)


@component
def _Term(rec: str, parts: Parts, change: Change) -> ft.Control:
    reader = use_book().reader
    term = parts.get("term", "")
    longs = [
        goal for goal in reader.goals() if goal.term == "long" and goal.id != rec and goal.state != "letgo"
    ]
    names = (("short", _("Short: some weeks")), ("long", _("Long: with short ones in it")))
    rows: list[ft.Control] = [flow([keyed(name, _Term1, name, label, term, change) for name, label in names])]
    if longs and term != "long":
        rows.append(least(_("Is it part of a long one?")))
        rows.append(flow([keyed(one.id, _Parent, one.id, one.statement, parts, change) for one in longs[:8]]))
    return part_card("term", rows)


@component
def _Term1(name: str, label: str, now: str, change: Change) -> ft.Control:
    return chip(
        label, lambda: change("term", "" if now == name else name), f"term-{name}", on=now == name, tone=PLUM
    )


@component
def _Parent(rec: str, label: str, parts: Parts, change: Change) -> ft.Control:
    on = parts.get("parent", "") == rec
    return chip(label, lambda: change("parent", "" if on else rec), f"parent-{rec}", on=on, tone=PLUM)


@component
def _Scale(parts: Parts, change: Change, typing: Change) -> ft.Control:
    scale = parts.get("scale", "")
    rows: list[ft.Control] = [flow([keyed(one, _Scale1, one, scale, change) for one in MEASURE_SCALES])]
    shown = {"number": ("unit", "baseline", "target"), "count": ("unit", "baseline", "target")}
    wanted = shown.get(scale, ("target",) if scale == "rating" else ())
    rows += [field(part, parts, change, typing, lines=1) for part in wanted]
    target = parts.get("target", "")
    if scale in ("number", "count", "rating") and target and number_in(target) is None:
        rows.append(least(_("Write a number, like 20. Then a small chart can show the way there.")))
    return part_card("target", rows)


@component
def _Scale1(name: str, now: str, change: Change) -> ft.Control:
    return chip(
        scale_name(name),
        lambda: change("scale", "" if now == name else name),
        f"scale-{name}",
        on=now == name,
        tone=MAIN,
    )


@component
def _Skills(parts: Parts, change: Change) -> ft.Control:
    chosen = tuple(parts.get("competencies", "").split())

    def choose(rec: str) -> None:
        kept = [one for one in chosen if one != rec] if rec in chosen else [*chosen, rec]
        change("competencies", " ".join(kept))

    return part_card("competencies", [keyed("skills", Skills, chosen, choose)])


@component
def _Text(part: str, parts: Parts, change: Change, typing: Change) -> ft.Control:
    return part_card(part, [field(part, parts, change, typing, label=False)])


@component
def _Review(parts: Parts, change: Change) -> ft.Control:
    today = use_today()
    day = iso_day(parts.get("review", ""))
    label = full_day(day, today) if day else _("Choose a day")

    def keep(text: str) -> None:
        change("review", text)

    rows: list[ft.Control] = [keyed("picker", DayPicker, "pick-review", label, today, day, keep)]
    if day is not None:
        rows.append(link(_("No day"), lambda: change("review", ""), "no-review"))
    return part_card("review", [flow(rows)])


def field(
    part: str, parts: Parts, change: Change, typing: Change, *, lines: int = 2, label: bool = True
) -> ft.Control:
    """A field for one part of a goal."""
    return keyed(
        f"field-{part}",
        Field,
        f"goal-{part}",
        part_name(part),
        parts.get(part, ""),
        lambda text: change(part, text),
        hint=part_example(part),
        lines=lines,
        typing=lambda text: typing(part, text),
        show_label=label,
    )
