"""What comes with the app: frameworks, ways to learn and forms, read from ``app/starters/*.json``.

The same on every device, read only, in the reader's language: wherever a text may stand, an object of texts
by language may (``{"en": "Ratio", "ar": "نسبة"}``). `docs/starters.md` says the format of each file.
"""

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any, TypeVar

from app.domain.library import Activity, Board, Competency, Form, Framework, Link, Rubric
from app.domain.models import Record
from app.domain.naming import competency_id, framework_id, link_id

R = TypeVar("R", bound=Record)
FIRST = "en"
_CHILD_OF = "isChildOf"


class Starters:
    """The starters in one language. `of` gives the same object each time."""

    def __init__(self, language: str, found: Mapping[str, Any]) -> None:
        self.language = language
        texts = {name: _said(value, language) for name, value in found.items()}
        packages = texts.get("frameworks", ())
        self.codes = {code: rec for package in packages for code, rec in _codes(package)}
        self.frameworks = tuple(_framework(package, language) for package in packages)
        self.competencies = tuple(one for package in packages for one in _competencies(package, language))
        self.links = tuple(one for package in packages for one in _links(package))
        self.activities = self._records(Activity, texts.get("activities", ()))
        self.boards = self._records(Board, texts.get("boards", ()))
        self.rubrics = self._records(Rubric, texts.get("rubrics", ()))
        self.surveys = self._records(Form, texts.get("surveys", ()))
        self.quizzes = self._records(Form, texts.get("quizzes", ()))

    @staticmethod
    def of(language: str) -> "Starters":
        """Returns the starters as they are read in `language`."""
        return _starters(language)

    def _records(self, model: type[R], rows: Any) -> tuple[R, ...]:
        """Returns rows as records; a competency may be named by its code."""
        return tuple(model.model_validate(self._named({"competencies": (), **row})) for row in rows)

    def _named(self, part: Any) -> Any:
        """Returns a row, or a part of one, with the ids of its competencies in place of their codes."""
        if isinstance(part, list):
            return [self._named(inner) for inner in part]
        if not isinstance(part, dict):
            return part
        named = {key: self._named(value) for key, value in part.items()}
        if "competencies" in part:
            named["competencies"] = [self.codes.get(name, name) for name in part["competencies"]]
        return named


@lru_cache(maxsize=4)
def _starters(language: str) -> Starters:
    folder = files("app").joinpath("starters")
    found = {
        one.name.removesuffix(".json"): json.loads(one.read_text("utf-8"))
        for one in folder.iterdir()
        if one.name.endswith(".json")
    }
    return Starters(language, found)


def _said(value: Any, language: str) -> Any:
    """Returns `value` with every object of texts by language replaced by the one to read."""
    if isinstance(value, list):
        return [_said(part, language) for part in value]
    if not isinstance(value, dict):
        return value
    if FIRST in value and all(len(key) == 2 for key in value):
        return _said(value.get(language, value[FIRST]), language)
    return {key: _said(part, language) for key, part in value.items()}


def _codes(package: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    source = package["CFDocument"]["identifier"]
    for item in package["CFItems"]:
        yield item["humanCodingScheme"], competency_id(item["identifier"], source)


def _framework(package: Mapping[str, Any], language: str) -> Framework:
    head = package["CFDocument"]
    return Framework(
        id=framework_id(head["identifier"]),
        title=head["title"],
        source=head["identifier"],
        uri=head["uri"],
        creator=head["creator"],
        description=head["description"],
        subjects=tuple(head["subject"]),
        language=language,
        version=head["version"],
        status=head["adoptionStatus"],
    )


def _competencies(package: Mapping[str, Any], language: str) -> Iterator[Competency]:
    source = package["CFDocument"]["identifier"]
    above = {
        link["originNodeURI"]["identifier"]: link["destinationNodeURI"]["identifier"]
        for link in package["CFAssociations"]
        if link["associationType"] == _CHILD_OF
    }
    here = {item["identifier"] for item in package["CFItems"]}
    for place, item in enumerate(package["CFItems"]):
        parent = above.get(item["identifier"], "")
        yield Competency(
            id=competency_id(item["identifier"], source),
            framework=framework_id(source),
            source=item["identifier"],
            uri=item["uri"],
            code=item["humanCodingScheme"],
            statement=item["fullStatement"],
            short=item.get("abbreviatedStatement", ""),
            notes=item.get("notes", ""),
            kind=item.get("CFItemType", ""),
            levels=tuple(item.get("educationLevel", ())),
            subjects=tuple(package["CFDocument"]["subject"]),
            keywords=tuple(item.get("conceptKeywords", ())),
            parent=competency_id(parent, source) if parent in here else "",
            place=place,
            language=language,
        )


def _links(package: Mapping[str, Any]) -> Iterator[Link]:
    source = package["CFDocument"]["identifier"]
    for place, link in enumerate(package["CFAssociations"]):
        kind = link["associationType"]
        if kind == _CHILD_OF:
            continue
        origin = competency_id(link["originNodeURI"]["identifier"], source)
        target = competency_id(link["destinationNodeURI"]["identifier"], source)
        yield Link(
            id=link_id(kind, origin, target),
            framework=framework_id(source),
            source=link["identifier"],
            kind=kind,
            origin=origin,
            target=target,
            place=place,
        )
