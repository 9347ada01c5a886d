"""The starters are whole: what they name is there, in every language, and fits what a book may hold."""

from typing import Any

import pytest

from app.domain.accommodations import ACTS
from app.domain.library import GROUPINGS, MODALITIES, SETTINGS, SHOW_WAYS
from app.domain.library_collections import ACTIVITY_FIELDS, BOARD_FIELDS, COMPETENCY_FIELDS, RUBRIC_FIELDS
from app.domain.models import Record
from app.services.starters import Starters
from app.words import LANGUAGES

EACH = pytest.mark.parametrize("language", sorted(LANGUAGES))


def fits(record: Record, fields: Any) -> bool:
    values = record.model_dump(mode="json")
    return all(check(values[name]) for name, check in fields.items())


@EACH
def test_every_record_could_stand_in_a_book(language: str) -> None:
    starters = Starters.of(language)
    for records, fields in (
        (starters.competencies, COMPETENCY_FIELDS),
        (starters.activities, ACTIVITY_FIELDS),
        (starters.boards, BOARD_FIELDS),
        (starters.rubrics, RUBRIC_FIELDS),
    ):
        assert [one.id for one in records if not fits(one, fields)] == []  # type: ignore[attr-defined]
        assert len({one.id for one in records}) == len(records)  # type: ignore[attr-defined]


@EACH
def test_what_is_named_is_there(language: str) -> None:
    starters = Starters.of(language)
    here = {one.id for one in starters.competencies}
    activities = {one.id for one in starters.activities}
    rubrics = {one.id for one in starters.rubrics}
    for one in (
        *starters.activities,
        *starters.boards,
        *starters.rubrics,
        *starters.surveys,
        *starters.quizzes,
    ):
        assert set(one.competencies) <= here, one.id
    assert all(set(board.activities) <= activities for board in starters.boards)
    assert all(one.rubric in {"", *rubrics} for one in starters.activities)


@EACH
def test_activities_say_what_a_learner_needs(language: str) -> None:
    for one in Starters.of(language).activities:
        assert one.title, one.id
        assert one.how, one.id
        assert one.steps, one.id
        assert one.success, one.id
        assert one.minutes > 0, one.id
        assert one.modality in MODALITIES, one.id
        assert one.settings, one.id
        assert set(one.settings) <= set(SETTINGS), one.id
        assert one.groupings, one.id
        assert set(one.groupings) <= set(GROUPINGS), one.id
        assert len(one.show) > 1, one.id
        assert set(one.show) <= set(SHOW_WAYS), one.id
        assert set(one.supports) <= set(ACTS), one.id
        assert one.template == ("{interest}" in one.title), one.id


def test_every_competency_has_a_way_to_it_and_every_kind_of_way_is_there() -> None:
    starters = Starters.of("en")
    reached = {rec for one in starters.activities for rec in one.competencies}
    leaves = [one for one in starters.competencies if one.levels]
    unreached = [one.code for one in leaves if one.id not in reached]
    assert len(unreached) <= 4, unreached
    assert {one.modality for one in starters.activities} == set(MODALITIES)


def test_both_languages_have_the_same_shape() -> None:
    english, arabic = Starters.of("en"), Starters.of("ar")
    assert [one.id for one in english.competencies] == [one.id for one in arabic.competencies]
    assert [len(one.steps) for one in english.activities] == [len(one.steps) for one in arabic.activities]
    assert all(
        a.statement != b.statement for a, b in zip(english.competencies, arabic.competencies, strict=True)
    )


def test_rubrics_have_four_levels() -> None:
    for rubric in Starters.of("en").rubrics:
        assert all([level.level for level in one.levels] == [1, 2, 3, 4] for one in rubric.criteria)
