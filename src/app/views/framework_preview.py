"""What a framework file brings, before anything changes; or why it cannot come in."""

import flet as ft

from app.formats.framework_file import FrameworkFile, Refused
from app.services.frameworks import Look
from app.views.parts.bidi import isolate
from app.views.parts.buttons import Tap, link, primary
from app.views.parts.cards import card
from app.views.parts.component import component
from app.views.parts.marks import disc
from app.views.parts.notices import status_line
from app.views.parts.states import failed
from app.views.parts.text import detail, heading, section
from app.views.readable import short_words
from app.views.sentences.frameworks import brought, odd_words, refused_words
from app.views.theme import AMBER, MAIN, Space
from app.words import _, joined, ngettext, number

SAMPLES, ODD_AT_ONCE = 5, 4


@component
def Preview(look: Look, take: Tap, again: Tap) -> ft.Control:
    """The title, what would change, some statements, what was odd, and the way on."""
    if look.file is None or look.plan is None:
        raise ValueError("a file without a plan has no preview")
    framework = look.file.framework
    said = joined(
        isolate(part) for part in (framework.creator, *framework.subjects[:2], framework.version) if part
    )
    rows: list[ft.Control] = [
        ft.Row(
            [disc(ft.Icons.ACCOUNT_TREE_OUTLINED, MAIN, 56), heading(framework.title, expand=True)],
            spacing=Space.M,
        ),
        *([detail(said)] if said else []),
        card(ft.Column([status_line(text) for text in brought(look.plan)], spacing=Space.S)),
        section(_("How it begins")),
        _samples(look.file),
    ]
    if look.file.oddities:
        rows.append(_Odd(look.file))
    ways: list[ft.Control] = [link(_("Not now"), again, "not-now")]
    if not look.plan.empty:
        ways.append(primary(_("Take in"), take, "take-in-framework", big=True))
    rows.append(ft.Row(ways, alignment=ft.MainAxisAlignment.END, spacing=Space.L, wrap=True))
    return ft.Semantics(
        identifier="framework-preview",
        container=True,
        content=ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
    )


def _samples(file: FrameworkFile) -> ft.Control:
    lines: list[ft.Control] = []
    for one in file.competencies[:SAMPLES]:
        words = short_words(one.statement)
        lines.append(detail(f"{isolate(one.code)}  {isolate(words)}" if one.code else words))
    left = len(file.competencies) - len(lines)
    if left > 0:
        lines.append(detail(ngettext("and {n} more", "and {n} more", left).format(n=number(left))))
    return card(ft.Column(lines, spacing=Space.S))


@component
def _Odd(file: FrameworkFile) -> ft.Control:
    """What was odd in the file: it comes in all the same."""
    open_, set_open = ft.use_state(False)
    odd = file.oddities
    shown = odd if open_ else odd[:ODD_AT_ONCE]
    rows: list[ft.Control] = [
        section(_("What was odd in this file")),
        detail(_("It comes in all the same. This is what was put right or left out:")),
        *(status_line(odd_words(one), good=False) for one in shown),
    ]
    if len(odd) > len(shown):
        rows.append(link(_("Show all"), lambda: set_open(True), "all-odd", tone=AMBER))
    inner = card(ft.Column(rows, spacing=Space.S))
    return ft.Semantics(identifier="oddities", container=True, content=inner)


@component
def Refusal(look: Look | None, again: Tap) -> ft.Control:
    """Why a file cannot come in."""
    what, todo = refused_words(look.refused if look and look.refused else Refused("empty"))
    said = failed(what, _("Nothing was changed."), todo, retry=again, retry_label=_("Choose another file"))
    name: list[ft.Control] = [detail(isolate(look.name))] if look else []
    return ft.Column([*name, said], spacing=Space.S)
