"""What browser tests share. Every test in this folder is marked `e2e`.

- `app_site`: folder of the real app's built site, once a session. `shell_site`: the same of a small
  placeholder app, for tests of the shell alone.
- `site`: the real app on a server of its own; `shell`: the placeholder on a copy that may be changed.
  Both have `.address`, `.stop()`, `.start()` (same address), `.requests`.
- `device("mia")`: a browser with a profile of that name; ask for the same name again and it is the same
  device. `.open(address)` gives a tab with the first screen drawn, `.close()`, `.kill()` (SIGKILL),
  `.first_screen(page, "today")`, `.kept_offline(page)`, `.snapshot(page)`. A request to any other origin
  fails the test that made it.

    def test_a_book_survives(site, device):
        mia = device("mia")
        page = mia.open(site.address)
        page.get_by_role("button", name="Me, I am learning").click()
        mia.kill()
        site.stop()
        page = mia.open(site.address)
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.e2e.chromium import ROOT, Device
from tests.e2e.sites import PLACEHOLDER, Site, built

if TYPE_CHECKING:
    from playwright.sync_api import Playwright

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what lies in this folder."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker("e2e")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """After a failure, keep a picture and the words of every open tab in `out/`, before they close."""
    report = yield
    devices: dict[str, Device] = getattr(item, "devices", {})
    if report.when == "call" and report.failed:
        for name, used in devices.items():
            used.picture(ROOT / "out" / f"{item.name}-{name}")
    return report


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """One Playwright for the session."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def app_site() -> Path:
    """The real app's site, in `build/web`."""
    return built(ROOT / "src", ROOT / "build" / "web")


@pytest.fixture(scope="session")
def shell_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The placeholder's site."""
    return built(PLACEHOLDER, tmp_path_factory.getbasetemp() / "shell-site")


@pytest.fixture
def site(app_site: Path) -> Iterator[Site]:
    """The real app, served."""
    served = Site(app_site)
    yield served
    served.stop()


@pytest.fixture
def shell(shell_site: Path, tmp_path: Path) -> Iterator[Site]:
    """The placeholder, served below a sub-path from a copy that a test may change."""
    folder = tmp_path / "shell"
    shutil.copytree(shell_site, folder)
    served = Site(folder, "/school/ownway/")
    yield served
    served.stop()


@pytest.fixture
def device(
    playwright: Playwright, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[Callable[..., Device]]:
    """Devices by name; all are closed afterwards, and none may have asked a foreign host."""
    devices: dict[str, Device] = {}
    request.node.devices = devices

    def named(name: str, *, width: int = 390, height: int = 844) -> Device:
        if name not in devices:
            devices[name] = Device(playwright, tmp_path / "devices" / name, width=width, height=height)
        return devices[name]

    yield named
    for used in devices.values():
        used.close()
    foreign = [address for used in devices.values() for address in used.foreign]
    assert not foreign, f"asked outside the site's origin: {foreign}"
