"""What a CFDocument says of its framework."""

import re
from collections.abc import Mapping
from typing import Any

from app.domain.library import Framework
from app.domain.naming import framework_id
from app.formats.values import Values

_COPY = re.compile(r"\s*(\(\d+\)|- copy|copy)$", re.IGNORECASE)


def title_of(file: str) -> str:
    """Returns the title that a file's name stands for; a second download of it has the same."""
    stem, dot, _ = file.rpartition(".")
    return _COPY.sub("", stem if dot else file).replace("_", " ").strip() or "?"


def framework_in(head: Mapping[str, Any], file: str, values: Values) -> Framework:
    """Returns the framework of a CFDocument; the file's name stands in for a title."""
    title = values.text(head.get("title"))
    if not title:
        values.report.note("no_title")
        title = values.line(title_of(file))
    source = values.line(head.get("identifier")) or values.line(head.get("uri"))
    if not source:
        values.report.note("no_source")
        source = title
    return Framework(
        id=framework_id(source),
        title=title,
        source=source,
        uri=values.uri(head.get("uri")),
        creator=values.line(head.get("creator")),
        publisher=values.line(head.get("publisher")),
        description=values.text(head.get("description")),
        subjects=subjects_in(head, values),
        language=values.line(head.get("language")),
        version=values.line(head.get("version")),
        status=values.line(head.get("adoptionStatus")),
        licence=_licence(head.get("licenseURI"), values),
    )


def subjects_in(one: Mapping[str, Any], values: Values) -> tuple[str, ...]:
    """Returns the subjects of a document or item, which may be given by links alone."""
    found = values.lines(one.get("subject"), here="subject" in one)
    uris = one.get("subjectURI")
    if found or not isinstance(uris, list):
        return found
    titles = [uri.get("title") for uri in uris if isinstance(uri, Mapping)]
    return values.lines(titles, here=True)


def _licence(uri: object, values: Values) -> str:
    if isinstance(uri, Mapping):
        return values.line(uri.get("title")) or values.line(uri.get("uri"))
    return values.line(uri)
