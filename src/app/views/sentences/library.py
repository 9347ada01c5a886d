"""What a library brings, in words."""

from app.services.sharing import Intake
from app.views.parts.bidi import isolate
from app.words import _, joined, ngettext, number

ORDER = (
    "frameworks",
    "competencies",
    "activities",
    "boards",
    "rubrics",
    "surveys",
    "quizzes",
    "group_goals",
)


def whose(intake: Intake) -> str:
    """Returns what a file's row is called: a learner's name, whose library it is, or the file's name."""
    if not intake.is_library:
        return intake.name or intake.file
    name = intake.name or intake.sender_name
    return _("{name}’s library").format(name=isolate(name)) if name else _("A library")


def library_brings(intake: Intake) -> str:
    """Returns what a library would add and change, in one line."""
    diff = intake.difference
    if intake.known or diff is None:
        return _("Already here, nothing new")
    said = [_new(col, diff.added.get(col, 0)) for col in ORDER]
    said += [_changed(col, diff.changed.get(col, 0)) for col in ORDER]
    gone = sum(diff.removed.get(col, 0) for col in ORDER)
    if gone:
        said.append(ngettext("{n} thing removed", "{n} things removed", gone).format(n=number(gone)))
    if intake.new_blobs:
        text = ngettext("{n} new photo", "{n} new photos", intake.new_blobs)
        said.append(text.format(n=number(intake.new_blobs)))
    return joined(part for part in said if part) or _("Nothing that shows")


def _new(col: str, count: int) -> str:
    texts = {
        "frameworks": ngettext("{n} new list of skills", "{n} new lists of skills", count),
        "competencies": ngettext("{n} new skill", "{n} new skills", count),
        "activities": ngettext("{n} new activity", "{n} new activities", count),
        "boards": ngettext("{n} new choice board", "{n} new choice boards", count),
        "rubrics": ngettext("{n} new rubric", "{n} new rubrics", count),
        "surveys": ngettext("{n} new survey", "{n} new surveys", count),
        "quizzes": ngettext("{n} new quiz", "{n} new quizzes", count),
        "group_goals": ngettext("{n} new group goal", "{n} new group goals", count),
    }
    return texts[col].format(n=number(count)) if count else ""


def _changed(col: str, count: int) -> str:
    texts = {
        "frameworks": ngettext("{n} changed list of skills", "{n} changed lists of skills", count),
        "competencies": ngettext("{n} changed skill", "{n} changed skills", count),
        "activities": ngettext("{n} changed activity", "{n} changed activities", count),
        "boards": ngettext("{n} changed choice board", "{n} changed choice boards", count),
        "rubrics": ngettext("{n} changed rubric", "{n} changed rubrics", count),
        "surveys": ngettext("{n} changed survey", "{n} changed surveys", count),
        "quizzes": ngettext("{n} changed quiz", "{n} changed quizzes", count),
        "group_goals": ngettext("{n} changed group goal", "{n} changed group goals", count),
    }
    return texts[col].format(n=number(count)) if count else ""
