"""What a teacher or family writes for many learners: ways to learn, choice boards, rubrics, and how much is
enough for a competency. All of it lies in this device's own library."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from app.domain.learning import Assessment
from app.domain.library import Activity, Board, MasteryCriterion, Rubric
from app.domain.models import Blob, Evidence
from app.domain.rubrics import Place, marked_by
from app.domain.standing import sound
from app.domain.text import safe_link, tidy_line, tidy_text
from app.services.catalog import Catalog
from app.services.library_pen import OpenLibrary
from app.services.portfolio import LONGEST_NAME, MOST_FILE_BYTES, mime_of
from app.services.ports import Blobs, Picture, Shelf
from app.services.reading import Reader
from app.sync.op import ADD, SET, Edit

Values = Mapping[str, Any]
Item = Activity | Board | Rubric
ACTIVITIES, BOARDS, RUBRICS = "activities", "boards", "rubrics"
MOST_LISTED = 200
_LEFT_OUT = {"id", "by", "who", "at", "changed", "versions", "kept", "edited", "gone"}
_LINES = frozenset({"title", "rubric", "quiz", "modality"})


class OwnRecords:
    """Writes in this device's library, which ``own`` opens or makes."""

    def __init__(
        self, own: Callable[[], Awaitable[OpenLibrary]], catalog: Callable[[], Catalog], blobs: Blobs
    ) -> None:
        self._own, self._catalog, self._blobs = own, catalog, blobs

    async def keep(self, col: str, values: Values, rec: str = "") -> str:
        """Writes a record of `col`, a new one without `rec`; returns its id.

        Raises ValueError without a title, or for a value that the library would not show.
        """
        said = {name: _tidy(name, value) for name, value in values.items() if name not in _LEFT_OUT}
        if not said.get("title"):
            raise ValueError("it needs a name")
        library = await self._own()
        if not rec:
            (rec,) = library.pen.names(1)
            edits = [Edit(ADD, col, rec, "", {name: value for name, value in said.items() if value})]
        else:
            now = library.book.get(col, rec) or {}
            edits = library.pen.edits(
                col, rec, **{name: value for name, value in said.items() if value or now.get(name)}
            )
        if edits:
            library.pen.commit(edits)
        return rec

    async def copy(self, col: str, item: Item) -> str:
        """Makes an own copy of what came from elsewhere; returns its id."""
        return await self.keep(col, item.model_dump(mode="json", exclude=_LEFT_OUT))

    async def put_away(self, col: str, rec: str, *, gone: bool = True) -> None:
        """Takes a record out of the lists, or puts it back: books that name it keep what they say."""
        (await self._own()).pen.set(col, rec, gone=gone)

    async def photo(self, picture: Picture) -> dict[str, Any]:
        """Keeps a photo beside the library and returns the resource that names it. Raises StorageFull."""
        name = await self._blobs.put(picture.data)
        size = {"width": picture.width, "height": picture.height}
        blob = Blob(sha256=name, mime=picture.mime, size=len(picture.data), **size)
        return {"kind": "photo", "blob": blob.model_dump(mode="json")}

    async def file(self, name: str, data: bytes) -> dict[str, Any]:
        """Keeps a small file beside the library and returns the resource that names it.

        Raises ValueError for an empty file or one over MOST_FILE_BYTES, StorageFull where there is no room.
        """
        if not 0 < len(data) <= MOST_FILE_BYTES:
            raise ValueError("not a size that is kept")
        called = tidy_line(name)[:LONGEST_NAME]
        kept = await self._blobs.put(data)
        blob = Blob(sha256=kept, mime=mime_of("", name), size=len(data), name=called)
        return {"kind": "file", "title": called, "blob": blob.model_dump(mode="json")}

    async def enough(self, rec: str, criterion: MasteryCriterion | None) -> None:
        """Says how much is enough for a competency, or for all of a framework; None for what is usual.

        What lies elsewhere (a starter's, another library's) is copied here first, with its own id: this
        device's word then comes before that one's.
        """
        library = await self._own()
        value = sound(criterion).model_dump(mode="json") if criterion else None
        one = self._catalog().competency(rec)
        framework = one.framework if one else rec
        edits = (
            [] if one is None and self._catalog().framework(rec) is None else self._copied(library, framework)
        )
        if one is not None:
            edits += self._copied(library, rec)
        col = "competencies" if one else "frameworks"
        library.pen.commit([*edits, Edit(SET, col, rec, "criterion", value)])

    def _copied(self, library: OpenLibrary, rec: str) -> list[Edit]:
        catalog = self._catalog()
        one = catalog.competency(rec)
        col, item = ("competencies", one) if one else ("frameworks", catalog.framework(rec))
        if item is None or library.book.get(col, rec) is not None:
            return []
        values = item.model_dump(mode="json", exclude=_LEFT_OUT | {"own"})
        return [Edit(ADD, col, rec, "", {name: value for name, value in values.items() if value})]


def _tidy(name: str, value: Any) -> Any:
    if isinstance(value, str):
        return tidy_line(value) if name in _LINES else tidy_text(value)
    if name == "resources":
        return [dict(one) for one in value if _whole(one)][:MOST_LISTED]
    return list(value)[:MOST_LISTED] if isinstance(value, list | tuple) else value


def _whole(resource: Values) -> bool:
    """Tells whether a resource leads to something."""
    if resource.get("kind") == "link":
        return safe_link(str(resource.get("link", ""))) is not None
    return bool(resource.get("blob") or str(resource.get("text", "")).strip())


async def marks_with(shelf: Shelf, spaces: tuple[str, ...], rubric: str) -> Mapping[Place, int]:
    """Returns how often each level of each criterion of a rubric was marked, in all books that open."""
    found: dict[Place, int] = {}
    for space in spaces:
        try:
            reader = Reader(await shelf.open(space))
        except (OSError, ValueError):
            continue  # its page says so; what it holds keeps its numbers all the same
        records: tuple[Assessment | Evidence, ...] = (
            *reader.found(Assessment, "assessments", "rubric", rubric),
            *reader.found(Evidence, "evidence", "rubric", rubric),
        )
        for place, count in marked_by(records).items():
            found[place] = found.get(place, 0) + count
    return found
