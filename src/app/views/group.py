"""One group's goal: how far all are together, who added what, and what is told to them."""

import flet as ft

from app.domain.models import Goal
from app.services.days import local_day
from app.services.group_goals import GroupService, Reach
from app.services.group_known import GroupPage, Member
from app.views.goal_measures import amount
from app.views.parts.bidi import isolate
from app.views.parts.buttons import flow, link, outlined, primary
from app.views.parts.cards import card, row_card, tinted
from app.views.parts.component import component, keyed, use_slot
from app.views.parts.days import by_words
from app.views.parts.fields import Field
from app.views.parts.frame import back_head, screen
from app.views.parts.marks import avatar, pill
from app.views.parts.notices import say
from app.views.parts.states import empty, failed, loading
from app.views.parts.text import body, detail, heading, section
from app.views.sentences.living import STAGE_SIGNS
from app.views.state import (
    use_announcements,
    use_calm,
    use_layout,
    use_loaded,
    use_nav,
    use_shared,
    use_today,
)
from app.views.theme import HUSH, LEAF, MAIN, PLUM, SKY, Space
from app.words import _, full_day, joined, ngettext, number

NOBODY: tuple[str, ...] = ()
LISTED = frozenset({"group_goals", "group_news", "goals", "measures", "consents", "books"})


def use_group_news() -> int:
    """Redraws when something changed that a group's goal stands on, once it rests: what is told to a group
    is written into each of its books."""
    return use_calm(use_announcements(lambda _space, changed: not LISTED.isdisjoint(changed), "groups"))


def together(page: GroupPage) -> str:
    """Returns how far all are together, in words."""
    if page.target is None:
        return _("Together: {done}.").format(done=amount(page.done, page.group.unit))
    text = _("Together: {done} of {target}.")
    return text.format(done=amount(page.done), target=amount(page.target, page.group.unit))


def missed_words(reach: Reach) -> str:
    """Returns whose book could not be written, and that it can be tried again."""
    names = joined(isolate(card.name) for card in reach.missed)
    return _("It is not in the book of: {names}. Try again later.").format(names=names)


@component
def GroupView(rec: str) -> ft.Control:
    """The screen of one group's goal."""
    shared, nav, today = use_shared(), use_nav(), use_today()
    service = GroupService(shared.workspace)
    loaded, again = use_loaded(lambda: service.page(rec), rec, use_group_news())
    rows: list[ft.Control] = [back_head(_("Goal of a group"), lambda: nav.go("groups"))]
    page = loaded.value
    if loaded.state == "failed":
        rows.append(failed(_("The goal could not be read"), _("All books are still here."), retry=again))
    elif loaded.state == "loading":
        rows.append(loading(_("Opening the books…")))
    elif page is None:
        rows.append(empty(ft.Icons.GROUPS_OUTLINED, _("This goal is not here"), _("It may be put away.")))
    else:
        rows.append(heading(page.group.statement))
        if page.group.due:
            rows.append(flow([pill(by_words(page.group.due, today), SKY, ft.Icons.EVENT_OUTLINED)]))
        if page.group.measure:
            rows.append(body(page.group.measure))
        rows += [keyed("far", _HowFar, page), section(_("Each one's part"))]
        rows += [keyed(member.space, _Member, member, page.group.unit) for member in page.members]
        rows.append(keyed("do", _Doing, page))
    return screen("group", rows, wide=use_layout() != "phone", foot=Space.XL)


@component
def _HowFar(page: GroupPage) -> ft.Control:
    today = use_today()
    added = ngettext("{n} learner added something.", "{n} learners added something.", page.parts)
    said = f"{together(page)} {added.format(n=number(page.parts))}"
    rows: list[ft.Control] = [body(said)]
    if page.as_told is not None:
        known = _("Not every book of the group is here. This was told on {day}.")
        rows.append(detail(known.format(day=full_day(local_day(page.as_told.at), today))))
    elif not page.all_here:
        rows.append(detail(_("There may be more in the group than is here.")))
    if page.target is not None:
        bar = ft.ProgressBar(
            value=page.share / 100, color=MAIN.ink, bgcolor=HUSH, bar_height=14, border_radius=7
        )
        rows.append(ft.Semantics(label=said, exclude_semantics=True, content=bar))
    return tinted(ft.Column(rows, spacing=Space.M), PLUM)


@component
def _Member(member: Member, unit: str) -> ft.Control:
    nav = use_nav()
    goal = member.goal
    return row_card(
        avatar(member.avatar, member.space),
        member.name,
        _member_words(member, goal, unit),
        lambda: nav.go("class", member.space, *(("goals", goal.id) if goal is not None else ())),
        f"member-{member.space}",
    )


def _member_words(member: Member, goal: Goal | None, unit: str) -> ft.Control:
    if goal is None:
        return detail(_("This book could not be opened") if member.unread else _("Not in this book"))
    words = {
        "asking": _("Has not said yes yet"),
        "going": _("Takes part"),
        "achieved": _("Reached"),
        "letgo": _("Let it go"),
    }
    icon, tone = STAGE_SIGNS[member.stage]
    rows: list[ft.Control] = [flow([pill(words.get(member.stage, _("Takes part")), tone, icon)])]
    if goal.part:
        rows.append(detail(f"“{isolate(goal.part)}”"))
    if member.done:
        rows.append(detail(_("Added: {amount}").format(amount=amount(member.done, unit))))
    return ft.Column(rows, spacing=Space.XS)


@component
def _Telling(page: GroupPage) -> ft.Control:
    """Telling the group how far it is, with a word to all."""
    service = GroupService(use_shared().workspace)
    turn, set_turn = ft.use_state(0)
    missed, set_missed = ft.use_state(("", NOBODY))
    typed, now = use_slot(""), use_slot(0)

    def typing(text: str) -> None:
        if turn == now.current:  # a field that goes says its words once more
            typed.current = text

    async def tell() -> None:
        await tell_in(typed.current)
        typed.current, now.current = "", turn + 1
        set_turn(turn + 1)

    async def tell_missed() -> None:
        await tell_in(*missed)

    async def tell_in(text: str, only: tuple[str, ...] = ()) -> None:
        reach = await service.tell(page.group.id, text, only)
        set_missed((text, tuple(card.id for card in reach.missed)))
        count = ngettext("Told in {n} book.", "Told in {n} books.", reach.count)
        rest = missed_words(reach) if reach.missed else _("It goes out with the next files.")
        say(f"{count.format(n=number(reach.count))} {rest}")

    field = keyed(
        f"words-{turn}",
        Field,
        "group-words",
        _("A word to all (you need not)"),
        "",
        typing,
        lines=2,
        longest=1000,
        typing=typing,
    )
    ways: list[ft.Control] = [
        primary(_("Tell all how far it is"), tell, "tell-group", icon=ft.Icons.CAMPAIGN_OUTLINED)
    ]
    if missed[1]:
        ways.append(outlined(_("Tell those it missed"), tell_missed, "tell-missed", tone=PLUM))
    return card(ft.Column([field, flow(ways)]))


@component
def _Doing(page: GroupPage) -> ft.Control:
    """Telling the group, bringing the goal to those who miss it, putting it away."""
    service, nav = GroupService(use_shared().workspace), use_nav()
    rec = page.group.id

    async def bring() -> None:
        reach = await service.bring(rec)
        count = ngettext("Brought into {n} book.", "Brought into {n} books.", reach.count)
        parts = [count.format(n=number(reach.count))] if reach.count else []
        parts += [missed_words(reach)] if reach.missed else []
        say(" ".join(parts) or _("Whoever took it out of their book does not get it again."))

    async def put_away() -> None:
        back = await service.put_away(rec)
        nav.go("groups")
        say(_("Put away. Each one's own goal stays in their book."), back)

    ways: list[ft.Control] = []
    if any(member.goal is None for member in page.members):
        ways.append(outlined(_("Bring it to who misses it"), bring, "bring-group", tone=LEAF))
    if page.own:
        ways.append(link(_("Put it away"), put_away, "put-group-away", icon=ft.Icons.INVENTORY_2_OUTLINED))
    rows: list[ft.Control] = [section(_("News for the group")), keyed("telling", _Telling, page), flow(ways)]
    return ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
