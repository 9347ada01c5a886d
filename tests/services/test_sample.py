"""The sample: believable, made by real ops, the same for the same seed, and never lorem ipsum."""

import asyncio
import io
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PIL import Image

from app.domain.attention import Reason, Standing, reasons, see_first
from app.domain.collections import COLLECTIONS
from app.domain.days import utc_day
from app.domain.desk import Desk
from app.domain.goal_life import standing
from app.domain.learning import Assessment, Consent
from app.domain.models import Artefact, CheckIn, Evidence, Feedback, Goal, Learner, Person, Record, Reflection
from app.domain.offering import next_thing
from app.domain.people import is_avatar
from app.domain.smart import coach
from app.domain.text import tidy_line, tidy_text
from app.services.sample import (
    MOST_LEARNERS,
    SampleBook,
    mia,
    on_disk,
    sample_class,
    sample_files,
    sample_ops,
)
from app.services.sample.events import Show, Story
from app.services.sample.pictures import HEIGHT, WIDTH, picture
from app.services.sample.stories import stories
from app.sync.bundle import Checked
from app.sync.fold import RecordState, apply, document
from app.sync.gate import check
from app.sync.policy import Policy

TODAY = date(2026, 11, 20)
POLICY = Policy(COLLECTIONS)
ROOT = Path(__file__).resolve().parents[2]
R = TypeVar("R", bound=Record)


class Folded:
    """A sample book as a device shows it after taking it in."""

    def __init__(self, book: SampleBook) -> None:
        checked = check(book.data)
        assert isinstance(checked, Checked), checked
        self.checked = checked
        self.held = [why for op in checked.ops if (why := POLICY.held(op))]
        states: dict[tuple[str, str], RecordState] = {}
        for op in checked.ops:
            apply(states.setdefault((op["col"], op["rec"]), RecordState()), op)
        self.docs = {key: document(state, key[1], key[0], POLICY.owner) for key, state in states.items()}

    def all(self, model: type[R], col: str) -> list[R]:
        return [model.model_validate(doc) for (name, _), doc in self.docs.items() if name == col and doc]

    def why(self, book: SampleBook) -> tuple[Reason, ...]:
        standing = Standing(
            goals=self.all(Goal, "goals"),
            checkins=self.all(CheckIn, "checkins"),
            evidence=self.all(Evidence, "evidence"),
            feedback=self.all(Feedback, "feedback"),
            artefacts=self.all(Artefact, "artefacts"),
            assessments=self.all(Assessment, "assessments"),
            last_file=utc_day(book.made),
        )
        return reasons(standing, TODAY)


@pytest.fixture(scope="module")
def books() -> list[SampleBook]:
    return sample_class(7, TODAY)


@pytest.fixture(scope="module")
def folded(books: list[SampleBook]) -> dict[str, Folded]:
    return {book.name: Folded(book) for book in books}


def test_the_same_seed_and_day_give_the_same_bytes(books: list[SampleBook]) -> None:
    again = sample_class(7, TODAY, learners=5)
    assert again == books[:5]
    assert mia(7, TODAY) == books[0]
    other = sample_class(8, TODAY, learners=5)
    assert {b.space for b in other}.isdisjoint(b.space for b in books)
    assert len({b.space for b in books}) == len({b.name for b in books}) == MOST_LEARNERS


def test_every_op_is_folded_and_shown(folded: dict[str, Folded]) -> None:
    assert {name: book.held for name, book in folded.items() if book.held} == {}


def test_every_book_says_whose_it_is_and_knows_its_voices(
    books: list[SampleBook], folded: dict[str, Folded]
) -> None:
    for book in books:
        (learner,) = folded[book.name].all(Learner, "learner")
        assert (learner.id, learner.name, learner.avatar) == ("me", book.name, book.avatar)
        assert is_avatar(book.avatar)
        people = {person.id: person.role for person in folded[book.name].all(Person, "people")}
        assert {op["id"].partition(".")[0] for op in folded[book.name].checked.ops} == set(people)


def test_mias_book_is_three_years_of_work(folded: dict[str, Folded]) -> None:
    book = folded["Mia"]
    walls = [op["wall"] for op in book.checked.ops]
    assert max(walls) - min(walls) > 3 * 360 * 24 * 3600 * 1000
    assert len(book.all(Artefact, "artefacts")) >= 280
    assert len(book.all(Reflection, "reflections")) >= 36
    assert {f.by for f in book.all(Feedback, "feedback")} == {"teacher", "family"}
    goals = {goal.statement: goal for goal in book.all(Goal, "goals")}
    assert Counter(goal.state for goal in goals.values()) == {"active": 8, "achieved": 9, "letgo": 2}
    voices = book.all(Consent, "consents")
    assert standing(goals["Explain ratios to my sister"], voices)
    assert list(goals["Draw our football pitch to scale"].versions) == ["due"]
    assert not standing(goals["Grow a tomato from a seed to a sandwich"], voices)
    vague = coach(goals["Get better at spelling"], TODAY)
    assert {hint.state for hint in vague} == {"vague", "missing"}


def test_mias_teacher_has_a_question_waiting_for_her(folded: dict[str, Folded]) -> None:
    book = folded["Mia"]
    desk = Desk(
        goals=book.all(Goal, "goals"),
        checkins=book.all(CheckIn, "checkins"),
        reflections=book.all(Reflection, "reflections"),
        feedback=book.all(Feedback, "feedback"),
    )
    thing = next_thing(desk, TODAY)
    assert (thing.code, thing.facts["text"]) == ("answer", "What would happen with three cups?")


def test_whom_to_see_first(books: list[SampleBook], folded: dict[str, Folded]) -> None:
    ranked = see_first({book.name: folded[book.name].why(book) for book in books})
    assert [(name, reason.code) for name, reason in ranked] == [
        ("Chidi", "stuck"),
        ("Yusuf", "stuck"),
        ("Grace", "waiting"),
        ("Mia", "waiting"),
        ("Tomasz", "proposed"),
        ("Elif", "proposed"),
        ("Ines", "versions"),
        ("Aiko", "quiet"),
        ("Hugo", "quiet"),
    ]
    facts = {name: reason.facts for name, reason in ranked}
    assert facts["Mia"]["pieces"] == 2
    assert facts["Hugo"]["days"] == 9


def test_nothing_happened_after_yesterday_morning(books: list[SampleBook], folded: dict[str, Folded]) -> None:
    """No record may lie in the future of a device, wherever on earth its today is."""
    for book in books:
        walls = [op["wall"] for op in folded[book.name].checked.ops]
        assert max(walls) <= book.made
        assert (TODAY - utc_day(book.made)).days >= 1
        assert book.made % 86_400_000 < 10.5 * 3600 * 1000


def test_later_words_have_seen_earlier_ones(folded: dict[str, Folded]) -> None:
    """The people took in each other's files: clocks rise along what each has seen."""
    by_id: dict[str, Any] = {op["id"]: op for book in folded.values() for op in book.checked.ops}
    seen = [(op, by_id[earlier]) for op in by_id.values() for earlier in op["pred"]]
    assert any(op["by"] != earlier["by"] for op, earlier in seen)
    assert all(op["hlc"] > earlier["hlc"] for op, earlier in seen)


def test_words_are_tidy_and_each_is_said_once() -> None:
    said: Counter[str] = Counter()
    for story in stories(on_disk):
        for event in story.events:
            for text in vars(event).values():
                if isinstance(text, str):
                    assert text in (tidy_line(text), tidy_text(text))
            if isinstance(event, Show):
                said[event.text] += 1
                assert "lorem" not in event.text.lower()
    assert said.most_common(1)[0][1] == 1


def test_every_drawing_is_shown_and_small_and_never_twice_in_a_book(folded: dict[str, Folded]) -> None:
    drawn = {path.stem for path in (ROOT / "assets" / "sample").glob("*.svg")}
    for story in stories(on_disk):
        shown = Counter(e.picture for e in story.events if isinstance(e, Show) and e.picture)
        assert set(shown.values()) <= {1}
    assert {name for story in stories(on_disk) for name in story.pictures} == drawn
    for name in drawn:
        part = picture(on_disk(f"pictures/{name}.jpg"))
        assert part.data is not None
        assert 10_000 < part.size < 30_000
        assert Image.open(io.BytesIO(part.data)).size == (WIDTH, HEIGHT)
    carried = {blob.sha256 for blob in folded["Mia"].checked.blobs}
    named = {a.blob.sha256 for a in folded["Mia"].all(Artefact, "artefacts") if a.blob}
    assert carried == named


def test_how_many_learners() -> None:
    assert len(stories(on_disk)) == MOST_LEARNERS
    for learners in (0, MOST_LEARNERS + 1):
        with pytest.raises(ValueError, match="1 to 30"):
            sample_class(1, TODAY, learners)


@pytest.mark.parametrize("n_ops", [1, 2, 101, 250, 1000])
def test_books_of_any_size(n_ops: int) -> None:
    book = sample_ops(n_ops, 3)
    found = Folded(book)
    assert len(found.checked.ops) == n_ops
    assert found.held == []
    assert book == sample_ops(n_ops, 3)
    goals = {goal.id for goal in found.all(Goal, "goals")}
    assert {checkin.goal for checkin in found.all(CheckIn, "checkins")} <= goals
    artefacts = {artefact.id for artefact in found.all(Artefact, "artefacts")}
    assert {piece.artefact for piece in found.all(Evidence, "evidence")} <= artefacts
    with pytest.raises(ValueError, match="one op"):
        sample_ops(0, 3)


def test_a_story_is_only_data() -> None:
    assert all(isinstance(story, Story) and story.events for story in stories(on_disk))


@pytest.mark.parametrize(("role", "books"), [("learner", 1), ("family", 2), ("teacher", MOST_LEARNERS)])
async def test_files_for_each_role(role: str, books: int) -> None:
    files = await sample_files(role, 7, TODAY)
    assert len(files) == books
    assert files[0] == ("Mia.json", mia(7, TODAY).data)
    assert all(isinstance(check(data), Checked) for _, data in files)


async def test_only_what_is_shown_is_fetched_and_screens_may_draw_meanwhile() -> None:
    asked: list[str] = []
    drawn = 0

    async def fetch(path: str) -> bytes:
        asked.append(path)
        return on_disk(path)

    async def screen() -> None:
        nonlocal drawn
        while True:
            drawn += 1
            await asyncio.sleep(0)

    drawing = asyncio.create_task(screen())
    await sample_files("learner", 7, TODAY, fetch)
    drawing.cancel()
    assert drawn > 20
    pictures = {path for path in asked if path.startswith("pictures/")}
    assert pictures == {f"pictures/{name}.jpg" for name in stories(on_disk)[0].pictures}


async def test_a_sample_that_cannot_be_fetched_is_an_error() -> None:
    async def fetch(path: str) -> bytes:
        raise OSError(path)

    with pytest.raises(OSError, match="mia"):
        await sample_files("learner", 7, TODAY, fetch)
