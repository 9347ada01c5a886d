"""Which collections a shared library has; a learner's book has some of them too."""

from collections.abc import Mapping

from app.domain.checks import (
    blob,
    count,
    decimal,
    form,
    iso_date,
    line,
    list_of,
    maybe,
    one_of,
    shape,
    table_of,
    text,
    yes_no,
)
from app.domain.collection import EVERYONE, Collection
from app.domain.library import GROUPINGS, MODALITIES, QUIZ_KINDS, RESOURCE_KINDS, SETTINGS, SURVEY_KINDS
from app.domain.models import ROLES

LINES = list_of(line)
GROWN_UPS = frozenset({"teacher", "family"})
CRITERION = maybe(shape(pieces=count, kinds=count, level=count, others=count, days=count))

FRAMEWORK_FIELDS = {
    "title": text,
    "source": text,
    "uri": text,
    "creator": line,
    "publisher": line,
    "description": text,
    "subjects": LINES,
    "language": line,
    "version": line,
    "status": line,
    "licence": text,
    "criterion": CRITERION,
    "own": yes_no,
    "ready": yes_no,
}
COMPETENCY_FIELDS = {
    "framework": line,
    "source": text,
    "uri": text,
    "code": line,
    "statement": text,
    "short": text,
    "notes": text,
    "kind": line,
    "levels": LINES,
    "subjects": LINES,
    "keywords": LINES,
    "parent": line,
    "place": count,
    "language": line,
    "criterion": CRITERION,
    "gone": yes_no,
}
LINK_FIELDS = {
    "framework": line,
    "source": text,
    "kind": line,
    "origin": line,
    "target": line,
    "place": count,
    "gone": yes_no,
}
RESOURCE = shape(kind=one_of(*RESOURCE_KINDS), title=line, text=text, link=text, blob=blob)
ACTIVITY_FIELDS = {
    "title": line,
    "how": text,
    "steps": list_of(text),
    "competencies": LINES,
    "modality": one_of("", *MODALITIES),
    "settings": list_of(one_of(*SETTINGS)),
    "groupings": list_of(one_of(*GROUPINGS)),
    "minutes": count,
    "materials": text,
    "resources": list_of(RESOURCE),
    "show": LINES,
    "success": text,
    "rubric": line,
    "quiz": line,
    "interests": LINES,
    "supports": LINES,
    "template": yes_no,
    "gone": yes_no,
}
BOARD_FIELDS = {"title": line, "note": text, "competencies": LINES, "activities": LINES, "gone": yes_no}
RUBRIC_FIELDS = {
    "title": line,
    "competencies": LINES,
    "criteria": list_of(
        shape(id=line, title=line, levels=list_of(shape(level=count, words=text), most=10)), most=40
    ),
    "gone": yes_no,
}
SURVEY_FIELDS = {
    "title": line,
    "kind": one_of(*SURVEY_KINDS),
    "competencies": LINES,
    "form": form,
    "gone": yes_no,
}
QUIZ_FIELDS = {
    "title": line,
    "kind": one_of(*QUIZ_KINDS),
    "competencies": LINES,
    "form": form,
    "gone": yes_no,
}
GROUP_GOAL_FIELDS = {
    "statement": text,
    "measure": text,
    "target": decimal,
    "unit": line,
    "due": iso_date,
    "spaces": LINES,
    "gone": yes_no,
}
PERSON = Collection(
    "people",
    "",
    EVERYONE,
    {"name": line, "role": one_of(*ROLES), "avatar": line},
    personal=True,
)

LIBRARY_COLLECTIONS: Mapping[str, Collection] = {
    c.name: c
    for c in (
        Collection("about", "", EVERYONE, {"name": line, "role": one_of(*ROLES)}),
        PERSON,
        Collection("frameworks", "", GROWN_UPS, FRAMEWORK_FIELDS),
        Collection("competencies", "", GROWN_UPS, COMPETENCY_FIELDS),
        Collection("links", "", GROWN_UPS, LINK_FIELDS),
        Collection("activities", "", GROWN_UPS, ACTIVITY_FIELDS),
        Collection("boards", "", GROWN_UPS, BOARD_FIELDS),
        Collection("rubrics", "", GROWN_UPS, RUBRIC_FIELDS),
        Collection("surveys", "", GROWN_UPS, SURVEY_FIELDS),
        Collection("quizzes", "", GROWN_UPS, QUIZ_FIELDS),
        Collection("weights", "", GROWN_UPS, {"values": table_of(count)}),
        Collection("group_goals", "", GROWN_UPS, GROUP_GOAL_FIELDS),
    )
}
