"""Words: complete and well-formed catalogs, and dates and numbers as people say them."""

import gettext
import runpy
import string
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from app import words
from app.domain.days import ms_of

ROOT = Path(__file__).resolve().parents[1]
BUILD = ROOT / "build"
TODAY = date(2025, 12, 4)  # a Thursday
TRANSLATED = tuple(name for name in words.LANGUAGES if name != words.SOURCE)


@pytest.fixture(scope="module")
def recipe() -> Iterator[dict[str, Any]]:
    """`build/words.py`, with every catalog compiled."""
    sys.path.insert(0, str(BUILD))
    try:
        module = runpy.run_path(str(BUILD / "words.py"))
        module["compile_all"]()
        yield module
    finally:
        sys.path.remove(str(BUILD))


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    words.use(words.SOURCE)


@pytest.fixture(params=TRANSLATED)
def catalog(request: pytest.FixtureRequest) -> Catalog:
    with (ROOT / "assets" / "locale" / f"{request.param}.po").open("rb") as opened:
        return read_po(opened)


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def forms(message: Message) -> list[str]:
    return list(message.string) if isinstance(message.string, tuple) else [message.string]


def test_every_message_is_translated_in_every_form(recipe: dict[str, Any]) -> None:
    for language in TRANSLATED:
        assert recipe["missing"](language) == []


def test_catalogs_are_what_the_sources_say(recipe: dict[str, Any]) -> None:
    stale = [path.name for path, data in recipe["update"]().items() if path.read_bytes() != data]
    assert stale == [], "run build/words.py and translate"


def test_placeholders_are_those_of_the_english(catalog: Catalog) -> None:
    for message in catalog:
        if not message.id:
            continue
        english = message.id if isinstance(message.id, str) else message.id[1]
        for number, form in enumerate(forms(message)):
            # Arabic says "one" and "two" as words: there the number may be left out.
            spare = {"count", "n"} if message.pluralizable and number < 3 else set()
            assert fields(english) - spare <= fields(form) <= fields(english), (message.id, form)


def test_arabic_has_its_six_plurals() -> None:
    with (ROOT / "assets" / "locale" / "ar.po").open("rb") as opened:
        catalog = read_po(opened)
    form = gettext.c2py(catalog.plural_expr)  # type: ignore[attr-defined]
    assert [form(n) for n in (0, 1, 2, 3, 10, 11, 99, 100, 102, 103)] == [0, 1, 2, 3, 3, 4, 4, 5, 5, 3]


def test_compiling_again_writes_nothing(recipe: dict[str, Any]) -> None:
    assert recipe["compile_all"]() == []


@pytest.mark.usefixtures("recipe")
def test_a_language_is_used_until_another_is() -> None:
    assert (words.language(), words.direction()) == ("en", "ltr")
    words.use("ar")
    assert (words.language(), words.direction()) == ("ar", "rtl")
    assert words.weekday(TODAY) == "الخميس"
    assert words.short_day(TODAY, TODAY) == "اليوم"


def test_an_unknown_language_is_refused_and_nothing_changes() -> None:
    with pytest.raises(LookupError, match="'xx'"):
        words.use("xx")
    assert words.language() == "en"


def test_a_language_that_is_not_compiled_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(words, "files", lambda package: tmp_path)
    with pytest.raises(LookupError, match="not compiled"):
        words.use("ar")
    assert words.language() == "en"


@pytest.mark.parametrize(
    ("wanted", "found"), [(["ar-EG"], "ar"), (["xx", "AR_sa"], "ar"), (["fr"], "en"), ([], "en")]
)
def test_the_closest_language(wanted: list[str], found: str) -> None:
    assert words.closest(wanted) == found


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2025, 12, 4), "today"),
        (date(2025, 12, 3), "yesterday"),
        (date(2025, 12, 5), "tomorrow"),
        (date(2025, 12, 2), "Tuesday"),
        (date(2025, 11, 28), "Friday"),
        (date(2025, 11, 27), "27 November"),
        (date(2025, 12, 12), "12 December"),
        (date(2026, 1, 9), "9 January"),
        (date(2024, 12, 12), "12 December 2024"),
    ],
)
def test_days_as_people_say_them(day: date, said: str) -> None:
    assert words.short_day(day, TODAY) == said
    noon = 12 * 3600 * 1000
    assert words.short_date(ms_of(day) + noon, ms_of(TODAY) + noon) == said


def test_numbers() -> None:
    assert [words.number(n) for n in (0, 1234, 50_000, 1.5, 2.0)] == ["0", "1,234", "50,000", "1.5", "2"]


def test_short_weekdays_and_marks() -> None:
    assert words.short_weekday(TODAY) == "Th"
    assert words.N_("only marked") == "only marked"
    assert words.ngettext("{count} piece", "{count} pieces", 2) == "{count} pieces"
