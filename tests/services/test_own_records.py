"""What is written for many learners: kept whole or not at all, copied, put away and brought back."""

import pytest

from app.domain.library import MasteryCriterion, Rubric
from app.domain.rubrics import losing
from app.services.assessing import Judgement
from app.services.own_records import ACTIVITIES, BOARDS, RUBRICS, marks_with
from app.services.portfolio import MOST_FILE_BYTES, Capture
from tests.services.devices import PICTURE, DeviceUnderTest, device

RUBRIC = {
    "title": "Telling",
    "criteria": [
        {
            "id": "a",
            "title": "Clear",
            "levels": [{"level": 1, "words": "Some"}, {"level": 2, "words": "Most"}],
        }
    ],
}


async def teacher() -> DeviceUnderTest:
    made = await device(9, "teacher", "Ms R")
    await made.workspace.open_libraries()
    return made


async def test_an_activity_is_made_changed_and_stays_after_a_restart() -> None:
    made = await teacher()
    own = made.workspace.own_records
    rec = await own.keep(
        ACTIVITIES, {"title": " Marble  run ", "show": ["photo", "words"], "minutes": 20, "how": ""}
    )
    await own.keep(ACTIVITIES, {"title": "Marble run", "show": ["audio"], "minutes": 0}, rec)
    workspace = await made.restart()
    await workspace.open_libraries()
    found = workspace.catalog().activity(rec)
    assert found is not None
    assert (found.title, found.show, found.minutes, found.by) == ("Marble run", ("audio",), 0, "teacher")


async def test_without_a_name_or_with_a_wrong_value_nothing_is_written() -> None:
    made = await teacher()
    own = made.workspace.own_records
    library = await made.workspace.own_library()
    before = library.book.vector
    for values in ({"title": " "}, {"title": "x", "settings": ["moon"]}, {"title": "x", "minutes": -1}):
        with pytest.raises(ValueError):
            await own.keep(ACTIVITIES, values)
    assert library.book.vector == before


async def test_what_is_put_away_leaves_the_lists_and_comes_back() -> None:
    made = await teacher()
    own, catalog = made.workspace.own_records, made.workspace.catalog
    for col, listed in ((ACTIVITIES, "activities"), (BOARDS, "boards"), (RUBRICS, "rubrics")):
        rec = await own.keep(col, {"title": "Mine"})
        await own.put_away(col, rec)
        assert rec not in [one.id for one in getattr(catalog(), listed)()]
        await own.put_away(col, rec, gone=False)
        assert rec in [one.id for one in getattr(catalog(), listed)()]


async def test_a_starter_is_copied_whole_under_a_name_of_its_own() -> None:
    made = await teacher()
    for col, listed in ((ACTIVITIES, "activities"), (BOARDS, "boards"), (RUBRICS, "rubrics")):
        starter = getattr(made.workspace.catalog(), listed)()[0]
        rec = await made.workspace.own_records.copy(col, starter)
        copies = {one.id: one for one in getattr(made.workspace.catalog(), listed)()}
        kept = {"id", "by", "who", "at", "changed"}
        assert copies[rec].model_dump(exclude=kept) == starter.model_dump(exclude=kept)
        assert rec != starter.id and starter.id in copies


async def test_photos_and_small_files_are_kept_beside_the_library_and_broken_ones_are_not() -> None:
    made = await teacher()
    own = made.workspace.own_records
    photo, file = await own.photo(PICTURE), await own.file("table.csv", b"a,b")
    nothing = [{"kind": "link", "link": "javascript:x"}, {"kind": "text", "text": " "}]
    rec = await own.keep(ACTIVITIES, {"title": "x", "resources": [photo, file, *nothing]})
    found = made.workspace.catalog().activity(rec)
    assert found is not None
    assert [one.kind for one in found.resources] == ["photo", "file"]
    blob = found.resources[1].blob
    assert blob is not None and (blob.name, blob.mime) == ("table.csv", "text/csv")
    assert await made.workspace.blobs.get(blob.sha256) == b"a,b"
    for data in (b"", b"x" * (MOST_FILE_BYTES + 1)):
        with pytest.raises(ValueError):
            await own.file("big", data)


async def test_how_much_is_enough_is_said_for_a_framework_and_for_one_competency() -> None:
    made = await teacher()
    own, catalog = made.workspace.own_records, made.workspace.catalog
    framework = catalog().frameworks()[0]
    one, other = catalog().competencies(framework.id)[-2:]
    count = len(catalog().competencies(framework.id))
    await own.enough(framework.id, MasteryCriterion(pieces=5))
    await own.enough(one.id, MasteryCriterion(pieces=1, kinds=1, others=0))
    assert (catalog().criterion(one.id).pieces, catalog().criterion(other.id).pieces) == (1, 5)
    assert len(catalog().competencies(framework.id)) == count
    assert catalog().competency(one.id).statement == one.statement  # type: ignore[union-attr]
    await own.enough(one.id, None)
    await own.enough(framework.id, None)
    assert catalog().criterion(one.id) == MasteryCriterion()


async def test_marks_of_a_level_that_goes_are_counted_and_keep_their_numbers() -> None:
    made = await teacher()
    rec = await made.workspace.own_records.keep(RUBRICS, RUBRIC)
    space = await made.workspace.new_book("Mia")
    book = await made.workspace.open_book(space)
    piece = await book.portfolio.keep(Capture(text="x", competencies=["c1"], rubric=rec, marks={"a": 1}))
    book.assessing.judge(piece, Judgement(rubric=rec, marks={"a": 2}))
    book.assessing.judge(piece, Judgement(rubric=rec, marks={"a": 2}))
    marked = await marks_with(made.workspace.shelf, (space, "nosuch"), rec)
    assert marked == {("a", 1): 1, ("a", 2): 2}
    rubric = made.workspace.catalog().rubric(rec)
    assert rubric is not None and losing(rubric, marked) == 0
    fewer = rubric.model_copy(
        update={
            "criteria": tuple(one.model_copy(update={"levels": one.levels[:1]}) for one in rubric.criteria)
        }
    )
    assert losing(fewer, marked) == 2
    assert losing(Rubric(id=rec), marked) == 3
    await made.workspace.own_records.keep(RUBRICS, fewer.model_dump(mode="json"), rec)
    assert [one.marks for one in book.assessing.of(piece)] == [{"a": 2}, {"a": 2}]
