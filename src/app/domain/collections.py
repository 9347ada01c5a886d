"""Which collections a learner's book has: their fields, whose they are, and who may write them.

This is the one place that says it. The fold holds back (keeps, passes on, does not show) whatever does
not fit; so a document never holds a value of a wrong shape, and no role speaks for another.
"""

from collections.abc import Mapping

from app.domain.checks import (
    blob,
    count,
    decimal,
    form,
    iso_date,
    line,
    list_of,
    one_of,
    steps,
    table_of,
    text,
    yes_no,
)
from app.domain.collection import EVERYONE, Collection
from app.domain.learning import (
    ASSESSMENT_KINDS,
    CHANGE_KINDS,
    CHOICE_STATES,
    CONSENTS,
    SESSION_STATES,
    SHELF_KINDS,
    SOURCES,
    WENT,
)
from app.domain.library import SETTINGS
from app.domain.library_collections import (
    ACTIVITY_FIELDS,
    COMPETENCY_FIELDS,
    LINES,
    LINK_FIELDS,
    PERSON,
)
from app.domain.models import (
    ARTEFACT_KINDS,
    ENTRY_KINDS,
    FEEDBACK_KINDS,
    FEELINGS,
    GOAL_STATES,
    MEASURE_SCALES,
    SURE,
    TERMS,
)

_ABOUT = {"about": line, "about_col": line, "text": text}
_LEARNER = frozenset({"learner"})
_LEARNER_TEACHER = frozenset({"learner", "teacher"})
_MARKS = table_of(count)

COLLECTIONS: Mapping[str, Collection] = {
    c.name: c
    for c in (
        Collection("learner", "learner", EVERYONE, {"name": line, "avatar": line}),
        PERSON,
        Collection(
            "profile",
            "learner",
            EVERYONE,
            {
                "kind": one_of(*ENTRY_KINDS),
                "text": text,
                "source": one_of("", *SOURCES),
                "source_id": line,
                "act": line,
                "past": yes_no,
            },
        ),
        Collection(
            "goals",
            "learner",
            EVERYONE,
            {
                "statement": text,
                "measure": text,
                "baseline": line,
                "target": line,
                "reason": text,
                "due": line,
                "state": one_of(*GOAL_STATES),
                "term": one_of("", *TERMS),
                "parent": line,
                "competencies": LINES,
                "supports": text,
                "resources": text,
                "review": iso_date,
                "scale": one_of("", *MEASURE_SCALES),
                "unit": line,
                "group": line,
                "part": text,
            },
        ),
        Collection(
            "consents",
            "",
            EVERYONE,
            {"goal": line, "says": one_of(*CONSENTS), "words": line, "text": text},
            add_only=True,
        ),
        Collection(
            "goal_changes",
            "",
            EVERYONE,
            {"goal": line, "how": one_of(*CHANGE_KINDS), "why": text, "learned": text, "into": LINES},
            add_only=True,
        ),
        Collection(
            "checkins",
            "learner",
            _LEARNER_TEACHER,
            {"goal": line, "feeling": one_of(*FEELINGS), "steps": steps, "note": text},
            add_only=True,
        ),
        Collection(
            "measures",
            "",
            EVERYONE,
            {"goal": line, "value": decimal, "note": text},
            add_only=True,
        ),
        Collection(
            "group_news",
            "",
            frozenset({"teacher", "family"}),
            {"group": line, "done": decimal, "target": decimal, "parts": count, "text": text},
            add_only=True,
        ),
        Collection(
            "artefacts",
            "learner",
            EVERYONE,
            {
                "kind": one_of(*ARTEFACT_KINDS),
                "title": line,
                "text": text,
                "link": text,
                "blob": blob,
                "best": yes_no,
                "why_best": text,
            },
        ),
        Collection(
            "evidence",
            "learner",
            EVERYONE,
            {
                "artefact": line,
                "goal": line,
                "narrative": text,
                "sure": one_of("", *SURE),
                "competencies": LINES,
                "activity": line,
                "rubric": line,
                "marks": _MARKS,
                "supports": LINES,
            },
            add_only=True,
        ),
        Collection(
            "assessments",
            "",
            EVERYONE,
            {
                "kind": one_of(*ASSESSMENT_KINDS),
                "evidence": line,
                "artefact": line,
                "levels": table_of(count),
                "rubric": line,
                "marks": _MARKS,
                "quiz": line,
                "answers": form,
                "score": count,
                "most": count,
                "right": _MARKS,
                "supports": LINES,
                "text": text,
                "peer": line,
            },
            add_only=True,
        ),
        Collection(
            "reflections",
            "learner",
            _LEARNER,
            {**_ABOUT, "prompt": line, "face": steps, "blob": blob, "moment": line},
            add_only=True,
        ),
        Collection(
            "feedback",
            "",
            EVERYONE,
            {**_ABOUT, "kind": one_of(*FEEDBACK_KINDS)},
            add_only=True,
        ),
        Collection(
            "answers",
            "",
            EVERYONE,
            {"survey": line, "title": line, "kind": line, "answers": form, "beside": line},
            add_only=True,
        ),
        Collection("competencies", "", EVERYONE, COMPETENCY_FIELDS),
        Collection("links", "", EVERYONE, LINK_FIELDS),
        Collection("activities", "learner", EVERYONE, ACTIVITY_FIELDS),
        Collection(
            "choices",
            "learner",
            EVERYONE,
            {
                "activity": line,
                "title": line,
                "competencies": LINES,
                "board": line,
                "interest": line,
                "state": one_of(*CHOICE_STATES),
                "why": text,
            },
        ),
        Collection(
            "sessions",
            "learner",
            EVERYONE,
            {
                "day": iso_date,
                "block": line,
                "activity": line,
                "goal": line,
                "title": line,
                "minutes": count,
                "spent": count,
                "state": one_of(*SESSION_STATES),
                "repeat": one_of("", "daily", "weekly"),
                "until": iso_date,
                "place": count,
            },
        ),
        Collection("weeks", "learner", EVERYONE, {"blocks": list_of(form, most=60), "most": count}),
        Collection("days", "learner", EVERYONE, {"settings": list_of(one_of(*SETTINGS)), "rest": yes_no}),
        Collection(
            "revisits",
            "",
            EVERYONE,
            {"competency": line, "went": one_of(*WENT)},
            add_only=True,
        ),
        Collection(
            "shelves",
            "learner",
            _LEARNER_TEACHER,
            {"title": line, "kind": one_of(*SHELF_KINDS), "why": text, "about": line, "artefacts": LINES},
        ),
    )
}
