"""The root of all screens.

To start it (in `app.main`)::

    page.fonts = {...}                      # natively only; the site registers the families itself
    words.use(first_language)               # what the device asks for; the owner's own wins
    page.render_views(App, Shared(workspace, device, sample))

`App` opens the workspace by itself, takes the window's size and the route from the page, and sets the
page's theme, language and direction from the device's owner.
"""

from collections.abc import Callable

import flet as ft

from app.views.navigator import HOME, Navigator, Place, parse, stepped
from app.views.parts.capture_float import Amid, CaptureFloat, unheard
from app.views.parts.component import keyed, use_slot
from app.views.parts.frame import screen
from app.views.parts.guard import guarded_event
from app.views.parts.navigation import bottom_bar, rail, spots
from app.views.parts.states import failed, loading
from app.views.parts.unsaved import UnsavedContext
from app.views.screens import body_of, is_alone, is_in_book, is_plain
from app.views.settings import apply_settings
from app.views.state import (
    BigTextContext,
    Layout,
    LayoutContext,
    NavContext,
    ScrollContext,
    Shared,
    SharedContext,
    layout_of,
    use_big_text,
    use_changes,
    use_loaded,
    use_shared,
)
from app.views.text_size import text_size
from app.views.theme import PAGE
from app.views.top import Top
from app.words import _, direction, language

BIG, PROBE_SIZE = 1.4, 20
FLOATS_ON = ("today", "path", "goals", "portfolio")


@ft.component
def App(shared: Shared) -> list[ft.View]:
    """Every screen there is: one view, whose content follows the route."""
    page = ft.context.page
    route, set_route = ft.use_state(page.route)
    width, set_width = ft.use_state(float(page.width or 0))
    scale, set_scale = ft.use_state(1.0)
    turn, set_turn = ft.use_state(0)
    opened, again = use_loaded(shared.workspace.open)
    shared.redraw = lambda: set_turn(lambda now: now + 1)

    def listen() -> None:
        page.on_route_change = guarded_event(lambda e: set_route(e.route))
        page.on_resize = guarded_event(lambda e: set_width(_step(e.width)))

    ft.use_effect(listen, [])
    if opened.state != "ready":
        return [ft.View(route="/", padding=0, bgcolor=PAGE, controls=[_waiting(opened.state, again)])]
    shared.first_language = shared.first_language or language()
    apply_settings(page, shared.workspace.owner, shared.first_language)
    layout, key = layout_of(width, scale), f"{language()}-{turn}"

    def whole() -> list[ft.View]:
        return [keyed(key, _Whole, route, layout, page.navigate, set_scale)]

    def sized() -> list[ft.View]:
        return LayoutContext(layout, lambda: BigTextContext(scale >= BIG, whole))

    return SharedContext(shared, lambda: UnsavedContext(shared.unsaved, sized))


def _step(width: float) -> float:
    """Returns a width in steps, so that dragging a window's edge redraws seldom."""
    return width // 20 * 20


def _probe(set_scale: Callable[[float], None]) -> ft.Control:
    """A letter that nobody sees: its height tells how big the person reads."""

    def measured(e: ft.LayoutSizeChangeEvent[ft.LayoutControl]) -> None:
        set_scale(round(e.height / PROBE_SIZE, 1))

    letter = ft.Text(
        "M", size=PROBE_SIZE, style=ft.TextStyle(height=1), on_size_change=guarded_event(measured)
    )
    unseen = ft.Semantics(exclude_semantics=True, content=letter)
    return ft.Container(unseen, left=0, top=0, opacity=0)


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
def _Whole(
    route: str, layout: Layout, push: Callable[[str], None], set_scale: Callable[[float], None]
) -> ft.View:
    """The view: navigation that fits the window, and the screen of the route."""
    workspace = use_shared().workspace
    use_changes(workspace.device.id, "owner", "books")
    role = workspace.owner.role
    place = _allowed(parse(route), role)
    start: tuple[str, ...] = ()
    trail = use_slot(start)
    here = route if parse(route) == place else f"/{place.screen}"  # the address may still be the bare one
    trail.current = stepped(trail.current, here)
    nav = Navigator(place, HOME[role], push, trail.current)
    hears: Amid = unheard
    big, scrolling = use_big_text(), use_slot(hears)
    floats = role == "learner" and layout == "phone" and not _deep(place) and place.screen in FLOATS_ON

    def there() -> ft.Control:
        return NavContext(nav, lambda: body_of(place, role, key=f"{place.space}-{place.screen}"))

    inner = ScrollContext(scrolling if floats else None, there)
    alone = is_alone(place)
    above: list[ft.Control] = [] if alone else [NavContext(nav, Top)]
    content = ft.Column([*above, inner], spacing=0, expand=True)
    inside = [_safe(content), _probe(set_scale), text_size(place, role)]
    if floats:
        inside.append(keyed(f"float-{place.screen}", CaptureFloat, nav.go, scrolling, big=big))
    return ft.View(
        route="/",
        padding=0,
        spacing=0,
        bgcolor=PAGE,
        rtl=direction() == "rtl",
        controls=_around(place, nav, "" if alone else role, layout, inside, big=big),
    )


def _around(
    place: Place, nav: Navigator, role: str, layout: Layout, inside: list[ft.Control], *, big: bool
) -> list[ft.BaseControl]:
    """Puts the navigation around a screen.

    The screen stands at the same place in every window, so that turning a device loses nothing on it.
    """
    phone = layout == "phone"
    side: ft.Control = ft.Container(visible=False)
    below: ft.Control = ft.Container(visible=False)
    if role and not phone:
        side = rail(spots(role), place.spot, nav.go, wide=layout == "desktop", capture=role == "learner")
    elif role and not _deep(place):
        below = bottom_bar(spots(role), place.spot, nav.go, big=big)
    main = ft.Stack(inside, expand=True, fit=ft.StackFit.EXPAND)
    return [ft.Row([side, main], expand=True, spacing=0), below]


def _deep(place: Place) -> bool:
    """Tells whether a page lies below a place, and so has a way back in the place of the bar."""
    # A tab of the library is the place itself: it has no way back of its own.
    top = not place.rest or (place.screen == "library" and len(place.rest) == 1)
    return not top or bool(place.space) or place.screen == "capture"


def _safe(content: ft.Control) -> ft.Control:
    return ft.SafeArea(content, expand=True, avoid_intrusions_bottom=False)


def _allowed(place: Place, role: str) -> Place:
    """Returns the place, or the role's home where the route leads nowhere for it."""
    if not role:
        return Place("start")
    if role == "learner":
        return place if is_in_book(place.screen) and not place.space else Place(HOME[role])
    if place.space:
        return place
    return place if is_plain(place.screen) else Place(HOME[role])
