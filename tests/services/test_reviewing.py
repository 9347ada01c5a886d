"""The queue of work that waits: all books, oldest first, each piece until somebody in the role answered."""

from app.services.assessing import Judgement
from app.services.portfolio import Capture
from app.services.reviewing import ReviewPage, ReviewService
from tests.services.devices import DeviceUnderTest, device, hand_over


async def a_class() -> tuple[DeviceUnderTest, list[str]]:
    """A teacher with two books: Mia's with two pieces, Tom's with one between them."""
    teacher = await device(9, "teacher", "Ms R")
    spaces = []
    for seed, name in ((1, "Mia"), (2, "Tom")):
        learner = await device(seed, "learner", name)
        own = await learner.own()
        learner.clock.days(seed)
        goal = own.goals.write(statement="Draw")
        await own.portfolio.keep(Capture(text=f"{name} first", goals=[goal], competencies=["c1"]))
        if name == "Mia":
            learner.clock.days(5)
            await own.portfolio.keep(Capture(text="Mia last"))
        await hand_over(learner, own.id, teacher)
        spaces.append(own.id)
    return teacher, spaces


async def whole(service: ReviewService) -> ReviewPage:
    pages = [page async for page in service.read()]
    assert [page.read for page in pages] == list(range(len(pages)))
    assert [page.whole for page in pages] == [False] * (len(pages) - 1) + [True]
    return pages[-1]


async def words(teacher: DeviceUnderTest, page: ReviewPage) -> list[str]:
    found = []
    for piece in page.pieces:
        artefact = (await teacher.workspace.open_book(piece.space)).reader.artefact(piece.artefact)
        assert artefact is not None
        found.append(artefact.text)
    return found


async def test_all_books_are_read_one_by_one_and_the_oldest_piece_comes_first() -> None:
    teacher, spaces = await a_class()
    page = await whole(teacher.workspace.reviewing)
    assert await words(teacher, page) == ["Mia first", "Tom first", "Mia last"]
    assert page.waiting == {spaces[0]: 2, spaces[1]: 1}
    assert len(page.of(spaces[0])) == 2
    assert [piece.learner for piece in page.pieces] == ["Mia", "Tom", "Mia"]


async def test_words_and_judgements_answer_but_a_friends_view_does_not() -> None:
    teacher, spaces = await a_class()
    service = teacher.workspace.reviewing
    page = await whole(service)
    mia = await teacher.workspace.open_book(spaces[0])
    tom = await teacher.workspace.open_book(spaces[1])
    first, other, last = (piece.artefact for piece in page.pieces)
    mia.portfolio.answer(first, "artefacts", "well_done", "Yes")
    tom.assessing.judge(other, Judgement({"c1": 3}))
    mia.assessing.judge(last, Judgement({"c1": 2}, kind="peer", peer="Ada"))
    assert (await service.again(())).pieces == page.pieces  # read only when told which book changed
    assert await words(teacher, await service.again(spaces)) == ["Mia last"]


async def test_what_a_family_said_does_not_answer_for_the_teacher() -> None:
    teacher, spaces = await a_class()
    dad = await device(4, "family", "Dad")
    await hand_over(teacher, spaces[0], dad)
    book = await dad.workspace.open_book(spaces[0])
    for artefact in book.reader.artefacts():
        book.portfolio.answer(artefact.id, "artefacts", "comment", "Nice")
    assert (await whole(dad.workspace.reviewing)).pieces == ()
    await hand_over(dad, spaces[0], teacher)
    assert len((await whole(teacher.workspace.reviewing)).pieces) == 3


async def test_a_book_that_cannot_be_opened_is_named_and_the_others_are_read() -> None:
    teacher, _spaces = await a_class()
    cards = teacher.workspace.cards
    gone = cards[0].model_copy(update={"id": "nosuchbook", "name": "Zoe"})
    service = ReviewService(teacher.workspace.shelf, (gone, *cards), "teacher", teacher.clock)
    page = await whole(service)
    assert (page.unreadable, page.books, len(page.pieces)) == (("Zoe",), 3, 3)
