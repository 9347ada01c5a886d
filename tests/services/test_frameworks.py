"""Frameworks come in from files part by part, again without doubles, and go back; own ones are written."""

import json
from collections.abc import AsyncIterator

import pytest

from app.services.frameworks import Look
from app.services.workspace import Workspace
from app.sync.keeping import StorageFull
from tests.samples.frameworks import big, data, item, package, tie
from tests.services.devices import DeviceUnderTest, device

FIRST = package(
    [item("A"), item("B"), item("C")],
    [tie("isChildOf", "B", "A"), tie("precedes", "B", "C"), tie("isRelatedTo", "A", "C")],
    subject=["Maths"],
)
SECOND = package(
    [item("A"), item("B", "I can B better"), item("D")],
    [tie("isChildOf", "B", "A"), tie("isChildOf", "D", "B"), tie("precedes", "B", "D")],
    subject=["Maths"],
)


async def teacher() -> DeviceUnderTest:
    return await device(7, "teacher", "Ms Ito")


async def drained(steps: AsyncIterator[tuple[int, int]]) -> list[tuple[int, int]]:
    return [step async for step in steps]


async def take(workspace: Workspace, value: object, name: str = "file.json") -> Look:
    look = await workspace.frameworks.look(name, value if isinstance(value, bytes) else data(value))
    assert look.plan is not None, look.refused
    await drained(workspace.frameworks.take_in(look))
    return look


def codes(workspace: Workspace, framework: str) -> list[str]:
    return [one.code for one in workspace.catalog().competencies(framework)]


async def test_looking_changes_nothing_and_taking_in_shows_it_whole() -> None:
    workspace = (await teacher()).workspace
    look = await workspace.frameworks.look("file.json", data(FIRST))
    assert await workspace.open_libraries() == ()
    assert look.plan is not None
    assert (len(look.plan.added), look.plan.links, look.plan.fresh) == (3, 2, True)
    await drained(workspace.frameworks.take_in(look))
    catalog = workspace.catalog()
    (a, b, c) = catalog.competencies(look.plan.framework)
    assert [one.code for one in (a, b, c)] == ["A", "B", "C"]
    assert catalog.children(a.id) == (b,)
    assert catalog.graph.before(c.id) == (b.id,)
    assert catalog.search("b", subject="Maths")[0] == b


async def test_the_same_file_again_changes_nothing() -> None:
    workspace = (await teacher()).workspace
    await take(workspace, FIRST)
    ops = (await workspace.own_library()).book.vector
    again = await take(workspace, FIRST)
    assert again.plan is not None
    assert again.plan.empty
    assert again.plan.same == 3
    assert (await workspace.own_library()).book.vector == ops


async def test_a_newer_file_updates_and_marks_what_it_left_out() -> None:
    workspace = (await teacher()).workspace
    first = await take(workspace, FIRST)
    assert first.plan is not None
    was = {one.code: one.id for one in workspace.catalog().competencies(first.plan.framework)}
    pen = (await workspace.own_library()).pen
    pen.set("competencies", was["B"], criterion={"pieces": 1})
    await workspace.own_frameworks.set_before(was["A"], [was["C"]])
    look = await take(workspace, SECOND)
    assert look.plan is not None
    assert (len(look.plan.added), look.plan.changed, look.plan.gone) == (1, [was["B"]], [was["C"]])
    catalog = workspace.catalog()
    assert codes(workspace, look.plan.framework) == ["A", "B", "D"]
    gone, changed = catalog.competency(was["C"]), catalog.competency(was["B"])
    assert gone is not None
    assert gone.gone
    assert changed is not None
    assert (changed.statement, catalog.criterion(changed.id).pieces) == ("I can B better", 1)
    assert catalog.graph.before(was["C"]) == ()
    third = await take(workspace, FIRST)
    assert third.plan is not None
    assert codes(workspace, third.plan.framework) == ["A", "B", "C"]
    assert workspace.catalog().graph.before(was["A"]) == (was["C"],)


async def test_stopped_midway_nothing_is_shown_and_taking_back_leaves_nothing() -> None:
    workspace = (await teacher()).workspace
    look = await workspace.frameworks.look("big.json", big(300))
    async for done, _ in workspace.frameworks.take_in(look):
        if done >= 100:
            break
    assert look.plan is not None
    assert workspace.catalog().framework(look.plan.framework) is None
    assert workspace.catalog().competency(look.plan.added[0]) is None
    assert [one.title for one in await workspace.frameworks.unfinished()] == ["A big framework"]
    await drained(workspace.frameworks.take_back(look))
    library = await workspace.own_library()
    assert await workspace.frameworks.unfinished() == ()
    assert [library.book.count(col) for col in ("frameworks", "competencies", "links")] == [0, 0, 0]
    await take(workspace, big(300))
    assert len(workspace.catalog().competencies(look.plan.framework)) == 300


async def test_an_update_that_is_stopped_goes_back_to_what_was() -> None:
    workspace = (await teacher()).workspace
    first = await take(workspace, FIRST)
    assert first.plan is not None
    before = workspace.catalog().competencies(first.plan.framework)
    look = await workspace.frameworks.look("file.json", data(SECOND))
    library = await workspace.own_library()
    assert look.plan is not None
    library.pen.commit(look.plan.edits[:3])
    await drained(workspace.frameworks.take_back(look))
    after = workspace.catalog().competencies(first.plan.framework)
    assert [(o.id, o.statement, o.parent, o.gone) for o in after] == [
        (o.id, o.statement, o.parent, o.gone) for o in before
    ]


async def test_a_device_that_stops_midway_goes_on_with_the_same_file() -> None:
    made = await teacher()
    look = await made.workspace.frameworks.look("big.json", big(200))
    async for done, _ in made.workspace.frameworks.take_in(look):
        if done >= 60:
            break
    workspace = await made.restart()
    await workspace.open_libraries()
    assert look.plan is not None
    assert workspace.catalog().framework(look.plan.framework) is None
    rest = await take(workspace, big(200))
    assert rest.plan is not None
    assert rest.plan.same >= 50
    assert len(workspace.catalog().competencies(look.plan.framework)) == 200
    await drained(workspace.frameworks.take_back(rest))
    assert workspace.catalog().framework(look.plan.framework) is None


async def test_no_room_leaves_nothing_shown() -> None:
    made = await teacher()
    workspace = made.workspace
    await workspace.own_library()
    look = await workspace.frameworks.look("big.json", big(300))
    steps = workspace.frameworks.take_in(look)
    await anext(steps)
    library = await workspace.own_library()
    commit = library.book.commit
    room = iter(range(2))

    def full(*edits: object) -> object:
        if next(room, None) is None:
            raise StorageFull
        return commit(*edits)  # type: ignore[arg-type]

    library.book.commit = full  # type: ignore[method-assign, assignment]
    with pytest.raises(StorageFull):
        await drained(steps)
    library.book.commit = commit  # type: ignore[method-assign]
    assert look.plan is not None
    assert workspace.catalog().framework(look.plan.framework) is None


async def test_progress_is_told_and_a_bad_file_is_refused() -> None:
    workspace = (await teacher()).workspace
    said: list[tuple[int, int]] = []
    look = await workspace.frameworks.look(
        "big.json", big(300), lambda done, total: said.append((done, total))
    )
    assert len(said) > 15
    assert look.refused is None
    bad = await workspace.frameworks.look("photo.json", b"{}")
    assert bad.refused is not None
    assert bad.refused.code == "not_case"
    assert await drained(workspace.frameworks.take_in(bad)) == []
    big_one = await workspace.frameworks.look("big.json", b"", size=90 * 2**20)
    assert big_one.refused is not None
    assert (big_one.refused.code, big_one.refused.facts["megabytes"]) == ("too_big", 90)


async def test_a_table_finds_its_framework_again_though_it_has_another_name() -> None:
    workspace = (await teacher()).workspace
    table = "Identifier,Full Statement,Human Coding Scheme\n{}\n"
    uuid = "c0d8a1e4-0000-4000-8000-1234567890a{}"
    rows = "\n".join(f"{uuid.format(n)},Words {n},A.{n}" for n in range(4))
    first = await take(workspace, table.format(rows).encode(), "Sums.csv")
    again = await take(workspace, table.format(rows.replace("Words 3", "New")).encode(), "Sums of May.csv")
    assert first.plan is not None
    assert again.plan is not None
    assert again.plan.framework == first.plan.framework
    assert workspace.catalog().frameworks()[0].title == "Sums of May"
    assert len(again.plan.changed) == 1


async def test_a_framework_goes_away_and_books_keep_their_cards() -> None:
    from app.services.cards import card_edits

    workspace = (await teacher()).workspace
    look = await take(workspace, FIRST)
    assert look.plan is not None
    book = await workspace.open_book(await workspace.new_book("Mia"))
    book.goals.pen.commit(card_edits(book.reader, book.catalog, look.plan.added[:1]))
    await drained(workspace.frameworks.remove(look.plan.framework))
    assert workspace.catalog().framework(look.plan.framework) is None
    kept = book.catalog.competency(look.plan.added[0])
    assert kept is not None
    assert kept.statement == "I can A"


async def test_writing_ones_own() -> None:
    workspace = (await device(8, "family", "Ana")).workspace
    own = workspace.own_frameworks
    framework = await own.make(" Our  garden ", "Nature")
    soil = await own.add(framework, "I can tell good soil", code="G.1", levels=["01", "", "01"])
    seed = await own.add(framework, "I can sow a seed", parent=soil)
    water = await own.add(framework, "I can water it", parent=soil)
    assert [one.id for one in workspace.catalog().competencies(framework)] == [soil, seed, water]
    await own.shift(water, -1)
    await own.set_before(seed, [water])
    await own.reword(seed, "I can sow seeds", "G.1.2")
    catalog = workspace.catalog()
    assert [one.id for one in catalog.children(soil)] == [water, seed]
    assert catalog.graph.before(seed) == (water,)
    assert (catalog.search("sow seeds")[0].code, catalog.competency(soil).levels) == ("G.1.2", ("01",))  # type: ignore[union-attr]
    with pytest.raises(ValueError, match="before"):
        await own.set_before(water, [seed])
    with pytest.raises(ValueError, match="below"):
        await own.move(soil, seed)
    await own.move(seed, "")
    assert [one.id for one in workspace.catalog().children(framework)] == [soil, seed]
    await own.set_before(seed, [])
    assert workspace.catalog().graph.before(seed) == ()
    await own.set_before(seed, [water])
    assert workspace.catalog().graph.before(seed) == (water,)


async def test_what_is_referred_to_is_only_marked_as_gone() -> None:
    workspace = (await teacher()).workspace
    own = workspace.own_frameworks
    framework = await own.make("Ours")
    top = await own.add(framework, "Top")
    inner = await own.add(framework, "Inner", parent=top)
    pen = (await workspace.own_library()).pen
    pen.add("activities", {"title": "Walk", "competencies": [top]})
    assert await own.remove(top) is True
    assert await own.remove(inner) is False
    catalog = workspace.catalog()
    assert catalog.competencies(framework) == ()
    assert catalog.competency(top) is not None
    assert catalog.competency(inner) is None


async def test_what_was_made_here_goes_out_and_comes_in_elsewhere_the_same() -> None:
    workspace = (await teacher()).workspace
    own = workspace.own_frameworks
    framework = await own.make("Ours", "Nature")
    (await workspace.own_library()).pen.set("frameworks", framework, licence="CC BY 4.0")
    one = await own.add(framework, "One", code="1")
    two = await own.add(framework, "Two", code="2", parent=one)
    await own.set_before(two, [one])
    out = workspace.frameworks.export(framework)
    assert out.name == "Ours.json"
    assert json.loads(out.data)["CFDocument"]["caseVersion"] == "1.1"
    other = (await device(9, "family", "Ana")).workspace
    look = await take(other, out.data)
    assert look.plan is not None
    assert look.plan.framework == framework
    assert other.catalog().graph.before(two) == (one,)
    back = await workspace.frameworks.look(out.name, out.data)
    assert back.plan is not None
    assert back.plan.empty
    with pytest.raises(LookupError):
        workspace.frameworks.export("nowhere")


@pytest.mark.parametrize("title", ["", "  "])
async def test_words_are_needed(title: str) -> None:
    own = (await teacher()).workspace.own_frameworks
    with pytest.raises(ValueError, match="title"):
        await own.make(title)
    with pytest.raises(ValueError, match="words"):
        await own.add("f-1", title)
