"""Words: every visible sentence in the reader's language, by gettext; and dates and numbers as words.

English is the source: a message is its own English. Views mark with `_`, `ngettext`, `pgettext`; `N_`
only marks, for tables whose words are looked up later. Facts go in by name after translation::

    _("{name} agreed").format(name=name)

The compiled catalogs lie beside this module in ``locale/``; ``build/words.py`` makes them.
"""

import gettext as _gettext
from collections.abc import Iterable
from datetime import date
from importlib.resources import files
from types import MappingProxyType
from typing import Literal

from app.services.days import local_day

LANGUAGES = MappingProxyType({"en": "English", "ar": "العربية"})
"""The languages there are, each by its own name."""

SOURCE = "en"
_RIGHT_TO_LEFT = frozenset({"ar"})


class _Now:
    """The language in use: one a process, as one device shows one language at a time."""

    language: str = SOURCE
    catalog: _gettext.NullTranslations = _gettext.NullTranslations()


def use(language: str) -> None:
    """Shows everything in `language` from now on.

    Raises LookupError for a language that is not there or was not compiled; then nothing changes.
    """
    if language not in LANGUAGES:
        raise LookupError(f"no words in {language!r}: there are {', '.join(LANGUAGES)}")
    _Now.catalog = _load(language)
    _Now.language = language


def _load(language: str) -> _gettext.NullTranslations:
    if language == SOURCE:
        return _gettext.NullTranslations()
    compiled = files("app").joinpath("locale", language, "LC_MESSAGES", "ownway.mo")
    if not compiled.is_file():
        raise LookupError(f"the words in {language!r} are not compiled: run build/words.py")
    with compiled.open("rb") as opened:
        return _gettext.GNUTranslations(opened)


def closest(wanted: Iterable[str]) -> str:
    """Returns the first language there is among `wanted` tags ("ar-EG" counts as "ar"), else English."""
    for tag in wanted:
        base = tag.replace("_", "-").partition("-")[0].lower()
        if base in LANGUAGES:
            return base
    return SOURCE


def language() -> str:
    """Returns the language in use."""
    return _Now.language


def direction() -> Literal["ltr", "rtl"]:
    """Returns the direction in which the language in use is written."""
    return direction_of(_Now.language)


def direction_of(code: str) -> Literal["ltr", "rtl"]:
    """Returns the direction in which a language is written."""
    return "rtl" if code in _RIGHT_TO_LEFT else "ltr"


def _(message: str) -> str:
    """Returns `message` in the language in use."""
    return _Now.catalog.gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """Returns the form for `count` things; "{count}" in it is still to be filled in."""
    return _Now.catalog.ngettext(one, many, count)


def pgettext(context: str, message: str) -> str:
    """Returns `message` as it is meant in `context`."""
    return _Now.catalog.pgettext(context, message)


def N_(message: str) -> str:  # noqa: N802 - gettext's own name, which extraction knows
    """Marks `message` for translation and returns it as it is."""
    return message


def number(value: float) -> str:
    """Returns a number as it is written: groups of three, and no more decimals than it has."""
    text = f"{value:,}" if isinstance(value, int) or not value.is_integer() else f"{int(value):,}"
    group, point = pgettext("between thousands", ","), pgettext("before decimals", ".")
    return text.translate({ord(","): group, ord("."): point})


def joined(items: Iterable[str]) -> str:
    """Returns the items of a list as one line, with the comma of the language between them."""
    return pgettext("between the parts of a list", ", ").join(items)


def weekday(day: date) -> str:
    """Returns the day of the week: "Tuesday"."""
    return (
        pgettext("day", "Monday"),
        pgettext("day", "Tuesday"),
        pgettext("day", "Wednesday"),
        pgettext("day", "Thursday"),
        pgettext("day", "Friday"),
        pgettext("day", "Saturday"),
        pgettext("day", "Sunday"),
    )[day.weekday()]


def short_weekday(day: date) -> str:
    """Returns the day of the week in two or three letters, for a chart: "Tu"."""
    return (
        pgettext("day, short", "Mo"),
        pgettext("day, short", "Tu"),
        pgettext("day, short", "We"),
        pgettext("day, short", "Th"),
        pgettext("day, short", "Fr"),
        pgettext("day, short", "Sa"),
        pgettext("day, short", "Su"),
    )[day.weekday()]


def month(day: date) -> str:
    """Returns the name of the month: "December"."""
    return (
        pgettext("month", "January"),
        pgettext("month", "February"),
        pgettext("month", "March"),
        pgettext("month", "April"),
        pgettext("month", "May"),
        pgettext("month", "June"),
        pgettext("month", "July"),
        pgettext("month", "August"),
        pgettext("month", "September"),
        pgettext("month", "October"),
        pgettext("month", "November"),
        pgettext("month", "December"),
    )[day.month - 1]


def short_month(day: date) -> str:
    """Returns the name of the month as short as the language has it, for a chart: "Dec"."""
    return (
        pgettext("month, short", "Jan"),
        pgettext("month, short", "Feb"),
        pgettext("month, short", "Mar"),
        pgettext("month, short", "Apr"),
        pgettext("month, short", "May"),
        pgettext("month, short", "Jun"),
        pgettext("month, short", "Jul"),
        pgettext("month, short", "Aug"),
        pgettext("month, short", "Sep"),
        pgettext("month, short", "Oct"),
        pgettext("month, short", "Nov"),
        pgettext("month, short", "Dec"),
    )[day.month - 1]


def full_day(day: date, today: date) -> str:
    """Returns a day without doubt: "12 December", with its year where that is another."""
    if day.year == today.year or abs((day - today).days) < 60:
        return pgettext("date", "{day} {month}").format(day=day.day, month=month(day))
    return pgettext("date", "{day} {month} {year}").format(day=day.day, month=month(day), year=day.year)


def short_day(day: date, today: date) -> str:
    """Returns a day as people say it: "today", "yesterday", "tomorrow", "Tuesday" within the six days
    before today, else "12 December"."""
    away = (day - today).days
    if away == 0:
        return pgettext("day", "today")
    if away == -1:
        return pgettext("day", "yesterday")
    if away == 1:
        return pgettext("day", "tomorrow")
    return weekday(day) if -7 < away < 0 else full_day(day, today)


def short_date(ms: int, now_ms: int) -> str:
    """Returns the day of a wall clock as `short_day` says it, in this device's time zone."""
    return short_day(local_day(ms), local_day(now_ms))
