"""The command line: what each command does, says and exits with."""

import json
import socket
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app import cli
from app.services.merging import merge
from app.services.sample import mia, sample_class
from app.services.sample.writer import Writer
from app.sync.bundle import Checked, Refusal, Sender, Title, write_bundle
from app.sync.gate import check
from app.sync.op import ADD, SET, Edit
from app.sync.packet import check_all, write_packet
from app.sync.vector import state_digest

TODAY = date(2026, 11, 20)
SPACE = "abcdefghij2345"
Said = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def book() -> bytes:
    return mia(1, TODAY).data


@pytest.fixture
def file(tmp_path: Path, book: bytes) -> Path:
    path = tmp_path / "mia.json"
    path.write_bytes(book)
    return path


def checked(data: bytes | Refusal) -> Checked:
    assert isinstance(data, bytes), data
    found = check(data)
    assert isinstance(found, Checked), found
    return found


def bundle(writer: Writer, made: int = 1) -> bytes:
    lines = [line for _, line in writer.log.values()]
    return write_bundle(
        Title(SPACE, "Mia"), Sender(writer.replica, writer.role, writer.name), made, writer.vector, lines
    )


def people() -> tuple[Writer, Writer]:
    """A learner and a teacher who have each seen the other's first words and then wrote apart."""
    learner = Writer(SPACE, "aaaaaaaaaa", "learner", "Mia", "paws")
    teacher = Writer(SPACE, "bbbbbbbbbb", "teacher", "Ms Adeyemi", "book")
    goal = learner.write([Edit(ADD, "goals", "", "", {"statement": "Swim", "state": "active"})], 1000)
    teacher.take_in(learner, 2000)
    teacher.write([Edit(SET, "goals", goal, "due", "2026-12-01")], 3000)
    learner.take_in(teacher, 4000)
    learner.write([Edit(SET, "goals", goal, "due", "2026-12-05")], 5000)
    teacher.write([Edit(SET, "goals", goal, "due", "2026-12-09")], 6000)
    return learner, teacher


# inspect


def test_inspect_says_what_is_in_a_file(file: Path, capsys: Said) -> None:
    assert cli.main(["inspect", str(file)]) == cli.DONE
    said = capsys.readouterr().out
    for words in ("the book of Mia", "by Mia (learner)", "285 artefacts", "Ms Adeyemi (teacher)", "10 here"):
        assert words in said


def test_inspect_as_json(file: Path, book: bytes, capsys: Said) -> None:
    assert cli.main(["inspect", "--json", str(file)]) == cli.DONE
    found = json.loads(capsys.readouterr().out)
    assert found["good"] is True
    assert found["digest"] == state_digest(checked(book).to)
    assert found["records"]["goals"] == 19
    assert found["versions"] == 1
    assert [voice["name"] for voice in found["voices"]] == ["Ms Adeyemi", "Mia", "Dad"]
    assert sum(voice["ops"] for voice in found["voices"]) == found["ops"]


def test_inspect_names_every_fault_of_a_bad_file(file: Path, book: bytes, capsys: Said) -> None:
    bad = json.loads(book)
    bad["ops"][3]["hlc"] = "soon"
    bad["ops"][5]["space"] = "anotherbook22"
    ops = bad["counts"]["ops"]
    bad["counts"]["ops"] += 1
    file.write_text(json.dumps(bad), "utf-8")
    assert cli.main(["inspect", str(file)]) == cli.REFUSED
    said = capsys.readouterr()
    assert said.out == ""
    for words in ("number 4 ", "number 6 ", f"it says {ops + 1} changes and holds {ops}"):
        assert words in said.err
    assert cli.main(["inspect", "--json", str(file)]) == cli.REFUSED
    codes = {fault["code"] for fault in json.loads(capsys.readouterr().out)["faults"]}
    assert {"bad_op", "mixed", "counts"} <= codes


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b'{"format":', "cut off"),
        (b"\xff\xd8\xff\xe0", "not a file that Ownway shared"),
        (b"[" * 100_000, "folded into itself"),
        (b"{}", "not an Ownway book"),
    ],
)
def test_inspect_refuses_what_is_no_book_in_words(
    tmp_path: Path, data: bytes, words: str, capsys: Said
) -> None:
    path = tmp_path / "odd.json"
    path.write_bytes(data)
    assert cli.main(["inspect", str(path)]) == cli.REFUSED
    assert words in capsys.readouterr().err


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(position=st.integers(0, 100_000), byte=st.integers(0, 255))
def test_inspect_never_fails_for_a_damaged_file(tmp_path: Path, position: int, byte: int) -> None:
    data = bytearray(bundle(people()[0]))
    data[position % len(data)] = byte
    path = tmp_path / "damaged.json"
    path.write_bytes(data)
    assert cli.main(["inspect", str(path)]) in (cli.DONE, cli.REFUSED)


def test_a_name_cannot_move_the_terminals_cursor(tmp_path: Path, capsys: Said) -> None:
    learner = Writer(SPACE, "aaaaaaaaaa", "learner", "Mia\x1b[2J", "paws")
    learner.write([Edit(SET, "learner", "me", "name", "Mia")], 1)
    path = tmp_path / "odd.json"
    path.write_bytes(bundle(learner))
    assert cli.main(["inspect", str(path)]) == cli.DONE
    assert "\x1b" not in capsys.readouterr().out


# merge


def test_merge_is_the_union_in_any_order_and_any_number_of_times(tmp_path: Path, capsys: Said) -> None:
    learner, teacher = people()
    one, two, out = tmp_path / "one.json", tmp_path / "two.json", tmp_path / "out.json"
    one.write_bytes(bundle(learner, made=1))
    two.write_bytes(bundle(teacher, made=2))
    results = []
    for files in ([one, two], [two, one], [one, two, one], [out, one], [out, out]):
        assert cli.main(["merge", *map(str, files), "-o", str(out)]) == cli.DONE
        results.append(out.read_bytes())
    assert len(set(results)) == 1
    merged = checked(results[0])
    assert {op["id"] for op in merged.ops} == set(learner.log) | set(teacher.log)
    assert merged.sender.name == "Ms Adeyemi"
    learner.take_in(teacher, 9000)
    assert merged.to == learner.vector
    assert "put together" in capsys.readouterr().out
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one.json", "out.json", "two.json"]


def test_merged_ops_come_after_all_they_name_whatever_their_clocks_say() -> None:
    learner, teacher = people()
    goal = next(op["rec"] for op, _ in learner.log.values() if op["col"] == "goals")
    teacher.write([Edit(SET, "goals", goal, "due", "2090-01-01")], 3_786_912_000_000)
    learner.take_in(teacher, 7000)
    learner.write([Edit(SET, "goals", goal, "due", "2026-12-05")], 8000)
    merged = checked(merge([checked(bundle(learner))]))
    clocks = [op["hlc"] for op in merged.ops]
    assert clocks != sorted(clocks)
    place = {op["id"]: number for number, op in enumerate(merged.ops)}
    assert all(place[earlier] < place[op["id"]] for op in merged.ops for earlier in op["pred"])


def test_merging_one_file_keeps_all_that_is_in_it(book: bytes) -> None:
    merged = checked(merge([checked(book)]))
    assert len(merged.blobs) == len(checked(book).blobs)
    assert state_digest(merged.to) == state_digest(checked(book).to)


def test_a_photo_that_one_file_lacks_comes_from_the_other(book: bytes) -> None:
    whole = checked(book)
    bare = json.loads(book)
    for blob in bare["blobs"]:
        del blob["data"]
    lacking = checked(json.dumps(bare).encode())
    for pair in ([whole, lacking], [lacking, whole]):
        assert all(blob.data for blob in checked(merge(pair)).blobs)


def test_merge_refuses_other_books_in_words(tmp_path: Path, capsys: Said) -> None:
    paths = []
    for sample in sample_class(1, TODAY, 2):
        paths.append(tmp_path / f"{sample.name}.json")
        paths[-1].write_bytes(sample.data)
    out = tmp_path / "out.json"
    assert cli.main(["merge", *map(str, paths), "-o", str(out)]) == cli.REFUSED
    assert "different books (Mia, Chidi)" in capsys.readouterr().err
    assert not out.exists()


def test_merge_refuses_two_devices_under_one_name(tmp_path: Path, capsys: Said) -> None:
    (learner, _), (twin, _) = people(), people()
    twin.write([Edit(SET, "learner", "me", "name", "Mia")], 7000)
    learner.write([Edit(SET, "learner", "me", "name", "Mila")], 7000)
    paths = [tmp_path / "one.json", tmp_path / "two.json"]
    for path, writer in zip(paths, (learner, twin), strict=True):
        path.write_bytes(bundle(writer))
    out = tmp_path / "out.json"
    assert cli.main(["merge", *map(str, paths), "-o", str(out)]) == cli.REFUSED
    assert "grown apart" in capsys.readouterr().err
    assert not out.exists()


def test_merge_refuses_a_bad_file_and_names_it(file: Path, tmp_path: Path, capsys: Said) -> None:
    bad = tmp_path / "bad.json"
    bad.write_bytes(file.read_bytes()[:-100])
    assert cli.main(["merge", str(file), str(bad), "-o", str(tmp_path / "out.json")]) == cli.REFUSED
    assert "bad.json: This file is cut off" in capsys.readouterr().err


def test_ops_that_name_each_other_in_a_ring_are_kept() -> None:
    learner, teacher = people()
    ring = Writer(SPACE, "cccccccccc", "family", "Dad", "sun")
    ring.write([Edit(SET, "learner", "me", "name", "Mia")], 1)
    first, line = ring.log["cccccccccc.1:1"]
    assert merge([checked(bundle(ring))])
    looped = checked(bundle(ring))
    looped.ops[0]["pred"] = ["cccccccccc.1:4"]  # a later op of its own: no order can satisfy it
    merged = checked(merge([checked(bundle(learner)), looped, checked(bundle(teacher))]))
    assert {first["id"]} <= {op["id"] for op in merged.ops}
    assert line in merged.lines


# packets


def library(name: str, made: int = 1) -> bytes:
    """A library's bundle with one activity, by a replica of that name."""
    writer = Writer("sharedlibrary", name * 10, "teacher", "Ms Rivera", "sun")
    writer.write([Edit(ADD, "activities", "", "", {"title": f"Mix greens {name}"})], 1000)
    lines = [line for _, line in writer.log.values()]
    title = Title("sharedlibrary", "Ms Rivera", "library")
    return write_bundle(title, Sender(writer.replica, "teacher", "Ms Rivera"), made, writer.vector, lines)


def test_inspect_says_all_that_is_in_a_packet(tmp_path: Path, capsys: Said) -> None:
    path = tmp_path / "packet.json"
    path.write_bytes(write_packet([library("d"), bundle(people()[0])]))
    assert cli.main(["inspect", str(path)]) == cli.DONE
    said = capsys.readouterr().out
    for words in ("the library of Ms Rivera and the book of Mia", "1 activities", "1 goals"):
        assert words in said
    assert cli.main(["inspect", "--json", str(path)]) == cli.DONE
    parts = json.loads(capsys.readouterr().out)["parts"]
    assert [(part["kind"], part["name"]) for part in parts] == [("library", "Ms Rivera"), ("learner", "Mia")]
    path.write_bytes(write_packet([library("d"), library("e")]))
    assert cli.main(["inspect", str(path)]) == cli.REFUSED
    assert "more than once" in capsys.readouterr().err


def test_merge_puts_packets_together_part_by_part(tmp_path: Path, capsys: Said) -> None:
    learner, teacher = people()
    one, two, out = tmp_path / "one.json", tmp_path / "two.json", tmp_path / "out.json"
    one.write_bytes(write_packet([library("d"), bundle(learner, made=1)]))
    two.write_bytes(write_packet([library("e", 2), bundle(teacher, made=2)]))
    results = []
    for files in ([one, two], [two, one], [out, one], [out, out]):
        assert cli.main(["merge", *map(str, files), "-o", str(out)]) == cli.DONE
        results.append(out.read_bytes())
    assert len(set(results)) == 1
    found = check_all(results[0])
    assert not isinstance(found, Refusal)
    assert [part.kind for part in found] == ["library", "learner"]
    assert len(found[0].ops) == len(check_all(library("d"))[0].ops) * 2  # type: ignore[index]
    assert {op["id"] for op in found[1].ops} == set(learner.log) | set(teacher.log)
    assert "put together" in capsys.readouterr().out


# sample


def test_sample_writes_the_same_files_for_the_same_seed(tmp_path: Path, capsys: Said) -> None:
    arguments = ["sample", "--seed", "4", "--learners", "3", "--date", "2026-11-20", "-o"]
    for folder in ("one", "two"):
        assert cli.main([*arguments, str(tmp_path / folder)]) == cli.DONE
    names = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert names == ["Chidi.json", "Elif.json", "Mia.json"]
    for name in names:
        data = (tmp_path / "one" / name).read_bytes()
        assert data == (tmp_path / "two" / name).read_bytes()
        assert checked(data).name == name.removesuffix(".json")
    assert "3 books of people who do not exist" in capsys.readouterr().out


# use


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["nonsense"],
        ["inspect"],
        ["merge", "a.json"],
        ["sample", "-o", "x", "--learners", "31"],
        ["sample", "-o", "x", "--date", "soon"],
        ["serve", "--port", "70000"],
    ],
)
def test_wrong_use_exits_with_2(arguments: list[str], capsys: Said) -> None:
    with pytest.raises(SystemExit) as left:
        cli.main(arguments)
    assert left.value.code == cli.UNABLE
    assert "usage: ownway" in capsys.readouterr().err


def test_what_cannot_be_read_or_written_is_said(file: Path, tmp_path: Path, capsys: Said) -> None:
    assert cli.main(["inspect", str(tmp_path / "gone.json")]) == cli.UNABLE
    assert cli.main(["inspect", str(tmp_path)]) == cli.UNABLE
    assert cli.main(["merge", str(file), "-o", str(tmp_path / "no" / "out.json")]) == cli.UNABLE
    assert cli.main(["sample", "-o", str(file)]) == cli.UNABLE
    said = capsys.readouterr().err
    assert "gone.json: No such file" in said
    assert "Traceback" not in said


def test_building_without_the_checkout_is_said(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: Said
) -> None:
    monkeypatch.setattr(cli, "RECIPE", tmp_path)
    for command in ("build", "serve"):
        assert cli.main([command]) == cli.UNABLE
    assert "checkout" in capsys.readouterr().err


def test_a_port_that_is_taken_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: Said) -> None:
    monkeypatch.setattr(cli, "_published", lambda: tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert cli.main(["serve", "--port", port]) == cli.UNABLE
    assert f"127.0.0.1:{port} cannot be served at: Address already in use" in capsys.readouterr().err


def test_as_a_process(file: Path) -> None:
    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "app.cli", *arguments]
        environment = {"PYTHONPATH": str(Path(cli.__file__).parents[1]), "PYTHONIOENCODING": "utf-8"}
        return subprocess.run(command, capture_output=True, text=True, check=False, env=environment)

    good = run("inspect", str(file))
    assert (good.returncode, good.stderr) == (0, "")
    assert "the book of Mia" in good.stdout
    file.write_bytes(file.read_bytes()[:500])
    bad = run("inspect", str(file))
    assert (bad.returncode, bad.stdout) == (1, "")
    assert "Traceback" not in bad.stderr
