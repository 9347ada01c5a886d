"""Judgements are kept, signed, with the words said of them; showing work for competencies and a way."""

import pytest

from app.services.assessing import Judgement
from app.services.portfolio import Attachment, Capture, mime_of
from tests.services.devices import device, hand_over


async def test_a_teachers_judgement_and_words_reach_the_learner_together() -> None:
    mia, teacher = await device(1, "learner", "Mia"), await device(2, "teacher", "Ms R")
    own = await mia.own()
    rec = await own.portfolio.keep(Capture(text="Same green!", competencies=["c1"], sure="growing"))
    await hand_over(mia, own.id, teacher)
    there = await teacher.workspace.open_book(own.id)
    judged = there.assessing.judge(
        rec, Judgement(levels={"c1": 3}, text="You compared them well.", supports=("extra_time",))
    )
    assert judged
    await hand_over(teacher, own.id, mia)
    (found,) = own.assessing.of(rec)
    assert (found.levels, found.by, found.supports) == ({"c1": 3}, "teacher", ("extra_time",))
    assert found.evidence == own.reader.evidence_of(rec)[0].id
    (said,) = own.reader.feedback_on(rec)
    assert said.text == "You compared them well."


async def test_another_look_is_another_judgement() -> None:
    own = await (await device(1, "learner", "Mia")).own()
    rec = await own.portfolio.keep(Capture(text="x", competencies=["c1"]))
    for level in (1, 2):
        own.assessing.judge(rec, Judgement(levels={"c1": level}, kind="self"))
    assert [one.levels["c1"] for one in own.assessing.of(rec)] == [2, 1]


async def test_what_is_no_level_is_refused_and_nothing_is_written() -> None:
    own = await (await device(1, "learner", "Mia")).own()
    rec = await own.portfolio.keep(Capture(text="x", competencies=["c1"]))
    before = own.book.vector
    for wrong in (
        Judgement(levels={"c1": 5}),
        Judgement(marks={"a": 0}),
        Judgement(kind="guess"),
        Judgement(says="shout"),
    ):
        with pytest.raises(ValueError, match=r"level|kind"):
            own.assessing.judge(rec, wrong)
    assert own.assessing.judge(rec, Judgement()) == ""
    assert own.book.vector == before


async def test_an_own_view_says_nothing_to_others() -> None:
    own = await (await device(1, "learner", "Mia")).own()
    rec = await own.portfolio.keep(Capture(text="x", competencies=["c1"]))
    assert own.assessing.judge(rec, Judgement(levels={"c1": 2}, kind="self", text="still hard"))
    assert own.reader.feedback_on(rec) == ()


async def test_a_voice_and_a_file_are_kept_with_their_names() -> None:
    own = await (await device(1, "learner", "Mia")).own()
    voice = await own.portfolio.keep(
        Capture(title="My song", attachment=Attachment("audio", b"la la", "audio/webm"))
    )
    file = await own.portfolio.keep(
        Capture(attachment=Attachment("file", b"a,b", mime_of("", "table.csv"), "table.csv"))
    )
    for rec, kind, mime, name in (
        (voice, "audio", "audio/webm", ""),
        (file, "file", "text/csv", "table.csv"),
    ):
        artefact = own.reader.artefact(rec)
        assert artefact is not None and artefact.blob is not None
        assert (artefact.kind, artefact.blob.mime, artefact.blob.name) == (kind, mime, name)
        assert await own.portfolio.photo(artefact) is not None


def test_odd_media_types_are_stored_as_plain_bytes() -> None:
    assert mime_of("audio/webm;codecs=opus", "") == "audio/webm"
    assert mime_of("TEXT/Plain", "") == "text/plain"
    assert mime_of("nonsense", "who knows") == "application/octet-stream"


async def test_showing_a_way_says_that_it_is_done_and_counts_for_its_competencies() -> None:
    own = await (await device(1, "learner", "Mia")).own()
    way = own.choosing.propose({"title": "Draw it", "competencies": ["c1"]})
    goal = own.goals.write(statement="Draw")
    rec = await own.portfolio.keep(
        Capture(text="done", goals=[goal], activity=way, competencies=["c1"], rubric="r", marks={"a": 2})
    )
    assert own.choosing.in_hand() == ()
    (piece,) = own.reader.evidence_of(rec)
    assert (piece.goal, piece.activity, piece.competencies, piece.marks) == (goal, way, ("c1",), {"a": 2})
    assert own.assessing.competencies_of(rec) == ("c1",)


async def test_what_an_adult_saw_is_an_observation() -> None:
    mia, dad = await device(1, "learner", "Mia"), await device(2, "family", "Dad")
    own = await mia.own()
    await hand_over(mia, own.id, dad)
    there = await dad.workspace.open_book(own.id)
    rec = await there.portfolio.keep(
        Capture(text="She halved the recipe", observed=True, competencies=["c1"])
    )
    artefact = there.reader.artefact(rec)
    assert artefact is not None and (artefact.kind, artefact.by) == ("observation", "family")


async def test_a_friends_words_stay_with_their_judgement_and_need_a_name() -> None:
    own = await (await device(1, "learner", "Mia")).own()
    rec = await own.portfolio.keep(Capture(text="x", competencies=["c1"]))
    with pytest.raises(ValueError, match="name"):
        own.assessing.judge(rec, Judgement({"c1": 3}, kind="peer"))
    assert own.assessing.judge(rec, Judgement(kind="peer", peer="Ada", text="Strong!"))
    (found,) = own.assessing.of(rec)
    assert (found.peer, found.text) == ("Ada", "Strong!")
    assert own.reader.feedback_on(rec) == ()
