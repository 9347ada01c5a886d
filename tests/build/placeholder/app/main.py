"""One screen that says that pydantic and TinyDB work, how the worker started, and offers updates."""

from __future__ import annotations

import flet as ft
import ownway_bridge
from tinydb import TinyDB
from tinydb.storages import MemoryStorage

from app.models import Goal


def answer() -> str:
    """What the libraries make of a goal."""
    goal = Goal.model_validate_json('{"statement": "Read a book", "steps": ["choose", "read"]}')
    database = TinyDB(storage=MemoryStorage)
    database.insert(goal.model_dump(mode="json"))
    return f"{goal.statement}: {len(database)} kept"


async def main(page: ft.Page) -> None:
    """Draw the screen."""
    page.title = "Ownway"
    state = ft.Text("no update")
    described = ft.Text("")

    async def update(_: ft.Event[ft.FilledButton]) -> None:
        await ownway_bridge.call("apply_update")

    def heard(value: str) -> None:
        state.value = f"update {value}"
        page.update()

    page.add(
        ft.Semantics(
            identifier="screen-start",
            content=ft.Column(
                [
                    ft.Text(answer(), size=28, font_family="Atkinson Hyperlegible Next"),
                    ft.Icon(ft.Icons.ROUTE),
                    state,
                    described,
                    ft.Text("ع ✓ ★ Олег हिन्दी ไทย 李 😀"),
                    ft.FilledButton("Update now", on_click=update),
                ]
            ),
        )
    )
    ownway_bridge.on("update", heard)
    device = await ownway_bridge.call("describe")
    described.value = f"on {device.platform}"
    page.update()


def start() -> None:
    """Run it."""
    ft.run(main)
