"""Frameworks as tables: the CSV that OpenSALT reads, and its item sheet saved as CSV.

Columns are known by their letters alone ("Human Coding Scheme" is "humanCodingScheme"). The hierarchy comes
from "Is Child Of" (an identifier or a code), else from "smartLevel" ("1.2.3"), else from the codes.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping

from app.domain.library import PRECEDES, Framework
from app.domain.naming import framework_id
from app.formats.assembling import CHILD_OF, Assembly, Row, Tie
from app.formats.case_head import title_of
from app.formats.framework_file import MOST_BYTES, MOST_ITEMS, SLICE, Progress, Reading, Refused, too_big
from app.formats.report import Report
from app.formats.values import Values, split

COLUMNS: Mapping[str, str] = {
    "identifier": "identifier",
    "caseitemidentifier": "identifier",
    "fullstatement": "statement",
    "humancodingscheme": "code",
    "smartlevel": "smart",
    "hierarchylevel": "smart",
    "listenumeration": "enumeration",
    "listenuminsource": "enumeration",
    "abbreviatedstatement": "short",
    "conceptkeywords": "keywords",
    "notes": "notes",
    "language": "language",
    "educationlevel": "levels",
    "educationallevel": "levels",
    "cfitemtype": "kind",
    "itemtype": "kind",
    "subject": "subjects",
    "uri": "uri",
    "sequencenumber": "sequence",
    "ischildof": CHILD_OF,
    "parentidentifier": CHILD_OF,
    "ispartof": "isPartOf",
    "replacedby": "replacedBy",
    "exemplar": "exemplar",
    "precedes": PRECEDES,
    "ispeerof": "isPeerOf",
    "hasskilllevel": "hasSkillLevel",
    "isrelatedto": "isRelatedTo",
    "exactmatchof": "exactMatchOf",
    "isexactmatchof": "exactMatchOf",
}
_KINDS = (
    CHILD_OF,
    PRECEDES,
    "isPartOf",
    "replacedBy",
    "exemplar",
    "isPeerOf",
    "hasSkillLevel",
    "isRelatedTo",
)
_LOOKED_AT = 20_000
_LETTERS = re.compile("[^a-z]")
_BINARY = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_LAST_PART = re.compile(r"[.\-:/][^.\-:/]*$")


def read_csv(data: bytes, name: str = "") -> Reading:
    """Reads a table from a file's bytes; its name gives the framework's title."""
    report = Report()
    text = _decoded(data, report)
    if isinstance(text, Refused):
        return text
    yield 0, 1
    table = _Table(text, name, report)
    try:
        if not table.find_columns():
            return Refused("no_columns")
        yield from table.read()
    except csv.Error:
        return Refused("cut_off")
    if len(table.assembly.rows) > MOST_ITEMS:
        return Refused("too_many", {"most": MOST_ITEMS})
    if not table.assembly.rows:
        return Refused("nothing")
    table.tie()
    return (yield from table.assembly.run())


def _decoded(data: bytes, report: Report) -> str | Refused:
    if not data.strip():
        return Refused("empty")
    if len(data) > MOST_BYTES:
        return too_big(len(data))
    if data.startswith(b"PK\x03\x04"):
        return Refused("spreadsheet")
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        text = data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError:
        report.note("encoding")
        text = data.decode("cp1252", "replace")
    return Refused("not_text") if _BINARY.search(text) else text


class _Table:
    """One table while it is read."""

    def __init__(self, text: str, name: str, report: Report) -> None:
        head = text[:_LOOKED_AT].lstrip().partition("\n")[0]
        self._stream = io.StringIO(text, newline="")
        self._lines = csv.reader(self._stream, delimiter=max(",;\t", key=head.count))
        self._length = max(1, len(text))
        self.columns: list[str] = []
        self.values, self.report = Values(report), report
        title = self.values.line(title_of(name))
        report.note("no_document")
        self.assembly = Assembly(Framework(id=framework_id(title), title=title, source=title), report)
        self.cells: dict[str, Mapping[str, str]] = {}
        self.named: dict[str, str] = {}

    def find_columns(self) -> bool:
        """Reads up to the line that names the columns; tells whether it names statements or codes."""
        for cells in self._lines:
            if any(cell.strip() for cell in cells) and not cells[0].startswith("#"):
                self.columns = [COLUMNS.get(_LETTERS.sub("", cell.casefold()), "") for cell in cells]
                break
        return bool({"statement", "code"} & set(self.columns))

    def read(self) -> Iterator[Progress]:
        """Reads the lines below the head into rows."""
        for number, cells in enumerate(self._lines, 1):
            if any(cell.strip() for cell in cells):
                self._row(cells)
            if number % SLICE == 0:
                yield self._stream.tell(), 2 * self._length

    def _row(self, cells: list[str]) -> None:
        if len(cells) > len(self.columns) and any(cell.strip() for cell in cells[len(self.columns) :]):
            self.report.note("ragged", cells[0])
        found = {column: cell for column, cell in zip(self.columns, cells, strict=False) if column}
        values = self.values
        code = values.where = values.line(found.get("code"))
        words = values.text(found.get("statement")) or values.text(found.get("short"))
        if not words:
            if not code:
                self.report.note("no_words", cells[0])
                return
            self.report.note("no_statement", code)
        source = values.line(found.get("identifier")) or code
        if not source:
            self.report.note("no_identifier", words)
            source = values.line(words)
        if source in self.assembly.rows:
            self.report.note("same_identifier", code or source)
            return
        self._keep(source, code, words or code, found)

    def _keep(self, source: str, code: str, words: str, found: Mapping[str, str]) -> None:
        values = self.values
        self.cells[source] = found
        self.named.setdefault(source.casefold(), source)
        if code:
            self.named.setdefault(code.casefold(), source)
        described: dict[str, object] = {
            "statement": words,
            "short": values.text(found.get("short")),
            "notes": values.text(found.get("notes")),
            "kind": values.line(found.get("kind")),
            "uri": values.line(found.get("uri")),
            "language": values.line(found.get("language")),
            **{
                name: tuple(dict.fromkeys(split(found.get(name, ""))))[:200]
                for name in ("levels", "keywords", "subjects")
            },
        }
        sequence = found.get("sequence", "").strip()
        number = int(sequence) if re.fullmatch(r"[0-9]{1,9}", sequence) else None
        if sequence and number is None:
            self.report.note("bad_number", code)
        enumeration = values.line(found.get("smart")) or values.line(found.get("enumeration"))
        self.assembly.rows[source] = Row(source, described, code, enumeration, number)

    def tie(self) -> None:
        """Makes the associations, once all rows are known."""
        for source, found in self.cells.items():
            for kind in (*_KINDS, "exactMatchOf"):
                for end in split(found.get(kind, "")):
                    self._tie(kind, source, self.named.get(end.casefold()))
        if not any(tie.kind == CHILD_OF for tie in self.assembly.ties):
            parents = self._by_level() if "smart" in self.columns else self._by_code()
            self.assembly.ties += [Tie(CHILD_OF, source, parent) for source, parent in parents]

    def _tie(self, kind: str, origin: str, target: str | None) -> None:
        if target is None:
            self.report.note("no_end" if kind == CHILD_OF else "outside", self.assembly.rows[origin].code)
        elif target == origin:
            self.report.note("self", self.assembly.rows[origin].code)
        else:
            self.assembly.ties.append(Tie(kind, origin, target))

    def _by_level(self) -> Iterable[tuple[str, str]]:
        at = {found.get("smart", "").strip(" ."): source for source, found in reversed(self.cells.items())}
        for source, found in self.cells.items():
            above = found.get("smart", "").strip(" .").rpartition(".")[0]
            if above in at and at[above] != source:
                yield source, at[above]

    def _by_code(self) -> Iterable[tuple[str, str]]:
        for source, row in self.assembly.rows.items():
            above = _LAST_PART.sub("", row.code)
            while above and above != row.code:
                parent = self.named.get(above.casefold())
                if parent is not None and parent != source:
                    yield source, parent
                    break
                shorter = _LAST_PART.sub("", above)
                above = "" if shorter == above else shorter
