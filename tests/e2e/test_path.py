"""The path on the built site: a picture to tap, by the identifiers that screen readers use as well."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tests.e2e.chromium import Device
from tests.e2e.hands import first, names, says, screen, spot, tap, to_goals
from tests.e2e.sites import Site
from tests.e2e.steps import begin

if TYPE_CHECKING:
    pass


def test_a_new_learner_walks_the_path(site: Site, device: Callable[..., Device]) -> None:
    page = begin(site, device("mia"), "learner", "Mia")
    tap(page, "nav-path")
    screen(page, "path")
    station = first(page, "station-")
    says(page, "Open now")
    says(page, "Something new")
    tap(page, station)
    spot(page, "chosen-station").wait_for(state="attached")
    tap(page, "about-station")
    screen(page, "competency")
    tap(page, "back")
    to_goals(page)
    tap(page, "place-path")
    screen(page, "path")
    tap(page, "open-growth")
    screen(page, "growth")
    says(page, "Nothing is lost by a week of rest")
    assert any(name.startswith("square-") for name in names(page))
