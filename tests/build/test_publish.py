"""The recipe of the site, without a browser: what it refuses, what it leaves out, that it repeats itself."""

from __future__ import annotations

import ast
import hashlib
import io
import re
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "build"))

import archive  # noqa: E402 - the recipe, from the path just added
import client  # noqa: E402
import fallback  # noqa: E402
import fonts  # noqa: E402
import icons  # noqa: E402
import precache  # noqa: E402
import publish  # noqa: E402
import slim  # noqa: E402
import webmanifest  # noqa: E402
import wheels  # noqa: E402

PLACEHOLDER = Path(__file__).parent / "placeholder"
TEXT = (".css", ".html", ".js", ".json", ".mjs", ".webmanifest")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publish.publish(PLACEHOLDER, tmp_path_factory.mktemp("site") / "web")


def tree(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_wheel_with_another_hash_is_refused_in_words(tmp_path: Path) -> None:
    wheel = wheels.Wheel("tinydb", "4.9.0", "tinydb-4.9.0-py3-none-any.whl", "0" * 64)
    (tmp_path / wheel.file_name).write_bytes(b"not the wheel")
    with pytest.raises(wheels.WheelRefused, match="Nothing was built"):
        wheels.fetch((wheel,), tmp_path)


def test_a_lock_line_with_a_word_missing_is_refused(tmp_path: Path) -> None:
    lock = tmp_path / "wheels.lock"
    lock.write_text("# names\ntinydb 4.9.0 tinydb-4.9.0-py3-none-any.whl\n", "utf-8")
    with pytest.raises(wheels.WheelRefused, match="four words"):
        wheels.read_lock(lock)


def test_the_same_sources_give_the_same_bytes(site: Path, tmp_path: Path) -> None:
    again = publish.publish(PLACEHOLDER, tmp_path / "again")
    assert tree(again) == tree(site)


def test_nothing_is_built_when_nothing_changed(site: Path) -> None:
    before = (site / "sw.js").stat().st_mtime_ns
    publish.publish(PLACEHOLDER, site)
    assert (site / "sw.js").stat().st_mtime_ns == before


def test_no_file_asks_a_foreign_host(site: Path) -> None:
    named = {
        path.relative_to(site).as_posix(): client.foreign_hosts(path.read_text("utf-8", "replace"))
        for path in site.rglob("*")
        if path.suffix in TEXT and path.name not in {"licenses.html", "pyodide.asm.mjs"}
    }
    assert {name: hosts for name, hosts in named.items() if hosts} == {}
    program = (site / client.WASM_PROGRAM).read_bytes()
    assert re.findall(rb"https://(?:fonts\.gstatic|www\.gstatic|cdn\.jsdelivr)[^\"\x00-\x1f]*", program) == []


def test_every_file_has_its_hash_in_the_service_worker(site: Path) -> None:
    worker = (site / precache.WORKER).read_text("utf-8")
    for name, digest in tree(site).items():
        if name not in precache.NEVER_KEPT:
            assert f'"{name}":"{digest}"' in worker, name


def test_a_changed_app_is_another_build(site: Path) -> None:
    files = {"a.js": b"1", "b.js": b"2"}
    assert precache.build_id(files) == precache.build_id(dict(reversed(files.items())))
    assert precache.build_id(files) != precache.build_id({**files, "b.js": b"3"})


def test_the_archive_holds_the_app_and_starts_no_installer(site: Path) -> None:
    files = archive.unpack((site / "app.pack").read_bytes())
    names = set(files)
    with zipfile.ZipFile(io.BytesIO(files[archive.LIBRARY])) as library:
        assert {name.removesuffix("c") for name in library.namelist()} >= {"enum.py", "asyncio/tasks.py"}
    assert not (site / client.STDLIB).exists()
    assert {name.removesuffix("c") for name in names} >= {
        "src/main.py",
        "src/app/main.py",
        "lib/flet/__init__.py",
    }
    assert not [name for name in names if name.endswith(("requirements.txt", "pyproject.toml", "cli.py"))]
    assert not [name for name in names if ".dist-info" in name]


def test_what_is_packed_comes_out_again() -> None:
    files = {"b/two.txt": b"2" * 1000, "a.txt": b"", "c": bytes(range(256))}
    assert archive.unpack(archive.pack(files)) == files


def test_docstrings_go_and_lines_stay() -> None:
    source = (
        b'"""Top\n\nmore."""\nimport os\n\n\nclass A:\n    """One."""\n\n    x: int = 1\n'
        b'    """Of x."""\n\n    def f(self):\n        """Two\n        lines."""\n        return os\n'
    )
    slimmed = slim.without_docstrings(source)
    assert b"Top" not in slimmed
    assert b"Of x" not in slimmed
    assert b"lines." not in slimmed
    lines = {node.lineno for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Return)}
    assert lines == {node.lineno for node in ast.walk(ast.parse(slimmed)) if isinstance(node, ast.Return)}


def test_an_address_keeps_its_place_when_written_longer() -> None:
    for length in range(30, 50):
        written = fallback.lengthened("assets/fallback/", length)
        assert len(written) == length
        steps: list[str] = []
        for part in written.split("/"):
            if part == "..":
                steps.pop()
            elif part != ".":
                steps.append(part)
        assert "/".join(steps) == "assets/fallback/"


def test_fonts_that_are_not_here_become_the_empty_one() -> None:
    text = 'z("Noto Sans Thai","notosansthai/v29/a.woff2"),z("Noto Sans Arabic","notosansarabic/v28/b.woff2")'
    kept = fallback.redirected(text, frozenset({"notosansarabic"}))
    assert kept == 'z("Noto Sans Thai","empty.woff2"),z("Noto Sans Arabic","notosansarabic.woff2")'


def test_a_script_in_slices_answers_each_address_by_its_number() -> None:
    families = frozenset({"notosansjp.7", "notocoloremoji"})
    addresses = ("notosansjp/v53/a-b_c.7.woff2", "notosansjp/v53/abc.8.woff2", "notosansjp/v53/x.woff2")
    found = [fallback.file_for(address, families) for address in addresses]
    assert found == ["notosansjp.7.woff2", fallback.EMPTY, fallback.EMPTY]
    assert fallback.file_for("notocoloremoji/v32/abc.5.woff2", families) == "notocoloremoji.woff2"


def test_every_slice_of_the_engines_list_is_carried_and_no_other() -> None:
    (fetched,) = wheels.fetch(tuple(one for one in wheels.read_lock() if one.name == wheels.CLIENT)).values()
    program = wheels.members(fetched, "flet_web/web/")[client.PROGRAM].decode()
    asked = {
        f"{address.split('/')[0]}.{address.split('.')[-2]}.woff2" for address in fallback.in_slices(program)
    }
    carried = {name for name in fonts.lazy_fonts() if re.search(r"\.\d+\.woff2", name)}
    assert len(asked) == 543
    assert asked == carried


def test_slices_that_were_cut_anew_are_refused() -> None:
    program = 'z("notosansjp/v53/abc.7.woff2"),z("notosanssc/v37/x.0.woff2")'
    with pytest.raises(client.ClientChanged, match="cut anew"):
        client.check_slices(program)


def test_page_and_recipe_mean_the_same_archive() -> None:
    runtime, unpack = [
        (ROOT / "build/shell" / name).read_text("utf-8") for name in ("runtime.mjs", "unpack.mjs")
    ]
    assert f'const LIBRARY = "{archive.LIBRARY}";' in runtime
    assert f"const WINDOW = 1 << {archive.WINDOW_LOG};" in unpack


def test_icons_are_found_by_attribute_and_by_name_in_quotes() -> None:
    names = {"ROUTE": 1, "HOME": 2, "STAR": 3, "PETS": 4}
    found = icons.named_in(["ft.Icons.ROUTE, 'pets', \"HOME\"", "x = Icons.NOT_ONE"], names)
    assert found == {"ROUTE", "PETS", "HOME"}


def test_the_font_list_names_only_fonts_of_the_site(site: Path) -> None:
    own = fonts.own_fonts()
    assets = [font["asset"] for family in fonts.manifest(own) for font in family["fonts"]]  # type: ignore[attr-defined]
    assert all((site / "assets" / str(asset)).is_file() for asset in assets)
    assert not any("KaTeX" in str(asset) for asset in assets)


def test_a_first_visit_moves_at_most_thirteen_megabytes(site: Path) -> None:
    for engine in precache.ENGINES:
        assert sum(publish.wire_bytes(site, engine).values()) <= 13_000_000


def test_the_sample_lies_beside_the_archive_and_is_no_part_of_a_start(site: Path) -> None:
    found = {name for name in tree(site) if name.startswith("sample/")}
    assert {"sample/stories/mia.toml", "sample/pictures/paints.jpg"} <= found
    own = archive.app_files(ROOT / "src")
    assert not [name for name in own if name.endswith((".jpg", ".toml")) or ".egg-info" in name]
    assert found.isdisjoint(publish.wire_bytes(site))
    lazy = precache.grouped({name: (site / name).read_bytes() for name in tree(site)})["lazy"]
    assert isinstance(lazy, dict)
    assert found <= lazy.keys()


def test_a_picture_wider_than_high_is_for_wide_screens(tmp_path: Path) -> None:
    icon = (ROOT / "assets" / "icons" / "icon-192.png").read_bytes()
    wide = icon[:16] + (1280).to_bytes(4, "big") + (800).to_bytes(4, "big") + icon[24:]
    (tmp_path / "my-class.png").write_bytes(wide)
    (shot,) = webmanifest.screenshots(tmp_path)
    assert (shot["form_factor"], shot["sizes"], shot["label"]) == ("wide", "1280x800", "My class")


def test_a_client_that_changed_is_not_patched_blindly() -> None:
    with pytest.raises(client.ClientChanged, match="expected 1 x"):
        client.replaced("nothing here", "something", "else")
