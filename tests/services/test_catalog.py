"""One view over starters, libraries and the open book; and the cards that a book keeps for itself."""

from itertools import pairwise

import pytest

from app.domain.library import PRECEDES, MasteryCriterion
from app.domain.naming import competency_id
from app.services.cards import card_edits
from app.services.starters import Starters
from app.services.workspace import Workspace
from app.sync.op import ADD, Edit
from tests.services.devices import device

NAMES = ("count", "add", "times")


def framework(ready: bool = True, **more: object) -> list[Edit]:
    """A little framework: three competencies in a row, the last under the second."""
    made = [
        Edit(ADD, "frameworks", "f-1", "", {"title": "Sums", "subjects": ["Maths"], "ready": ready, **more})
    ]
    for place, name in enumerate(NAMES):
        values = {"framework": "f-1", "code": f"S.{place}", "statement": f"I can {name}", "place": place}
        made.append(Edit(ADD, "competencies", f"c-{name}", "", values | {"levels": [f"0{place + 1}"]}))
    made.append(Edit("set", "competencies", "c-times", "parent", "c-add"))
    for origin, target in pairwise(NAMES):
        values = {"framework": "f-1", "kind": PRECEDES, "origin": f"c-{origin}", "target": f"c-{target}"}
        made.append(Edit(ADD, "links", f"l-{origin}", "", values))
    return made


async def teacher() -> Workspace:
    workspace = (await device(3, "teacher", "Ms Ito")).workspace
    (await workspace.own_library()).pen.commit(framework())
    return workspace


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_starters_are_whole(language: str) -> None:
    starters = Starters.of(language)
    assert len(starters.frameworks) == 2
    here = {one.id for one in starters.competencies}
    assert len(here) == len(starters.competencies) > 40
    assert all(one.parent in {"", *here} and one.statement for one in starters.competencies)
    assert all({link.origin, link.target} <= here for link in starters.links)


def test_the_starters_speak_the_readers_language() -> None:
    assert Starters.of("en").frameworks[0].title == "Learning to learn"
    assert Starters.of("ar").frameworks[0].title == "تعلّم كيف تتعلّم"
    assert Starters.of("fr").frameworks[0].title == "Learning to learn"


async def test_it_joins_libraries_and_starters_and_stays_the_same_object_until_a_change() -> None:
    workspace = await teacher()
    catalog = workspace.catalog()
    assert [one.title for one in catalog.frameworks()][:2] == ["Sums", "Learning to learn"]
    assert workspace.catalog() is catalog
    (await workspace.own_library()).pen.set("competencies", "c-add", statement="I can add well")
    assert workspace.catalog() is not catalog
    assert workspace.catalog().search("add well")[0].id == "c-add"


async def test_hierarchy_and_prerequisites() -> None:
    catalog = (await teacher()).catalog()
    assert [one.id for one in catalog.children("f-1")] == ["c-count", "c-add"]
    assert [one.id for one in catalog.children("c-add")] == ["c-times"]
    assert [one.id for one in catalog.trail("c-times")] == ["c-add"]
    assert [one.id for one in catalog.competencies("f-1")] == ["c-count", "c-add", "c-times"]
    assert catalog.graph.before("c-times") == ("c-add",)


async def test_search_by_words_subject_level_and_framework() -> None:
    catalog = (await teacher()).catalog()
    assert [one.id for one in catalog.search("S.1")] == ["c-add"]
    assert [one.id for one in catalog.search("TIMES can", subject="Maths")] == ["c-times"]
    assert [one.id for one in catalog.search("", level="01", framework="f-1")] == ["c-count"]
    assert catalog.search("times", subject="Learning") == ()
    assert len(catalog.search(limit=7)) == 7
    assert "Maths" in catalog.subjects()
    assert catalog.levels("f-1") == ("01", "02", "03")


async def test_what_is_gone_is_found_by_its_id_alone() -> None:
    workspace = await teacher()
    (await workspace.own_library()).pen.set("competencies", "c-count", gone=True)
    catalog = workspace.catalog()
    assert catalog.competency("c-count") is not None
    assert "c-count" not in {one.id for one in (*catalog.competencies(), *catalog.search("count"))}
    assert catalog.graph.before("c-add") == ()


@pytest.mark.parametrize("col", ["rubrics", "surveys", "quizzes"])
async def test_what_is_put_away_is_in_no_list_and_found_by_its_id(col: str) -> None:
    workspace = await teacher()
    pen = (await workspace.own_library()).pen
    rec = pen.add(col, {"title": "Old"})
    one = {"rubrics": "rubric", "surveys": "survey", "quizzes": "quiz"}[col]
    assert rec in {found.id for found in getattr(workspace.catalog(), col)()}
    pen.set(col, rec, gone=True)
    catalog = workspace.catalog()
    assert getattr(catalog, one)(rec).title == "Old"
    assert rec not in {found.id for found in getattr(catalog, col)()}


async def test_a_framework_that_is_not_finished_is_not_there() -> None:
    workspace = (await device(4, "family", "Ana")).workspace
    (await workspace.own_library()).pen.commit(framework(ready=False))
    assert workspace.catalog().framework("f-1") is None
    assert workspace.catalog().competency("c-add") is None


async def test_criteria_come_from_the_competency_its_framework_or_the_default() -> None:
    workspace = await teacher()
    pen = (await workspace.own_library()).pen
    assert workspace.catalog().criterion("c-add") == MasteryCriterion()
    pen.set("frameworks", "f-1", criterion={"pieces": 5})
    pen.set("competencies", "c-add", criterion={"pieces": 1})
    catalog = workspace.catalog()
    assert (catalog.criterion("c-add").pieces, catalog.criterion("c-count").pieces) == (1, 5)


async def test_a_book_keeps_cards_of_what_it_refers_to_and_reads_the_same_without_the_library() -> None:
    workspace = await teacher()
    book = await workspace.open_book(await workspace.new_book("Mia"))
    edits = card_edits(book.reader, book.catalog, ["c-add", "c-count", "nowhere"])
    book.goals.pen.commit(edits)
    assert card_edits(book.reader, book.catalog, ["c-count", "c-add"]) == []
    workspace.catalogs.libraries = ()
    catalog = book.catalog
    assert catalog.framework("f-1") is None
    assert catalog.competency("c-add") is not None
    assert catalog.graph.before("c-add") == ("c-count",)
    assert [one.id for one in catalog.search("S.1", limit=1)] == ["c-add"]
    assert book.catalog is catalog


async def test_cards_follow_the_library() -> None:
    workspace = await teacher()
    book = await workspace.open_book(await workspace.new_book("Mia"))
    book.goals.pen.commit(card_edits(book.reader, book.catalog, ["c-add"]))
    pen = (await workspace.own_library()).pen
    pen.set("competencies", "c-add", code="")
    edits = card_edits(book.reader, book.catalog, ["c-add"])
    assert {one.field: one.val for one in edits} == {"code": ""}
    book.goals.pen.commit(edits)
    assert card_edits(book.reader, book.catalog, ["c-add"]) == []


async def test_a_card_carries_its_frameworks_criterion() -> None:
    workspace = await teacher()
    (await workspace.own_library()).pen.set("frameworks", "f-1", criterion={"pieces": 5})
    book = await workspace.open_book(await workspace.new_book("Mia"))
    book.goals.pen.commit(card_edits(book.reader, book.catalog, ["c-add"]))
    workspace.catalogs.libraries = ()
    assert book.catalog.criterion("c-add").pieces == 5


def test_ids_are_the_same_on_every_device_and_short_names_count_within_their_framework() -> None:
    uuid = "c0D8A1E4-0000-4000-8000-1234567890ab"
    assert competency_id(uuid, "one") == competency_id(uuid.lower(), "two")
    assert competency_id("12", "one") != competency_id("12", "two")
    assert competency_id("https://example.org/12", "one") == competency_id("https://example.org/12", "two")
