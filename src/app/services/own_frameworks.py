"""Frameworks of one's own: competencies are written, moved, and told what comes before them."""

from collections.abc import Awaitable, Callable, Iterable, Sequence

from app.domain.library import PRECEDES, Competency
from app.domain.naming import competency_id, framework_id, link_id
from app.domain.text import tidy_line, tidy_text
from app.services.catalog import Catalog
from app.services.framework_plan import OWN_LINK
from app.services.library_pen import OpenLibrary
from app.services.ports import Random
from app.sync.op import ADD, DEL, SET, Edit

Values = dict[str, object]
_REFERRING = ("activities", "boards", "rubrics", "surveys", "quizzes")


class OwnFrameworks:
    """Writes in this device's library. ``in_books`` tells whether an open book refers to a competency."""

    def __init__(
        self,
        own: Callable[[], Awaitable[OpenLibrary]],
        catalog: Callable[[], Catalog],
        random: Random,
        in_books: Callable[[str], bool],
    ) -> None:
        self._own, self._catalog, self._random, self._in_books = own, catalog, random, in_books

    async def make(self, title: str, subject: str = "", description: str = "") -> str:
        """Makes an empty framework and returns its id. Raises ValueError without a title."""
        title = tidy_line(title)
        if not title:
            raise ValueError("a framework needs a title")
        library, source = await self._own(), self._source()
        values: Values = {"title": title, "source": source, "own": True, "creator": library.pen.name}
        if tidy_line(subject):
            values["subjects"] = [tidy_line(subject)]
        if tidy_text(description):
            values["description"] = tidy_text(description)
        rec = framework_id(source)
        library.pen.commit([Edit(ADD, "frameworks", rec, "", values)])
        return rec

    async def edit(self, framework: str, title: str, subject: str, description: str) -> None:
        """Changes what a framework says of itself. Raises ValueError without a title."""
        if not tidy_line(title):
            raise ValueError("a framework needs a title")
        subjects = [tidy_line(subject)] if tidy_line(subject) else []
        said: Values = {
            "title": tidy_line(title),
            "subjects": subjects,
            "description": tidy_text(description),
        }
        (await self._own()).pen.set("frameworks", framework, **said)

    async def add(
        self, framework: str, statement: str, *, code: str = "", levels: Sequence[str] = (), parent: str = ""
    ) -> str:
        """Makes a competency, the last under its parent, and returns its id.

        Raises ValueError without words.
        """
        if not tidy_text(statement):
            raise ValueError("a competency needs words")
        library, source = await self._own(), self._source()
        siblings = self._siblings(framework, parent)
        values: Values = {
            "framework": framework,
            "source": source,
            "parent": parent,
            "place": max((one.place for one in siblings), default=-1) + 1,
            **_said(statement, code, levels),
        }
        rec = competency_id(source, framework)
        library.pen.commit([Edit(ADD, "competencies", rec, "", {k: v for k, v in values.items() if v != ""})])
        return rec

    async def reword(self, rec: str, statement: str, code: str = "", levels: Sequence[str] = ()) -> None:
        """Changes a competency's words. Raises ValueError without any."""
        if not tidy_text(statement):
            raise ValueError("a competency needs words")
        (await self._own()).pen.set("competencies", rec, **_said(statement, code, levels))

    async def move(self, rec: str, parent: str) -> None:
        """Puts a competency under another, or at the top (""). Raises ValueError for a place below it."""
        catalog = self._catalog()
        one = _found(catalog, rec)
        if parent == rec or parent in catalog.tree.below(rec):
            raise ValueError("a competency cannot be below itself")
        siblings = self._siblings(one.framework, parent)
        place = max((other.place for other in siblings), default=-1) + 1
        (await self._own()).pen.set("competencies", rec, parent=parent, place=place)

    async def shift(self, rec: str, steps: int) -> None:
        """Moves a competency up (below 0) or down among its siblings."""
        one = _found(self._catalog(), rec)
        order = [other.id for other in self._siblings(one.framework, self._catalog().tree.parent(rec))]
        at = order.index(rec)
        order.insert(max(0, min(len(order) - 1, at + steps)), order.pop(at))
        pen = (await self._own()).pen
        edits = [
            edit
            for place, other in enumerate(order)
            for edit in pen.edits("competencies", other, place=place)
        ]
        if edits:
            pen.commit(edits)

    async def set_before(self, rec: str, before: Iterable[str]) -> None:
        """Says which competencies come before this one. Raises ValueError for one that comes after it."""
        catalog, wanted = self._catalog(), dict.fromkeys(before)
        one = _found(catalog, rec)
        if rec in wanted or not wanted.keys().isdisjoint(catalog.graph.all_after(rec)):
            raise ValueError("what comes after cannot come before")
        library = await self._own()
        here = {
            link.origin: link for link in catalog.links(rec) if link.kind == PRECEDES and link.target == rec
        }
        edits = [
            Edit(SET, "links", link.id, "gone", val=True) for end, link in here.items() if end not in wanted
        ]
        for origin in wanted:
            if origin not in here:
                edits += self._link(library, one, origin)
        if edits:
            library.pen.commit(edits)

    def _link(self, library: OpenLibrary, one: Competency, origin: str) -> list[Edit]:
        link = link_id(PRECEDES, origin, one.id)
        if library.book.get("links", link) is not None:
            return library.pen.edits("links", link, gone=False)
        values: Values = {"framework": one.framework, "kind": PRECEDES, "origin": origin, "target": one.id}
        return [Edit(ADD, "links", link, "", values | {"source": f"{OWN_LINK}{self._source()}"})]

    async def remove(self, rec: str) -> bool:
        """Removes a competency; what was under it moves up. Returns whether it was only marked as gone,
        because something refers to it."""
        catalog, library = self._catalog(), await self._own()
        one = _found(catalog, rec)
        pen = library.pen
        edits = [
            edit
            for child in catalog.children(rec)
            for edit in pen.edits("competencies", child.id, parent=one.parent)
        ]
        edits += [
            Edit(SET, "links", link.id, "gone", val=True)
            for link in catalog.links(rec)
            if library.book.get("links", link.id)
        ]
        used = self._used(library, rec)
        edits.append(
            Edit(SET, "competencies", rec, "gone", val=True) if used else Edit(DEL, "competencies", rec)
        )
        pen.commit(edits)
        return used

    def _used(self, library: OpenLibrary, rec: str) -> bool:
        docs = (doc for col in _REFERRING for doc in library.book.all(col))
        return self._in_books(rec) or any(rec in doc.get("competencies", ()) for doc in docs)

    def _siblings(self, framework: str, parent: str) -> tuple[Competency, ...]:
        return self._catalog().children(parent or framework)

    def _source(self) -> str:
        """Returns a UUID of chance, as CASE wants one."""
        digits = f"{self._random(128):032x}"
        spelled = (digits[:8], digits[8:12], f"4{digits[13:16]}", f"8{digits[17:20]}", digits[20:])
        return "-".join(spelled)


def _said(statement: str, code: str, levels: Sequence[str]) -> Values:
    found = dict.fromkeys(tidy_line(level) for level in levels if tidy_line(level))
    return {"statement": tidy_text(statement), "code": tidy_line(code), "levels": list(found)}


def _found(catalog: Catalog, rec: str) -> Competency:
    one = catalog.competency(rec)
    if one is None:
        raise LookupError(rec)
    return one
