"""What is said of framework files: what they bring, what was odd in them, and why one is refused."""

from app.formats.framework_file import Refused
from app.formats.report import Oddity
from app.services.framework_plan import Plan
from app.views.parts.bidi import isolate
from app.words import _, joined, ngettext, number


def refused_words(refused: Refused) -> tuple[str, str]:
    """Returns what is wrong with a file, and what to do."""
    said = {
        "empty": (_("There is nothing in this file"), _("Download it again, then choose it once more.")),
        "too_big": (
            _("This file is too big: {megabytes} MB, and {most} MB is the most"),
            _("Ask for the framework in smaller parts."),
        ),
        "not_text": (_("This is no text file"), _("A framework is a .json or .csv file.")),
        "spreadsheet": (
            _("This is a spreadsheet or an archive"),
            _("Open it where it was made, save it as CSV, and choose that file."),
        ),
        "too_deep": (_("This file is built too deep to be read"), _("Ask where you got it for another.")),
        "cut_off": (_("This file ends too early"), _("Download it again, then choose it once more.")),
        "not_json": (
            _("This file has a mistake in line {line}"),
            _("Download it again. If it stays so, ask where you got it."),
        ),
        "bundle": (_("This is a book of Ownway"), _("Take it in under Share or on your first screen.")),
        "not_case": (
            _("This is no framework"),
            _("A framework comes as a CASE file (.json) or as a table (.csv)."),
        ),
        "nothing": (_("This framework is empty"), _("Ask where you got it for a full one.")),
        "too_many": (
            _("There are too many competencies in this file: {most} is the most"),
            _("Ask for the framework in smaller parts."),
        ),
        "no_columns": (
            _("This table names no statements"),
            _("It needs a line that names the columns, with “Full Statement” or “Human Coding Scheme”."),
        ),
    }
    what, todo = said.get(refused.code, (_("This file could not be read"), _("Choose another file.")))
    facts = {name: isolate(str(fact)) for name, fact in refused.facts.items()}
    return what.format(**facts) if facts else what, todo


def brought(plan: Plan) -> tuple[str, ...]:
    """Returns what a file would change, one fact a line."""
    if plan.empty:
        return (_("Everything in this file is here already."),)
    found = [
        (len(plan.added), ngettext("{n} new competency", "{n} new competencies", len(plan.added))),
        (
            len(plan.changed),
            ngettext("{n} changed competency", "{n} changed competencies", len(plan.changed)),
        ),
        (len(plan.gone), ngettext("{n} left out by now", "{n} left out by now", len(plan.gone))),
        (plan.links, ngettext("{n} new link between them", "{n} new links between them", plan.links)),
        (plan.same, ngettext("{n} as it was", "{n} as they were", plan.same) if not plan.fresh else ""),
    ]
    return tuple(words.format(n=number(count)) for count, words in found if count and words)


def odd_words(odd: Oddity) -> str:
    """Returns what was odd in a file that was taken all the same, with where it was."""
    words = _rows(odd) or _links(odd) or _values(odd)
    said = words.format(n=number(odd.times))
    if not odd.examples:
        return said
    examples = joined(isolate(one) for one in odd.examples)
    return _("{what} For example: {examples}").format(what=said, examples=examples)


def _rows(odd: Oddity) -> str:
    n = odd.times
    return {
        "no_document": _("The file does not say what it is called; its name stands in."),
        "no_title": _("The framework has no title; the file's name stands in."),
        "no_source": _("The framework has no identifier; its title stands in."),
        "several_packages": _("There are several frameworks in the file; only the first was read."),
        "not_a_row": ngettext("{n} entry is no competency.", "{n} entries are no competencies.", n),
        "no_identifier": ngettext(
            "{n} competency has no identifier; its code stands in.",
            "{n} competencies have no identifier; their codes stand in.",
            n,
        ),
        "number_identifier": ngettext(
            "{n} identifier is a plain number.", "{n} identifiers are plain numbers.", n
        ),
        "same_identifier": ngettext(
            "{n} competency has the identifier of another and was left out.",
            "{n} competencies have the identifier of another and were left out.",
            n,
        ),
        "no_statement": ngettext(
            "{n} competency has no statement; its short name or code stands in.",
            "{n} competencies have no statement; their short names or codes stand in.",
            n,
        ),
        "no_words": ngettext(
            "{n} competency without any words was left out.",
            "{n} competencies without any words were left out.",
            n,
        ),
        "ragged": ngettext("{n} line has too many cells.", "{n} lines have too many cells.", n),
    }.get(odd.code, "")


def _links(odd: Oddity) -> str:
    n = odd.times
    return {
        "no_end": ngettext("{n} link leads nowhere.", "{n} links lead nowhere.", n),
        "outside": ngettext(
            "{n} link leads to another framework and was left out.",
            "{n} links lead to other frameworks and were left out.",
            n,
        ),
        "self": ngettext("{n} link leads to where it began.", "{n} links lead to where they began.", n),
        "same_link": ngettext("{n} link is there twice.", "{n} links are there twice.", n),
        "several_parents": ngettext(
            "{n} competency belongs under several; it is shown under the first.",
            "{n} competencies belong under several; they are shown under the first.",
            n,
        ),
        "ring": ngettext(
            "{n} ring, where each is under the other, was opened.",
            "{n} rings, where each is under the other, were opened.",
            n,
        ),
        "prerequisite_ring": ngettext(
            "{n} ring, where each comes before the other, is not used to hold anybody back.",
            "{n} rings, where each comes before the other, are not used to hold anybody back.",
            n,
        ),
    }.get(odd.code, "")


def _values(odd: Oddity) -> str:
    n = odd.times
    return {
        "bad_number": ngettext(
            "{n} place in the order is no number.", "{n} places in the order are no numbers.", n
        ),
        "text_number": ngettext("{n} number is written as text.", "{n} numbers are written as text.", n),
        "null_list": ngettext("{n} list is missing.", "{n} lists are missing.", n),
        "text_list": ngettext("{n} list is written as text.", "{n} lists are written as text.", n),
        "odd_value": ngettext("{n} value is of another kind.", "{n} values are of another kind.", n),
        "misspelt": ngettext("{n} field is spelled otherwise.", "{n} fields are spelled otherwise.", n),
        "unknown_field": ngettext("{n} unknown field was left out.", "{n} unknown fields were left out.", n),
        "too_long": ngettext("{n} text was too long and is cut.", "{n} texts were too long and are cut.", n),
        "too_many": ngettext("{n} list was too long and is cut.", "{n} lists were too long and are cut.", n),
        "encoding": _("The letters are in an old encoding; some may look wrong."),
    }.get(odd.code, "")


def year_name(level: str) -> str:
    """Returns an education level in words; codes of grades are known, others stay as they are."""
    if level.isdecimal() and 0 < int(level) < 14:
        return _("Year {n}").format(n=number(int(level)))
    return {"IT": _("Toddlers"), "PR": _("Before school"), "PK": _("Preschool"), "KG": _("Kindergarten")}.get(
        level, level
    )
