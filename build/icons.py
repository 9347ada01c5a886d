"""Icon fonts with only the icons the app can show: 1.5 MB of outlines become some tens of kilobytes."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterable, Mapping

from fontTools import subset
from fontTools.ttLib import TTFont

MATERIAL = "assets/fonts/MaterialIcons-Regular.otf"
CUPERTINO = "assets/packages/cupertino_icons/assets/CupertinoIcons.ttf"
# Shown by Material's own widgets (bars, pickers, menus, tables, chips, text fields), never named by an app.
WIDGETS_OWN = frozenset(
    [
        "ACCESS_TIME",
        "ADD",
        "ARROW_BACK",
        "ARROW_BACK_IOS",
        "ARROW_BACK_IOS_NEW",
        "ARROW_DOWNWARD",
        "ARROW_DROP_DOWN",
        "ARROW_DROP_UP",
        "ARROW_FORWARD",
        "ARROW_FORWARD_IOS",
        "ARROW_LEFT",
        "ARROW_RIGHT",
        "ARROW_UPWARD",
        "CALENDAR_TODAY",
        "CANCEL",
        "CHECK",
        "CHECK_BOX",
        "CHECK_BOX_OUTLINE_BLANK",
        "CHECK_CIRCLE",
        "CHEVRON_LEFT",
        "CHEVRON_RIGHT",
        "CLEAR",
        "CLOSE",
        "CONTENT_COPY",
        "CONTENT_CUT",
        "CONTENT_PASTE",
        "DATE_RANGE",
        "DELETE",
        "DONE",
        "DRAG_HANDLE",
        "EDIT",
        "EDIT_OUTLINED",
        "ERROR",
        "ERROR_OUTLINE",
        "EXPAND_LESS",
        "EXPAND_MORE",
        "FIRST_PAGE",
        "INFO",
        "KEYBOARD",
        "KEYBOARD_ARROW_DOWN",
        "KEYBOARD_ARROW_LEFT",
        "KEYBOARD_ARROW_RIGHT",
        "KEYBOARD_ARROW_UP",
        "KEYBOARD_OUTLINED",
        "LAST_PAGE",
        "MENU",
        "MORE_HORIZ",
        "MORE_VERT",
        "REMOVE",
        "SEARCH",
        "SELECT_ALL",
        "SHARE",
        "STAR",
        "SYNC",
        "UNFOLD_MORE",
        "VISIBILITY",
        "VISIBILITY_OFF",
        "WARNING",
    ]
)
WORD = re.compile(r"""\bIcons\.([A-Z][A-Z0-9_]*)|["']([A-Za-z][A-Za-z0-9_]*)["']""")


class IconsChanged(RuntimeError):
    """The client's list of icons no longer matches flet's names."""


def named_in(sources: Iterable[str], names: Mapping[str, int]) -> frozenset[str]:
    """Icon names that the sources use, as `Icons.NAME` or as a word in quotes for `getattr`."""
    words = {(a or b).upper() for text in sources for a, b in WORD.findall(text)}
    return frozenset(words & set(names))


def only_named(icons_json: bytes, sources: Iterable[str]) -> bytes:
    """flet's list of icons with only the names that the sources use, each with its own value."""
    names: dict[str, int] = json.loads(icons_json)
    kept = named_in(sources, names)
    return json.dumps({name: names[name] for name in sorted(kept)}, separators=(",", ":")).encode()


def code_points(program: str, names: Mapping[str, int], family: str) -> dict[str, int]:
    """Icon name to code point, read from the client: flet sends an icon as its place in that list."""
    constant = re.compile(r"B\.(\w+)=new A\.\w+\(([\de]+),\"" + family + r"\",")
    points = {match[1]: int(float(match[2])) for match in constant.finditer(program)}
    for match in re.finditer(r"A\.d\(\[(B\.\w+(?:,B\.\w+)+)\]", program):
        listed = [word.removeprefix("B.") for word in match[1].split(",")]
        if len(listed) == len(names) and all(word in points for word in listed):
            return {name: points[listed[value & 0xFFFF]] for name, value in names.items()}
    raise IconsChanged(f"the client holds no list of {len(names)} {family}")


def subset_font(font: bytes, points: Iterable[int]) -> bytes:
    """`font` with only the glyphs of `points`; the same input gives the same bytes."""
    options = subset.Options()
    options.layout_features = ["*"]
    options.notdef_outline = True
    options.recalc_timestamp = False
    options.name_IDs = ["*"]
    worker = subset.Subsetter(options)
    worker.populate(unicodes=sorted({0x20, *points}))
    loaded = TTFont(io.BytesIO(font), recalcTimestamp=False)
    worker.subset(loaded)
    out = io.BytesIO()
    loaded.save(out)
    return out.getvalue()


def subset_material(font: bytes, program: str, icons_json: bytes, sources: Iterable[str]) -> bytes:
    """The Material icon font for this app."""
    names: dict[str, int] = json.loads(icons_json)
    points = code_points(program, names, "MaterialIcons")
    wanted = named_in(sources, names) | WIDGETS_OWN & set(names)
    return subset_font(font, (points[name] for name in wanted))


def subset_cupertino(font: bytes, program: str, icons_json: bytes, sources: Iterable[str]) -> bytes:
    """The Cupertino icon font: only what the app itself asks for by `CupertinoIcons.NAME`."""
    names: dict[str, int] = json.loads(icons_json)
    points = code_points(program, names, "CupertinoIcons")
    said = {name for text in sources for name in re.findall(r"CupertinoIcons\.([A-Z0-9_]+)", text)}
    return subset_font(font, (points[name] for name in said & set(names)))
