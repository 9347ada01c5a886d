"""What a file brings or why it is refused, and why a learner comes first, in words."""

from collections.abc import Mapping, Sequence

import flet as ft

from app.domain.attention import Reason
from app.services.sharing import Intake
from app.views.parts.bidi import isolate
from app.views.sentences.library import library_brings
from app.views.theme import AMBER, MAIN, PLUM, SKY, Tone
from app.words import _, joined, ngettext, number

LONG_AGO = 60


def counted(col: str, count: int) -> str:
    """Returns so many new records of a collection in words; "" for what nobody needs to count."""
    texts = {
        "goals": ngettext("{n} new goal", "{n} new goals", count),
        "artefacts": ngettext("{n} new piece", "{n} new pieces", count),
        "consents": ngettext("{n} word on a goal", "{n} words on goals", count),
        "measures": ngettext("{n} measurement", "{n} measurements", count),
        "checkins": ngettext("{n} check-in", "{n} check-ins", count),
        "reflections": ngettext("{n} thought", "{n} thoughts", count),
        "feedback": ngettext("{n} answer", "{n} answers", count),
        "profile": ngettext("{n} new line about themselves", "{n} new lines about themselves", count),
    }
    return texts.get(col, "").format(n=number(count)) if count else ""


ORDER = ("goals", "consents", "artefacts", "checkins", "measures", "reflections", "feedback", "profile")


def brings(intake: Intake) -> str:
    """Returns what a file would change, in one line."""
    if intake.is_library:
        return library_brings(intake)
    diff = intake.difference
    if intake.known or diff is None:
        return _("Already here, nothing new")
    parts = [counted(col, diff.added.get(col, 0)) for col in ORDER]
    changed = sum(diff.changed.values())
    removed = sum(diff.removed.values())
    if changed:
        parts.append(ngettext("{n} thing changed", "{n} things changed", changed).format(n=number(changed)))
    if removed:
        parts.append(ngettext("{n} thing removed", "{n} things removed", removed).format(n=number(removed)))
    if intake.new_blobs:
        text = ngettext("{n} new photo", "{n} new photos", intake.new_blobs)
        parts.append(text.format(n=number(intake.new_blobs)))
    if intake.missing:
        text = ngettext("{n} photo still to come", "{n} photos still to come", intake.missing)
        parts.append(text.format(n=number(intake.missing)))
    said = joined(part for part in parts if part)
    if intake.fresh:
        return _("A new book: {what}").format(what=said) if said else _("A new book")
    return said or _("Nothing that shows")


def both_changed(intake: Intake, field_name: Mapping[str, str]) -> str:
    """Returns which words two people changed; "" for none, and for a new book: there they were others."""
    diff = intake.difference
    if diff is None or not diff.both or intake.fresh:
        return ""
    if intake.is_library:
        text = ngettext(
            "{n} thing was changed by both: both are kept, choose later",
            "{n} things were changed by both: both are kept, choose later",
            len(diff.both),
        )
        return text.format(n=number(len(diff.both)))
    names = list(dict.fromkeys(field_name.get(field, field) for _col, _rec, field in diff.both))
    return _("You both changed “{fields}”: both are kept, choose later").format(fields=joined(names))


def held_back(intake: Intake) -> str:
    """Returns how many changes are kept but not shown; "" for none."""
    diff = intake.difference
    if diff is None or not diff.held:
        return ""
    text = ngettext(
        "{n} change is kept but not shown: it comes from a newer Ownway or somebody else",
        "{n} changes are kept but not shown: they come from a newer Ownway or somebody else",
        diff.held,
    )
    return text.format(n=number(diff.held))


def totals(intakes: Sequence[Intake]) -> list[tuple[str, Tone, ft.IconData]]:
    """Returns the pills above a list of files."""
    added: dict[str, int] = {}
    both = 0
    for intake in intakes:
        if intake.difference is not None:
            both += 0 if intake.fresh else len(intake.difference.both)
            for col, count in intake.difference.added.items():
                added[col] = added.get(col, 0) + count
    pills = [
        (counted("artefacts", added.get("artefacts", 0)), MAIN, ft.Icons.AUTO_AWESOME_OUTLINED),
        (counted("goals", added.get("goals", 0)), PLUM, ft.Icons.FLAG_OUTLINED),
    ]
    if both:
        text = ngettext("{n} changed by both", "{n} changed by both", both)
        pills.append((text.format(n=number(both)), AMBER, ft.Icons.CALL_SPLIT))
    return [pill for pill in pills if pill[0]]


def why_first(reason: Reason) -> tuple[str, str, ft.IconData, Tone]:
    """Returns the reason's sentence, the word of its button, its sign and tone."""
    facts = dict(reason.facts)
    goal = str(facts.get("goal", "")) or _("a goal")
    days = int(facts.get("days", 0))
    if reason.code == "stuck":
        return _("Stuck on “{goal}”").format(goal=isolate(goal)), _("Help"), ft.Icons.SUPPORT_OUTLINED, AMBER
    if reason.code == "waiting":
        return _waiting(int(facts.get("pieces", 1)), days)
    if reason.code == "proposed":
        text = _("Proposes a goal: {goal}").format(goal=isolate(goal))
        return text, _("Agree"), ft.Icons.FLAG_OUTLINED, PLUM
    if reason.code == "wished":
        text = _("Wishes of “{goal}”: {text}").format(
            goal=isolate(goal), text=isolate(str(facts.get("text", "")))
        )
        return text, _("Look"), ft.Icons.EDIT_NOTE, PLUM
    if reason.code == "versions":
        count = int(facts.get("records", 1))
        text = ngettext("{n} thing has two versions", "{n} things have two versions", count)
        return text.format(n=number(count)), _("Choose"), ft.Icons.CALL_SPLIT, AMBER
    text = ngettext("No file for {n} day", "No file for {n} days", days).format(n=number(days))
    return text, _("Look"), ft.Icons.CLOUD_OFF_OUTLINED, SKY


def _waiting(pieces: int, days: int) -> tuple[str, str, ft.IconData, Tone]:
    if days <= 0:
        text = ngettext("{n} piece came today", "{n} pieces came today", pieces).format(n=number(pieces))
    else:
        one = ngettext("{n} piece waits for you", "{n} pieces wait for you", pieces)
        if days > LONG_AGO:  # how long ago an old book began is no news
            return one.format(n=number(pieces)), _("Review"), ft.Icons.RATE_REVIEW_OUTLINED, MAIN
        since = ngettext("for {n} day", "for {n} days", days)
        text = _("{pieces}, {since}").format(
            pieces=one.format(n=number(pieces)), since=since.format(n=number(days))
        )
    return text, _("Review"), ft.Icons.RATE_REVIEW_OUTLINED, MAIN
