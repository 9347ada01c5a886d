"""What a collection is: the fields of its records, whose they are, and who may write them."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.checks import Check
from app.domain.models import ROLES

EVERYONE = frozenset(ROLES)


@dataclass(frozen=True)
class Collection:
    """``fields`` maps each field to its check; ``parts`` narrows who may set single fields.

    The records of an ``add_only`` collection are named after the op that made them, and only the replica
    that made one may write it again. One of a ``personal`` collection is named after its only writer.
    """

    name: str
    owner: str
    writers: frozenset[str]
    fields: Mapping[str, Check]
    add_only: bool = False
    parts: Mapping[str, frozenset[str]] | None = None
    personal: bool = False
