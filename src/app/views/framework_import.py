"""Taking a framework in: choose a file, see in words what it brings, watch it come, stop, take it back."""

from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, replace

import flet as ft

from app.services.frameworks import FrameworkService, Look
from app.views.device import Picked
from app.views.framework_preview import Preview, Refusal
from app.views.parts.bidi import isolate
from app.views.parts.buttons import Tap, flow, link, outlined, primary
from app.views.parts.cards import card, lines, row
from app.views.parts.component import component, keyed, use_slot
from app.views.parts.frame import back_head, screen
from app.views.parts.guard import guarded, guarded_picked, why
from app.views.parts.marks import disc
from app.views.parts.states import empty, failed
from app.views.parts.text import detail, strong
from app.views.state import use_layout, use_nav, use_shared
from app.views.theme import LEAF, LINE, MAIN, Space
from app.words import _, number

STEP = 4  # percent: so much more is done before the bar is drawn again


class Stopped(Exception):
    """The person did not want to go on."""


@component
def FrameworkImport() -> ft.Control:
    """The screen on which a framework comes in."""
    shared, nav = use_shared(), use_nav()
    none: Picked | None = None
    picked, set_picked = ft.use_state(none)

    def came(files: Sequence[Picked]) -> None:
        if files:
            set_picked(files[0])

    pick = ft.use_memo(lambda: shared.device.pick_files_action(guarded_picked(came)), [])
    head = back_head(_("Take in a framework"), lambda: nav.go("library"))
    rows: list[ft.Control] = [head]
    if picked is None:
        choose = primary(
            _("Choose a file"), None, "choose-file", icon=ft.Icons.UPLOAD_FILE, action=pick, big=True
        )
        rows.append(
            empty(
                ft.Icons.ACCOUNT_TREE_OUTLINED,
                _("Bring a framework from anywhere"),
                _("A CASE file (.json) or a table (.csv), from your school, your state or another Ownway."),
                first=choose,
            )
        )
    else:
        rows.append(keyed(id(picked), _Steps, picked, lambda: set_picked(None)))
    return screen("framework-import", rows, wide=use_layout() != "phone", foot=Space.XL)


@dataclass(frozen=True)
class At:
    """Where a file is on its way in: the step, how far it is in percent, and what was found in it."""

    step: str = "looking"
    percent: int = 0
    look: Look | None = None


class Course:
    """Brings one file in, step by step. ``show`` draws where it is; ``wanted`` turns False to stop it."""

    def __init__(self, service: FrameworkService, file: Picked) -> None:
        self._service, self._file = service, file
        self.at = At()
        self.show: Callable[[At], None] = lambda at: None
        self.wanted = True

    def _go(self, step: str) -> None:
        self.at = replace(self.at, step=step, percent=0)
        self.show(self.at)

    def _said(self, done: int, total: int) -> None:
        if not self.wanted:
            raise Stopped
        now = 100 * done // max(total, 1)
        if abs(now - self.at.percent) >= STEP:
            self.at = replace(self.at, percent=now)
            self.show(self.at)

    async def begin(self) -> bool:
        """Looks at the file; returns whether the person stayed for it."""
        try:
            look = await self._service.look(self._file.name, self._file.data, self._said, self._file.length)
        except Stopped:
            return False
        self.at = replace(self.at, look=look)
        self._go("refused" if look.refused else "preview")
        return True

    async def take(self) -> None:
        """Takes in what was found; goes back where somebody stops."""
        if self.at.look is None:
            return
        self._go("taking")
        try:
            await self._run(self._service.take_in(self.at.look))
        except Stopped:
            await self.back()
        except Exception as error:  # noqa: BLE001 - what happened is said, and the way back is offered
            self._go(why(error))
        else:
            self._go("done")

    async def back(self) -> None:
        """Brings the library back to what it was."""
        if self.at.look is None:
            return
        self.wanted = True
        self._go("back")
        try:
            await self._run(self._service.take_back(self.at.look))
        except Exception as error:  # noqa: BLE001 - what happened is said, and it can be tried again
            self._go(why(error))
        else:
            self._go("undone")

    async def _run(self, steps: AsyncIterator[tuple[int, int]]) -> None:
        async for done, total in steps:
            self._said(done, total)

    def stop(self) -> None:
        """Stops at the next pause."""
        self.wanted = False


@component
def _Steps(file: Picked, again: Callable[[], None]) -> ft.Control:
    """Looking, the preview, taking in, and the end, one after the other."""
    service, nav = use_shared().workspace.frameworks, use_nav()
    course = use_slot(Course(service, file)).current
    at, set_at = ft.use_state(At())
    course.show = set_at

    async def begin() -> None:
        if not await course.begin():
            again()

    ft.use_effect(guarded(begin, again), [])
    going = {"looking": _("Reading the file…"), "taking": _("Taking it in…"), "back": _("Taking it back…")}
    if at.step in going:
        return _going(going[at.step], at.percent, None if at.step == "back" else course.stop)
    if at.look is None or at.look.plan is None:
        return keyed("refused", Refusal, at.look, again)
    if at.step == "preview":
        return keyed("preview", Preview, at.look, course.take, again)
    rec = at.look.plan.framework
    if at.step == "done":
        return _done(at.look, lambda: nav.go("library", "frameworks", rec), course.back)
    return _ended(at.step, at.look.plan.fresh, again, course.back)


def _going(words: str, percent: int, stop: Tap | None) -> ft.Control:
    """How far it is, and the way to stop."""
    bar = ft.ProgressBar(value=percent / 100, color=MAIN.ink, bgcolor=LINE, bar_height=10, border_radius=5)
    share = _("{n} %").format(n=number(percent))
    rows: list[ft.Control] = [
        strong(words),
        ft.Semantics(label=share, exclude_semantics=True, content=bar),
        detail(share),
    ]
    if stop is not None:
        rows.append(flow([outlined(_("Stop"), stop, "stop-import")]))
    return ft.Semantics(
        identifier="import-progress",
        live_region=True,
        container=True,
        content=card(ft.Column(rows, spacing=Space.M)),
    )


def _done(look: Look, show: Tap, back: Tap) -> ft.Control:
    title = isolate(look.file.framework.title) if look.file else ""
    said = lines(_("{title} is here").format(title=title), _("Its competencies can be used for goals now."))
    ways: list[ft.Control] = [
        link(_("Take it back"), back, "take-back", icon=ft.Icons.UNDO),
        primary(_("Look at it"), show, "show-framework"),
    ]
    return ft.Semantics(
        identifier="import-done",
        live_region=True,
        container=True,
        content=card(
            ft.Column([row(disc(ft.Icons.CHECK, LEAF, fill=True), said), flow(ways)], spacing=Space.M)
        ),
    )


def _ended(step: str, fresh: bool, again: Tap, back: Tap) -> ft.Control:
    if step == "undone":
        return empty(
            ft.Icons.UNDO,
            _("Nothing of it is left here"),
            _("The library is as it was before."),
            step=_("Choose another file"),
            on_step=again,
        )
    full = step == "full"
    trouble = failed(
        _("Not everything could be taken in"),
        _("What was here before is safe. The part that came is not shown.")
        if fresh
        else _("Nothing is lost. A part is new already; the same file brings the rest."),
        _("Make room on this device, then try again.")
        if full
        else _("Close other tabs with Ownway, then try again."),
        retry=again,
    )
    return ft.Column([trouble, flow([outlined(_("Remove what came"), back, "take-back")])], spacing=Space.M)
