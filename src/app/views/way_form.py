"""Writing a way to learn: the learner's own idea, or a teacher's or family's activity for many."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import flet as ft

from app.domain.library import GROUPINGS, MODALITIES, SETTINGS, SHOW_WAYS, Activity
from app.domain.text import safe_link
from app.views.parts.buttons import chip, flow, link, primary
from app.views.parts.component import component, keyed, use_slot
from app.views.parts.fields import Field
from app.views.parts.frame import back_head, screen
from app.views.parts.notices import say
from app.views.parts.text import body, detail, section
from app.views.sentences.planning import minutes_words
from app.views.state import use_book, use_layout, use_nav, use_shared
from app.views.theme import AMBER, LEAF, MUTE, SKY, Space
from app.views.ways import (
    GROUPING_SIGNS,
    SETTING_SIGNS,
    SHOW_SIGNS,
    grouping_name,
    modality_name,
    modality_sign,
    setting_name,
    show_name,
)
from app.words import _

LENGTHS = (10, 15, 20, 30, 45, 60)
Values = dict[str, Any]
Put = Callable[[str, Any], None]
Others = Callable[[Values, Put, bool], list[ft.Control]]


@component
def OwnWayView(competency: str) -> ft.Control:
    """The screen on which a learner writes their own way to a competency."""
    book, nav, shared = use_book(), use_nav(), use_shared()
    drafts, name = shared.workspace.drafts, f"way-{book.id}-{competency}"
    known = book.catalog.competency(competency)
    said = drafts.load(name)

    def keep(values: Values) -> None:
        rec = book.choosing.propose({**values, "competencies": [competency] if competency else []})
        drafts.forget(name)
        nav.to("activity", rec)
        say(_("Your own way. Go and try it!"))

    rows: list[ft.Control] = [back_head(_("My own idea"), nav.up)]
    if known is not None:
        rows.append(body(known.short or known.statement, color=MUTE))
    rows.append(
        keyed(
            "form",
            WayForm,
            {"title": said.get("title", ""), "how": said.get("how", "")},
            keep,
            lambda values: drafts.save(name, {k: str(values.get(k, "")) for k in ("title", "how")}),
        )
    )
    return screen("way", rows, wide=use_layout() != "phone", foot=Space.XL)


@component
def WayForm(
    begun: Mapping[str, Any],
    keep: Callable[[Values], Awaitable[None] | None],
    draft: Callable[[Values], None] = lambda values: None,
    *,
    full: bool = False,
    others: Others | None = None,
) -> ft.Control:
    """The parts of an activity. A title is enough; `full` shows the parts that help others do it.

    `others` draws further parts, those that are wanted of each or, with True, those for who adds more; it
    has its own place for what there is to look at.
    """
    held = use_slot(dict(begun))
    tick, set_tick = ft.use_state(0)
    more, set_more = ft.use_state(full)
    now = held.current

    def put(part: str, value: Any) -> None:
        held.current = {**held.current, part: value}
        draft(held.current)
        set_tick(tick + 1)

    async def finish() -> None:
        if not str(held.current.get("title", "")).strip():
            say(_("Give it a name first."))
            return
        waiting = keep(held.current)
        if waiting is not None:
            await waiting

    rows: list[ft.Control] = [
        _text("title", _("What will I do?"), now, put, hint=_("For example: build a bridge of spaghetti")),
        _text("how", _("How does it go?"), now, put, lines=2),
        section(_("What kind of learning is it?")),
        flow([keyed(one, _Modality, one, now.get("modality") == one, put) for one in MODALITIES]),
        section(_("How do I show it?")),
        _many("show", SHOW_WAYS, now, put),
        section(_("How long?")),
        flow([keyed(str(n), _Length, n, now.get("minutes") == n, put) for n in LENGTHS]),
    ]
    if others is not None:
        rows += others(now, put, False)
    if more:
        rows += _rest(now, put, links=others is None)
        rows += others(now, put, True) if others is not None else []
    else:
        rows.append(
            ft.Row([link(_("Add more"), lambda: set_more(True), "more-parts", icon=ft.Icons.EXPAND_MORE)])
        )
    rows.append(ft.Row([primary(_("Keep it"), finish, "keep-way", big=True)]))
    return ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _rest(now: Values, put: Put, *, links: bool) -> list[ft.Control]:
    """Where, with whom, with what, step by step, and how one knows."""

    def steps(text: str) -> None:
        put("steps", [line.strip() for line in text.splitlines() if line.strip()][:40])

    return [
        section(_("Where can it be done?")),
        _many("settings", SETTINGS, now, put),
        section(_("With whom?")),
        _many("groupings", GROUPINGS, now, put),
        keyed(
            "steps",
            Field,
            "way-steps",
            _("Step by step, one step a line"),
            "\n".join(now.get("steps", ())),
            steps,
            lines=3,
            longest=4000,
        ),
        _text("materials", _("What is needed?"), now, put),
        *([_address(now, put)] if links else []),
        _text("success", _("How do I know that it worked?"), now, put, lines=2),
    ]


def _address(now: Values, put: Put) -> ft.Control:
    """The one link of a way."""

    def address(text: str) -> None:
        if text.strip() and safe_link(text) is None:
            say(_("A link begins with https://"))
            return
        put("resources", [{"kind": "link", "link": text.strip(), "title": ""}] if text.strip() else [])

    links = [one.get("link", "") for one in now.get("resources", ()) if isinstance(one, dict)]
    return keyed(
        "link",
        Field,
        "way-link",
        _("A link to look at"),
        links[0] if links else "",
        address,
        hint="https://",
        longest=2000,
        keyboard=ft.KeyboardType.URL,
    )


def _text(part: str, label: str, now: Values, put: Put, *, lines: int = 1, hint: str = "") -> ft.Control:
    return keyed(
        part,
        Field,
        f"way-{part}",
        label,
        str(now.get(part, "")),
        lambda text: put(part, text.strip()),
        lines=lines,
        longest=120 if part == "title" else 2000,
        hint=hint,
    )


_SIGNS: Mapping[str, Mapping[str, ft.IconData]] = {
    "settings": SETTING_SIGNS,
    "groupings": GROUPING_SIGNS,
    "show": SHOW_SIGNS,
}
_NAMES: Mapping[str, Callable[[str], str]] = {
    "settings": setting_name,
    "groupings": grouping_name,
    "show": show_name,
}


def _many(part: str, every: tuple[str, ...], now: Values, put: Put) -> ft.Control:
    chosen = tuple(now.get(part, ()))
    return flow([keyed(one, _Several, part, one, chosen, put) for one in every])


@component
def _Several(part: str, one: str, chosen: tuple[str, ...], put: Put) -> ft.Control:
    on = one in chosen
    after = [other for other in chosen if other != one] if on else [*chosen, one]
    tone = {"settings": LEAF, "groupings": SKY}.get(part, AMBER)
    icon = _SIGNS[part].get(one)
    return chip(_NAMES[part](one), lambda: put(part, after), f"{part}-{one}", on=on, icon=icon, tone=tone)


@component
def _Modality(one: str, on: bool, put: Put) -> ft.Control:
    icon, tone = modality_sign(one)
    said = "" if on else one
    return chip(
        modality_name(one), lambda: put("modality", said), f"modality-{one}", on=on, icon=icon, tone=tone
    )


@component
def _Length(minutes: int, on: bool, put: Put) -> ft.Control:
    said = 0 if on else minutes
    return chip(minutes_words(minutes), lambda: put("minutes", said), f"minutes-{minutes}", on=on, tone=SKY)


def begun_of(activity: Activity) -> Values:
    """Returns an activity's parts as the form takes them."""
    return activity.model_dump(mode="json", by_alias=False)


def small_print() -> ft.Control:
    """Says who will see it."""
    return detail(_("Everybody who gets your library can choose it."))
