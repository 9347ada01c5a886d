"""How a profile changed: what its entries said before, told in order, from the changes themselves."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from app.domain.models import Model


class Told(Model):
    """One step in the life of an entry: ``what`` is told, reworded, past or again.

    ``text`` is what it said then, ``before`` what it said until then.
    """

    entry: str
    kind: str = ""
    what: str = "told"
    text: str = ""
    before: str = ""
    by: str = ""
    who: str = ""
    wall: int = 0


def entry_story(entry: str, changes: Iterable[Mapping[str, Any]]) -> tuple[Told, ...]:
    """Returns the steps of one entry, oldest first, from the changes of its record."""
    kind, text, past = "", "", False
    found: list[Told] = []
    for change in changes:
        values = _values(change)
        kind = str(values.get("kind") or kind)
        told = _step(change, values, text, past)
        text, past = str(values.get("text") or text), bool(values.get("past", past))
        if told:
            found.append(
                Told(
                    entry=entry,
                    kind=kind,
                    what=told[0],
                    text=text,
                    before=told[1],
                    by=str(change.get("by", "")),
                    who=str(change.get("id", "")).partition(":")[0].rpartition(".")[0],
                    wall=int(change.get("wall", 0)),
                )
            )
    return tuple(found)


def _values(change: Mapping[str, Any]) -> Mapping[str, Any]:
    if change.get("kind") == "add" and isinstance(change.get("val"), dict):
        return dict(change["val"])
    return {str(change.get("field", "")): change.get("val")} if change.get("kind") == "set" else {}


def _step(
    change: Mapping[str, Any], values: Mapping[str, Any], text: str, past: bool
) -> tuple[str, str] | None:
    if change.get("kind") == "add":
        return ("told", "")
    if "past" in values and bool(values["past"]) != past:
        return ("past" if values["past"] else "again", "")
    if values.get("text") and values["text"] != text:
        return ("reworded", text)
    return None


def profile_story(stories: Iterable[Sequence[Told]]) -> tuple[Told, ...]:
    """Returns the steps of all entries together, newest first."""
    every = [told for story in stories for told in story]
    return tuple(sorted(every, key=lambda told: (told.wall, told.entry, told.what), reverse=True))
