"""The sample: a made-up class to look around in, and books of any size to measure with.

Nobody in it is real. A book made from it is marked on its card (``sample=True``), so that screens can
say so and one tap removes it.
"""

from datetime import date

from app.services.sample.compose import SampleBook, compose
from app.services.sample.many import sample_ops
from app.services.sample.stories import stories

__all__ = ["MOST_LEARNERS", "SampleBook", "mia", "sample_class", "sample_ops"]

MOST_LEARNERS = 30


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
