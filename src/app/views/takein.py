"""Taking files in: what each would bring, in plain words, before anything changes; and a way back."""

from collections.abc import Callable, Sequence

import flet as ft

from app.services.sharing import Intake, ShareService
from app.views.device import Picked
from app.views.parts.bidi import isolate
from app.views.parts.buttons import Tap, flow, link, primary
from app.views.parts.cards import card
from app.views.parts.component import component, keyed
from app.views.parts.guard import guarded, why
from app.views.parts.marks import avatar, disc, pill
from app.views.parts.states import failed, loading
from app.views.parts.text import detail, heading, strong
from app.views.sentences.differences import both_changed, brings, held_back, totals
from app.views.sentences.library import whose
from app.views.sentences.refusing import refusal
from app.views.settling import field_name
from app.views.state import use_shared
from app.views.taken import Taken, undone
from app.views.theme import AMBER, LEAF, MAIN, QUIET, SKY, Space
from app.words import _, ngettext, number

NAMED = ("statement", "measure", "due", "reason", "state", "title", "text", "name", "avatar")


@component
def TakeInCards(files: Sequence[Picked], done: Callable[[], None]) -> ft.Control:
    """The preview of files, taking them in, and undoing that."""
    workspace = use_shared().workspace
    share = workspace.share
    none: tuple[Intake, ...] = ()
    nobody: tuple[int, ...] = ()
    looked, set_looked = ft.use_state(none)
    chosen, set_chosen = ft.use_state(nobody)
    taken, set_taken = ft.use_state(none)
    step, set_step = ft.use_state("looking")
    at, set_at = ft.use_state(1)
    none_left: tuple[str, ...] = ()
    left, set_left = ft.use_state(none_left)

    async def look() -> None:
        found = await _look(share, files, set_at)
        set_looked(found)
        set_chosen(tuple(n for n, intake in enumerate(found) if _wanted(intake)))
        set_step("preview")

    async def take() -> None:
        set_step("taking")
        wanted = [looked[n] for n in chosen]
        try:
            got = await share.take_in(wanted)
        except Exception as error:  # noqa: BLE001 - each file is all or nothing, and what happened is said
            set_step(why(error))
            return
        finally:
            await workspace.open_libraries()  # a book that stays open shows what came with them
        set_taken(tuple(got))
        set_step("taken")

    async def undo() -> None:
        back = await share.undo(taken)
        await workspace.open_libraries()
        kept = [whose(intake) for intake in taken if intake not in back]
        set_left(tuple(dict.fromkeys(kept)))
        set_step("undone")

    def toggle(index: int) -> None:
        set_chosen(_toggled(chosen, index))

    ft.use_effect(guarded(look, done), [files])
    if step == "preview":
        return _preview(len(files), looked, chosen, toggle, take, done)
    if step == "taken":
        return Taken(taken, undo, done)
    if step == "looking":
        said = _("Looking at file {n} of {all}…")
        return loading(said.format(n=number(at), all=number(len(files))))
    if step == "taking":
        return loading(_("Taking them in…"))
    return undone(done, left) if step == "undone" else _stopped(done, full=step == "full")


async def _look(
    share: ShareService, files: Sequence[Picked], report: Callable[[int], None]
) -> tuple[Intake, ...]:
    """Looks at each file in turn, so that the screen can say how far it is."""
    found: tuple[Intake, ...] = ()
    for place, file in enumerate(files, 1):
        report(place)
        if file.length > len(file.data):
            found = (*found, share.too_big(file.name, file.length))
        else:
            found = (*found, *await share.look_all(file.name, file.data, found))
    return found


def _toggled(chosen: Sequence[int], index: int) -> tuple[int, ...]:
    kept = tuple(n for n in chosen if n != index)
    return kept if index in chosen else (*kept, index)


def _preview(
    files: int,
    looked: Sequence[Intake],
    chosen: Sequence[int],
    toggle: Callable[[int], None],
    take: Tap,
    done: Callable[[], None],
) -> ft.Control:
    rows: list[ft.Control] = [_head(files, looked)]
    rows += [
        keyed(f"{n}-{intake.file}", _Row, n, intake, n in chosen, toggle) for n, intake in enumerate(looked)
    ]
    rows.append(_buttons(len(chosen), take, done))
    return ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _stopped(done: Callable[[], None], *, full: bool) -> ft.Control:
    room = _("Make room on this device, then take the files in again.")
    again = _("Close other tabs with Ownway, then take the files in again.")
    return failed(
        _("Not everything could be taken in"),
        _("Each file came in whole or not at all. Your books are safe."),
        room if full else again,
        retry=done,
        retry_label=_("Back"),
    )


def _wanted(intake: Intake) -> bool:
    return intake.refusal is None and not intake.known


def _head(files: int, looked: Sequence[Intake]) -> ft.Control:
    text = ngettext("Take in {n} file", "Take in {n} files", files).format(n=number(files))
    pills: list[ft.Control] = [pill(words, tone, icon) for words, tone, icon in totals(looked)]
    refused = sum(intake.refusal is not None for intake in looked)
    if refused:
        said = ngettext("{n} file not readable", "{n} files not readable", refused)
        pills.append(pill(said.format(n=number(refused)), QUIET, ft.Icons.BLOCK))
    return ft.Column(
        [
            heading(text, level=1),
            detail(_("Nothing is changed until you say so, and you can undo it.")),
            *([flow(pills)] if pills else []),
        ],
        spacing=Space.S,
    )


def _buttons(count: int, take: Tap, done: Callable[[], None]) -> ft.Control:
    label = _("Take in {n}").format(n=number(count)) if count > 1 else _("Take in")
    ways: list[ft.Control] = [link(_("Not now"), done, "not-now")]
    if count:
        ways.append(primary(label, take, "take-in", big=True))
    return ft.Row(ways, alignment=ft.MainAxisAlignment.END, spacing=Space.L, wrap=True)


@component
def _Row(index: int, intake: Intake, on: bool, toggle: Callable[[int], None]) -> ft.Control:
    if intake.refusal is not None:
        return _refused(intake)
    names = {field: field_name(field) for field in NAMED}
    both, held = both_changed(intake, names), held_back(intake)
    said: list[ft.Control] = [strong(whose(intake)), detail(brings(intake))]
    if intake.sender_name:
        said.append(detail(_("From {name}").format(name=isolate(intake.sender_name))))
    said += [detail(text, color=AMBER.ink) for text in (both, held) if text]
    label = _("Take in {name}") if intake.is_library else _("Take in the file of {name}")
    end: ft.Control = ft.Icon(ft.Icons.CHECK_CIRCLE, color=LEAF.ink, size=28)
    if _wanted(intake):
        end = ft.Semantics(
            identifier=f"choose-{index}",
            label=label.format(name=isolate(whose(intake))),
            container=True,
            content=ft.Checkbox(value=on, on_change=guarded(lambda: toggle(index)), active_color=MAIN.ink),
        )
    face = ft.Row(
        [_picture(intake), ft.Column(said, spacing=2, expand=True), end],
        spacing=Space.M,
    )
    return ft.Semantics(identifier=f"intake-{index}", container=True, content=card(face, pad=Space.M))


def _picture(intake: Intake) -> ft.Control:
    if intake.is_library:
        return disc(ft.Icons.LOCAL_LIBRARY_OUTLINED, SKY)
    known = next((card for card in use_shared().workspace.cards if card.id == intake.space), None)
    return avatar(known.avatar if known else intake.avatar, intake.space)


def _refused(intake: Intake) -> ft.Control:
    said = refusal(intake)
    face = ft.Row(
        [
            disc(ft.Icons.DESCRIPTION_OUTLINED, QUIET),
            ft.Column([strong(intake.file), detail(said)], spacing=2, expand=True),
            ft.Icon(ft.Icons.BLOCK, color=ft.Colors.OUTLINE, size=28),
        ],
        spacing=Space.M,
    )
    return ft.Semantics(identifier="refusal", container=True, content=card(face, pad=Space.M))
