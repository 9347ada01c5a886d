"""The laws of merging files: any history, any order, any grouping, the same bytes."""

from collections.abc import Sequence
from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from app.services.merging import merge
from app.services.sample.writer import Writer
from app.sync.bundle import Checked, Sender, Title, write_bundle
from app.sync.gate import check
from app.sync.op import ADD, DEL, SET, Edit

SPACE = "abcdefghij2345"
ROLES = ("learner", "teacher", "family")
# Who does what: write a field, add a record, delete one, or take in what another has.
Step = tuple[int, str, int, int]
STEPS = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.sampled_from(["set", "add", "del", "take"]),
        st.integers(0, 2),
        st.integers(0, 9),
    ),
    min_size=1,
    max_size=25,
)


def bundle_of(writer: Writer, made: int) -> Checked:
    lines = [line for _, line in writer.log.values()]
    sender = Sender(writer.replica, writer.role, writer.name)
    return read(write_bundle(Title(SPACE, "Mia"), sender, made, writer.vector, lines))


def read(data: object) -> Checked:
    assert isinstance(data, bytes), data
    found = check(data)
    assert isinstance(found, Checked), found
    return found


def copies(steps: Sequence[Step]) -> list[Checked]:
    """Three people's copies after a history; clocks wander, since a device's clock may be wrong."""
    writers = [
        Writer(SPACE, letter * 10, role, role, "star") for letter, role in zip("abc", ROLES, strict=True)
    ]
    for number, (who, what, other, value) in enumerate(steps):
        writer, wall = writers[who], 1000 + (number * 7919 + value * 104_729) % 5000
        if what == "take":
            writer.take_in(writers[other], wall)
        else:
            writer.write([_edit(what, f"goal{other}", value)], wall)
    return [bundle_of(writer, made) for made, writer in enumerate(writers)]


def _edit(what: str, rec: str, value: int) -> Edit:
    if what == "add":
        return Edit(ADD, "feedback", "", "", {"about": rec, "text": str(value)})
    if what == "del":
        return Edit(DEL, "goals", rec)
    return Edit(SET, "goals", rec, "target", str(value))


@settings(max_examples=80, deadline=None)
@given(STEPS)
def test_merging_is_commutative_associative_and_idempotent(steps: list[Step]) -> None:
    files = copies(steps)
    whole = merge(files)
    assert all(merge(order) == whole for order in permutations(files))
    first, second, third = files
    assert merge([read(merge([first, second])), third]) == whole
    assert merge([first, read(merge([second, third]))]) == whole
    assert merge([read(whole), *files]) == whole


@settings(max_examples=80, deadline=None)
@given(STEPS)
def test_no_op_is_lost_and_none_is_made(steps: list[Step]) -> None:
    files = copies(steps)
    merged = read(merge(files))
    assert set(merged.lines) == {line for file in files for line in file.lines}
    assert len(merged.lines) == len(set(merged.lines))
    for file in files:
        assert all(merged.to[replica][0] >= seq for replica, (seq, _) in file.to.items())
