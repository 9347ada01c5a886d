"""What learners say they like, held against a way to learn: by the words that both have.

English words stand for ways, places and company; in any language a word that both texts have counts.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from app.domain.library import Activity

SHORTEST = 3
_WORD = re.compile(r"\w+")
_COMMON_WORDS = """and are best can for from good how like likes love loves much more not one our play that
the them they things this with when what you your work working learn learning want"""
_COMMON = frozenset(_COMMON_WORDS.split())
WAYS: Mapping[str, str] = {
    "read": "read book story text",
    "watch": "watch film video picture look see",
    "make": "make build draw craft paint hand invent",
    "move": "move outside walk run dance sport body",
    "talk": "talk speak discuss explain tell ask",
    "play": "game puzzle play",
    "project": "project research inquiry",
    "practise": "practise practice exercise step repeat",
}
PLACES: Mapping[str, str] = {
    "quiet": "quiet calm silent silence",
    "table": "table group",
    "outdoors": "outdoor outside nature garden forest",
    "home": "home family",
    "online": "online computer tablet internet",
}
COMPANY: Mapping[str, str] = {
    "alone": "alone myself",
    "pair": "friend partner pair",
    "small_group": "group team friend",
    "class": "class everyone",
    "family": "family mum dad sister brother grandma grandpa",
}


def words_of(text: str) -> frozenset[str]:
    """Returns the words that say something, without the ending of many and of doing."""
    found = (_stem(word) for word in _WORD.findall(text.casefold()) if word not in _COMMON)
    return frozenset(word for word in found if len(word) >= SHORTEST)


def _stem(word: str) -> str:
    for ending in ("ings", "ing", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            word = word.removesuffix(ending)
            break
    return word.removesuffix("e") if len(word) > SHORTEST else word


def _table(table: Mapping[str, str]) -> dict[str, frozenset[str]]:
    return {name: frozenset(map(_stem, words.split())) for name, words in table.items()}


_WAYS, _PLACES, _COMPANY = _table(WAYS), _table(PLACES), _table(COMPANY)

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
