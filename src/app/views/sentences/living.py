"""Where a goal is in its life, and whose voices stand on it, in words."""

import flet as ft

from app.domain.learning import Consent
from app.domain.models import Goal
from app.services.reading import Reader
from app.views.parts.bidi import isolate
from app.views.parts.voices import role_name
from app.views.people import voice_of
from app.views.theme import AMBER, LEAF, MAIN, PLUM, QUIET, Tone
from app.words import _, short_date

STAGE_SIGNS: dict[str, tuple[ft.IconData, Tone]] = {
    "going": (ft.Icons.DIRECTIONS_WALK, MAIN),
    "asking": (ft.Icons.FRONT_HAND_OUTLINED, PLUM),
    "idea": (ft.Icons.LIGHTBULB_OUTLINE, AMBER),
    "achieved": (ft.Icons.CELEBRATION_OUTLINED, LEAF),
    "letgo": (ft.Icons.AIR, QUIET),
}


def stage_name(stage: str) -> str:
    """Returns what a time in a goal's life is called."""
    names = {
        "going": _("Working on"),
        "asking": _("Asking"),
        "idea": _("Ideas"),
        "achieved": _("Reached"),
        "letgo": _("Let go"),
    }
    return names.get(stage, stage)


def state_name(state: str) -> str:
    """Returns what a goal's stored state is called."""
    names = {"idea": _("An idea"), "proposed": _("Proposed"), "active": _("Working on")}
    return names.get(state) or stage_name(state)


def names_of(voices: tuple[Consent, ...], reader: Reader) -> tuple[str, ...]:
    """Returns whose voices these are, each once."""
    return tuple(dict.fromkeys(voice_of(reader, one).name or role_name(one.by) for one in voices))


def signed(one: Consent, goal: Goal, reader: Reader, now: int) -> str:
    """Returns one voice as it stands below a goal: what it says, whose it is, in which role, and when."""
    said = {
        "propose": _("{name} ({role}) asks for a yes · {day}"),
        "agree": _("{name} ({role}) says yes · {day}"),
        "wish": _("{name} ({role}) wishes: “{text}” · {day}"),
    }.get(one.says, "")
    if one.says == "agree" and one.words != goal.words:
        said = _("{name} ({role}) said yes to other words · {day}")
    name = voice_of(reader, one).name or role_name(one.by)
    return said.format(
        name=isolate(name), role=role_name(one.by), day=short_date(one.at, now), text=isolate(one.text)
    )
