"""The nearest real day for words like "before the holidays".

A learner may say by when in any words. They are kept as they are; what this gives is only offered
beside them ("Which day? 12 December is a Friday"), and only a tap takes it.
"""

import re
from datetime import date, timedelta

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_NUMBERS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_SPAN = re.compile(r"\b(\d{1,2}|a|one|two|three|four|five|six) (day|week|month)s?\b")
_FRIDAY = 4
_FIGURES = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[./](\d{1,2})[./](\d{4})")


def is_no_day(text: str) -> bool:
    """Tells whether `text` is a date in figures that no calendar has, like 31.2.2026 or 2026-13-01.

    Of two orders of day and month either may be meant: only what is a day in neither is none.
    """
    found = _FIGURES.fullmatch(text.strip())
    if not found:
        return False
    year, month, day, first, second, last = (int(part or 0) for part in found.groups())
    orders = [(year, month, day)] if year else [(last, second, first), (last, first, second)]
    return not any(_is_day(*order) for order in orders)


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def nearest_day(text: str, today: date) -> date:
    """Returns a day for `text`, tomorrow or later.

    English words for days, weeks and months are read. For all else (other languages, "soon", holidays,
    which differ from school to school) it is the Friday that is at least two weeks away: near enough
    to see coming, and a day on which a school can look at it.
    """
    said = " ".join(text.casefold().split())
    found = _plain(said, today) or _weekday(said, today) or _month(said, today) or _span(said, today)
    if found and found > today:
        return found
    return _next(_FRIDAY, today + timedelta(days=13))


def _plain(said: str, today: date) -> date | None:
    if "tomorrow" in said:
        return today + timedelta(days=1)
    if "christmas" in said:
        return _before_christmas(today)
    return _week(said, today) or _months(said, today)


def _week(said: str, today: date) -> date | None:
    if "next week" in said:
        return _next(_FRIDAY, today + timedelta(days=6 - today.weekday()))
    if "this week" in said or "end of the week" in said:
        return _next(_FRIDAY, today)
    return None


def _months(said: str, today: date) -> date | None:
    if "next month" in said:
        return _month_end(_month_end(today) + timedelta(days=1))
    if "this month" in said or "end of the month" in said:
        return _month_end(today)
    return None


def _before_christmas(today: date) -> date:
    day = _next(_FRIDAY, date(today.year, 12, 15))
    return day if day > today else _next(_FRIDAY, date(today.year + 1, 12, 15))


def _weekday(said: str, today: date) -> date | None:
    for number, name in enumerate(WEEKDAYS):
        if name in said:
            return _next(number, today)
    return None


def _month(said: str, today: date) -> date | None:
    for number, name in enumerate(MONTHS, start=1):
        if re.search(rf"\b{name}\b", said) and (name != "may" or "in may" in said):
            return _day_in(number, re.search(r"\b(\d{1,2})(?:st|nd|rd|th)?\b", said), today)
    return None


def _day_in(month: int, named: re.Match[str] | None, today: date) -> date | None:
    year = today.year + (month < today.month)
    for candidate in (year, year + 1):
        try:
            day = date(candidate, month, int(named[1])) if named else None
        except ValueError:
            return None
        day = day or _month_end(date(candidate, month, 1))
        if day > today:
            return day
    return None


def _span(said: str, today: date) -> date | None:
    found = _SPAN.search(said)
    if not found:
        return None
    many = int(found[1]) if found[1].isdigit() else _NUMBERS[found[1]]
    days = {"day": 1, "week": 7, "month": 30}[found[2]]
    return today + timedelta(days=many * days)


def _next(weekday: int, after: date) -> date:
    """Returns the first such weekday after `after`."""
    return after + timedelta(days=(weekday - after.weekday() - 1) % 7 + 1)


def _month_end(day: date) -> date:
    first_of_next = (day.replace(day=28) + timedelta(days=4)).replace(day=1)
    return first_of_next - timedelta(days=1)
