"""The root of all screens.

To start it (in `app.main`)::

    page.fonts = {...}                      # natively only; the site registers the families itself
    words.use(first_language)               # what the device asks for; the owner's own wins
    page.render_views(App, Shared(workspace, device, sample))

`App` opens the workspace by itself, takes the window's size and the route from the page, and sets the
page's theme, language and direction from the device's owner.
"""

from collections.abc import Callable
from typing import cast

import flet as ft

from app.views.navigator import HOME, Navigator, Place, parse
from app.views.parts.component import keyed
from app.views.parts.frame import screen
from app.views.parts.navigation import bottom_bar, capture_float, rail, spots
from app.views.parts.states import failed, loading
from app.views.screens import body_of
from app.views.settings import apply_settings
from app.views.state import (
    Layout,
    LayoutContext,
    NavContext,
    Shared,
    SharedContext,
    layout_of,
    use_changes,
    use_loaded,
    use_shared,
)
from app.views.theme import PAGE
from app.views.top import Top
from app.words import _, direction, language

FLOATS_ON = ("today", "goals", "portfolio", "me")


@ft.component
def App(shared: Shared) -> list[ft.View]:
    """Every screen there is: one view, whose content follows the route."""
    page = ft.context.page
    route, set_route = ft.use_state(page.route)
    width, set_width = ft.use_state(str(layout_of(page.width)))
    layout = cast(Layout, width)
    turn, set_turn = ft.use_state(0)
    opened, again = use_loaded(shared.workspace.open)
    shared.redraw = lambda: set_turn(lambda now: now + 1)

    def listen() -> None:
        page.on_route_change = lambda e: set_route(e.route)
        page.on_resize = lambda e: set_width(layout_of(e.width))

    ft.use_effect(listen, [])
    if opened.state != "ready":
        return [ft.View(route="/", padding=0, bgcolor=PAGE, controls=[_waiting(opened.state, again)])]
    shared.first_language = shared.first_language or language()
    apply_settings(page, shared.workspace.owner, shared.first_language)
    return SharedContext(
        shared,
        lambda: LayoutContext(
            layout, lambda: [keyed(f"{language()}-{turn}", _Whole, route, layout, page.navigate)]
        ),
    )


def _waiting(state: str, again: Callable[[], None]) -> ft.Control:
    if state == "loading":
        return screen("opening", [loading(_("Opening your books…"))])
    return screen(
        "opening",
        [
            failed(
                _("Ownway could not open its books"),
                _("Nothing was changed. What you wrote is still on this device."),
                _("Close other tabs with Ownway, then try again."),
                retry=again,
            )
        ],
    )


@ft.component
def _Whole(route: str, layout: Layout, push: Callable[[str], None]) -> ft.View:
    """The view: navigation that fits the window, and the screen of the route."""
    workspace = use_shared().workspace
    use_changes(workspace.device.id, "owner", "books")
    role = workspace.owner.role
    place = _allowed(parse(route), role)
    nav = Navigator(place, HOME[role], push)
    inner = NavContext(nav, lambda: body_of(place, role, key=f"{place.space}-{place.screen}"))
    view = ft.View(route="/", padding=0, spacing=0, bgcolor=PAGE, rtl=direction() == "rtl")
    top = NavContext(nav, Top)
    content = ft.Column([top, inner], spacing=0, expand=True)
    deep = bool(place.rest) or bool(place.space) or place.screen == "capture"
    if not role or (layout == "phone" and deep):
        view.controls = [_safe(content)]
    elif layout == "phone":
        floats = role == "learner" and place.screen in FLOATS_ON
        over: list[ft.Control] = [capture_float(nav.go)] if floats else []
        view.controls = [
            ft.Stack([_safe(content), *over], expand=True, fit=ft.StackFit.EXPAND),
            bottom_bar(spots(role), place.spot, nav.go),
        ]
    else:
        side = rail(spots(role), place.spot, nav.go, wide=layout == "desktop", capture=role == "learner")
        view.controls = [ft.Row([side, _safe(content)], expand=True, spacing=0)]
    return view


def _safe(content: ft.Control) -> ft.Control:
    return ft.SafeArea(content, expand=True, avoid_intrusions_bottom=False)


def _allowed(place: Place, role: str) -> Place:
    """Returns the place, or the role's home where the route leads nowhere for it."""
    if not role:
        return Place("start")
    own = {"today", "goals", "portfolio", "capture", "me", "share"}
    if role == "learner":
        return place if place.screen in own and not place.space else Place(HOME[role])
    if place.space:
        return place
    return place if place.screen in {"class", "share", "settings"} else Place(HOME[role])
