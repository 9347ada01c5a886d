"""This device: its language, its light, and who uses it."""

from collections.abc import Callable

import flet as ft

from app.domain.device import Owner
from app.views.myself import Myself
from app.views.parts.buttons import chip, flow
from app.views.parts.cards import card, row_card
from app.views.parts.component import component, keyed
from app.views.parts.frame import page_head, screen
from app.views.parts.marks import disc
from app.views.parts.text import section
from app.views.protection import ProtectionCard
from app.views.state import use_changes, use_layout, use_nav, use_shared
from app.views.theme import DARK, LIGHT, MAIN, Space, theme_of
from app.words import LANGUAGES, _, direction, direction_of, language, use

MODES = {"light": ft.ThemeMode.LIGHT, "dark": ft.ThemeMode.DARK}


def apply_settings(page: ft.Page, owner: Owner, first_language: str) -> None:
    """Sets the page's language, direction and theme as the owner prefers; the device's own if unsaid."""
    wanted = owner.language or first_language
    if wanted != language():
        try:
            use(wanted)
        except LookupError:
            use("en")
    mode = MODES.get(owner.theme, ft.ThemeMode.SYSTEM)
    state = (language(), mode)
    if page.data == state:
        return
    page.data = state
    page.theme, page.dark_theme = theme_of(LIGHT, language()), theme_of(DARK, language())
    page.theme_mode = mode
    page.rtl = direction() == "rtl"
    locales = [ft.Locale(code) for code in LANGUAGES]
    page.locale_configuration = ft.LocaleConfiguration(locales, ft.Locale(language()))
    page.schedule_update()  # type: ignore[no-untyped-call]


@component
def Preferences() -> ft.Control:
    """Language and light."""
    shared = use_shared()
    use_changes(shared.workspace.device.id, "owner")
    owner = shared.workspace.owner

    def light(mode: str) -> None:
        shared.workspace.prefer(theme=mode)
        shared.redraw()

    now = language()
    tongues: list[ft.Control] = [
        keyed(code, _Tongue, code, name, code == now) for code, name in LANGUAGES.items()
    ]
    modes = {"": _("As the device"), "light": _("Light"), "dark": _("Dark")}
    lights: list[ft.Control] = [
        keyed(f"t{mode}", _Choice, f"theme-{mode or 'device'}", name, mode == owner.theme, light, mode)
        for mode, name in modes.items()
    ]
    return ft.Column(
        [section(_("Language")), flow(tongues), section(_("Light or dark")), flow(lights)],
        spacing=Space.M,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


@component
def _Tongue(code: str, name: str, on: bool) -> ft.Control:
    shared = use_shared()

    async def speak() -> None:
        shared.workspace.prefer(language=code)
        shared.redraw()
        await shared.device.set_language(code, direction_of(code))

    return chip(name, speak, f"language-{code}", on=on)


@component
def _Choice(identifier: str, label: str, on: bool, choose: Callable[[str], None], value: str) -> ft.Control:
    return chip(label, lambda: choose(value), identifier, on=on)


@component
def SettingsView() -> ft.Control:
    """The settings of a teacher's or family's device."""
    nav = use_nav()
    rows: list[ft.Control] = [
        page_head(_("Settings")),
        card(keyed("myself", Myself, head=False)),
        row_card(
            disc(ft.Icons.TUNE_OUTLINED, MAIN),
            _("What comes next, and why"),
            _("What counts how much when the path suggests something"),
            lambda: nav.go("weights"),
            "open-weights",
        ),
        Preferences(),
        ProtectionCard(),
    ]
    return screen("settings", rows, wide=use_layout() != "phone")
