"""What was odd in a survey's or quiz's file, in words."""

from collections.abc import Sequence

from app.domain.forms import Odd
from app.views.parts.bidi import isolate
from app.words import _, number


def refused_words(code: str) -> str:
    """Returns why a file is no survey or quiz; "" where it is one."""
    words = {
        "not_object": _("This file is no survey and no quiz. Nothing was changed."),
        "other_format": _(
            "This file is not the form that is expected here. Nothing was changed. A survey says "
            "“ownway-survey”, a quiz “ownway-quiz” in its first lines."
        ),
        "odd_version": _("This file does not say which version it is. Nothing was changed."),
        "newer": _(
            "This file was made for a newer Ownway. Nothing was changed. Update Ownway, then try again."
        ),
        "too_long": _("This file is too long for one form. Nothing was changed. Make two of it."),
        "no_questions": _("There is no question in it that can be asked. Nothing was changed."),
    }
    return words.get(code, "")


def odd_words(odd: Odd) -> str:
    """Returns what was odd, with the question's number where it is one question."""
    what = isolate(odd.what)
    words = {
        "question_broken": _("This is no question; it was left out."),
        "question_empty": _("It has no words; it was left out."),
        "kind_unknown": _("This device can't show a question of the kind “{what}” yet; it is kept."),
        "few_options": _("There is nothing to choose from; it was left out."),
        "option_broken": _("One answer to choose has no words; it was left out."),
        "same_id": _("Its name “{what}” is there twice; it got another one."),
        "too_many": _("There are more than {what}; the rest was left out."),
        "hint_unknown": _("It suggests something this device does not know; that was left out."),
        "act_unknown": _("It names help this device does not know (“{what}”); that was left out."),
        "no_answer": _("It does not say which answer is right; it was left out."),
    }
    text = words.get(odd.code, _("Something in it is odd.")).format(what=what)
    if not odd.at:
        return text
    return _("Question {n}: {text}").format(n=number(odd.at), text=text)


def read_words(refused: str, odd: Sequence[Odd], most: int = 12) -> list[str]:
    """Returns everything there is to say about a file, the refusal first."""
    first = [refused_words(refused)] if refused else []
    return [*first, *(odd_words(one) for one in odd[:most])]


def form_kind(kind: str) -> str:
    """Returns what a kind of survey or quiz is called."""
    return {
        "interests": _("Interests"),
        "preferences": _("How somebody learns well"),
        "confidence": _("How sure somebody feels"),
        "satisfaction": _("How learning goes"),
        "interview": _("Side by side"),
        "other": _("Other questions"),
        "diagnostic": _("Where to begin"),
        "formative": _("On the way"),
        "summative": _("At the end"),
    }.get(kind, kind)


def question_kind(kind: str) -> str:
    """Returns what a kind of question is called."""
    return {
        "choice": _("Choose"),
        "many": _("Choose several"),
        "faces": _("Faces"),
        "scale": _("Scale"),
        "words": _("Own words"),
        "yes_no": _("Yes or no"),
        "number": _("Number"),
        "short": _("Short answer"),
        "order": _("Put in order"),
        "match": _("Match"),
    }.get(kind, kind)
