"""My week: what is planned on which day, what waits, and what was left over."""

from collections.abc import Callable
from datetime import date, timedelta

import flet as ft

from app.domain.week import DayPlan, Planned, WeekPlan
from app.views.parts.buttons import icon_button, link, outlined
from app.views.parts.cards import card, tinted
from app.views.parts.component import component, keyed
from app.views.parts.frame import page_head, screen
from app.views.parts.guard import guarded, guarded_event
from app.views.parts.notices import say
from app.views.parts.places import places
from app.views.parts.text import body, detail, section, strong, words
from app.views.sentences.planning import no_room
from app.views.state import use_book, use_changes, use_layout, use_nav, use_today
from app.views.theme import AMBER, CARD, INK, LINE, MAIN, MUTE, RADIUS, Size, Space
from app.views.week_add import AddToWeek
from app.views.week_day import DayPage
from app.views.week_planned import Moving, PlannedRow
from app.words import _, full_day, ngettext, number, short_weekday, weekday


@component
def WeekView() -> ft.Control:
    """The screen of the learner's week."""
    book, nav, today = use_book(), use_nav(), use_today()
    use_changes(book.id, "sessions", "weeks", "days")
    chosen, choose = ft.use_state(today)
    moving, set_moving = ft.use_state("")
    adding, set_adding = ft.use_state(False)
    plan = book.plan.week(chosen, today)
    held = _held(plan, moving)

    def put(one: Planned, day: date | None, block: str = "") -> None:
        why = ""
        if day is not None and block:
            why = book.plan.why_not(day, block, one.session.minutes, today, one.id)
        elif day is not None:
            block, why = book.plan.room_on(day, one.session.minutes, today, one.id)
        if why:
            say(no_room(why))
            return
        book.plan.move(one, day, block)
        set_moving("")
        where = weekday(day) if day is not None else _("what waits")
        say(_("Moved to {day}.").format(day=where), lambda: book.plan.restore(one))

    hands = Moving(held, lambda one: set_moving(one.id if one else ""), put)
    shape = icon_button(
        ft.Icons.TUNE, _("The shape of my week"), lambda: nav.to("week", "shape"), "week-shape"
    )
    rows: list[ft.Control] = [
        page_head(_("My week"), shape),
        *([] if nav.place.space else [places("week", nav.to)]),
        _turn(chosen, today, choose),
        _Days(plan, chosen, today, choose, hands),
    ]
    if held is not None:
        rows.append(_carried(held, hands))
    if plan.left_over:
        rows.append(_pile(_("Left over"), _left_words(len(plan.left_over)), plan.left_over, hands, "left"))
    day = plan.days[chosen.weekday()]
    rows.append(keyed(chosen.isoformat(), DayPage, day, hands))
    if adding:
        rows.append(keyed("adding", AddToWeek, chosen, lambda: set_adding(False), choose))
    elif held is None:
        rows.append(outlined(_("Add something"), lambda: set_adding(True), "add-to-week", icon=ft.Icons.ADD))
    if plan.waiting:
        rows.append(
            _pile(_("Waiting for a day"), _("Tap one to give it a day."), plan.waiting, hands, "waiting")
        )
    return screen("week", rows, wide=use_layout() != "phone")


def _held(plan: WeekPlan, rec: str) -> Planned | None:
    if not rec:
        return None
    all_ = [*plan.waiting, *plan.left_over, *(one for day in plan.days for one in day.planned)]
    return next((one for one in all_ if one.id == rec), None)


def _turn(chosen: date, today: date, choose: Callable[[date], None]) -> ft.Control:
    """Which week is shown, and the ones beside it."""
    monday = chosen - timedelta(days=chosen.weekday())
    this = today - timedelta(days=today.weekday())
    names = {0: _("This week"), 7: _("Next week"), -7: _("Last week")}
    said = names.get((monday - this).days) or _("Week of {day}").format(day=full_day(monday, today))
    return ft.Row(
        [
            icon_button(
                ft.Icons.CHEVRON_LEFT,
                _("The week before"),
                lambda: choose(chosen - timedelta(days=7)),
                "week-before",
            ),
            words(said, Size.SECTION, bold=True, expand=True, center=True),
            *([link(_("Today"), lambda: choose(today), "to-today")] if chosen != today else []),
            icon_button(
                ft.Icons.CHEVRON_RIGHT,
                _("The week after"),
                lambda: choose(chosen + timedelta(days=7)),
                "week-after",
            ),
        ],
        vertical_alignment=ft.CrossAxisAlignment.CENTER,
    )


@component
def _Days(
    plan: WeekPlan, chosen: date, today: date, choose: Callable[[date], None], hands: Moving
) -> ft.Control:
    """The seven days in a strip: a tap opens one; what is carried can be dropped on one."""
    cells: list[ft.Control] = [
        keyed(day.day.isoformat(), _Day, day, day.day == chosen, day.day == today, choose, hands)
        for day in plan.days
    ]
    return ft.Row(cells, spacing=Space.XS)


@component
def _Day(plan: DayPlan, here: bool, now: bool, choose: Callable[[date], None], hands: Moving) -> ft.Control:
    left = sum(one.session.state == "planned" for one in plan.planned)
    done = sum(one.session.state == "done" for one in plan.planned)
    ink = MAIN.ink if here or now else MUTE
    if plan.rest:
        sign: ft.Control = ft.Icon(ft.Icons.HOTEL_OUTLINED, size=14, color=MUTE)
    elif not left and done:
        sign = ft.Icon(ft.Icons.CHECK, size=14, color=MAIN.ink)
    else:
        sign = words(number(left) if left else "·", Size.LEAST, color=INK if left else MUTE, center=True)
    drawn = ft.Column(
        [
            words(short_weekday(plan.day), Size.LEAST, bold=here, color=ink, lines=1, center=True),
            words(number(plan.day.day), Size.BODY, bold=here or now, color=ink, lines=1, center=True),
            ft.Container(sign, height=18, alignment=ft.Alignment.CENTER),
        ],
        spacing=1,
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
    )
    # The letters say less than the label; the tap stays the container's, where readers find it.
    face = ft.Container(
        ft.Semantics(exclude_semantics=True, content=drawn),
        bgcolor=MAIN.soft if here else CARD,
        border=ft.Border.all(2 if now else 1, MAIN.ink if now else LINE),
        border_radius=RADIUS - Space.XS,
        padding=ft.Padding.symmetric(vertical=Space.S, horizontal=2),
        ink=True,
        on_click=guarded(lambda: choose(plan.day)),
    )

    def dropped(event: ft.DragTargetEvent) -> None:
        one = getattr(event.src, "data", None)
        if isinstance(one, Planned):
            hands.put(one, plan.day)

    return ft.Semantics(
        identifier=f"day-{plan.day.weekday()}",
        label=_day_words(plan, left, done),
        button=True,
        selected=here,
        container=True,
        content=ft.DragTarget(group="week", content=face, on_accept=guarded_event(dropped)),
        expand=True,
    )


def _day_words(plan: DayPlan, left: int, done: int) -> str:
    if plan.rest:
        return _("{day}: a day of rest").format(day=weekday(plan.day))
    planned = ngettext("{n} thing planned", "{n} things planned", left).format(n=number(left))
    said = _("{day}: {planned}").format(day=weekday(plan.day), planned=planned)
    return f"{said}, {ngettext('{n} done', '{n} done', done).format(n=number(done))}" if done else said


def _carried(one: Planned, hands: Moving) -> ft.Control:
    """What is being moved, and how to put it down."""
    return tinted(
        ft.Column(
            [
                strong(_("Where does this go?")),
                body(one.session.title),
                detail(_("Tap a day above, then a place in it.")),
                ft.Row(
                    [
                        link(_("Let it wait"), lambda: hands.put(one, None), "let-wait", tone=AMBER),
                        link(_("Leave it where it is"), lambda: hands.take(None), "stop-moving", tone=AMBER),
                    ],
                    wrap=True,
                ),
            ],
            spacing=Space.XS,
        ),
        AMBER,
    )


def _left_words(count: int) -> str:
    return ngettext(
        "One thing from earlier days. Move it, or leave it out.",
        "{n} things from earlier days. Move them, or leave them out.",
        count,
    ).format(n=number(count))


def _pile(name: str, said: str, found: tuple[Planned, ...], hands: Moving, identifier: str) -> ft.Control:
    """Things that lie on no day of this week."""
    rows: list[ft.Control] = [section(name), detail(said)]
    rows += [keyed(one.id, PlannedRow, one, hands) for one in found]
    return ft.Semantics(
        identifier=f"pile-{identifier}",
        container=True,
        content=card(
            ft.Column(rows, spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH), pad=Space.M
        ),
    )
