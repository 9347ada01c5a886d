"""The sample as files, as if thirty devices had just shared them with this one."""

import asyncio
import time
from datetime import date

from app.services.days import local_day
from app.services.sample.compose import SampleBook, compose
from app.services.sample.stories import stories

MOST_LEARNERS = 30
SEED = 1


def mia(seed: int, today: date) -> SampleBook:
    """Returns the one book that a learner looks around in."""
    return compose(stories()[0], today, seed)


def sample_class(seed: int, today: date, learners: int = MOST_LEARNERS) -> list[SampleBook]:
    """Returns the class a teacher looks around in, Mia first; the same arguments give the same bytes.

    Raises ValueError for more learners than there are stories.
    """
    if not 0 < learners <= MOST_LEARNERS:
        raise ValueError(f"the sample has 1 to {MOST_LEARNERS} learners")
    return [compose(story, today, seed) for story in stories()[:learners]]


async def sample_files(role: str) -> list[tuple[str, bytes]]:
    """Returns what a device of `role` looks around in, as (file name, bytes): for a learner Mia's book,
    for a teacher the class, for a family two books. Lets the screen draw between books."""
    today = local_day(int(time.time() * 1000))
    learners = {"learner": 1, "family": 2}.get(role, MOST_LEARNERS)
    found = []
    for story in stories()[:learners]:
        book = compose(story, today, SEED)
        found.append((f"{book.name}.json", book.data))
        await asyncio.sleep(0)
    return found
