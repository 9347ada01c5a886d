"""A learner's week on the built site: what was missed is adapted, things are dragged to days and ticked off.

The book is made beforehand, since a goal can only be missed once days have passed.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from app.services.days import local_day
from app.services.plan import Thing
from tests.e2e.chromium import Device
from tests.e2e.hands import calm, record, says, screen, spot, tap, to_goals, write
from tests.e2e.sites import Site
from tests.e2e.steps import take_in
from tests.services.devices import Clock, DeviceUnderTest

if TYPE_CHECKING:
    from playwright.sync_api import Page

Devices = Callable[..., Device]
DAY_MS = 86_400_000
GOAL, DRUM, BOOK = "Swim 25 metres", "Practise the drum", "Read a chapter"


async def _book(folder: Path) -> tuple[str, Path]:
    """A book with a goal whose day passed three weeks ago, a thing planned for today, and one left over."""
    mia = DeviceUnderTest(11, clock=Clock(int(time.time() * 1000) - 40 * DAY_MS))
    workspace = await mia.start()
    await workspace.begin("learner", "Mia", "paw")
    own = await mia.own()
    today = local_day(int(time.time() * 1000))
    own.goals.write(
        statement=GOAL, measure="25 metres without stopping", due=(today - timedelta(days=21)).isoformat()
    )
    own.plan.add(Thing(DRUM, minutes=20), today, "any")
    own.plan.add(Thing(BOOK, minutes=20), today - timedelta(days=2), "any")
    file = await workspace.share.export(own.book)
    path = folder / "mia.json"
    path.write_bytes(file.data)
    return own.id, path


def test_a_missed_goal_goes_on_and_the_week_fills_today(site: Site, device: Devices, tmp_path: Path) -> None:
    with ThreadPoolExecutor(1) as beside:  # Playwright has a loop of its own here
        space, file = beside.submit(asyncio.run, _book(tmp_path)).result()
    mia = device("mia")
    page = mia.open(site.address)
    take_in(page, file, by="bring-back")
    tap(page, "take-in")
    tap(page, f"whose-{space}")
    screen(page, "today")
    mia.kept_offline(page)
    site.stop()

    # the goal's day is over: nobody is blamed, and there are ways to go on
    to_goals(page)
    tap(page, record(page, "goal-"))
    screen(page, "goal")
    says(page, "What did we learn?")
    write(page, "learned", "I need somebody who swims beside me.")
    tap(page, "adapt-extend")
    says(page, "More time is there.")
    tap(page, "goal-story")
    screen(page, "goal-story")
    says(page, "I need somebody who swims beside me.")
    tap(page, "back")
    screen(page, "goal")
    tap(page, "back")
    screen(page, "goals")

    # what is planned for today stands on Today and is done there in one tap
    tap(page, "nav-today")
    screen(page, "today")
    says(page, "You planned this for today")
    says(page, DRUM)
    says(page, "1 thing from earlier days")
    tap(page, "offer")
    says(page, "Done. It took 20 minutes.")

    # what was left over is dragged to a day of next week, of which all days are still to come
    tap(page, "plan-left")
    screen(page, "week")
    tap(page, "week-after")
    _drag(page, record(page, "planned-"), "day-2")
    says(page, "Moved to Wednesday")
    spot(page, "pile-left").wait_for(state="detached")
    tap(page, "day-2")
    says(page, BOOK)
    page.reload()
    mia.first_screen(page, "week")
    spot(page, "block-any").wait_for(state="attached")
    assert spot(page, "pile-left").count() == 0


def _drag(page: Page, name: str, to: str) -> None:
    """Carries `name` to another place by the pointer, as a finger does: sideways first."""
    calm(page)
    start, end = spot(page, name).bounding_box(), spot(page, to).bounding_box()
    assert start, name
    assert end, to
    x, y = start["x"] + start["width"] / 2, start["y"] + start["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 30, y, steps=5)
    page.mouse.move(end["x"] + end["width"] / 2, end["y"] + end["height"] / 2, steps=10)
    page.mouse.up()
