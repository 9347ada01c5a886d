"""Finding competencies by words, subject and level, however they are spelled."""

import unicodedata
from collections.abc import Iterable, Mapping
from functools import cached_property

from app.domain.library import Competency

_ONE_LETTER = str.maketrans("ةىیک", "هييك", "ـ")
"""Arabic letters that are written for each other, and the stroke that only makes a word longer."""


def plain(text: str) -> str:
    """Returns `text` as it is compared: small letters without marks (accents, Arabic vowel signs), and each
    Arabic letter in one of the ways in which people write it."""
    if text.isascii():
        return text.casefold()
    spread = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in spread if not unicodedata.combining(char)).translate(_ONE_LETTER)


class Finder:
    """Looks through `competencies`, which are in reading order. ``of`` maps frameworks to their subjects."""

    def __init__(self, competencies: Iterable[Competency], of: Mapping[str, tuple[str, ...]]) -> None:
        self._all = tuple(competencies)
        self._of = of
        self._subjects_of: dict[str, tuple[str, ...]] = {}
        self._levels_of: dict[str, tuple[str, ...]] = {}

    def found(
        self, words: str, subject: str, level: str, framework: str, limit: int
    ) -> tuple[Competency, ...]:
        """Returns what has all words, is of that subject and level, and stands in that framework.

        A code that is the words comes first, then codes that begin with them, then statements that do.
        """
        asked = plain(words).strip()
        parts = asked.split()
        hits: list[tuple[int, int]] = []
        for place, one in enumerate(self._all):
            if framework and one.framework != framework:
                continue
            if (subject and subject not in self._subjects(one)) or (level and level not in one.levels):
                continue
            text = self._texts[place]
            if all(part in text for part in parts):
                hits.append((_distance(one, asked), place))
        return tuple(self._all[place] for _, place in sorted(hits)[:limit])

    def subjects(self, framework: str) -> tuple[str, ...]:
        """Returns the subjects there are, by name."""
        if framework not in self._subjects_of:
            found = {name for one in self._of_framework(framework) for name in self._subjects(one)}
            self._subjects_of[framework] = tuple(sorted(found, key=str.casefold))
        return self._subjects_of[framework]

    def levels(self, framework: str) -> tuple[str, ...]:
        """Returns the levels there are, those that are numbers by number, then the others as they come."""
        if framework not in self._levels_of:
            found = dict.fromkeys(name for one in self._of_framework(framework) for name in one.levels)
            self._levels_of[framework] = tuple(sorted(found, key=_by_number))
        return self._levels_of[framework]

    def _of_framework(self, framework: str) -> Iterable[Competency]:
        return (one for one in self._all if not framework or one.framework == framework)

    def _subjects(self, one: Competency) -> tuple[str, ...]:
        return one.subjects or self._of.get(one.framework, ())

    @cached_property
    def _texts(self) -> tuple[str, ...]:
        return tuple(
            plain("\n".join((one.code, one.statement, one.short, one.notes, *one.keywords)))
            for one in self._all
        )


def _by_number(name: str) -> tuple[bool, str]:
    return not name.isdecimal(), name.zfill(9) if name.isdecimal() else ""


def _distance(one: Competency, asked: str) -> int:
    code = plain(one.code)
    if not asked or code == asked:
        return 0
    if code.startswith(asked):
        return 1
    return 2 if plain(one.statement).startswith(asked) else 3
