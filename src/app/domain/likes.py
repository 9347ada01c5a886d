"""What learners say they like, held against a way to learn: by the words that both have.

Words of the languages in `like_words` stand for ways, places and company; in any language a word that both
texts have counts.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from app.domain.finding import plain
from app.domain.library import Activity
from app.domain.like_words import LANGUAGES
from app.domain.stems import bases, stems

_WORD = re.compile(r"\w+")
_COMMON = frozenset(word for one in LANGUAGES for word in plain(one.common).split())


@lru_cache(maxsize=4096)
def words_of(text: str) -> frozenset[str]:
    """Returns the words that say something, as they are held against others."""
    found = (word for word in _WORD.findall(plain(text)) if _COMMON.isdisjoint(bases(word)))
    return frozenset(stem for word in found for stem in stems(word))


def _table(tables: Iterable[Mapping[str, str]]) -> dict[str, frozenset[str]]:
    """Returns what stands for each name, in all languages; words that say nothing elsewhere say it here."""
    found: dict[str, frozenset[str]] = {}
    for table in tables:
        for name, words in table.items():
            said = (stems(word) for word in plain(words).split())
            found[name] = found.get(name, frozenset()).union(*said)
    return found


_WAYS = _table(one.ways for one in LANGUAGES)
_PLACES = _table(one.places for one in LANGUAGES)
_COMPANY = _table(one.company for one in LANGUAGES)

Said = Sequence[tuple[str, frozenset[str]]]


def said(texts: Iterable[str]) -> Said:
    """Returns texts with their words, worked out once."""
    return [(text, words_of(text)) for text in texts]


def liked_interest(way: Activity, interests: Said) -> str:
    """Returns the interest that a way touches, in the learner's words; "" for none.

    A template takes any interest; so the first that was said counts.
    """
    tags = words_of(" ".join((*way.interests, way.title)))
    touched = next((text for text, words in interests if words & tags), "")
    return touched or (interests[0][0] if way.template and interests else "")


def liked_preference(way: Activity, preferences: Said) -> str:
    """Returns the preference that a way's modality, settings or grouping meet; "" for none."""
    means = set(_WAYS.get(way.modality, ()))
    for name in way.settings:
        means |= _PLACES.get(name, frozenset())
    for name in way.groupings:
        means |= _COMPANY.get(name, frozenset())
    return next((text for text, words in preferences if words & means), "")
