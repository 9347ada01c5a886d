"""What this device itself remembers: its own book, which is never shared.

The device book is a space like any other, with the same journal and the same commit; only its
collections differ.
"""

from collections.abc import Mapping

from pydantic import Field

from app.domain.checks import count, iso_date, line, list_of, one_of, table_of, text, yes_no
from app.domain.collection import EVERYONE, Collection
from app.domain.learning import SOURCES
from app.domain.models import ENTRY_KINDS, ROLES, Record

LONGEST_VECTOR = 1_000_000
MOST_NOTICED = 20_000


class Owner(Record):
    """Who uses this device. One record, named ``me``."""

    role: str = ""
    name: str = ""
    avatar: str = ""
    language: str = ""
    theme: str = ""
    replica: str = ""


class BookCard(Record):
    """A learner's book on this device; the record's id is the space's id.

    ``backup`` is the wall clock of the last export; ``sent_ops`` how many ops that file held and ``sent``
    its vector for this device, as canonical JSON;
    ``sample`` marks a book that can be removed in one tap; ``removing`` one whose removal has begun.
    """

    name: str = ""
    avatar: str = ""
    sample: bool = False
    own: bool = False
    removing: bool = False
    opened: int = 0
    backup: int = 0
    sent_ops: int = 0
    sent: str = ""


class LibraryCard(Record):
    """A library on this device; the record's id is the space's id.

    ``own`` is what this device's people put together themselves; others were taken in, ``by_name`` from
    whom. ``backup``, ``sent_ops`` and ``sent`` are as in a `BookCard`.
    """

    name: str = ""
    own: bool = False
    sample: bool = False
    by_name: str = ""
    opened: int = 0
    backup: int = 0
    sent_ops: int = 0
    sent: str = ""


class Noticed(Record):
    """What this device has shown of a learner's path: the record's id is the space's id.

    ``mastered`` are the competencies whose reaching was told, ``later`` maps those put off to an ISO date.
    """

    mastered: tuple[str, ...] = ()
    later: dict[str, str] = Field(default_factory=dict)


class Draft(Record):
    """Words not yet kept, by the screen they were written on; the record's id names the screen."""

    text: str = ""


class KeptEntry(Record):
    """An entry of a learner's profile that stays on this device: ``space`` is the learner's book.

    The rest is as in a `ProfileEntry`; ``role`` and ``name`` say whose words it is.
    """

    space: str = ""
    kind: str = ""
    text: str = ""
    source: str = ""
    source_id: str = ""
    act: str = ""
    past: bool = False
    role: str = ""
    name: str = ""


class Taken(Record):
    """A file taken in: the record's id is its SHA-256, so the same file is known again at once.

    ``made`` is the sender's wall clock (milliseconds) when the file was made; ``seen`` that of the newest
    change made here that the sender had. ``to`` is the vector that the file brought, as canonical JSON.
    """

    space: str = ""
    sender: str = ""
    role: str = ""
    name: str = ""
    ops: int = 0
    undone: bool = False
    made: int = 0
    seen: int = 0
    to: str = ""


def vector(value: object) -> bool:
    """Tells whether `value` could be a vector as a text; some devices met very many others."""
    return isinstance(value, str) and len(value) <= LONGEST_VECTOR


DEVICE_COLLECTIONS: Mapping[str, Collection] = {
    c.name: c
    for c in (
        Collection(
            "owner",
            "",
            EVERYONE,
            {
                "role": one_of("", *ROLES),
                "name": line,
                "avatar": line,
                "language": line,
                "theme": one_of("", "light", "dark"),
                "replica": line,
            },
        ),
        Collection(
            "books",
            "",
            EVERYONE,
            {
                "name": line,
                "avatar": line,
                "sample": yes_no,
                "own": yes_no,
                "removing": yes_no,
                "opened": count,
                "backup": count,
                "sent_ops": count,
                "sent": vector,
            },
        ),
        Collection(
            "libraries",
            "",
            EVERYONE,
            {
                "name": line,
                "own": yes_no,
                "sample": yes_no,
                "by_name": line,
                "opened": count,
                "backup": count,
                "sent_ops": count,
                "sent": vector,
            },
        ),
        Collection(
            "noticed",
            "",
            EVERYONE,
            {"mastered": list_of(line, most=MOST_NOTICED), "later": table_of(iso_date, most=MOST_NOTICED)},
        ),
        Collection("drafts", "", EVERYONE, {"text": text}),
        Collection(
            "kept_here",
            "",
            EVERYONE,
            {
                "space": line,
                "kind": one_of(*ENTRY_KINDS),
                "text": text,
                "source": one_of("", *SOURCES),
                "source_id": line,
                "act": line,
                "past": yes_no,
                "role": one_of("", *ROLES),
                "name": line,
            },
        ),
        Collection(
            "taken",
            "",
            EVERYONE,
            {
                "space": line,
                "sender": line,
                "role": line,
                "name": line,
                "ops": count,
                "undone": yes_no,
                "made": count,
                "seen": count,
                "to": vector,
            },
        ),
    )
}
