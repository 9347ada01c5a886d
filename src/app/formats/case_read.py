"""CASE 1.0 and 1.1: a CFPackage, as the standard has it and as files in the world have it.

Most real files break the official schema. Whatever can be understood is taken, and what was odd is counted.
"""

from typing import Any

from app.formats.case_rows import CaseRows, Object
from app.formats.framework_file import MOST_ITEMS, Reading, Refused
from app.formats.json_text import text_in, value_in
from app.formats.report import Report


def read_case(data: bytes, name: str = "") -> Reading:
    """Reads a CASE package from a file's bytes; `name` stands in for a title that is missing."""
    text = text_in(data)
    if isinstance(text, Refused):
        return text
    yield 0, 1
    value = value_in(text)
    del text
    yield 0, 1
    if isinstance(value, Refused):
        return value
    report = Report()
    package = _package(value, report)
    if isinstance(package, Refused):
        return package
    reader = CaseRows(package, report, name)
    yield from reader.items()
    if not reader.assembly.rows:
        return Refused("nothing")
    yield from reader.associations()
    return (yield from reader.assembly.run())


def _package(value: Any, report: Report) -> Object | Refused:
    """Returns the object that has the items, wherever it lies."""
    found = value if isinstance(value, list) else [value]
    found = [_unwrapped(one) for one in found[:100]]
    packages = [one for one in found if isinstance(one, dict) and isinstance(one.get("CFItems"), list)]
    if len(packages) > 1:
        report.note("several_packages", times=len(packages) - 1)
    if packages:
        return (
            packages[0]
            if len(packages[0]["CFItems"]) <= MOST_ITEMS
            else Refused("too_many", {"most": MOST_ITEMS})
        )
    if any(isinstance(one, dict) and "CFDocument" in one for one in found):
        return Refused("nothing")
    if any(isinstance(one, dict) and {"ops", "space"} <= one.keys() for one in found):
        return Refused("bundle")
    return Refused("not_case")


def _unwrapped(value: Any) -> Any:
    if isinstance(value, dict) and "CFItems" not in value:
        inner = value.get("CFPackage", value.get("data"))
        return inner if isinstance(inner, dict) else value
    return value
