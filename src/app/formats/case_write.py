"""A framework out of Ownway, as a valid CASE 1.1 CFPackage."""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from app.domain.library import Competency, Framework, Link
from app.domain.models import Record
from app.formats.assembling import CHILD_OF, LINK_KINDS

_BASE = "urn:uuid:"
_UUID = re.compile("[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}")
_ODD = re.compile("[^a-zA-Z0-9._-]+")
Object = dict[str, Any]


def write_case(
    framework: Framework, competencies: Sequence[Competency], links: Iterable[Link], made: int
) -> bytes:
    """Returns the package's bytes. ``made`` (milliseconds) stands in where a record does not say its own.

    Competencies come in reading order; gone ones and links to them are left out. The same input gives the
    same bytes, and what it gives is read again with the same ids.
    """
    live = {one.id: one for one in competencies if not one.gone}
    own = _Identity(framework.source or framework.id, framework.uri, "CFDocuments", framework.title)
    named = {one.id: _identity(one) for one in live.values()}
    wanted = [link for link in links if not link.gone and link.origin in live and link.target in live]
    package = {
        "CFDocument": _document(framework, own, made),
        "CFItems": [_item(one, named[one.id], made) for one in live.values()],
        "CFAssociations": [
            *(_child(one, own, named, made) for one in live.values()),
            *(_association(link, named, made) for link in wanted),
        ],
    }
    return json.dumps(package, ensure_ascii=False, indent=1).encode("utf-8", "replace")


class _Identity:
    """How one thing is named: a UUID, an address and a title."""

    def __init__(self, source: str, uri: str, kind: str, title: str) -> None:
        self.uuid = uuid_of(source)
        self.uri = uri or (source if "://" in source else f"{_BASE}{self.uuid}#{kind}")
        self.title = " ".join(title.split())

    @property
    def link(self) -> Object:
        """The three as CASE links to something."""
        return {"title": self.title, "identifier": self.uuid, "uri": self.uri}

    @property
    def names(self) -> Object:
        """What something says of itself."""
        return {"identifier": self.uuid, "uri": self.uri}


def uuid_of(source: str) -> str:
    """Returns `source` where it is a UUID, else one that is always the same for it."""
    bare = source.strip().casefold().removeprefix(_BASE)
    if _UUID.fullmatch(bare):
        return _spelled(bare.replace("-", ""))
    digest = hashlib.sha256(source.encode("utf-8", "replace")).hexdigest()
    return _spelled(f"{digest[:12]}5{digest[13:16]}8{digest[17:32]}")


def _spelled(digits: str) -> str:
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


def _identity(one: Competency) -> _Identity:
    return _Identity(one.source or one.id, one.uri, "CFItems", one.code or one.statement[:80])


def _document(framework: Framework, own: _Identity, made: int) -> Object:
    said = {
        "publisher": framework.publisher,
        "description": framework.description,
        "subject": list(framework.subjects),
        "language": framework.language,
        "version": framework.version,
        "adoptionStatus": framework.status,
    }
    return {
        **own.names,
        "caseVersion": "1.1",
        "creator": framework.creator or "Ownway",
        "title": own.title,
        "lastChangeDateTime": _moment(framework, made),
        **_filled(said),
        **_licence(framework.licence),
    }


def _licence(licence: str) -> Object:
    if not licence:
        return {}
    named = _Identity(licence, licence if "://" in licence else "", "CFLicenses", licence)
    return {"licenseURI": named.link}


def _item(one: Competency, own: _Identity, made: int) -> Object:
    said = {
        "humanCodingScheme": one.code,
        "abbreviatedStatement": " ".join(one.short.split()),
        "notes": one.notes,
        "CFItemType": one.kind,
        "conceptKeywords": list(one.keywords),
        "subject": list(one.subjects),
        "language": one.language,
        "educationLevel": list(one.levels),
    }
    words = {"fullStatement": one.statement or one.code}
    return {**own.names, **words, "lastChangeDateTime": _moment(one, made), **_filled(said)}


def _child(one: Competency, own: _Identity, named: Mapping[str, _Identity], made: int) -> Object:
    above = named.get(one.parent, own)
    return _tied(CHILD_OF, named[one.id], above, _moment(one, made), "", one.place + 1)


def _association(link: Link, named: Mapping[str, _Identity], made: int) -> Object:
    kind = link.kind if link.kind in LINK_KINDS else f"ext:{_ODD.sub('_', link.kind) or 'link'}"
    return _tied(kind, named[link.origin], named[link.target], _moment(link, made), link.source)


def _tied(
    kind: str, origin: _Identity, target: _Identity, moment: str, source: str, number: int = 0
) -> Object:
    own = uuid_of(source or f"{kind} {origin.uuid} {target.uuid}")
    counted = {"sequenceNumber": number} if number else {}
    return {
        "identifier": own,
        "uri": f"{_BASE}{own}#CFAssociations",
        "associationType": kind,
        "originNodeURI": origin.link,
        "destinationNodeURI": target.link,
        "lastChangeDateTime": moment,
        **counted,
    }


def _filled(said: Object) -> Object:
    return {name: value for name, value in said.items() if value}


def _moment(record: Record, made: int) -> str:
    return datetime.fromtimestamp((record.changed or record.at or made) / 1000, UTC).isoformat(
        timespec="seconds"
    )
