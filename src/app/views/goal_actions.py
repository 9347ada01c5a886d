"""What can be done with a goal: agree, reach, let go, open again, delete."""

import flet as ft

from app.domain.models import Goal
from app.views.goals import agreements
from app.views.parts.buttons import flow, link, primary
from app.views.parts.component import component
from app.views.parts.notices import say
from app.views.state import (
    use_book,
    use_nav,
    use_shared,
)
from app.words import _


@component
def Agree(goal: Goal) -> ft.Control:
    """An adult's one tap to agree to a goal, as long as nobody has; nothing for anybody else."""
    goals, role = use_book().goals, use_shared().workspace.owner.role

    def agree() -> None:
        goals.agree(goal.id)
        say(_("Agreed. It goes out with the next file."))

    if role == "learner" or goal.state != "open" or agreements(goal):
        return ft.Container(visible=False)
    return ft.Row([primary(_("Agree to this goal"), agree, "agree", icon=ft.Icons.HANDSHAKE_OUTLINED)])


@component
def GoalActions(goal: Goal) -> ft.Control:
    """What else can be done with a goal, each with a way back."""
    goals, nav = use_book().goals, use_nav()
    role = use_shared().workspace.owner.role

    def move(state: str, words: str) -> None:
        before = goal.state
        goals.move(goal.id, state)
        say(words, lambda: goals.move(goal.id, before))

    def drop() -> None:
        goals.drop(goal.id)
        nav.to("goals") if role == "learner" else nav.up()
        say(_("The goal is deleted."), lambda: goals.bring_back(goal.id))

    ways: list[ft.Control] = []
    if goal.state == "open":
        ways.append(
            link(
                _("It is reached"),
                lambda: move("achieved", _("Reached. Well done!")),
                "mark-reached",
                icon=ft.Icons.CELEBRATION_OUTLINED,
            )
        )
        ways.append(
            link(
                _("Let it go"),
                lambda: move("letgo", _("Let go. You can open it again any time.")),
                "let-go",
                icon=ft.Icons.AIR,
            )
        )
    else:
        ways.append(
            link(
                _("Open it again"),
                lambda: move("open", _("Open again.")),
                "open-again",
                icon=ft.Icons.REPLAY,
            )
        )
    ways.append(link(_("Delete"), drop, "delete-goal", icon=ft.Icons.DELETE_OUTLINE))
    return flow(ways, spacing=0)
