"""The profile in words: its parts, what accommodations do, where an entry came from, why one is suggested."""

import flet as ft

from app.domain.needs import Suggestion
from app.domain.profile_story import Told
from app.views.parts.bidi import isolate
from app.views.theme import AMBER, LEAF, MAIN, PLUM, SKY, Tone
from app.words import _, ngettext, number

KIND_SIGNS: dict[str, tuple[ft.IconData, Tone]] = {
    "strength": (ft.Icons.AUTO_AWESOME_OUTLINED, AMBER),
    "need": (ft.Icons.HANDSHAKE_OUTLINED, SKY),
    "interest": (ft.Icons.FAVORITE_BORDER, PLUM),
    "motivation": (ft.Icons.LOCAL_FIRE_DEPARTMENT_OUTLINED, AMBER),
    "preference": (ft.Icons.TUNE, MAIN),
    "accommodation": (ft.Icons.SUPPORT_OUTLINED, LEAF),
}
ACT_SIGNS: dict[str, ft.IconData] = {
    "extra_time": ft.Icons.HOURGLASS_EMPTY,
    "read_aloud": ft.Icons.VOLUME_UP_OUTLINED,
    "larger_text": ft.Icons.FORMAT_SIZE,
    "quiet_place": ft.Icons.SELF_IMPROVEMENT,
    "breaks": ft.Icons.PAUSE_CIRCLE_OUTLINE,
    "scribe": ft.Icons.RECORD_VOICE_OVER_OUTLINED,
    "other_way": ft.Icons.SWAP_HORIZ,
}


def kind_name(kind: str, *, mine: bool = True) -> str:
    """Returns what a part of the profile is called, by the learner or of them."""
    own = {
        "strength": _("I am good at"),
        "need": _("I want to get better at"),
        "interest": _("I like"),
        "motivation": _("What makes me want to learn"),
        "preference": _("I learn best"),
        "accommodation": _("It helps me"),
    }
    other = {
        "strength": _("Good at"),
        "need": _("Wants to get better at"),
        "interest": _("Likes"),
        "motivation": _("Wants to learn because"),
        "preference": _("Learns best"),
        "accommodation": _("What helps"),
    }
    return (own if mine else other).get(kind, kind)


def often_said(kind: str) -> tuple[str, ...]:
    """Returns what others often say, to tap instead of typing."""
    return {
        "strength": (_("Asking questions"), _("Drawing"), _("Helping others"), _("Building things")),
        "need": (_("Reading long texts"), _("Staying with it"), _("Speaking up"), _("Times tables")),
        "interest": (_("Animals"), _("Football"), _("Space"), _("Music"), _("Cooking")),
        "motivation": (_("Finding things out"), _("Doing it together"), _("Making something real")),
        "preference": (_("With a friend"), _("By making things"), _("In the morning"), _("Step by step")),
    }.get(kind, ())


def act_name(act: str) -> str:
    """Returns what an accommodation is called, as an entry of the profile says it."""
    names = {
        "extra_time": _("More time"),
        "read_aloud": _("Someone who reads to me"),
        "larger_text": _("Big letters"),
        "quiet_place": _("A quiet place"),
        "breaks": _("Little breaks"),
        "scribe": _("Someone who writes for me"),
        "other_way": _("Showing it in another way"),
    }
    return names.get(act, "")


def act_does(act: str) -> str:
    """Returns what an accommodation changes in the app."""
    words = {
        "extra_time": _("Activities and quizzes count half as much time again"),
        "read_aloud": _("Questions have a button that reads them aloud"),
        "larger_text": _("Questions are written larger"),
        "quiet_place": _("Ways that can be done in a quiet place come first"),
        "breaks": _("A break is offered every ten minutes"),
        "scribe": _("Someone else may write down the words"),
        "other_way": _("There are more ways to show what was learned"),
    }
    return words.get(act, "")


def source_words(source: str) -> str:
    """Returns from what an entry came, "" where nobody said."""
    words = {
        "survey": _("From a survey"),
        "diagnostic": _("From a check of what I can do"),
        "talk": _("From a talk"),
        "past_work": _("From earlier work"),
    }
    return words.get(source, "")


def suggested_words(one: Suggestion) -> str:
    """Returns what a suggested entry says."""
    if one.text:
        return one.text
    ways = {
        "photo": _("Showing it with pictures"),
        "words": _("Showing it in writing"),
        "link": _("Showing it with what I find"),
        "audio": _("Telling it aloud"),
        "file": _("Showing it as a file"),
    }
    return act_name(one.act) or ways.get(str(one.facts.get("way", "")), "")


def suggested_why(one: Suggestion) -> str:
    """Returns why an entry is suggested."""
    n = int(one.facts.get("n", 0))
    if one.code == "answered":
        return _("Because of the answers to “{title}”").format(title=isolate(str(one.facts.get("title", ""))))
    if one.code == "diagnosed":
        return _("Because of the last check of what you can do")
    if one.code == "shows_best":
        text = ngettext("Because {n} good piece was shown so", "Because {n} good pieces were shown so", n)
    elif one.code == "helped":
        text = ngettext("Because {n} piece went well with it", "Because {n} pieces went well with it", n)
    else:
        text = ngettext("Because of the last {n} piece", "Because of the last {n} pieces", n)
    return text.format(n=number(n))


def told_words(told: Told) -> str:
    """Returns what happened to an entry in its story."""
    return {
        "told": _("New"),
        "reworded": _("Said in other words"),
        "past": _("No longer so"),
        "again": _("So again"),
    }[told.what]
