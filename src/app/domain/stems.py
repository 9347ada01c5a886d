"""Words as they are held against each other: without endings, and without what Arabic writes before them.

Light stemming, by tables: it knows no grammar. An Arabic word has several readings (a letter before it may be
its own), so it stands for all of them, and two words meet where they share one.
"""

SHORTEST = 3
"""What has fewer letters says too little, or says something else."""
ENDINGS = ("ings", "ing", "s", "e")
PREFIXES = (("و",), ("بال", "كال", "فال", "لل", "ال", "ب", "ل"))
"""What stands before an Arabic word, in the order in which it does: "and"; then "the", "with", "for"."""
SUFFIXES = ("ات", "ون", "ين", "ان", "ها", "هم", "نا", "يه", "تي", "ته", "تها", "تنا", "ه", "ي", "ا")
"""What Arabic adds to a word for many, for whose it is and for how, as `plain` writes it."""


def bases(word: str) -> frozenset[str]:
    """Returns a word as `finding.plain` writes it, with and without what stands before it."""
    found = {word}
    if _is_arabic(word):
        for group in PREFIXES:
            found |= {one.removeprefix(prefix) for one in found for prefix in group if _room(one, prefix)}
    return frozenset(found)


def stems(word: str) -> frozenset[str]:
    """Returns what a word stands for: its readings, without endings, each at least SHORTEST letters long."""
    if not _is_arabic(word):
        found = {_english(word)}
    else:
        found = set(bases(word))
        found |= {one.removesuffix(suffix) for one in found for suffix in SUFFIXES if _room(one, suffix)}
    return frozenset(one for one in found if len(one) >= SHORTEST)


def _room(word: str, affix: str) -> bool:
    """Tells whether enough of a word is left without an affix."""
    return len(word) - len(affix) >= SHORTEST


def _is_arabic(word: str) -> bool:
    return "\u0600" <= word[:1] <= "\u06ff"


def _english(word: str) -> str:
    for ending in ENDINGS:
        if word.endswith(ending) and _room(word, ending):
            word = word.removesuffix(ending)
            break
    return word.removesuffix("e") if len(word) > SHORTEST else word
