"""The sample: a made-up class to look around in, and books of any size to measure with.

Nobody in it is real. A book made from it is marked on its card (``sample=True``), so that screens can
say so and one tap removes it.
"""

from app.services.sample.compose import SampleBook
from app.services.sample.files import (
    MOST_LEARNERS,
    Fetch,
    from_disk,
    mia,
    on_disk,
    sample_class,
    sample_files,
)
from app.services.sample.many import sample_ops

__all__ = [
    "MOST_LEARNERS",
    "Fetch",
    "SampleBook",
    "from_disk",
    "mia",
    "on_disk",
    "sample_class",
    "sample_files",
    "sample_ops",
]
