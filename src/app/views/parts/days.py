"""Days and sizes in words."""

from datetime import date

from app.domain.days import iso_day
from app.words import _, full_day, ngettext, number


def due_words(due: str, today: date) -> str:
    """Returns a goal's "by when": the date in words, or the learner's own words."""
    day = iso_day(due)
    return due if day is None else full_day(day, today)


def by_words(due: str, today: date) -> str:
    """Returns "By 12 December" for a day; the learner's own words stand for themselves."""
    day = iso_day(due)
    return due if day is None else _("By {day}").format(day=full_day(day, today))


def ago(days: int) -> str:
    """Returns how long something is past, in whole days."""
    if days <= 0:
        return _("today")
    if days == 1:
        return _("yesterday")
    return ngettext("{n} day ago", "{n} days ago", days).format(n=number(days))


def size_words(size: int) -> str:
    """Returns a number of bytes as people say it."""
    if size < 1_000_000:
        return _("{n} KB").format(n=number(max(1, round(size / 1000))))
    if size < 1_000_000_000:
        return _("{n} MB").format(n=number(round(size / 1_000_000)))
    return _("{n} GB").format(n=number(round(size / 1_000_000_000, 1)))
