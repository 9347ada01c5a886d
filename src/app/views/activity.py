"""One way to learn: what to do, step by step, how to show it, and other ways to the same."""

from collections.abc import Callable

import flet as ft

from app.domain.accommodations import activity_facts
from app.domain.learning import Choice
from app.domain.library import Activity, Resource
from app.domain.text import host_of, safe_link
from app.domain.ways import filled
from app.services.plan import Thing
from app.views.own_resources import ResourceFile
from app.views.parts.buttons import chip, flow, link, outlined, primary
from app.views.parts.cards import card, lines, tinted
from app.views.parts.component import component, keyed
from app.views.parts.fields import Field
from app.views.parts.frame import back_head, screen
from app.views.parts.marks import disc, marked, pill
from app.views.parts.notices import say
from app.views.parts.states import empty
from app.views.parts.text import body, detail, heading, section, strong
from app.views.photo import BlobPhoto
from app.views.state import use_book, use_changes, use_layout, use_nav, use_shared, use_today
from app.views.suggesting import Suggest, Suggested
from app.views.supports import use_acts
from app.views.theme import AMBER, CARD, LEAF, LINE, MAIN, MUTE, RADIUS, SKY, Space
from app.views.ways import SHOW_SIGNS, first_interest, modality_sign, pills, show_name, way_row
from app.views.week_day import minutes_words
from app.words import _, number, weekday

OTHER_WAYS = 4


@component
def ActivityView(rec: str) -> ft.Control:
    """The screen of one activity of the open book's catalog."""
    book, nav = use_book(), use_nav()
    use_changes(book.id, "activities", "choices")
    found, wide, acts = book.catalog.activity(rec), use_layout() != "phone", use_acts()
    head = back_head(_("A way to learn"), nav.up)
    if found is None:
        gone = empty(
            ft.Icons.EXTENSION_OUTLINED,
            _("This way is not on this device"),
            _("It comes with the next file from your teacher or family."),
        )
        return screen("activity", [head, gone], wide=wide)
    choice = book.choosing.of(rec)
    shown = filled(found, choice.interest if choice else first_interest(book.reader), _("something I like"))
    icon, tone = modality_sign(shown.modality)
    rows: list[ft.Control] = [
        head,
        ft.Row([disc(icon, tone, 56), heading(shown.title, expand=True)], spacing=Space.M),
        pills(shown, acts),
        *([body(shown.how)] if shown.how else []),
        *([keyed("suggested", Suggested, rec)] if book.by.role == "learner" else []),
        keyed("mine", _Mine, found, shown, choice),
        *_helps(shown, acts),
        *_steps(shown),
        *([section(_("What I need")), body(shown.materials)] if shown.materials else []),
        *_resources(shown),
        *_success(shown),
        *_show(shown, acts),
    ]
    rows.append(keyed("others", _Others, shown))
    return screen("activity", rows, wide=wide, foot=Space.XL)


@component
def _Mine(found: Activity, shown: Activity, choice: Choice | None) -> ft.Control:
    """What the learner does with this way now: choose it, begin, show, swap or leave it."""
    book, nav = use_book(), use_nav()
    mine = use_shared().workspace.owner.role == "learner"
    if not mine:
        return keyed("suggest", Suggest, found, choice)
    if choice is None:
        return keyed("choose", _Choose, found, shown)
    service = book.choosing

    def start() -> None:
        service.start(choice.id)
        say(_("Off you go!"))

    def done() -> None:
        service.done(choice.id)
        say(_("Done. Show what you made when you like."), lambda: service.again(choice.id))

    def leave() -> None:
        begun = choice.state == "started"
        service.leave(choice.id)
        say(_("Left. There are other ways."), lambda: service.again(choice.id, begun=begun))

    ways: list[ft.Control] = []
    if choice.state == "chosen":
        ways.append(primary(_("I begin"), start, "start-way", icon=ft.Icons.PLAY_ARROW))
    else:
        show = _("Show what I made")
        ways.append(primary(show, lambda: nav.to("capture", f"way:{found.id}"), "show-way"))
        ways.append(outlined(_("It is done"), done, "done-way", icon=ft.Icons.CHECK))
    more: list[ft.Control] = [
        keyed("plan", _ToWeek, shown),
        link(_("Not for me"), leave, "leave-way", icon=ft.Icons.UNDO),
    ]
    state = _("You have begun") if choice.state == "started" else _("You chose this")
    return tinted(ft.Column([strong(state), flow(ways), flow(more, spacing=0)], spacing=Space.S), MAIN)


@component
def _Choose(found: Activity, shown: Activity) -> ft.Control:
    """Choosing a way; a template first asks for the interest that fills it."""
    book = use_book()
    interest, set_interest = ft.use_state("")

    def choose() -> None:
        rec = book.choosing.choose(found.id, interest=interest, otherwise=_("something I like"))
        if rec:
            say(_("Chosen. It is yours now."), lambda: book.choosing.leave(rec))

    rows: list[ft.Control] = []
    if found.template:
        likes = [one.text for one in book.reader.entries("interest") if not one.past][:6]
        rows.append(strong(_("What is it about?")))
        rows.append(
            flow(
                [keyed(text, _Like, n, text, text == interest, set_interest) for n, text in enumerate(likes)]
            )
        )
        rows.append(
            keyed(
                "interest",
                Field,
                "way-interest",
                _("Something else"),
                "",
                set_interest,
                longest=80,
                typing=set_interest,
                show_label=False,
                hint=_("For example: bees, trains, my street"),
            )
        )
    rows.append(ft.Row([primary(_("I choose this"), choose, "choose-way", icon=ft.Icons.CHECK)]))
    return ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def _Like(place: int, text: str, on: bool, choose: Callable[[str], None]) -> ft.Control:
    return chip(text, lambda: choose("" if on else text), f"like-{place}", on=on)


@component
def _ToWeek(shown: Activity) -> ft.Control:
    """Puts the way into the week, where it fits."""
    book, today, acts = use_book(), use_today(), use_acts()

    def plan() -> None:
        minutes = activity_facts(shown, acts).minutes
        thing = Thing(shown.title, activity=shown.id, minutes=minutes)
        rec, day = book.plan.add_where_it_fits(thing, today)
        said = _("Added to {day}.").format(day=weekday(day)) if day else _("It waits for a day in your week.")
        say(said, lambda: book.plan.drop(rec))

    return link(_("Add to my week"), plan, "way-to-week", icon=ft.Icons.CALENDAR_MONTH_OUTLINED)


def _helps(shown: Activity, acts: tuple[str, ...]) -> list[ft.Control]:
    """What this learner's accommodations change here."""
    facts = activity_facts(shown, acts)
    said: list[str] = []
    if "extra_time" in facts.acts and facts.minutes:
        said.append(_("You have {time}: more than others need.").format(time=minutes_words(facts.minutes)))
    if facts.break_every:
        said.append(_("Take a break every {time}.").format(time=minutes_words(facts.break_every)))
    if facts.quiet:
        here = _("You can do this in a quiet place.")
        said.append(here if facts.quiet_here else _("Ask for a quiet place before you begin."))
    if facts.scribe:
        said.append(_("Somebody may write for you."))
    if not said:
        return []
    rows: list[ft.Control] = [detail(one) for one in said]
    sign = disc(ft.Icons.SUPPORT_OUTLINED, LEAF, 36)
    return [card(ft.Row([sign, ft.Column(rows, spacing=2, expand=True)], spacing=Space.M), pad=Space.M)]


def _steps(shown: Activity) -> list[ft.Control]:
    if not shown.steps:
        return []
    rows: list[ft.Control] = [
        ft.Row(
            [
                ft.Container(
                    strong(number(n), color=MAIN.ink),
                    width=32,
                    height=32,
                    border_radius=32,
                    bgcolor=MAIN.soft,
                    alignment=ft.Alignment.CENTER,
                ),
                body(step, expand=True),
            ],
            spacing=Space.M,
        )
        for n, step in enumerate(shown.steps, 1)
    ]
    return [section(_("Step by step")), card(ft.Column(rows, spacing=Space.M))]


def _resources(shown: Activity) -> list[ft.Control]:
    if not shown.resources:
        return []
    rows = [keyed(f"resource-{n}", _Resource, n, one) for n, one in enumerate(shown.resources)]
    return [section(_("To look at")), *rows]


@component
def _Resource(place: int, one: Resource) -> ft.Control:
    """Something to read, see or open."""
    name = one.title or one.text[:60] or host_of(one.link) or _("A file")
    if one.kind == "photo" and one.blob is not None:
        picture = keyed(one.blob.sha256, BlobPhoto, one.blob, name)
        return ft.Container(picture, border_radius=RADIUS, clip_behavior=ft.ClipBehavior.HARD_EDGE)
    address = safe_link(one.link) if one.kind == "link" else None
    if one.kind == "link" and address is None:
        return detail(_("This link cannot be opened safely."))
    if one.kind == "file" and one.blob is not None:
        return keyed(one.blob.sha256, ResourceFile, one.blob, one.blob.name or name)
    if address is None:
        words = [strong(one.title)] if one.title else []
        return card(ft.Column([*words, body(one.text)], spacing=Space.XS), pad=Space.M)
    face = ft.Container(
        ft.Row(
            [
                disc(ft.Icons.LINK, SKY),
                lines(name, _("Leads to {host}").format(host=host_of(one.link))),
                ft.Icon(ft.Icons.OPEN_IN_NEW, color=MUTE),
            ],
            spacing=Space.M,
        ),
        padding=Space.M,
        border_radius=RADIUS,
        bgcolor=CARD,
        border=ft.Border.all(1, LINE),
        ink=True,
        url=ft.Url(address, target=ft.UrlTarget.BLANK),
    )
    return marked(f"resource-{place}", face)


def _success(shown: Activity) -> list[ft.Control]:
    if not shown.success:
        return []
    sign = disc(ft.Icons.FLAG_OUTLINED, LEAF, 36)
    row = ft.Row([sign, body(shown.success, expand=True)], spacing=Space.M)
    return [section(_("How I know it worked")), card(row, pad=Space.M)]


def _show(shown: Activity, acts: tuple[str, ...]) -> list[ft.Control]:
    facts = activity_facts(shown, acts)
    if not facts.show:
        return []
    signs: list[ft.Control] = [
        pill(show_name(way), AMBER if way in facts.added_ways else SKY, SHOW_SIGNS.get(way))
        for way in facts.show
    ]
    rows: list[ft.Control] = [section(_("Ways to show it")), flow(signs)]
    if facts.added_ways:
        rows.append(detail(_("You may also show it in another way.")))
    return rows


@component
def _Others(shown: Activity) -> ft.Control:
    """Other ways to the same competencies; a chosen one can be swapped for one of them."""
    book, nav = use_book(), use_nav()
    catalog, choosing = book.catalog, book.choosing
    others = {
        one.id: one
        for competency in shown.competencies
        for one in catalog.activities_for(competency)
        if one.id != shown.id
    }
    mine = use_shared().workspace.owner.role == "learner"
    acts, choice = use_acts(), choosing.of(shown.id)
    rows: list[ft.Control] = [section(_("Other ways"))] if others else []
    gap = _("something I like")
    found = [filled(one, first_interest(book.reader), gap) for one in list(others.values())[:OTHER_WAYS]]
    rows += [keyed(one.id, _Other, one, choice, acts) for one in found]
    if mine and shown.competencies:
        own = shown.competencies[0]
        rows.append(
            ft.Row(
                [
                    link(
                        _("I have my own idea"),
                        lambda: nav.to("way", own),
                        "own-way",
                        icon=ft.Icons.LIGHTBULB_OUTLINE,
                    )
                ]
            )
        )
    return ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def _Other(one: Activity, choice: Choice | None, acts: tuple[str, ...]) -> ft.Control:
    book, nav = use_book(), use_nav()

    def swap() -> None:
        if choice is not None and book.choosing.swap(choice.id, one.id):
            nav.to("activity", one.id)
            say(_("Swapped. This is your way now."))

    row = way_row(one, lambda: nav.to("activity", one.id), acts=acts)
    if choice is None:
        return row
    return ft.Column(
        [row, ft.Row([link(_("Swap for this one"), swap, f"swap-{one.id}", icon=ft.Icons.SWAP_HORIZ)])],
        spacing=0,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
