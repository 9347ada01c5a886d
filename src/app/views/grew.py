"""How I grew: what was said in the profile, reworded, put in the past, step by step."""

import flet as ft

from app.domain.profile_story import Told
from app.views.entry_here import HereEntry
from app.views.parts.bidi import isolate
from app.views.parts.buttons import link
from app.views.parts.cards import card
from app.views.parts.component import component, keyed
from app.views.parts.frame import back_head, screen
from app.views.parts.marks import disc, pill
from app.views.parts.states import empty
from app.views.parts.text import detail, least, strong
from app.views.people import voice
from app.views.sentences.profile import KIND_SIGNS, kind_name, told_words
from app.views.state import use_book, use_changes, use_layout, use_nav, use_shared
from app.views.supports import use_kept_here
from app.views.surveys import leave
from app.views.theme import MAIN, QUIET, Space
from app.words import _, short_date

SHOWN = 60


@component
def GrewView() -> ft.Control:
    """The screen of the profile's story, newest first."""
    book, nav = use_book(), use_nav()
    tick = use_changes(book.id, "profile")
    more, set_more = ft.use_state(SHOWN)
    story = ft.use_memo(book.profile.story, [book.id, tick])
    mine = use_shared().workspace.owner.role == "learner"
    head = _("How I grew") if mine else _("How the profile grew")
    rows: list[ft.Control] = [back_head(head, lambda: leave(nav, mine=mine))]
    here = [entry for entry in use_kept_here().entries() if entry.past]
    if here:  # the book knows nothing of these, so its story does not tell them
        rows.append(card(ft.Column([keyed(entry.id, HereEntry, entry) for entry in here], spacing=Space.S)))
    if not story and not here:
        text = _(
            "When something in the profile changes, it stands here, with the day and whose words it was."
        )
        rows.append(empty(ft.Icons.HISTORY, _("Nothing has changed yet"), text))
    past = {entry.id for entry in book.reader.profile() if entry.past}
    seen: set[str] = set()
    for told in story[:more]:
        last = told.entry not in seen
        seen.add(told.entry)
        again = last and told.entry in past
        rows.append(keyed(f"{told.entry}-{told.wall}-{told.what}", _Step, told, again))
    if len(story) > more:
        rows.append(link(_("Show more"), lambda: set_more(more + SHOWN), "more-story"))
    return screen("grew", rows, wide=use_layout() != "phone", foot=Space.XL)


@component
def _Step(told: Told, again: bool) -> ft.Control:
    book, workspace = use_book(), use_shared().workspace
    icon, tone = KIND_SIGNS.get(told.kind, (ft.Icons.CIRCLE_OUTLINED, MAIN))
    mine = workspace.owner.role == "learner"
    name = voice(book.reader, told.who, told.by).name
    day = short_date(told.wall, workspace.wall())
    mark = pill(told_words(told), QUIET if told.what == "past" else tone)
    rows: list[ft.Control] = [
        ft.Row([mark, least(f"{isolate(name)} · {day}", expand=True)], spacing=Space.S, wrap=False),
        least(kind_name(told.kind, mine=mine), color=tone.ink),
        strong(told.text),
    ]
    if told.before:
        rows.append(detail(_("Before: {words}").format(words=isolate(told.before))))
    if again:
        label = _("It is so again")
        rows.append(link(label, lambda: book.profile.put_past(told.entry, False), f"again-{told.entry}"))
    told_ = ft.Column(rows, spacing=Space.XS, expand=True)
    start = ft.CrossAxisAlignment.START
    return card(ft.Row([disc(icon, tone, 36), told_], spacing=Space.M, vertical_alignment=start), pad=Space.M)
