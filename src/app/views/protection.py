"""Whether the device keeps the data: said plainly, with what to do about it."""

import flet as ft

from app.views.device import Platform, Protection
from app.views.parts.buttons import link, outlined
from app.views.parts.cards import card
from app.views.parts.component import component
from app.views.parts.days import size_words
from app.views.parts.marks import disc
from app.views.parts.text import body, detail, least, strong
from app.views.state import use_loaded, use_shared
from app.views.theme import AMBER, LEAF, MUTE, SKY, Space
from app.words import _


@component
def ProtectionCard(*, install: bool = True) -> ft.Control:
    """What is true now, the button that asks for protection, and the way to the home screen."""
    device = use_shared().device
    loaded, again = use_loaded(device.protection)

    async def protect() -> None:
        await device.protect()
        again()

    async def put() -> None:
        await device.install()
        again()

    if loaded.state == "failed":
        return card(detail(_("This device does not say whether it keeps your books. A file does.")))
    now = loaded.value
    if now is None:
        return card(detail(_("Looking whether this device keeps your books…")))
    rows: list[ft.Control] = [_truth(now)]
    if not now.protected:
        rows.append(
            outlined(_("Ask to keep it"), protect, "protect", icon=ft.Icons.SHIELD_OUTLINED, tone=AMBER)
        )
    if install and not now.installed:
        rows.append(_home_screen(now.platform))
        if now.can_install:
            rows.append(
                outlined(_("Put Ownway on this device"), put, "install", icon=ft.Icons.INSTALL_MOBILE)
            )
    return card(ft.Column(rows, spacing=Space.M))


@component
def ProtectionLine() -> ft.Control:
    """The same in one calm line, for who has only just come; a tap opens the rest."""
    device = use_shared().device
    loaded, _again = use_loaded(device.protection)
    open_, set_open = ft.use_state(False)
    if open_:
        return ProtectionCard()
    now = loaded.value
    if now is None:
        icon, tone, text = ft.Icons.SHIELD_OUTLINED, AMBER, _("Your book stays on this device.")
    elif now.protected:
        icon, tone, text = (
            ft.Icons.VERIFIED_USER_OUTLINED,
            LEAF,
            _("Your book stays on this device, protected."),
        )
    else:
        icon, tone = ft.Icons.SHIELD_OUTLINED, AMBER
        text = _("Your book stays on this device. It is not protected yet.")
    more = link(_("More"), lambda: set_open(True), "about-keeping")
    return ft.Row([ft.Icon(icon, size=18, color=tone.ink), least(text, expand=True), more], spacing=6)


def _truth(now: Protection) -> ft.Control:
    if now.protected:
        icon, tone, head = ft.Icons.VERIFIED_USER_OUTLINED, LEAF, _("Protected on this device")
        said = _("The device promised to keep your books, even when space gets short.")
    else:
        icon, tone, head = ft.Icons.SHIELD_OUTLINED, AMBER, _("Saved, but not protected yet")
        said = _("If space gets short, this device may clear them. A file from Share keeps them safe.")
    rows: list[ft.Control] = [strong(head, color=tone.ink), body(said)]
    if now.free_bytes is not None:
        rows.append(detail(_("{size} free on this device").format(size=size_words(now.free_bytes))))
    return ft.Row(
        [disc(icon, tone), ft.Column(rows, spacing=2, expand=True)],
        spacing=Space.M,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )


def _home_screen(platform: Platform) -> ft.Control:
    steps = {
        "ios": (
            _("Tap the Share sign at the bottom of Safari."),
            _("Choose “Add to Home Screen”."),
            _("Open Ownway from there. That also protects your books."),
        ),
        "android": (
            _("Tap the three dots at the top of the browser."),
            _("Choose “Add to home screen” or “Install app”."),
            _("Open Ownway from there."),
        ),
        "desktop": (
            _("Look for the install sign at the end of the address line."),
            _("Choose “Install”. Ownway then opens in its own window."),
        ),
    }[platform]
    rows: list[ft.Control] = [strong(_("Put Ownway on the home screen"))]
    rows += [
        ft.Row(
            [body(f"{n}.", color=MUTE), body(step, expand=True)],
            spacing=Space.S,
            vertical_alignment=ft.CrossAxisAlignment.START,
        )
        for n, step in enumerate(steps, 1)
    ]
    return ft.Row(
        [disc(ft.Icons.ADD_TO_HOME_SCREEN, SKY), ft.Column(rows, spacing=4, expand=True)],
        spacing=Space.M,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )
