"""What a CFPackage says, row by row, however it is spelled."""

from collections.abc import Iterable, Iterator
from typing import Any

from app.formats.assembling import LINK_KINDS, Assembly, Row, Tie
from app.formats.case_head import framework_in, subjects_in
from app.formats.framework_file import SLICE, Progress
from app.formats.report import Report
from app.formats.values import Values, address

Object = dict[str, Any]
_KINDS = {kind.casefold(): kind for kind in LINK_KINDS}
_ITEM_FIELDS = frozenset(
    {
        "CFDocumentURI",
        "CFItemType",
        "CFItemTypeURI",
        "abbreviatedStatement",
        "alternativeLabel",
        "conceptKeywords",
        "conceptKeywordsURI",
        "educationLevel",
        "educationalLevel",
        "extensions",
        "fullStatement",
        "humanCodingScheme",
        "identifier",
        "language",
        "lastChangeDateTime",
        "licenseURI",
        "listEnumeration",
        "notes",
        "sequenceNumber",
        "statusEndDate",
        "statusStartDate",
        "subject",
        "subjectURI",
        "uri",
    }
)
_LEVELS_AS = ("educationLevel", "educationalLevel", "educationLevels", "gradeLevel")


class CaseRows:
    """One package while it is read: `items` first, then `associations`; both into ``assembly``."""

    def __init__(self, package: Object, report: Report, name: str) -> None:
        self.package, self.report = package, report
        self.values = Values(report)
        self.named: dict[str, str] = {}
        head = package.get("CFDocument")
        if not isinstance(head, dict):
            report.note("no_document")
            head = {}
        self.assembly = Assembly(framework_in(head, name, self.values), report)
        self.tops = {_key(head.get(field)) for field in ("identifier", "uri")} - {""}

    def items(self) -> Iterator[Progress]:
        """Reads the items into rows."""
        items = self.package["CFItems"]
        for number, item in enumerate(items, 1):
            self.values.where = ""
            if isinstance(item, dict):
                self._item(item)
            else:
                self.report.note("not_a_row")
            if number % SLICE == 0:
                yield number, 2 * len(items)

    def _item(self, item: Object) -> None:
        values = self.values
        code = values.line(item.get("humanCodingScheme"))
        values.where = code or values.line(item.get("identifier"))
        words = self._words(item, code)
        if not words:
            self.report.note("no_words", values.where)
            return
        source = self._source(item, code or words)
        if source in self.assembly.rows:
            self.report.note("same_identifier", values.where)
            return
        uri = values.line(item.get("uri"))
        self._name(source, uri)
        for field in item:
            if field not in _ITEM_FIELDS:
                self.report.note("unknown_field", field)
        self.assembly.rows[source] = Row(
            source,
            {**self._described(item), "statement": words, "uri": address(uri)},
            code,
            values.line(item.get("listEnumeration")),
            values.number(item.get("sequenceNumber")),
        )

    def _words(self, item: Object, code: str) -> str:
        words = self.values.text(item.get("fullStatement"))
        if words:
            return words
        others = ("abbreviatedStatement", "alternativeLabel", "notes")
        words = next((text for text in (self.values.text(item.get(name)) for name in others) if text), code)
        if words:
            self.report.note("no_statement", code or words)
        return words

    def _source(self, item: Object, stand_in: str) -> str:
        raw = item.get("identifier")
        if isinstance(raw, int) and not isinstance(raw, bool):
            self.report.note("number_identifier", str(raw)[:40])
            return str(raw)[:40]
        source = self.values.line(raw) or self.values.line(item.get("uri"))
        if not source:
            self.report.note("no_identifier", self.values.where or stand_in)
        return source or self.values.line(stand_in)

    def _name(self, source: str, uri: str) -> None:
        for key in (_key(source), _key(uri), _last(uri), _last(source)):
            if key:
                self.named.setdefault(key, source)

    def _described(self, item: Object) -> dict[str, object]:
        values = self.values
        spelled = next((name for name in _LEVELS_AS if name in item), _LEVELS_AS[0])
        if spelled != _LEVELS_AS[0]:
            self.report.note("misspelt", spelled)
        kind = item.get("CFItemType") or item.get("CFItemTypeURI")
        return {
            "short": values.text(item.get("abbreviatedStatement")),
            "notes": values.text(item.get("notes")),
            "kind": values.line(kind.get("title") if isinstance(kind, dict) else kind),
            "levels": values.lines(item.get(spelled), here=spelled in item),
            "subjects": subjects_in(item, values),
            "keywords": values.lines(item.get("conceptKeywords"), here="conceptKeywords" in item),
            "language": values.line(item.get("language")),
        }

    def associations(self) -> Iterator[Progress]:
        """Reads the associations into ties."""
        found = self.package.get("CFAssociations")
        if not isinstance(found, list):
            if found is not None or "CFAssociations" in self.package:
                self.report.note("null_list", "CFAssociations")
            found = ()
        for number, one in enumerate(found, 1):
            self.values.where = ""
            if isinstance(one, dict):
                self._association(one)
            else:
                self.report.note("not_a_row")
            if number % (3 * SLICE) == 0:
                yield len(found) + number, 2 * len(found)

    def _association(self, one: Object) -> None:
        kind = self.values.line(one.get("associationType"))
        kind = _KINDS.get(kind.casefold(), kind)
        origin, target = self._end(one, "origin"), self._end(one, "destination")
        inner = origin or target
        self.values.where = self.assembly.rows[inner].code if inner else kind
        if not kind or origin is None or target is None:
            outside = kind and (origin is None) != (target is None) and kind != "isChildOf"
            self.report.note("outside" if outside else "no_end", self.values.where)
        elif origin == target:
            self.report.note("self", self.values.where)
        elif origin and (target or kind == "isChildOf"):
            number = self.values.number(one.get("sequenceNumber"))
            source = self.values.line(one.get("identifier"))
            self.assembly.ties.append(Tie(kind, origin, target, source, number))

    def _end(self, one: Object, side: str) -> str | None:
        """Returns the source of the row at one end, "" for the framework itself, None for neither."""
        node = one.get(f"{side}NodeURI", one.get(f"{side}Node"))
        named: Iterable[Any] = (node, one.get(f"{side}NodeIdentifier"))
        if isinstance(node, dict):
            named = (node.get("identifier"), node.get("uri"))
        for value in named:
            if isinstance(value, str) and value in self.named:  # spelled as it is kept, as nearly always
                return self.named[value]
            for key in (_key(value), _last(_key(value))):
                if key in self.named:
                    return self.named[key]
                if key and key in self.tops:
                    return ""
        return None


def _key(value: Any) -> str:
    if isinstance(value, str):
        return value.strip().casefold()
    return str(value)[:40] if isinstance(value, int) and not isinstance(value, bool) else ""


def _last(uri: str) -> str:
    """Returns the last part of an address: one file names a thing by either."""
    return uri.rstrip("/").rpartition("/")[2].casefold() if "/" in uri else ""
