"""What a goal's page shows at its moment: it is reached, it is time to talk, news of the group."""

import flet as ft

from app.domain.adapting import next_talk
from app.domain.days import iso_day
from app.domain.measuring import number_in
from app.domain.models import Goal
from app.services.goals import GoalPage
from app.views.goal_measures import amount
from app.views.parts.bidi import isolate
from app.views.parts.buttons import flow, primary
from app.views.parts.cards import card, tinted
from app.views.parts.component import component, keyed
from app.views.parts.fields import Field
from app.views.parts.marks import white_pill
from app.views.parts.notices import say
from app.views.parts.text import body, detail
from app.views.sentences.coaching import part_example, part_name
from app.views.state import use_book, use_changes, use_shared, use_today
from app.views.theme import LEAF, PLUM, Space
from app.words import _, full_day, ngettext, number, short_date


@component
def Reached(page: GoalPage) -> ft.Control:
    """That it looks reached, by the learner's own word or by what was measured; nothing where it does not."""
    book, rec = use_book(), page.goal.id
    said = page.progress.feeling == "done"
    whole = bool(page.parts) and all(one.state in ("achieved", "letgo") for one in page.parts)
    if page.stage != "going" or not (said or whole or book.measuring.standing(rec).reached):
        return ft.Container(visible=False)

    def reached() -> None:
        say(_("Reached. Well done!"), book.goals.act(rec, "reach"))

    text = (
        _("You said you did it. Is this goal reached?")
        if said
        else _("All its parts are done. Is this goal reached?")
        if whole
        else _("What you measured is what you wanted. Is this goal reached?")
    )
    rows: list[ft.Control] = [
        ft.Row([white_pill(_("You did it"), LEAF, ft.Icons.CELEBRATION_OUTLINED)]),
        body(text),
        flow([primary(_("Yes, it is reached"), reached, "reached", tone=LEAF)]),
    ]
    return tinted(ft.Column(rows, spacing=10), LEAF)


@component
def TimeToTalk(goal: Goal) -> ft.Control:
    """The day of the next talk, once it is there; nothing before."""
    goals, today = use_book().goals, use_today()
    day = iso_day(goal.review)
    if day is None or day > today:
        return ft.Container(visible=False)
    again = next_talk(today)

    def talked() -> None:
        back = goals.talked(goal.id, again)
        say(_("Next time: {day}").format(day=full_day(again, today)), back)

    rows: list[ft.Control] = [
        ft.Row([white_pill(_("Time to talk"), PLUM, ft.Icons.RECORD_VOICE_OVER_OUTLINED)]),
        body(_("You wanted to talk about this goal now. Who can sit down with you?")),
        flow([primary(_("We talked about it"), talked, "talked", tone=PLUM)]),
    ]
    return tinted(ft.Column(rows, spacing=10), PLUM)


@component
def Group(goal: Goal) -> ft.Control:
    """What the group was told last, and the learner's own part in it."""
    book, shared = use_book(), use_shared()
    use_changes(book.id, "group_news")
    now = shared.workspace.wall()
    rows: list[ft.Control] = [
        ft.Row([white_pill(_("A goal of many"), PLUM, ft.Icons.GROUPS_OUTLINED)]),
        keyed("part", _OwnPart, goal),
    ]
    news = next(iter(book.reader.group_news(goal.group)), None)
    if news is None:
        rows.append(detail(_("Nobody has told yet how far all are together.")))
    else:
        done = amount(number_in(news.done), "" if news.target else goal.unit)
        text = _("Together: {done} of {target}.") if news.target else _("Together: {done}.")
        rows.append(body(text.format(done=done, target=amount(number_in(news.target), goal.unit))))
        added = ngettext("{n} learner added something.", "{n} learners added something.", news.parts)
        rows.append(detail(f"{added.format(n=number(news.parts))} · {short_date(news.at, now)}"))
        if news.text:
            rows.append(body(f"“{isolate(news.text)}”"))
    inner = ft.Column(rows, spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
    return tinted(inner, PLUM)


@component
def _OwnPart(goal: Goal) -> ft.Control:
    goals = use_book().goals

    def keep(text: str) -> None:
        goals.change(goal.id, part=text)
        say(_("Kept."))

    field = keyed(
        "field",
        Field,
        "goal-part",
        part_name("part"),
        goal.part,
        keep,
        hint=part_example("part"),
        lines=1,
        submit=keep,
    )
    return card(field, pad=Space.M)
