"""Which ops the fold shows: of a known kind, in a known collection, of the right shape and role.

An op that does not fit is held: kept, passed on unchanged, counted and shown as held, never folded.
It may come from a newer version, which folds it. Roles are the writer's own word until signatures
bind them to keys.
"""

from collections.abc import Mapping

from app.domain.collection import Collection
from app.sync.op import ADD, DEL, SET, Op


class Policy:
    """The rules of one kind of space, by its collections."""

    def __init__(self, collections: Mapping[str, Collection]) -> None:
        self.collections = collections

    def owner(self, col: str, field: str) -> str:
        """Returns the role whose value is shown first where a field has two."""
        collection = self.collections.get(col)
        if collection is None:
            return ""
        parts = collection.parts or {}
        return "" if field in parts else collection.owner

    def held(self, op: Op) -> str:
        """Returns why the fold holds `op` back, or "" where it folds it."""
        collection = self.collections.get(op["col"])
        if collection is None:
            return "unknown collection"
        if op["by"] not in collection.writers:
            return "not this role's to write"
        if (collection.add_only or collection.personal) and not _own(collection, op):
            return "another's to write"
        kind = op["kind"]
        if kind == SET:
            return self._held_field(collection, op, op["field"], op["val"])
        if kind == ADD:
            return self._held_add(collection, op)
        return "" if kind == DEL else "unknown kind"

    def _held_add(self, collection: Collection, op: Op) -> str:
        values = op["val"]
        if not isinstance(values, dict) or not values:
            return "an add without fields"
        fields, parts = collection.fields, collection.parts
        for field, value in values.items():
            check = fields.get(field)
            if check is None or not check(value) or (parts and field in parts):
                why = self._held_field(collection, op, field, value)
                if why:
                    return why
        return ""

    def _held_field(self, collection: Collection, op: Op, field: str, value: object) -> str:
        check = collection.fields.get(field)
        if check is None:
            return "unknown field"
        if not check(value):
            return "wrong shape"
        parts = collection.parts
        if parts and field in parts and op["by"] not in parts[field]:
            return "not this role's to write"
        return ""


def _own(collection: Collection, op: Op) -> bool:
    """Tells whether a record is the writing replica's own, by the record's name; incarnations aside."""
    replica = op["id"].partition(":")[0].partition(".")[0]
    return op["rec"] == replica if collection.personal else op["rec"].startswith(f"{replica}.")
