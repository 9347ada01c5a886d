"""Worlds to draw and to test in: a learner's own device, and a teacher's with a class."""

import io
from collections.abc import Callable
from functools import cache
from typing import cast

from PIL import Image, ImageDraw

from app.domain.models import EntryKind
from app.services.portfolio import Capture
from app.services.ports import Picture
from app.services.workspace import OpenBook, Workspace
from app.views.state import Shared
from tests.fakes import DAY, HOUR, NOW, FakeDevice, FakeWall, new_workspace

PROFILE = {
    "strength": ("Explaining things", "Drawing"),
    "need": ("Staying with long texts",),
    "interest": ("Cooking with my sister", "Football"),
    "preference": ("By making things",),
    "accommodation": ("A quiet place",),
}


@cache
def photo(hue: int = 30, size: tuple[int, int] = (960, 720)) -> bytes:
    """Returns a JPEG that could be a photo of painted paper."""
    picture = Image.new("HSV", size, (hue, 90, 220))
    draw = ImageDraw.Draw(picture)
    for n in range(9):
        x, y, r = 80 + n * size[0] // 10, size[1] // 2 + (n % 3 - 1) * 120, 60 + n * 9
        draw.ellipse((x - r, y - r, x + r, y + r), fill=((hue + n * 9) % 256, 120 + n * 8, 200 - n * 6))
    out = io.BytesIO()
    picture.convert("RGB").save(out, "JPEG", quality=80)
    return out.getvalue()


def picture(hue: int, size: tuple[int, int] = (960, 720)) -> Picture:
    """Returns a photo as it is after shrinking."""
    return Picture(photo(hue, size), "image/jpeg", *size)


async def fill(book: OpenBook, wall: FakeWall) -> None:
    """Writes some weeks of a learner's book."""
    wall.now = NOW - 20 * DAY
    for kind, lines in PROFILE.items():
        for line in lines:
            book.profile.tell(cast(EntryKind, kind), line)
    ratios = book.goals.write(
        statement="Explain ratios to my sister",
        measure="She can mix the same green without me",
        reason="Because we cook together",
        due="2026-12-11",
    )
    book.goals.write(statement="Get better at reading", reason="")
    bees = book.goals.write(
        statement="Make a film about where bees sleep",
        measure="3 minutes, and my class can say two places",
        reason="I found a nest in our wall",
        due="2026-11-28",
    )
    done = book.goals.write(
        statement="Swim 25 metres", measure="25 metres without stopping", due="2026-10-30"
    )
    for day, steps, feeling in (
        (6, 1, "on_my_way"),
        (4, 2, "stuck"),
        (3, 2, "on_my_way"),
        (1, 3, "on_my_way"),
    ):
        wall.now = NOW - day * DAY
        book.goals.check_in(ratios, feeling, steps)
    book.goals.check_in(bees, "stuck", 1)
    book.goals.check_in(done, "done", 4)
    book.goals.move(done, "achieved")
    await _pieces(book, wall, ratios, bees)
    wall.now = NOW


async def _pieces(book: OpenBook, wall: FakeWall, ratios: str, bees: str) -> None:
    wall.now = NOW - 9 * DAY
    await book.portfolio.keep(
        Capture(text="The penalty area is 40 by 16 metres", picture=picture(70, (900, 700)), goals=(ratios,))
    )
    wall.now = NOW - 5 * DAY
    await book.portfolio.keep(
        Capture(text="I thought I was bad at it. I was just going too fast.", goals=(ratios,), sure="growing")
    )
    await book.portfolio.keep(
        Capture(title="Where bees sleep", link="https://www.example.org/bees", goals=(bees,), sure="begun")
    )
    wall.now = NOW - 2 * DAY
    rec = await book.portfolio.keep(
        Capture(
            title="Same green, twice",
            text="I mixed 2 cups yellow with 3 cups blue, and then 4 with 6. Same green!",
            picture=picture(90),
            goals=(ratios,),
            sure="teach",
            reflection="First I only added one more cup to each. That was bluer.",
        )
    )
    book.portfolio.choose_best(rec, True)
    wall.now = NOW - 1 * DAY
    await book.portfolio.keep(
        Capture(text="My sister's soup", picture=picture(20, (800, 960)), sure="growing")
    )


async def answered(space: str, learner: Workspace, wall: FakeWall) -> None:
    """Lets a teacher and a father answer, on devices of their own, and takes their files in."""
    for role, name, sign, seed in (("teacher", "Ms Adeyemi", "sun", 7), ("family", "Dad", "boat", 8)):
        other = new_workspace(wall, seed)
        await other.open()
        await other.begin(role, name, sign)  # type: ignore[arg-type]
        await hand_over(learner, other, space)
        book = await other.open_book(space)
        goal = next(g for g in book.reader.goals() if g.statement.startswith("Explain"))
        wall.now = NOW - 1 * DAY - (2 * HOUR if role == "teacher" else 0)
        if role == "teacher":
            book.goals.agree(goal.id)
            book.portfolio.answer(goal.id, "goals", "question", "What will you ask her to be sure?")
            best = next(a for a in book.reader.artefacts() if a.best)
            book.portfolio.answer(
                best.id, "artefacts", "well_done", "You kept the same ratio. How did you see it?"
            )
        else:
            book.portfolio.answer(goal.id, "goals", "comment", "We can use the soup recipe on Sunday.")
        await hand_over(other, learner, space)
    wall.now = NOW


async def hand_over(giver: Workspace, taker: Workspace, space: str) -> None:
    """Passes one book from a device to another, as a file."""
    book = await giver.open_book(space)
    file = await giver.share.export(book.book)
    giver.share.handed_over(book.book, file)
    await taker.share.take_in(await taker.share.look_all(file.name, file.data))


async def nobody(device: FakeDevice | None = None) -> Shared:
    """A device that nobody uses yet."""
    workspace = new_workspace()
    await workspace.open()
    return Shared(workspace, device or FakeDevice())


async def new_learner() -> Shared:
    """A learner's device on the first day."""
    shared = await nobody()
    await shared.workspace.begin("learner", "Mia", "paws")
    return shared


async def learner() -> Shared:
    """A learner's device after some weeks, with voices of a teacher and a father."""
    wall = FakeWall(NOW - 21 * DAY)
    workspace = new_workspace(wall)
    await workspace.open()
    await workspace.begin("learner", "Mia", "paws")
    card = workspace.own_card
    assert card is not None
    await fill(await workspace.open_book(card.id), wall)
    await answered(card.id, workspace, wall)
    return Shared(workspace, FakeDevice())


async def versions() -> Shared:
    """A learner's device on which a goal's day has two versions: the teacher changed it as well."""
    wall = FakeWall(NOW - 3 * DAY)
    mine, other = new_workspace(wall, 1), new_workspace(wall, 2)
    await mine.open()
    await other.open()
    await mine.begin("learner", "Mia", "paws")
    await other.begin("teacher", "Ms Adeyemi", "sun")
    card = mine.own_card
    assert card is not None
    book = await mine.open_book(card.id)
    rec = book.goals.write(statement="Swim 25 metres", measure="25 metres, no stop", due="in summer")
    await hand_over(mine, other, card.id)
    (await other.open_book(card.id)).goals.change(rec, due="2026-12-01")
    book.goals.change(rec, due="2026-12-12")
    await hand_over(other, mine, card.id)
    wall.now = NOW
    return Shared(mine, FakeDevice())


NAMES = (("Mia", "paws"), ("Chidi", "rocket"), ("Elif", "music"), ("Hugo", "tree"), ("Grace", "sun"))


async def teacher(role: str = "teacher", name: str = "Ms Adeyemi") -> Shared:
    """A teacher's device with five learners; Mia's book is full, the others have a goal or two."""
    wall = FakeWall(NOW - 21 * DAY)
    workspace = new_workspace(wall, 5)
    await workspace.open()
    await workspace.begin(role, name, "sun")  # type: ignore[arg-type]
    for seed, (who, sign) in enumerate(NAMES, 20):
        space, other = await pupil(who, sign, seed, wall)
        wall.now = NOW - (9 * DAY if who == "Hugo" else 2 * HOUR)
        await hand_over(other, workspace, space)
        wall.now = NOW - 21 * DAY
    wall.now = NOW
    return Shared(workspace, FakeDevice())


async def pupil(who: str, sign: str, seed: int, wall: FakeWall) -> tuple[str, Workspace]:
    """Returns a learner's device with a book in it, and the book's name."""
    other = new_workspace(wall, seed)
    await other.open()
    await other.begin("learner", who, sign)
    card = other.own_card
    assert card is not None
    book = await other.open_book(card.id)
    write: dict[str, Callable[[OpenBook], object]] = {
        "Chidi": lambda b: b.goals.check_in(
            b.goals.write(statement="Find the unit rate", measure="8 of 10 right"), "stuck", 1
        ),
        "Elif": lambda b: b.goals.make(
            {"statement": "A film about bees", "reason": "I love them"}, "proposed"
        ),
        "Hugo": lambda b: b.profile.tell("interest", "Trees"),
        "Grace": lambda b: b.profile.tell("strength", "Singing"),
        "Amara": lambda b: b.goals.write(statement="Draw a map of our school"),
    }
    if who == "Mia":
        await fill(book, wall)
        wall.now = NOW - 3 * HOUR
    else:
        wall.now = NOW - 3 * DAY
        write[who](book)
    return card.id, other
