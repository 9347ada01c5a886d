"""Time and room in words: how long, in which block, why something does not fit."""

from app.words import _, ngettext, number

LONG_MINUTES = 120


def no_room(why: str) -> str:
    """Returns why something does not fit, in words."""
    return {
        "past": _("That day is over. Choose today or later."),
        "rest": _("This is a time to rest. Choose another place."),
        "most": _("This day holds enough. Another day has room."),
        "full": _("There is not enough time left here. Choose another place."),
    }.get(why, _("That does not fit there. Choose another place."))


def block_name(block: str, title: str) -> str:
    """Returns what a block is called: its own title, or the word for one to begin with."""
    known = {
        "any": _("Any time"),
        "morning": _("Morning"),
        "choice": _("Choice time"),
        "after": _("After that"),
        "outside": _("Outside"),
        "afternoon": _("Afternoon"),
        "together": _("Together"),
    }
    return title or known.get(block, _("A block of time"))


def minutes_words(minutes: int) -> str:
    """Returns a length of time; a long one in hours."""
    if minutes >= LONG_MINUTES:
        hours, rest = divmod(minutes, 60)
        said = ngettext("{n} hour", "{n} hours", hours).format(n=number(hours))
        return f"{said} {minutes_words(rest)}" if rest else said
    return ngettext("{n} minute", "{n} minutes", minutes).format(n=number(minutes))
