"""The shell of the static site, in a real Chromium, with a placeholder for the app."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.e2e.chromium import LONGEST_START_MS, Device
from tests.e2e.sites import Site, pad_to_whole_portions

if TYPE_CHECKING:
    from playwright.sync_api import Page

Devices = Callable[..., Device]
CACHES = "caches.keys().then((names) => names.filter((name) => name.startsWith('ownway ')))"
# Change a few bytes in the snapshot, so far from its end or in its archive, as a worn-out flash cell would.
SPOIL = """async (fromEnd) => {
  const boot = await (await navigator.storage.getDirectory()).getDirectoryHandle("boot");
  const file = await boot.getFileHandle("snapshot");
  const { size } = await file.getFile();
  const writer = await file.createWritable({ keepExistingData: true });
  const position = fromEnd ? size - fromEnd : 1_000_000;
  await writer.write({ type: "write", position, data: new Uint8Array(64).fill(0xa5) });
  await writer.close();
}"""
BOOT_FILES = """async () => {
  const boot = await (await navigator.storage.getDirectory()).getDirectoryHandle("boot");
  const names = [];
  for await (const name of boot.keys()) names.push(name);
  return names.sort();
}"""
# A page too busy to say where it is before Python has come: it says so once Python is there.
LATE = """() => {
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message, ...more) {
    if (!message?.documentUrl) return post.call(this, message, ...more);
    this.addEventListener("message", ({ data }) => {
      if (data?.stage === "python") post.call(this, message, ...more);
    });
  };
}"""


def drawn(page: Page) -> bool:
    """Whether the placeholder's screen says what its libraries made."""
    return page.get_by_label(re.compile("Read a book: 1 kept")).count() == 1


def test_starts_from_a_sub_path(shell: Site, device: Devices) -> None:
    mia = device("mia")
    page = mia.open(shell.address)
    assert drawn(page)
    assert mia.started_from(page) == "nothing"
    assert mia.faults == []
    page.wait_for_selector("#start", state="detached")


def test_starts_again_without_the_server_and_from_the_snapshot(shell: Site, device: Devices) -> None:
    mia = device("mia")
    page = mia.open(shell.address)
    mia.kept_offline(page)
    assert mia.snapshot(page) == "proved"
    mia.close()
    shell.stop()
    page = mia.open(shell.address)
    assert drawn(page)
    assert mia.started_from(page) == "snapshot"
    assert mia.faults == []
    mia.context.add_init_script(f"({LATE})()")
    page = mia.open(shell.address)
    assert drawn(page)


def test_a_later_visit_moves_no_file(shell: Site, device: Devices) -> None:
    mia = device("mia")
    page = mia.open(shell.address)
    mia.kept_offline(page)
    page.reload()  # the letters that a first visit fetched before anything could keep them
    all_slices_kept(page, shell)
    mia.close()
    shell.requests.clear()
    page = mia.open(shell.address)
    mia.kept_offline(page)
    assert {path.split("?")[0] for path in shell.requests} <= {"/school/ownway/sw.js"}


def test_can_be_installed(shell: Site, device: Devices) -> None:
    mia = device("mia")
    page = mia.open(shell.address)
    mia.kept_offline(page)
    errors = mia.context.new_cdp_session(page).send("Page.getInstallabilityErrors")
    assert errors["installabilityErrors"] == []


@pytest.mark.parametrize("from_end", [20_000_000, 0], ids=["memory", "archive"])
def test_a_spoiled_snapshot_is_dropped_and_the_app_starts(
    shell: Site, device: Devices, from_end: int
) -> None:
    mia = device("mia")
    page = mia.open(shell.address)
    assert mia.snapshot(page) == "proved"
    page.evaluate(SPOIL, from_end)
    mia.close()
    page = mia.open(shell.address)
    assert drawn(page)
    assert mia.started_from(page) == "nothing"
    assert any("checksum" in line for line in mia.words), mia.words


def test_two_starts_that_never_ended_drop_the_snapshot(shell: Site, device: Devices) -> None:
    mia = device("mia")
    page = mia.open(shell.address)
    assert mia.snapshot(page) == "proved"
    page.evaluate(
        """async () => {
          const boot = await (await navigator.storage.getDirectory()).getDirectoryHandle("boot");
          const writer = await (await boot.getFileHandle("tries", { create: true })).createWritable();
          await writer.write("xx");
          await writer.close();
        }"""
    )
    mia.close()
    page = mia.open(shell.address)
    assert drawn(page)
    assert mia.started_from(page) == "nothing"
    assert page.evaluate(BOOT_FILES) == []


def test_a_new_build_waits_for_the_tap(shell: Site, device: Devices, newer_shell_site: Path) -> None:
    mia = device("mia")
    page = mia.open(shell.address)
    mia.kept_offline(page)
    (first,) = page.evaluate(CACHES)
    shell.deploy(newer_shell_site)
    page.evaluate("navigator.serviceWorker.getRegistration().then((it) => it.update()).then(() => true)")
    page.get_by_label(re.compile("update ready")).wait_for(state="attached", timeout=LONGEST_START_MS)
    assert first in page.evaluate(CACHES)
    assert len(page.evaluate(CACHES)) == 2
    page.reload()
    mia.first_screen(page)
    assert page.get_by_label(re.compile("this is B")).count() == 0
    with page.expect_navigation(timeout=LONGEST_START_MS):
        page.get_by_role("button", name="Update now").dispatch_event("click")
    page.get_by_label(re.compile("this is B")).wait_for(state="attached", timeout=LONGEST_START_MS)
    caches = page.evaluate(CACHES)
    assert len(caches) == 1
    assert first not in caches


def test_a_broken_new_build_leaves_the_old_one_whole(
    shell: Site, device: Devices, newer_shell_site: Path, tmp_path: Path
) -> None:
    mia = device("mia")
    page = mia.open(shell.address)
    mia.kept_offline(page)
    before = page.evaluate(CACHES)
    broken = shutil.copytree(newer_shell_site, tmp_path / "broken")
    (broken / "app.pack").write_bytes(b"half of an upload")
    shell.deploy(broken)
    refused = page.evaluate(
        """async () => {
          const it = await navigator.serviceWorker.getRegistration();
          const found = new Promise((resolve) => {
            it.addEventListener("updatefound", () => resolve(it.installing));
          });
          await it.update();
          const coming = await found;
          await new Promise((resolve) => coming.addEventListener("statechange", resolve));
          return coming.state;
        }"""
    )
    assert refused == "redundant"
    assert page.evaluate(CACHES) == before
    mia.close()
    shell.stop()
    assert drawn(mia.open(shell.address))


def test_a_first_visit_that_cannot_load_says_so(shell: Site, device: Devices, tmp_path: Path) -> None:
    half = shutil.copytree(shell.folder, tmp_path / "half")
    (half / "main.dart.js").unlink()
    (half / "main.dart.wasm").unlink()
    shell.deploy(half)
    page = device("mia").open(shell.address, wait=False)
    page.wait_for_selector("#trouble:not([hidden])")
    assert page.get_by_role("button", name="Try again").count() == 1
    assert page.get_by_text("could not open").count() == 1


@pytest.mark.parametrize(
    "harm", [lambda data: data[:-1000], lambda data: data[:9999] + b"!" * 99 + data[10098:]]
)
def test_a_damaged_archive_is_told_and_not_run(
    shell: Site, device: Devices, tmp_path: Path, harm: Callable[[bytes], bytes]
) -> None:
    broken = shutil.copytree(shell.folder, tmp_path / "broken")
    pack = broken / "app.pack"
    pack.write_bytes(harm(pack.read_bytes()))
    shell.deploy(broken)
    page = device("mia").open(shell.address, wait=False)
    page.wait_for_selector("#trouble:not([hidden])")
    assert page.get_by_text("could not open").count() == 1
    assert page.get_by_text("app.pack").count() == 1


def test_an_archive_of_whole_portions_is_unpacked_like_any_other(
    shell: Site, device: Devices, tmp_path: Path
) -> None:
    """The unpacker's output buffer is full at the very end: to ask on would ask for another archive."""
    exact = shutil.copytree(shell.folder, tmp_path / "exact")
    pad_to_whole_portions(exact / "app.pack")
    shell.deploy(exact)
    assert drawn(device("mia").open(shell.address))


def test_it_is_loaded_once_and_not_for_ever(shell: Site, device: Devices) -> None:
    mia = device("mia")
    page = mia.open(shell.address)
    mia.kept_offline(page)
    loads: list[str] = []
    page.on("domcontentloaded", lambda loaded: loads.append(loaded.url))
    page.reload()
    mia.first_screen(page)
    assert mia.snapshot(page) == "proved"
    assert len(loads) == 1


def test_zoom_is_allowed_and_the_page_speaks_its_language(shell: Site, device: Devices) -> None:
    page = device("mia").open(shell.address)
    viewport = page.get_attribute('meta[name="viewport"]', "content") or ""
    assert "user-scalable" not in viewport
    assert "maximum-scale" not in viewport
    assert (page.get_attribute("html", "lang") or "").startswith("en")


def test_the_page_refuses_what_is_not_its_own(shell: Site, device: Devices) -> None:
    """Whatever were smuggled into a book: no word of it leaves, and no script of it runs."""
    mia = device("mia")
    page = mia.open(shell.address)
    assert page.evaluate("fetch('http://127.0.0.1:9/').catch(() => 'refused')") == "refused"
    page.evaluate("""() => {
      const script = document.createElement("script");
      script.textContent = "window.ran = true";
      document.body.append(script);
    }""")
    assert page.evaluate("window.ran") is None
    said = "".join(line for line in mia.words if "Content Security Policy" in line)
    assert [rule in said for rule in ("connect-src", "script-src 'self'")] == [True, True]
    mia.words.clear()


def test_the_manifest_holds_below_any_path(shell_site: Path) -> None:
    manifest = json.loads((shell_site / "manifest.webmanifest").read_text("utf-8"))
    addresses = [manifest["start_url"], manifest["scope"], *(icon["src"] for icon in manifest["icons"])]
    assert not [address for address in addresses if address.startswith(("/", "http"))]
    assert {icon["purpose"] for icon in manifest["icons"]} == {"any", "maskable"}
    assert all((shell_site / icon["src"]).is_file() for icon in manifest["icons"])


def test_letters_of_other_scripts_are_fetched_once_and_found(shell: Site, device: Devices) -> None:
    page = device("mia").open(shell.address)
    with page.expect_response(re.compile("fallback/notosansthai"), timeout=LONGEST_START_MS) as thai:
        page.reload()
    assert thai.value.ok
    asked = [path for path in shell.requests if "/fallback/" in path]
    assert all((shell.folder / path.removeprefix("/school/ownway/")).is_file() for path in asked)


def test_of_a_script_in_slices_all_are_kept_once_one_was_needed(shell: Site, device: Devices) -> None:
    mia = device("mia")
    page = mia.open(shell.address)
    mia.kept_offline(page)
    page.reload()
    all_slices_kept(page, shell)
    mia.close()
    shell.stop()
    page = mia.open(shell.address)
    far = page.evaluate("fetch('assets/fallback/notosanssc.119.woff2').then(({ ok }) => ok)")
    assert far


def all_slices_kept(page: Page, shell: Site) -> None:
    """Waits until the script of the placeholder's one Chinese letter is kept, with all of its letters."""
    carried = len(list((shell.folder / "assets/fallback").glob("notosanssc.*.woff2")))
    assert carried > 90
    kept = page.evaluate(
        """async ([count, patience]) => {
          const name = (await caches.keys()).find((one) => one.startsWith("ownway "));
          const cache = await caches.open(name);
          for (const begun = performance.now(); performance.now() < begun + patience; ) {
            const kept = (await cache.keys()).filter(({ url }) => url.includes("/fallback/notosanssc."));
            if (kept.length >= count) return kept.length;
            await new Promise((resolve) => setTimeout(resolve, 50));
          }
          return 0;
        }""",
        [carried, LONGEST_START_MS],
    )
    assert kept == carried
