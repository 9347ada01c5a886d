"""What counts how much for the next step: sliders with plain words, and the way back to how it was."""

from collections.abc import Callable, Mapping
from dataclasses import asdict

import flet as ft

from app.domain.weights import MOST, NAMES, RULE, Weights, weights_of
from app.views.parts.buttons import outlined
from app.views.parts.cards import card
from app.views.parts.component import component, keyed
from app.views.parts.frame import back_head, screen
from app.views.parts.guard import guarded_picked
from app.views.parts.notices import say
from app.views.parts.states import failed, loading
from app.views.parts.text import body, detail, strong
from app.views.state import use_announcements, use_layout, use_loaded, use_nav, use_shared
from app.views.theme import MAIN, MUTE, Space
from app.words import _, number


def weight_words(name: str) -> tuple[str, str]:
    """Returns what a weight is called, and when it counts."""
    return {
        "struggling": (_("Something is hard"), _("Two pieces below 2, two times stuck, or two ways left.")),
        "goal": (_("A goal names it"), _("The learner has an open goal for it.")),
        "growing": (_("It is begun"), _("There are pieces, but it is not mastered yet.")),
        "prerequisites": (_("It has just opened"), _("All that comes before it was shown.")),
        "revisit": (_("Looking back"), _("Something mastered is worth another look. 0 for never.")),
        "interest": (_("It is what they like"), _("The way touches an interest.")),
        "accommodation": (_("It has what helps"), _("The way has the help that the learner needs.")),
        "setting": (_("It can be done here today"), _("The place is there today; others count less.")),
        "went_badly": (
            _("Such ways went badly"),
            _("So many points less for ways like those that were left."),
        ),
        "rested": (_("It rested for a week"), _("Nothing was done for it for seven days.")),
        "preference": (_("How they like to learn"), _("The way fits what the learner said.")),
        "went_well": (_("Such ways went well"), _("Ways like those that were done, or judged well.")),
        "done_before": (_("It was done before"), _("So many points less for a way that was done already.")),
    }[name]


@component
def WeightsView() -> ft.Control:
    """The screen of the weights, for a teacher or family; they lie in this device's own library."""
    nav, workspace = use_nav(), use_shared().workspace
    tick = use_announcements(lambda space, changed: "weights" in changed, "weights")
    loaded, again = use_loaded(workspace.open_libraries, tick)
    rows: list[ft.Control] = [
        back_head(_("What comes next, and why"), lambda: nav.go("settings")),
        body(
            _("Ownway counts points and suggests what has most. Here you say what counts how much."),
            color=MUTE,
        ),
    ]
    if loaded.state == "failed":
        rows.append(failed(_("The weights could not be read"), _("Nothing was changed."), retry=again))
    elif loaded.value is None:
        rows.append(loading())
    else:
        known = {one.id: one.values for lib in reversed(loaded.value) for one in lib.reader.weights()}
        rows.append(keyed("sliders", _Sliders, asdict(weights_of(known.get(RULE, {})))))
    return screen("weights", rows, wide=use_layout() != "phone", foot=Space.XL)


@component
def _Sliders(now: Mapping[str, int]) -> ft.Control:
    workspace = use_shared().workspace

    async def write(values: Mapping[str, int]) -> None:
        library = await workspace.own_library()
        library.pen.set("weights", RULE, values=dict(values))

    async def change(name: str, value: int) -> None:
        await write({**now, name: value})

    async def reset() -> None:
        await write(asdict(Weights()))
        say(_("As it was."))

    rows: list[ft.Control] = [keyed(name, _Slider, name, now[name], change) for name in NAMES]
    rows.append(
        ft.Row([outlined(_("As it was at first"), reset, "reset-weights", icon=ft.Icons.RESTART_ALT)])
    )
    return ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def _Slider(name: str, value: int, change: Callable[[str, int], object]) -> ft.Control:
    title, when = weight_words(name)

    async def moved(e: ft.Event[ft.Slider]) -> None:
        await change(name, round(float(e.control.value or 0)))  # type: ignore[misc]

    slider = ft.Slider(
        value=value,
        min=0,
        max=MOST,
        divisions=MOST,
        label="{value}",
        active_color=MAIN.ink,
        on_change_end=guarded_picked(moved),
    )
    return card(
        ft.Column(
            [
                ft.Row([strong(title, expand=True), strong(number(value))]),
                detail(when),
                ft.Semantics(identifier=f"weight-{name}", label=title, container=True, content=slider),
            ],
            spacing=Space.XS,
        ),
        pad=Space.M,
    )
