"""A new build of the app comes while somebody writes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.e2e.chromium import LONGEST_START_MS, Device
from tests.e2e.hands import says, screen, spot, tap
from tests.e2e.sites import Site, newer
from tests.e2e.steps import begin, make_goal

Devices = Callable[..., Device]
BUILD = "caches.keys().then((names) => names.filter((name) => name.startsWith('ownway ')))"


def test_words_in_a_field_survive_the_change_to_a_new_build(
    site: Site, device: Devices, app_site: Path, tmp_path: Path
) -> None:
    mia = device("mia")
    page = begin(site, mia, "learner", "Mia")
    make_goal(page, "Explain ratios to my sister", "She can mix the same green")
    mia.kept_offline(page)
    (first,) = page.evaluate(BUILD)
    tap(page, "part-measure")
    screen(page, "goal-form")
    field = spot(page, "goal-measure").locator("textarea").first
    field.click()
    page.wait_for_function("document.activeElement?.tagName === 'TEXTAREA'")
    page.keyboard.press("End")
    page.keyboard.type(", and I do not look")

    site.deploy(newer(app_site, tmp_path / "newer"))
    page.evaluate("navigator.serviceWorker.getRegistration().then((it) => it.update()).then(() => true)")
    spot(page, "apply-update").wait_for(state="attached", timeout=LONGEST_START_MS)
    says(page, "A new Ownway is ready.")
    assert page.evaluate("document.activeElement?.tagName") == "TEXTAREA"  # the field was never left
    with page.expect_navigation(timeout=LONGEST_START_MS):
        tap(page, "apply-update")
    mia.first_screen(page, "goal-form")
    tap(page, "back")
    screen(page, "goal")
    says(page, "She can mix the same green, and I do not look")
    (second,) = page.evaluate(BUILD)
    assert second != first
    assert spot(page, "apply-update").count() == 0
    assert not mia.faults
