"""Cards of competencies that a book refers to: its pages read the same where the library is not."""

from collections.abc import Iterable, Iterator

from app.domain.library import PRECEDES, Competency, Link
from app.services.catalog import Catalog
from app.services.modelled import Modelled
from app.sync.op import ADD, SET, Edit

_LEFT_OUT = {"id", "by", "who", "at", "changed", "versions", "kept", "edited"}


def card_edits(reader: Modelled, catalog: Catalog, ids: Iterable[str]) -> list[Edit]:
    """Returns the edits that copy the cards of `ids` into the reader's book, for the same commit as what
    names them.

    A card that is there is brought up to date, field by field; nothing is written for one that says the
    same, or that the catalog knows only from this book. A framework's own criterion of mastery
    stands on the card; what is needed before it comes along as a link where both ends are in the book.
    """
    wanted = list(dict.fromkeys(ids))
    edits = [edit for rec in wanted for edit in _card(reader, catalog, rec)]
    here = {*wanted, *(str(doc["id"]) for doc in reader.book.all("competencies"))}
    links = {
        link.id: link
        for rec in wanted
        for link in catalog.links(rec)
        if link.kind == PRECEDES and link.origin in here and link.target in here
    }
    return [*edits, *(edit for link in links.values() for edit in _copied(reader, "links", link))]


def _card(reader: Modelled, catalog: Catalog, rec: str) -> Iterator[Edit]:
    one = catalog.competency(rec)
    if one is not None:
        framework = catalog.framework(one.framework)
        criterion = one.criterion or (framework.criterion if framework else None)
        yield from _copied(reader, "competencies", one.model_copy(update={"criterion": criterion}))


def _copied(reader: Modelled, col: str, one: Competency | Link) -> Iterator[Edit]:
    values = one.model_dump(mode="json", exclude=_LEFT_OUT)
    now = reader.book.get(col, one.id)
    if now is None and reader.book.hidden(col, one.id) is None:
        yield Edit(ADD, col, one.id, "", {name: value for name, value in values.items() if value})
        return
    for name, value in values.items():
        if value != (now or {}).get(name, type(value)()):
            yield Edit(SET, col, one.id, name, value)
