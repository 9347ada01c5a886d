"""Packets: what went in comes out, however the file is laid out; and what is wrong is said."""

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.sync.bundle import Checked, Refusal
from app.sync.gate import check
from app.sync.packet import MOST_PARTS, all_faults, check_all, unpacked, write_packet
from app.sync.refusals import sentence
from tests.samples.hostile import changed, good, packets

HOSTILE = packets()


def other() -> bytes:
    """A good bundle of another space."""
    from app.sync.bundle import Sender, Title, write_bundle

    return write_bundle(
        Title("othertestspace", "Ms Rivera", "library"), Sender("r.1", "teacher", "R"), 1, {}, []
    )


def test_each_bundle_comes_out_byte_for_byte() -> None:
    assert unpacked(write_packet([other(), good()])) == [other(), good()]


def test_a_file_that_is_no_packet_is_its_own_only_part() -> None:
    mention = changed(lambda b: b["space"].update(name="ownway-packet"))
    for data in (good(), mention, b"", b"nonsense"):
        assert unpacked(data) == (data,)


@pytest.mark.parametrize("indent", [None, 1])
def test_layout_does_not_matter(indent: int | None) -> None:
    data = write_packet([other(), good()])
    again = b"\xef\xbb\xbf" + json.dumps(json.loads(data), indent=indent).encode()
    first, second = check_all(data), check_all(again)
    assert not isinstance(first, Refusal)
    assert not isinstance(second, Refusal)
    assert [one.space for one in second] == ["othertestspace", "testspacetestspace22"]
    assert [(one.lines, one.to, one.kind) for one in first] == [
        (one.lines, one.to, one.kind) for one in second
    ]


def test_new_lines_of_another_system_do_not_spoil_a_packet() -> None:
    data = write_packet([other(), good()]).replace(b"\n", b"\r\n")
    found = check_all(data)
    assert not isinstance(found, Refusal)
    assert len(found) == 2


def test_a_packet_holds_one_bundle_and_no_more_than_the_most() -> None:
    for wrong in ([], [b"{}"] * (MOST_PARTS + 1)):
        with pytest.raises(ValueError, match="a packet of"):
            write_packet(wrong)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_packet_is_refused_in_words_and_at_once(name: str) -> None:
    data, codes = HOSTILE[name]
    began = time.perf_counter()
    found = check_all(data)
    took = time.perf_counter() - began
    assert isinstance(found, Refusal), f"{name} was let in"
    assert found.code in codes, f"{name}: {found}"
    assert "Nothing was changed." in sentence(found.code, found.facts)
    assert took < 2
    assert all_faults(data)


@given(st.data())
@settings(max_examples=300, deadline=None)
def test_no_changed_byte_goes_unseen_or_breaks_anything(data: st.DataObject) -> None:
    whole = bytearray(write_packet([other(), good()]))
    place = data.draw(st.integers(0, len(whole) - 1))
    whole[place] = data.draw(st.integers(0, 255))
    found = check_all(bytes(whole))
    if not isinstance(found, Refusal):  # white space, a size that is not needed, or the byte it was
        before = [check(part) for part in (other(), good())]
        assert [(one.lines, one.name) for one in found] == [
            (one.lines, one.name) for one in before if isinstance(one, Checked)
        ]


@given(st.lists(st.integers(0, 5000), max_size=4))
@settings(max_examples=200, deadline=None)
def test_sizes_that_lie_never_let_anything_else_in(sizes: list[int]) -> None:
    data = write_packet([other(), good()])
    said = b"[" + b",".join(str(size).encode() for size in sizes) + b"]"
    begin, end = data.index(b"["), data.index(b"]") + 1
    found = check_all(data[:begin] + said + data[end:])
    if not isinstance(found, Refusal):
        assert [one.space for one in found] == ["othertestspace", "testspacetestspace22"]
        assert len(found[1].ops) == 4


def test_what_is_in_no_line_of_its_own_is_found_as_well() -> None:
    faults = all_faults(write_packet([other(), changed(lambda b: b["ops"][0].pop("hlc"))]))
    assert "bad_op" in [fault.code for fault in faults]
    assert all_faults(write_packet([other(), good()])) == ()
