"""What can be done with a goal in its life: ask, agree, wish, reach, let go, begin again, delete."""

from collections.abc import Callable

import flet as ft

from app.domain.goal_life import Move, asks, wishes
from app.services.goals import GoalPage
from app.views.parts.bidi import isolate
from app.views.parts.buttons import flow, link, outlined, primary
from app.views.parts.cards import tinted
from app.views.parts.component import component, keyed, use_slot
from app.views.parts.fields import Field
from app.views.parts.marks import white_pill
from app.views.parts.notices import say
from app.views.parts.text import body, least
from app.views.sentences.living import names_of, signed
from app.views.state import use_book, use_nav, use_shared
from app.views.theme import PLUM, Space
from app.words import _, joined

Act = Callable[[Move], None]
IDEA_MOVES: tuple[Move, ...] = ("start", "ask")
GOING_MOVES: tuple[Move, ...] = ("ask", "reach", "let_go", "again")
OTHER_MOVES: tuple[Move, ...] = ("idea", "let_go", "again")


@component
def Agree(page: GoalPage) -> ft.Control:
    """Whose voices stand on the goal, and this person's own: yes, or a wish. Nothing where there are none."""
    book, shared = use_book(), use_shared()
    wishing, set_wishing = ft.use_state(False)
    goal, now = page.goal, shared.workspace.wall()
    learner = shared.workspace.owner.role == "learner"

    def agree() -> None:
        back = book.goals.act(goal.id, "agree")
        say(_("Yes! Now it is your goal.") if learner else _("Agreed. It goes out with the next file."), back)

    ways: list[ft.Control] = []
    if "agree" in page.moves and page.stage in ("asking", "going"):
        label = _("Yes, I want this") if learner else _("Agree to this goal")
        ways.append(primary(label, agree, "agree", icon=ft.Icons.HANDSHAKE_OUTLINED))
        ways.append(
            outlined(
                _("I wish…"), lambda: set_wishing(not wishing), "wish", icon=ft.Icons.EDIT_NOTE, tone=PLUM
            )
        )
    lines: list[ft.Control] = [least(signed(one, goal, book.reader, now)) for one in reversed(page.consents)]
    rows: list[ft.Control] = [*lines, *([flow(ways)] if ways else [])]
    if wishing:
        rows.append(keyed("wishing", _Wish, goal.id, lambda: set_wishing(False)))
    inner = ft.Column(rows, spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
    inner.visible = bool(rows)
    return inner


@component
def _Wish(rec: str, close: Callable[[], None]) -> ft.Control:
    goals = use_book().goals
    typed = use_slot("")

    def typing(text: str) -> None:
        typed.current = text

    def send() -> None:
        if not typed.current.strip():
            say(_("Write your wish first. It can be short."))
            return
        back = goals.act(rec, "wish", typed.current)
        close()
        say(_("Said. Whoever asked will see it."), back)

    field = keyed(
        "text",
        Field,
        "wish-text",
        _("What do I wish were different?"),
        "",
        typing,
        lines=2,
        longest=1000,
        typing=typing,
    )
    return ft.Column(
        [field, ft.Row([primary(_("Send"), send, "wish-send", icon=ft.Icons.SEND, tone=PLUM)])],
        spacing=Space.S,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


@component
def Waiting(page: GoalPage) -> ft.Control:
    """That a goal waits for somebody's yes, or is only an idea: said once, with the nearest thing to do."""
    book, goal = use_book(), page.goal
    if page.stage == "idea":
        text = _("This is an idea. You can begin, or ask somebody what they think.")
    else:
        names = names_of(asks(goal, page.consents), book.reader)
        asked = _("{name} asks for a yes.").format(name=joined(isolate(name) for name in names))
        text = asked if names else _("This goal waits for a yes.")
    wished = wishes(goal, page.consents)
    if wished:
        said = _("{name} wishes something. Change the words, then ask again.")
        text = said.format(name=joined(isolate(name) for name in names_of(wished, book.reader)))
    buttons = keyed("ways", Moves, page, IDEA_MOVES, big=True)
    pill = white_pill(_("Not begun yet"), PLUM, ft.Icons.FRONT_HAND_OUTLINED)
    return tinted(ft.Column([ft.Row([pill]), body(text), buttons], spacing=10), PLUM)


def move_words(move: Move) -> tuple[str, str, ft.IconData]:
    """Returns a move's button, what is said once it is done, and its sign."""
    words: dict[Move, tuple[str, str, ft.IconData]] = {
        "start": (_("Begin"), _("Begun. Have a good start!"), ft.Icons.PLAY_ARROW_OUTLINED),
        "ask": (
            _("Ask for a yes"),
            _("Asked. It goes out with the next file."),
            ft.Icons.FRONT_HAND_OUTLINED,
        ),
        "idea": (_("Only an idea for now"), _("Kept as an idea."), ft.Icons.LIGHTBULB_OUTLINE),
        "reach": (_("It is reached"), _("Reached. Well done!"), ft.Icons.CELEBRATION_OUTLINED),
        "let_go": (_("Let it go"), _("Let go. You can open it again any time."), ft.Icons.AIR),
        "again": (_("Open it again"), _("Open again."), ft.Icons.REPLAY),
    }
    return words[move]


MOVE_IDS: dict[Move, str] = {"reach": "mark-reached", "let_go": "let-go", "again": "open-again"}


@component
def Moves(page: GoalPage, wanted: tuple[Move, ...], *, big: bool = False) -> ft.Control:
    """Buttons for those of the `wanted` moves that this person may make."""
    goals, rec = use_book().goals, page.goal.id

    def act(move: Move) -> None:
        back = goals.act(rec, move)
        say(move_words(move)[1], back)

    ways: list[ft.Control] = []
    for move in wanted:
        if move in page.moves:
            ways.append(keyed(move, _MoveButton, move, act, big and not ways, big))
    return flow(ways, spacing=Space.S if big else 0)


@component
def _MoveButton(move: Move, act: Act, first: bool, big: bool) -> ft.Control:
    label, _done, icon = move_words(move)
    name = MOVE_IDS.get(move, move)
    if first:
        return primary(label, lambda: act(move), name, icon=icon, tone=PLUM)
    if big:
        return outlined(label, lambda: act(move), name, icon=icon, tone=PLUM)
    return link(label, lambda: act(move), name, icon=icon)


@component
def GoalActions(page: GoalPage) -> ft.Control:
    """What else can be done with a goal, each with a way back."""
    goals, nav, rec = use_book().goals, use_nav(), page.goal.id
    role = use_shared().workspace.owner.role

    def drop() -> None:
        goals.drop(rec)
        nav.to("goals") if role == "learner" else nav.up()
        say(_("The goal is deleted."), lambda: goals.bring_back(rec))

    shown = GOING_MOVES if page.stage == "going" else OTHER_MOVES
    return flow(
        [
            keyed("moves", Moves, page, shown),
            link(_("Delete"), drop, "delete-goal", icon=ft.Icons.DELETE_OUTLINE),
        ],
        spacing=0,
    )
