"""What browser tests share. Every test in this folder is marked `e2e`.

- `app_site`: folder of the real app's built site, once a session. `shell_site`: the same of a small
  placeholder app, for tests of the shell alone; `newer_shell_site`: its next build. All test processes
  share them: to change a file, copy the folder and `.deploy` the copy.
- `site`: the real app, at the same address in every test of a process; `shell`: the placeholder, at one
  of its own. Both have `.address`, `.stop()`, `.start()` (same address), `.deploy(folder)`, `.requests`.
- `device("mia")`: a browser with a profile of that name; ask for the same name again and it is the same
  device; `width`, `height`, `locale` and `microphone` say what it is like. `.open(address)` gives a tab
  with the first screen drawn, `.close()`, `.kill()` (SIGKILL), `.first_screen(page, "today")`,
  `.kept_offline(page)`, `.snapshot(page)`. A request to any other origin fails the test that made it.
- A device of a test that uses `site` has been there once: the build is kept offline, the next start's
  snapshot is proved, the folder of books is gone, nobody has begun. It is a copy of the profile that
  `visited` makes once a process. `device("mia", new=True)` has never been anywhere: for what is about the
  first visit. A test of `shell` has only such devices.

    def test_a_book_survives(site, device):
        mia = device("mia")
        page = mia.open(site.address)
        page.get_by_role("button", name="Me, I am learning").click()
        mia.kill()
        site.stop()
        page = mia.open(site.address)
"""

from __future__ import annotations

import os
import shutil
import socket
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.e2e.chromium import ROOT, Device
from tests.e2e.sites import PLACEHOLDER, Site, alone_with, built

if TYPE_CHECKING:
    from playwright.sync_api import Playwright

HERE = Path(__file__).parent
# Tests by what they cost, for the order alone: one that is not named here comes after these.
LONGEST = (
    "test_a_rubric_is_marked_by_three",
    "test_a_survey_and_a_quiz_are_asked",
    "test_two_versions_are_settled",
    "test_the_whole_way_there_and_back",
    "test_nothing_acknowledged_is_lost_when_the_browser_is_killed",
    "test_a_family_writes_home",
    "test_the_loop_goes_round",
    "test_two_starts_that_never_ended",
    "test_a_spoiled_snapshot",
    "test_a_full_device",
    "test_the_sample_is_seen",
    "test_a_file_that_no_book_can_be",
    "test_words_in_a_field_survive",
    "test_it_is_loaded_once",
    "test_a_new_build_waits",
)
# Whether only the boot's own folder is left. Python's worker, which is just ending, may still have the books.
FORGET_BOOKS = """async () => {
  const root = await navigator.storage.getDirectory();
  await root.removeEntry("books", { recursive: true }).catch(() => {});
  const left = [];
  for await (const name of root.keys()) left.push(name);
  return left.join() === "boot";
}"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what lies in this folder, and have each of two processes begin with the longest of its half.

    What one steals from the other at the end is short then, and they end together.
    """
    ours = [item for item in items if HERE in item.path.parents]
    for item in ours:
        item.add_marker("e2e")
    ours.sort(key=lambda item: next((i for i, name in enumerate(LONGEST) if name in item.name), len(LONGEST)))
    others = [item for item in items if HERE not in item.path.parents]
    items[:] = others + ours[::2] + ours[1::2]


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
def common(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all test processes of this session have in common."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@pytest.fixture(scope="session")
def shell_site(common: Path) -> Path:
    """The placeholder's site."""
    return built(PLACEHOLDER, common / "shell-site")


@pytest.fixture(scope="session")
def newer_shell_site(common: Path) -> Path:
    """The site of a placeholder that says "this is B" where the first says "no update"."""
    source = common / "newer-shell"
    with alone_with(source):
        if not source.exists():
            shutil.copytree(PLACEHOLDER, source)
            main = source / "app" / "main.py"
            main.write_text(main.read_text("utf-8").replace("no update", "this is B"), "utf-8")
    return built(source, common / "newer-shell-site")


@pytest.fixture(scope="session")
def port() -> Iterator[int]:
    """A port for the real app, the same in every test of this process: a device knows a site by it."""
    with socket.socket() as held:  # bound and never listening, it keeps others off while no site serves
        held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        held.bind(("127.0.0.1", 0))
        yield held.getsockname()[1]


@pytest.fixture(scope="session")
def visited(
    playwright: Playwright, app_site: Path, port: int, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The profile of a browser that has opened the real app once, and in which nobody has begun."""
    profile = tmp_path_factory.mktemp("visited") / "profile"
    served = Site(app_site, port=port)
    visitor = Device(playwright, profile, haste=True)
    page = visitor.open(served.address)
    visitor.kept_offline(page)
    assert visitor.snapshot(page) == "proved"
    page.goto(f"{served.address}licenses.html")  # the app lets go of its folder, which no two devices share
    page.wait_for_function(FORGET_BOOKS)
    visitor.close()
    served.stop()
    assert not visitor.foreign
    for lock in profile.glob("Singleton*"):
        lock.unlink()
    return profile


@pytest.fixture
def site(app_site: Path, port: int, visited: Path) -> Iterator[Site]:
    """The real app, served where `visited` knows it."""
    assert visited.is_dir()
    served = Site(app_site, port=port)
    yield served
    served.stop()


@pytest.fixture
def shell(shell_site: Path) -> Iterator[Site]:
    """The placeholder, served below a sub-path."""
    served = Site(shell_site, "/school/ownway/")
    yield served
    served.stop()


@pytest.fixture
def device(
    playwright: Playwright, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[Callable[..., Device]]:
    """Devices by name; all are closed afterwards, and none may have asked a foreign host or met the page's
    policy."""
    devices: dict[str, Device] = {}
    request.node.devices = devices
    knows_site = "site" in request.fixturenames

    def named(name: str, *, new: bool = False, **more: Any) -> Device:
        if name not in devices:
            profile = tmp_path / "devices" / name
            if knows_site and not new:
                shutil.copytree(request.getfixturevalue("visited"), profile)
            # Python from nothing has too much to compute for haste.
            devices[name] = Device(playwright, profile, haste=knows_site, **more)
        return devices[name]

    yield named
    for used in devices.values():
        used.close()
        shutil.rmtree(used.profile, ignore_errors=True)  # 100 MB each, and pytest keeps three sessions
    foreign = [address for used in devices.values() for address in used.foreign]
    assert not foreign, f"asked outside the site's origin: {foreign}"
    refused = [line for used in devices.values() for line in used.words if "Content Security Policy" in line]
    assert not refused, f"against the site's own policy: {refused}"
