"""Suggestions for the profile: each with its reason, accepted or put off by a person, one tap each."""

import flet as ft

from app.domain.needs import Suggestion
from app.services.needs import PutOff
from app.views.entry_place import HERE_SIGN
from app.views.parts.buttons import flow, link, primary
from app.views.parts.cards import card, lines, row
from app.views.parts.component import component, keyed
from app.views.parts.frame import back_head, screen
from app.views.parts.marks import disc, pill
from app.views.parts.more import use_more
from app.views.parts.notices import note, say
from app.views.parts.states import empty
from app.views.parts.text import body, section
from app.views.sentences.profile import KIND_SIGNS, act_does, kind_name, suggested_why, suggested_words
from app.views.state import use_book, use_changes, use_layout, use_nav, use_shared
from app.views.supports import use_kept_here
from app.views.surveys import leave
from app.views.theme import LEAF, MUTE, Space
from app.words import _, language

AT_ONCE = 5  # more at once is a wall to read
PARTS = ("answers", "assessments", "evidence", "artefacts", "profile")


def use_ideas(only: str = "") -> tuple[Suggestion, ...]:
    """Returns what is suggested for the open book's profile, of one set of answers where it is given."""
    book, workspace = use_book(), use_shared().workspace
    tick = (use_changes(book.id, *PARTS), use_changes(workspace.device.id, "drafts", "kept_here"))
    kept = use_kept_here()
    away = PutOff(workspace.drafts, book.id).keys

    def work_out() -> tuple[Suggestion, ...]:
        here = kept.entries()
        acts, known = {one.act for one in here if one.act}, {(e.kind, e.text.casefold()) for e in here}
        return tuple(
            one
            for one in book.needs.suggestions(language(), suggested_words, away)
            if one.act not in acts
            and (one.kind, suggested_words(one).casefold()) not in known
            and only in ("", one.source_id)
        )

    return ft.use_memo(work_out, [book.id, tick, away, only, language()])


@component
def Ideas(*, only: str = "") -> ft.Control:
    """The suggestions, the first few; nothing where there is none."""
    ideas = use_ideas(only)
    shown, more = use_more(len(ideas), "more-ideas", AT_ONCE)
    if not ideas:
        return ft.Container()
    rows: list[ft.Control] = [
        section(_("Does this fit?")),
        note(_("These are ideas. Nothing is in the profile until somebody says yes."), ft.Icons.INFO_OUTLINE),
        *(keyed(one.key, _Idea, one, n) for n, one in enumerate(ideas[:shown])),
        *more,
    ]
    return ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def _Idea(one: Suggestion, place: int) -> ft.Control:
    book, workspace = use_book(), use_shared().workspace
    mine = workspace.owner.role == "learner"
    kept = use_kept_here()
    icon, tone = KIND_SIGNS[one.kind]
    words, away = suggested_words(one), PutOff(workspace.drafts, book.id)
    private = one.kind == "accommodation" and workspace.owner.role != "teacher"

    def accept() -> None:
        made = book.needs.accept(one, words)
        if made:
            say(_("It is in the profile now."), lambda: book.profile.drop(made))

    def accept_here() -> None:
        made = kept.tell(one.kind, words, one.act)  # type: ignore[arg-type]
        if made:
            say(_("Kept on this device only."), lambda: kept.drop(made))

    def not_now() -> None:
        away.add(one.key)
        say(_("Left out."), lambda: away.remove(one.key))

    head = lines(words, suggested_why(one))
    ways: list[ft.Control] = [primary(_("Yes, that fits"), accept, f"accept-{place}", icon=ft.Icons.CHECK)]
    if private:
        label = _("Yes, on this device only")
        ways.append(link(label, accept_here, f"accept-here-{place}", icon=HERE_SIGN))
    ways.append(link(_("Not now"), not_now, f"not-now-{place}"))
    parts: list[ft.Control] = [
        row(disc(icon, tone, 40), head),
        flow([pill(kind_name(one.kind, mine=mine), tone)]),
    ]
    if act_does(one.act):
        parts.append(body(act_does(one.act), color=MUTE))
    return card(ft.Column([*parts, flow(ways, spacing=0)], spacing=Space.S), pad=Space.M)


@component
def IdeasView() -> ft.Control:
    """The screen of all suggestions."""
    nav, mine = use_nav(), use_shared().workspace.owner.role == "learner"
    ideas = use_ideas()
    rows: list[ft.Control] = [back_head(_("Ideas for the profile"), lambda: leave(nav, mine=mine))]
    if ideas:
        rows.append(keyed("ideas", Ideas))
    else:
        text = _("Ideas come from surveys, from quizzes and from work that was looked at.")
        icon = ft.Icons.LIGHTBULB_OUTLINE
        step, go = _("Answer some questions"), lambda: nav.to("survey")
        rows.append(empty(icon, _("No ideas just now"), text, step=step, on_step=go, tone=LEAF))
    return screen("ideas", rows, wide=use_layout() != "phone")
