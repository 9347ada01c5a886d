"""Levels and the path over a real book: what changes follows, files from others count, nothing is stored."""

import gc
from datetime import timedelta

from app.services.days import local_day
from app.services.levels import Levels
from app.services.open_book import OpenBook
from app.services.path import PathService
from app.sync.op import ADD, Edit
from tests.services.devices import DeviceUnderTest, device, hand_over


async def learner() -> tuple[DeviceUnderTest, OpenBook, str]:
    mia = await device(1, "learner", "Mia")
    own = await mia.own()
    return mia, own, own.path.areas()[0].competencies[0]


def show(book: OpenBook, competency: str, kind: str = "words", **values: object) -> str:
    """Shows a new work for a competency and returns its evidence."""
    artefact = book.goals.pen.add("artefacts", {"kind": kind, "title": "t"})
    piece: dict[str, object] = {"artefact": artefact, "competencies": [competency], **values}
    return book.goals.pen.add("evidence", piece)


def judge(book: OpenBook, evidence: str, competency: str, level: int = 3, **values: object) -> str:
    said = {"kind": "formative", "evidence": evidence, "levels": {competency: level}, **values}
    return book.goals.pen.add("assessments", said)


def afresh(book: OpenBook) -> PathService:
    """Returns a path over the same book that has read nothing yet."""
    pen = book.goals.pen
    levels = Levels(book.reader, pen.announcer, pen.wall)
    return PathService(book.reader, pen, levels, lambda: book.catalog)


def same(book: OpenBook, *names: str) -> bool:
    """Tells whether what followed the changes is what somebody who reads all anew would say."""
    return all(book.path.standing(name) == afresh(book).standing(name) for name in names)


async def test_levels_follow_what_is_shown_judged_taken_out_and_brought_back() -> None:
    mia, own, name = await learner()
    teacher = await device(2, "teacher", "Ms A")
    assert own.path.level(name) == "unseen"
    pieces = [show(own, name), show(own, name, "photo"), show(own, name, "link")]
    assert (own.path.level(name), own.path.standing(name).waiting) == ("begun", 3)
    await hand_over(mia, own.id, teacher)
    hers = await teacher.workspace.open_book(own.id)
    for piece in pieces:
        judge(hers, piece, name)
    assert hers.path.level(name) == "mastered"
    await hand_over(teacher, own.id, mia)
    assert own.path.level(name) == "mastered"
    assert own.path.mastered()[0][0] == name
    artefact = own.reader.evidence()[0].artefact
    own.portfolio.drop(artefact)
    assert (own.path.level(name), own.path.standing(name).good) == ("growing", 2)
    own.portfolio.bring_back(artefact)
    assert own.path.level(name) == "mastered"
    assert same(own, name)
    assert (await mia.restart()).is_open
    assert (await mia.own()).path.level(name) == "mastered"


async def test_a_judgement_that_comes_before_its_evidence_waits_for_it() -> None:
    _mia, own, name = await learner()
    pen = own.goals.pen
    soon = pen.book.next_record()
    number = int(soon.rpartition("-")[2])
    later = f"{soon.rpartition('-')[0]}-{number + 2}"
    judge(own, later, name, 4, quiz="q")
    assert own.path.level(name) == "unseen"
    artefact = pen.add("artefacts", {"kind": "photo"})
    assert pen.add("evidence", {"artefact": artefact, "competencies": [name]}) == later
    assert own.path.standing(name).good == 1
    assert same(own, name)


async def test_a_failed_look_back_fades_and_one_from_the_future_waits() -> None:
    mia, own, name = await learner()
    for kind in ("words", "photo", "link"):
        judge(own, show(own, name, kind), name, quiz="q")
    own.goals.pen.role = "teacher"
    judge(own, own.reader.evidence()[0].id, name)
    judge(own, own.reader.evidence()[1].id, name, 3, kind="observation")
    own.goals.pen.role = "learner"
    levels = own.path.standing(name)
    assert (levels.level, levels.eyes) in {("mastered", 2), ("growing", 0), ("mastered", 1)}
    mia.clock.days(400)
    own.path.revisit(name, "again")
    mia.clock.days(-390)
    assert afresh(own).standing(name).faded is False
    mia.clock.days(395)
    assert afresh(own).standing(name).faded is True
    own.path.revisit(name, "good")
    assert own.path.level(name) == "mastered"


async def test_what_is_mastered_comes_up_again_after_some_days_and_can_be_put_off() -> None:
    mia, own, name = await learner()
    own.goals.pen.role = "teacher"
    for kind in ("words", "photo", "link"):
        judge(own, show(own, name, kind), name)
    own.goals.pen.role = "learner"
    today = local_day(mia.clock())
    assert own.path.due(today) == ()
    mia.clock.days(30)
    today = local_day(mia.clock())
    assert own.path.due(today) == (name,)
    assert own.path.due(today, {name: today + timedelta(days=3)}) == ()
    assert "revisit" in [one.kind for one in own.path.suggestions(today)]
    own.path.revisit(name, "good")
    assert own.path.due(today) == ()


async def test_suggestions_say_why_and_take_the_goals_of_the_book() -> None:
    mia, own, _name = await learner()
    wanted = own.path.areas()[0].competencies[2]
    own.goals.pen.add("goals", {"statement": "s", "state": "active", "competencies": [wanted]})
    first = own.path.suggestions(local_day(mia.clock()))[0]
    before = own.catalog.graph.before(wanted)
    if not before:
        assert (first.competency, first.reasons[0].code) == (wanted, "goal")
    assert len(own.path.suggestions(local_day(mia.clock()))) <= 3


async def test_the_path_is_there_where_only_cards_of_a_framework_are() -> None:
    _mia, own, _name = await learner()
    pen = own.goals.pen
    card = {"framework": "far-away", "statement": "Weave a basket", "code": "W.1"}
    pen.commit([Edit(ADD, "competencies", "weave", "", card)])
    judge(own, show(own, "weave"), "weave", quiz="q")
    first = own.path.areas()[0]
    assert (first.id, first.title, first.competencies) == ("far-away", "", ("weave",))
    assert [one.competency for one in own.path.trail().stations] == ["weave"]


async def test_the_trail_shows_what_is_near_and_counts_the_rest() -> None:
    _mia, own, name = await learner()
    judge(own, show(own, name), name, 2, quiz="q")
    trail = own.path.trail()
    here = [one for one in trail.stations if one.place == "here"]
    assert [one.competency for one in here] == [name]
    drawn = len(trail.stations)
    assert drawn + sum(trail.more(place) for place in trail.counts) == len(own.path.areas()[0].competencies)
    assert own.path.trail(most={"next": 0, "later": 0}).stations == tuple(here)


async def test_a_path_that_nobody_uses_any_more_stops_listening() -> None:
    _mia, own, name = await learner()
    announcer = own.goals.pen.announcer
    path = afresh(own)
    assert path.level(name) == "unseen"
    del path
    gc.collect()
    own.profile.tell("interest", "bees")
    assert len(announcer._listeners) == 1
