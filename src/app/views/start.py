"""The start: who uses this device, by what name and sign; nothing more is asked."""

from collections.abc import Awaitable, Callable, Sequence

import flet as ft

from app.domain.models import Role
from app.views.device import Picked
from app.views.naming import Naming
from app.views.navigator import HOME
from app.views.parts.buttons import chip, flow, link
from app.views.parts.cards import card, lines, tap_card
from app.views.parts.component import component, keyed
from app.views.parts.frame import screen
from app.views.parts.guard import guarded_picked
from app.views.parts.marks import disc
from app.views.parts.notices import note
from app.views.parts.states import loading
from app.views.parts.text import body, detail, heading, strong, title
from app.views.state import use_layout, use_nav, use_shared
from app.views.takein import TakeInCards
from app.views.theme import CARD, MAIN, MUTE, ON_FILL, PLUM, SKY, Size, Space, Tone
from app.words import _, pgettext

Choose = Callable[[Role], None]


@component
def StartView() -> ft.Control:
    """Three short steps: who, what name, and how the device keeps it."""
    nobody: Role | None = None
    role, set_role = ft.use_state(nobody)
    wide = use_layout() != "phone"
    above: list[ft.Control] = [ft.Container(height=48)] if wide else []
    if role:
        return screen("start", [*above, Naming(role, lambda: set_role(None))], wide=wide, width=520, foot=24)
    return screen("start", [*above, _Who(set_role)], wide=wide, width=520, foot=24)


@component
def _Who(choose: Choose) -> ft.Control:
    shared, nav = use_shared(), use_nav()
    busy, set_busy = ft.use_state("")
    none: tuple[Picked, ...] = ()
    picked, set_picked = ft.use_state(none)

    async def look_around(role: Role) -> None:
        if shared.sample is None:
            return
        set_busy(_("Getting the sample ready…"))
        try:
            files = await shared.sample(role)
            await shared.workspace.look_around(role, sample_name(role), files)
        except Exception:
            set_busy("")
            raise
        nav.go(HOME[role])

    def came(files: Sequence[Picked]) -> None:
        set_picked(tuple(files))

    pick = ft.use_memo(lambda: shared.device.pick_files_action(guarded_picked(came)), [])
    if busy:
        return loading(busy)
    if picked:
        return TakeInCards(picked, lambda: set_picked(()))
    rows: list[ft.Control] = [
        _brand(),
        body(
            _("Your own book of learning. It lives on this device and works without a network."), color=MUTE
        ),
        heading(_("Who is this device for?")),
        keyed("learner", _RoleCard, "learner", choose),
        keyed("teacher", _RoleCard, "teacher", choose),
        keyed("family", _RoleCard, "family", choose),
    ]
    if shared.sample is not None:
        rows.append(keyed("sample", _Sample, look_around))
    rows += [
        link(
            _("Bring back a backup"),
            None,
            "bring-back",
            icon=ft.Icons.SETTINGS_BACKUP_RESTORE,
            action=pick,
        ),
        note(_("No account. Nothing leaves this device until you share it.")),
    ]
    return ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def sample_name(role: Role) -> str:
    """Returns the name of who looks around."""
    return {
        "learner": pgettext("name of a sample learner", "Mia"),
        "teacher": pgettext("name of a sample teacher", "Ms Adeyemi"),
        "family": pgettext("name of a sample parent", "Dad"),
    }[role]


@component
def _Sample(look_around: Callable[[Role], Awaitable[None]]) -> ft.Control:
    """The way into the sample, seen as one of three people."""
    open_, set_open = ft.use_state(False)
    if not open_:
        label = _("Look around with a sample")
        return ft.Row(
            [link(label, lambda: set_open(True), "sample", icon=ft.Icons.SCIENCE_OUTLINED)],
            alignment=ft.MainAxisAlignment.CENTER,
            wrap=True,
        )

    async def as_learner() -> None:
        await look_around("learner")

    async def as_teacher() -> None:
        await look_around("teacher")

    async def as_family() -> None:
        await look_around("family")

    return card(
        ft.Column(
            [
                strong(_("Look around as")),
                flow(
                    [
                        chip(_("a learner"), as_learner, "sample-learner", icon=ft.Icons.PETS),
                        chip(_("a teacher"), as_teacher, "sample-teacher", icon=ft.Icons.GROUPS_OUTLINED),
                        chip(_("a family"), as_family, "sample-family", icon=ft.Icons.HOME_OUTLINED),
                    ]
                ),
                detail(_("Everybody in it is made up. One tap removes it again.")),
            ],
            spacing=Space.S,
        )
    )


def _brand() -> ft.Control:
    sign = ft.Container(
        ft.Icon(ft.Icons.ROUTE, color=ON_FILL, size=28),
        width=56,
        height=56,
        border_radius=56,
        bgcolor=MAIN.ink,
        alignment=ft.Alignment.CENTER,
    )
    return ft.Row([sign, title("Ownway", expand=True)], spacing=Space.M)


@component
def _RoleCard(role: Role, choose: Choose) -> ft.Control:
    icon, tone, head, quiet = {
        "learner": (
            ft.Icons.PETS,
            MAIN,
            _("Me, I am learning"),
            _("My goals, what I made, and how I learn"),
        ),
        "teacher": (ft.Icons.GROUPS_OUTLINED, SKY, _("My class"), _("I teach one learner or many")),
        "family": (ft.Icons.HOME_OUTLINED, PLUM, _("My family"), _("I help at home, or we learn at home")),
    }[role]
    face = ft.Row(
        [
            disc(icon, Tone(tone.ink, CARD), 52),
            lines(head, quiet, size=Size.SECTION),
            ft.Icon(ft.Icons.CHEVRON_RIGHT, color=tone.ink),
        ],
        spacing=Space.M,
    )
    return tap_card(face, lambda: choose(role), f"role-{role}", pad=Space.L, tone=tone)
