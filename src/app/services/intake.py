"""What a file would bring, as it is shown before anything changes."""

import json
from dataclasses import dataclass

from app.sync.bundle import LEARNER, LIBRARY, Checked, Refusal, vector_of
from app.sync.keeping import Staged
from app.sync.op import canonical_text
from app.sync.stage import Difference
from app.sync.vector import Vector


@dataclass(frozen=True)
class Intake:
    """One book or library of a file that could be taken in, as it is shown before anything changes.

    ``refusal`` says why not; otherwise ``kind`` is that of the space, ``name`` the learner or whose
    library it is, ``sender_name`` and ``sender_role`` whose device made it, ``fresh`` whether the book
    is new here, ``known`` whether nothing in it is new, ``difference`` what would change, ``blobs`` how
    many photos come, ``new_blobs`` how many of these are not here yet, and ``missing`` how many are
    named but neither in the file nor here.
    """

    file: str
    size: int
    refusal: Refusal | None = None
    space: str = ""
    name: str = ""
    avatar: str = ""
    sender_name: str = ""
    sender_role: str = ""
    fresh: bool = False
    known: bool = False
    difference: Difference | None = None
    blobs: int = 0
    missing: int = 0
    checked: Checked | None = None
    staged: Staged | None = None
    new_blobs: int = 0
    kind: str = LEARNER

    @property
    def is_library(self) -> bool:
        """Tells whether it is a library, not a learner's book."""
        return self.kind == LIBRARY


def vector_text(vector: Vector) -> str:
    """Returns a vector as the device's own book notes it."""
    return canonical_text({replica: list(head) for replica, head in vector.items()})


def vector_in(text: str) -> Vector:
    """Returns the vector that `vector_text` noted, empty for ""."""
    return vector_of(json.loads(text)) if text else {}


def avatar_of(checked: Checked) -> str:
    """Returns the last sign that the file's learner chose."""
    chosen = [op["val"] for op in checked.ops if (op["col"], op["field"]) == ("learner", "avatar")]
    return next((sign for sign in reversed(chosen) if isinstance(sign, str)), "")
