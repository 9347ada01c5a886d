"""A winding trail: each station is a row with a disc on its stretch of the way, and its words beside it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import flet as ft

from app.domain.trail import BEHIND, HERE, LATER, NEXT, Station
from app.views.parts.guard import Tap, guarded
from app.views.parts.marks import disc
from app.views.parts.text import detail, strong
from app.views.theme import LEAF, LINE, MAIN, MUTE, QUIET, Space, Tone

if TYPE_CHECKING:
    from flet import canvas

WIDTH, HEIGHT, LINE_HEIGHT = 116, 108, 21
BIG = 2
LONG_NAME = 54
_BENDS = (38, 58, 78, 58)
HALO = 6
_SIGNS: dict[str, tuple[ft.IconData, Tone]] = {
    BEHIND: (ft.Icons.CHECK, LEAF),
    HERE: (ft.Icons.STAR_HALF, MAIN),
    NEXT: (ft.Icons.MEETING_ROOM_OUTLINED, MAIN),
    LATER: (ft.Icons.LOCK_OUTLINE, QUIET),
}
_SIZES = {BEHIND: 48, HERE: 60, NEXT: 48, LATER: 40}


@dataclass(frozen=True)
class Turn:
    """Where on the trail a station stands: `index` says where the trail bends, `came` is the place of the
    station before it, "" for the first."""

    index: int
    last: bool
    came: str


def stop(
    station: Station,
    name: str,
    quiet: str,
    on_tap: Tap,
    *,
    turn: Turn,
    big: bool = False,
) -> ft.Control:
    """One station of the trail, a button with its words."""
    height = _height(name, big=big)
    drawn = ft.Stack(
        [
            _stretch(station.place, turn, height),
            _placed(_sign(station.place), station.place, turn.index, height),
        ],
        width=WIDTH,
        height=height,
    )
    said = ft.Column(
        [
            strong(name, lines=4),
            detail(quiet, color=MAIN.ink if station.place == HERE else MUTE, lines=2),
        ],
        spacing=2,
        expand=True,
    )
    face = ft.Container(
        ft.Row([drawn, said], spacing=Space.M),
        ink=True,
        border_radius=16,
        on_click=guarded(on_tap),
    )
    return ft.Semantics(identifier=f"station-{station.competency}", button=True, container=True, content=face)


def _height(name: str, *, big: bool) -> int:
    """Returns the height of a row: room for three lines of a name on a phone, for four where it is long."""
    height = HEIGHT + (LINE_HEIGHT if len(name) > LONG_NAME else 0)
    return BIG * height if big else height


def _placed(sign: ft.Control, place: str, index: int, height: int) -> ft.Control:
    size = _SIZES[place] + (2 * HALO if place == HERE else 0)
    return ft.Container(sign, left=_BENDS[index % 4] - size / 2, top=(height - size) / 2)


def _sign(place: str) -> ft.Control:
    icon, tone = _SIGNS[place]
    sign = disc(icon, tone, _SIZES[place], fill=place in (BEHIND, HERE))
    if place != HERE:
        return sign
    return ft.Container(sign, padding=HALO, bgcolor=MAIN.soft, border_radius=99)


def _stretch(place: str, turn: Turn, height: int) -> ft.Control:
    """The way into a station and out of it: whole where the station it leads from is behind, else dotted."""
    from flet.canvas import Canvas  # noqa: PLC0415 - a start does not wait for it

    index = turn.index
    x, middle = _across(index), height / 2
    paths: list[canvas.Shape] = []
    if index:
        before = (_across(index - 1) + x) / 2
        paths.append(_curve(before, 0, x, middle, ahead=turn.came != BEHIND))
    if not turn.last:
        after = (x + _across(index + 1)) / 2
        paths.append(_curve(x, middle, after, height, ahead=place != BEHIND))
    return ft.Semantics(exclude_semantics=True, content=Canvas(paths, width=WIDTH, height=height))


def _across(index: int) -> int:
    return _BENDS[index % 4]


def _curve(x1: float, y1: float, x2: float, y2: float, *, ahead: bool) -> "canvas.Path":
    from flet.canvas import Path  # noqa: PLC0415 - a start does not wait for it

    bend = (y1 + y2) / 2
    paint = ft.Paint(
        color=LINE if ahead else LEAF.ink,
        stroke_width=5,
        style=ft.PaintingStyle.STROKE,
        stroke_cap=ft.StrokeCap.ROUND,
        stroke_dash_pattern=[2, 10] if ahead else None,
    )
    return Path([Path.MoveTo(x1, y1), Path.CubicTo(x1, bend, x2, bend, x2, y2)], paint)
