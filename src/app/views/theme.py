"""The look: colours by role, type, space. One file, so that light and dark change together.

Colours are named by what they mean and reach Flet as Material roles: the client then swaps light for
dark by itself, without a redraw. Material's "fixed" roles carry amber, sky and leaf, because no
Material control uses them on its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import flet as ft

FONT, ARABIC, SIGNS = "Atkinson Hyperlegible Next", "Noto Sans Arabic", "Ownway Signs"


@dataclass(frozen=True)
class Tone:
    """A meaning: ``ink`` for words and icons, ``soft`` for the ground beneath them.

    Never the only sign of the meaning: an icon or a word always stands with it.
    """

    ink: str
    soft: str


PAGE, CARD, LINE, RING = "surface", "surfacecontainerlowest", "outlinevariant", "outline"
INK, MUTE, HUSH = "onsurface", "onsurfacevariant", "surfacecontainerhighest"
ON_FILL = "onprimary"

MAIN = Tone("primary", "primarycontainer")
AMBER = Tone("onprimaryfixed", "primaryfixed")
PLUM = Tone("tertiary", "tertiarycontainer")
SKY = Tone("onsecondaryfixed", "secondaryfixed")
LEAF = Tone("ontertiaryfixed", "tertiaryfixed")
QUIET = Tone(INK, HUSH)
LOSS = Tone("error", "errorcontainer")

TONES: Mapping[str, Tone] = {
    "main": MAIN,
    "amber": AMBER,
    "plum": PLUM,
    "sky": SKY,
    "leaf": LEAF,
    "quiet": QUIET,
    "loss": LOSS,
}
LEVELS: tuple[str, ...] = (HUSH, "primaryfixeddim", "secondaryfixeddim", "primary")

LIGHT: Mapping[str, str] = {
    "surface": "#F7F5F0",
    "surfacecontainerlowest": "#FFFFFF",
    "outlinevariant": "#E6E1D8",
    "outline": "#8C857A",
    "onsurface": "#1F2A2E",
    "onsurfacevariant": "#5E6B70",
    "surfacecontainerhighest": "#ECE8DF",
    "onprimary": "#FFFFFF",
    "primary": "#0F766E",
    "primarycontainer": "#DDF1EE",
    "onprimaryfixed": "#AE4F09",
    "primaryfixed": "#FCEFD9",
    "tertiary": "#7C3A78",
    "tertiarycontainer": "#F4E4F2",
    "onsecondaryfixed": "#1D5F9E",
    "secondaryfixed": "#E0EDF9",
    "ontertiaryfixed": "#3B761E",
    "tertiaryfixed": "#E6F2DC",
    "error": "#B3261E",
    "errorcontainer": "#FBE4E1",
    "primaryfixeddim": "#BFE3DD",
    "secondaryfixeddim": "#5BB3A7",
}
DARK: Mapping[str, str] = {
    "surface": "#171512",
    "surfacecontainerlowest": "#221F1B",
    "outlinevariant": "#3B362F",
    "outline": "#8F867A",
    "onsurface": "#F2EDE4",
    "onsurfacevariant": "#BDB4A7",
    "surfacecontainerhighest": "#352F29",
    "onprimary": "#14110D",
    "primary": "#72D1C5",
    "primarycontainer": "#163E3A",
    "onprimaryfixed": "#F3B56E",
    "primaryfixed": "#442F13",
    "tertiary": "#E5ABE1",
    "tertiarycontainer": "#43293F",
    "onsecondaryfixed": "#97C8F6",
    "secondaryfixed": "#1D344E",
    "ontertiaryfixed": "#A8D58C",
    "tertiaryfixed": "#293F1C",
    "error": "#F5A69D",
    "errorcontainer": "#4B221E",
    "primaryfixeddim": "#2A5F59",
    "secondaryfixeddim": "#459A8F",
}


class Size:
    """Type sizes: two weights (400, 700), a readable body, nothing under 13."""

    TITLE, HEADING, SECTION, BODY, DETAIL, LEAST = 28, 21, 18, 16, 14, 13


class Space:
    """The spacing scale, the edges, and how wide a line of reading may get."""

    XS, S, M, L, XL = 4, 8, 12, 16, 24
    EDGE, WIDE_EDGE = 18, 28
    PAGE_WIDTH, LIST_WIDTH, CLASS_WIDTH = 680, 400, 1080
    TOUCH, BIG_TOUCH = 44, 48


RADIUS, PILL_RADIUS = 20, 99
ABOVE = 104  # a short word stands higher than a footer with its line, or the floating button above the bar
TEXT_ROLES = tuple(
    f"{role}_{size}"
    for role in ("display", "headline", "title", "body", "label")
    for size in ("large", "medium", "small")
)


def theme_of(colours: Mapping[str, str], language: str = "") -> ft.Theme:
    """Returns the Flet theme for one palette; Arabic reads in its own font."""
    family = ARABIC if language.startswith("ar") else FONT
    return ft.Theme(
        font_family=family,
        color_scheme=_scheme(colours),
        scaffold_bgcolor=colours["surface"],
        text_theme=_text_theme(family, colours["onsurface"]),
        visual_density=ft.VisualDensity.STANDARD,
        page_transitions=_calm(),
        snackbar_theme=ft.SnackBarTheme(
            behavior=ft.SnackBarBehavior.FLOATING,
            shape=ft.RoundedRectangleBorder(radius=16),
            inset_padding=ft.Padding(left=16, top=8, right=16, bottom=ABOVE),
        ),
    )


def _scheme(c: Mapping[str, str]) -> ft.ColorScheme:
    return ft.ColorScheme(
        primary=c["primary"],
        on_primary=c["onprimary"],
        primary_container=c["primarycontainer"],
        on_primary_container=c["primary"],
        secondary=c["primary"],
        on_secondary=c["onprimary"],
        secondary_container=c["primarycontainer"],
        on_secondary_container=c["onsurface"],
        tertiary=c["tertiary"],
        on_tertiary=c["onprimary"],
        tertiary_container=c["tertiarycontainer"],
        on_tertiary_container=c["tertiary"],
        error=c["error"],
        on_error=c["onprimary"],
        error_container=c["errorcontainer"],
        on_error_container=c["error"],
        surface=c["surface"],
        on_surface=c["onsurface"],
        on_surface_variant=c["onsurfacevariant"],
        surface_tint=c["surface"],
        surface_dim=c["surface"],
        surface_bright=c["surfacecontainerlowest"],
        surface_container_lowest=c["surfacecontainerlowest"],
        surface_container_low=c["surfacecontainerlowest"],
        surface_container=c["surfacecontainerlowest"],
        surface_container_high=c["surfacecontainerlowest"],
        surface_container_highest=c["surfacecontainerhighest"],
        outline=c["outline"],
        outline_variant=c["outlinevariant"],
        inverse_surface=c["onsurface"],
        on_inverse_surface=c["surface"],
        inverse_primary=c["primaryfixeddim"],
        primary_fixed=c["primaryfixed"],
        on_primary_fixed=c["onprimaryfixed"],
        primary_fixed_dim=c["primaryfixeddim"],
        secondary_fixed=c["secondaryfixed"],
        on_secondary_fixed=c["onsecondaryfixed"],
        secondary_fixed_dim=c["secondaryfixeddim"],
        tertiary_fixed=c["tertiaryfixed"],
        on_tertiary_fixed=c["ontertiaryfixed"],
    )


def _text_theme(family: str, ink: str) -> ft.TextTheme:
    fallback = [FONT if family == ARABIC else ARABIC, SIGNS]
    style = ft.TextStyle(font_family=family, font_family_fallback=fallback, color=ink)
    return ft.TextTheme(**dict.fromkeys(TEXT_ROLES, style))


def _calm() -> ft.PageTransitionsTheme:
    fade = ft.PageTransitionTheme.NONE
    return ft.PageTransitionsTheme(android=fade, ios=fade, linux=fade, macos=fade, windows=fade)
