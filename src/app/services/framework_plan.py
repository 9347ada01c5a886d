"""What taking in a framework file would change in a library: worked out, told, and only then written."""

from collections.abc import Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from app.domain.library import Competency, Link
from app.domain.models import Record
from app.formats.framework_file import SLICE, FrameworkFile, Progress
from app.sync.fold import Document
from app.sync.op import ADD, DEL, SET, Edit

OWN_LINK = "own:"
"""How the source of a link begins that a person made here: a file that does not know it leaves it alone."""
_NEVER = {
    "id",
    "by",
    "who",
    "at",
    "changed",
    "versions",
    "kept",
    "edited",
    "criterion",
    "own",
    "ready",
    "gone",
}


class Here(Protocol):
    """What a plan asks of a library's book."""

    def get(self, col: str, rec: str) -> Document | None:
        """Returns one document, or None."""

    def find(self, col: str, field: str, value: object) -> list[Document]:
        """Returns the documents whose `field` is `value`."""


class Nothing:
    """A library that is not there yet."""

    def get(self, col: str, rec: str) -> Document | None:
        """Returns None."""

    def find(self, col: str, field: str, value: object) -> list[Document]:
        """Returns nothing."""
        return []


@dataclass
class Plan:
    """The edits that bring a file into a library, in order, and what they come to.

    ``fresh`` tells that its framework is new here; `undo` holds the edits that take all of it back.
    """

    framework: str
    fresh: bool
    edits: list[Edit] = field(default_factory=list)
    undo: list[Edit] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    same: int = 0
    links: int = 0

    @property
    def empty(self) -> bool:
        """Whether everything is here already as the file has it."""
        return not self.edits


def planned(book: Here, file: FrameworkFile) -> Generator[Progress, None, Plan]:
    """Returns the plan for a file; yields now and then.

    What is here is brought up to date, field by field; what the file left out is marked as gone, because
    books refer to it. What a person set here (a criterion, links of their own) stays.
    """
    framework = _home(book, file)
    now = book.get("frameworks", framework)
    finished = now is not None and bool(now.get("ready", True))
    plan = Plan(framework, fresh=not finished)
    total = len(file.competencies) + len(file.links)
    head = _values(file.framework)
    _bring(plan, book, "frameworks", framework, head if finished else {**head, "ready": False})
    for number, one in enumerate(file.competencies, 1):
        _count(plan, one, _bring(plan, book, "competencies", one.id, _values(one, framework)))
        if number % SLICE == 0:
            yield number, total
    for number, link in enumerate(file.links, 1):
        plan.links += _bring(plan, book, "links", link.id, _link_values(book, link, framework)) == "added"
        if number % (3 * SLICE) == 0:
            yield len(file.competencies) + number, total
    _leave_out(plan, book, "competencies", {one.id for one in file.competencies})
    _leave_out(plan, book, "links", {link.id for link in file.links})
    if not finished:
        plan.edits.append(Edit(SET, "frameworks", framework, "ready", val=True))
        if now is not None:
            plan.undo.append(Edit(SET, "frameworks", framework, "ready", val=False))
    return plan


def _home(book: Here, file: FrameworkFile) -> str:
    """Returns the framework that the file is: by its own id; for a file that has none, the one here that has
    most of its competencies."""
    own = file.framework.id
    if book.get("frameworks", own) is not None or file.framework.source != file.framework.title:
        return own
    counts: dict[str, int] = {}
    for one in file.competencies:
        here = book.get("competencies", one.id)
        if here is not None:
            name = str(here.get("framework", ""))
            counts[name] = counts.get(name, 0) + 1
    best = max(counts, key=lambda name: counts[name], default="")
    return best if best and 2 * counts[best] > len(file.competencies) else own


def _values(record: Record, framework: str = "") -> dict[str, Any]:
    """Returns what a file says of a record, as JSON values: what readers make are texts, numbers and lists
    of texts, so nothing lies deeper."""
    values = {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in vars(record).items()
        if name not in _NEVER
    }
    if framework:
        values["framework"] = framework
    return values


def _link_values(book: Here, link: Link, framework: str) -> dict[str, Any]:
    """Returns what a file says of a link; one that a person made here stays theirs."""
    values = _values(link, framework)
    now = book.get("links", link.id)
    if now is not None and _made_here(now):
        del values["source"], values["place"]
    return values


def _made_here(link: Document) -> bool:
    return str(link.get("source", "")).startswith(OWN_LINK)


def _bring(plan: Plan, book: Here, col: str, rec: str, values: Mapping[str, Any]) -> str:
    """Plans one record's edits; returns "added", "changed" or ""."""
    now = book.get(col, rec)
    if now is None:
        said = {name: value for name, value in values.items() if value or value is False}
        plan.edits.append(Edit(ADD, col, rec, "", said))
        plan.undo.append(Edit(DEL, col, rec))
        return "added"
    sets = dict(_changes(now, values))
    if now.get("gone"):
        sets["gone"] = False
    for name, value in sets.items():
        plan.edits.append(Edit(SET, col, rec, name, value))
        plan.undo.append(Edit(SET, col, rec, name, now.get(name, type(value)())))
    return "changed" if sets else ""


def _changes(now: Document, values: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, value in values.items():
        if now.get(name, type(value)()) != value:
            yield name, value


def _count(plan: Plan, one: Competency, how: str) -> None:
    if how == "added":
        plan.added.append(one.id)
    elif how == "changed":
        plan.changed.append(one.id)
    else:
        plan.same += 1


def _leave_out(plan: Plan, book: Here, col: str, here: Iterable[str]) -> None:
    for doc in book.find(col, "framework", plan.framework):
        if doc["id"] not in here and not doc.get("gone") and not _made_here(doc):
            plan.edits.append(Edit(SET, col, doc["id"], "gone", val=True))
            plan.undo.append(Edit(SET, col, doc["id"], "gone", val=False))
            if col == "competencies":
                plan.gone.append(doc["id"])
