"""What learners like meets ways to learn by their words, in English and in Arabic."""

from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.domain.finding import plain
from app.domain.library import GROUPINGS, MODALITIES, SETTINGS, Activity
from app.domain.like_words import LANGUAGES, Words
from app.domain.likes import liked_interest, liked_preference, said, words_of
from app.domain.stems import PREFIXES, SHORTEST, SUFFIXES, stems

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
MARKS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652"
WORDS = st.text(LETTERS, min_size=SHORTEST, max_size=8)


def meets(text: str, **values: object) -> bool:
    way = Activity.model_validate({"id": "a", **values})
    return bool(liked_preference(way, said([text])))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("أحب أن أتعلّم بالرسم", {"modality": "make"}),
        ("القراءة", {"modality": "read"}),
        ("أقرأ القصص", {"modality": "read"}),
        ("أشاهد الفيديوهات", {"modality": "watch"}),
        ("بالحركة والرقص", {"modality": "move"}),
        ("الألعاب والألغاز", {"modality": "play"}),
        ("بمشروعٍ كبير", {"modality": "project"}),
        ("في الحديقة", {"settings": ("outdoors",)}),
        ("بهدوءٍ تام", {"settings": ("quiet",)}),
        ("وحدي", {"groupings": ("alone",)}),
        ("مع أصدقائي", {"groupings": ("pair",)}),
        ("في الصف", {"groupings": ("class",)}),
        ("مع جدتي", {"groupings": ("family",)}),
    ],
)
def test_arabic_words_say_how_where_and_with_whom(text: str, values: dict[str, object]) -> None:
    assert meets(text, **values)


@pytest.mark.parametrize("text", ["في الصباح", "ألعب كرة القدم", "أحب أن أتعلم", "من كل شيء"])
def test_arabic_words_that_say_none_of_it_meet_nothing(text: str) -> None:
    every = {"modality": "make", "settings": SETTINGS, "groupings": GROUPINGS}
    assert not meets(text, **every)
    assert not any(meets(text, modality=modality) for modality in MODALITIES)


@pytest.mark.parametrize(
    ("interest", "title", "found"),
    [
        ("أحبّ النَّحلَ", "عدّ نحلات الحديقة", True),
        ("كرة القدم", "مسافات بالكرة", True),
        ("الطبخ مع أختي", "نصف الوصفة في طبخ اليوم", True),
        ("المدرسة", "مدرستي", True),
        ("النحل", "النخل في الواحة", False),
        ("أحب كل شيء", "أحب أن أتعلم كل شيء", False),
    ],
)
def test_an_interest_and_a_title_meet_in_arabic(interest: str, title: str, found: bool) -> None:
    way = Activity(id="a", title=title)
    assert liked_interest(way, said([interest])) == (interest if found else "")


def test_what_is_common_in_one_language_does_not_hide_a_way() -> None:
    assert meets("puzzles and games", modality="play")
    assert words_of("I like to work and to play") == frozenset()


@given(
    st.sampled_from(("", *PREFIXES[0])),
    st.sampled_from(("", *PREFIXES[1])),
    WORDS,
    st.sampled_from(("", *SUFFIXES)),
)
def test_a_word_is_met_whatever_stands_around_it(first: str, second: str, word: str, suffix: str) -> None:
    assert word in stems(first + second + word + suffix)


@given(st.lists(WORDS, min_size=1, max_size=5).map(" ".join), st.randoms(use_true_random=False))
def test_marks_and_ways_to_write_a_letter_change_nothing(text: str, chance: Random) -> None:
    marked = "".join(
        letter + (chance.choice(MARKS) if letter != " " and chance.random() < 0.5 else "") for letter in text
    )
    spelled = marked.replace("ا", chance.choice("اأإآ")).replace("ي", chance.choice("يى"))
    assert words_of(spelled) == words_of(text)


@given(st.text(max_size=60))
def test_whatever_is_said_has_words_of_some_length_and_meets_itself(text: str) -> None:
    found = words_of(text)
    assert all(len(word) >= SHORTEST for word in found)
    assume(found)
    assert liked_interest(Activity(id="a", title=text), said([text])) == text


@pytest.mark.parametrize("words", LANGUAGES)
def test_each_language_has_words_for_every_way_place_and_company(words: Words) -> None:
    assert set(words.ways) == set(MODALITIES)
    assert set(words.places) == set(SETTINGS)
    assert set(words.company) == set(GROUPINGS)
    for table in (words.ways, words.places, words.company):
        assert all(any(stems(plain(word)) for word in one.split()) for one in table.values())
