"""Words that make a goal hard to see, in English, and how long a text is in any script.

A list can only ever find what is vague in the language it is for. Text in another language is judged
by its shape alone, and so is never called vague for its words.
"""

import re
import unicodedata


def _each(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Said of how much, without an end: "better", "more", "faster".
AMOUNTS = _each(
    "better best more less faster quicker improve improved improving good great nice well harder"
    " lots much many bigger stronger smarter cleverer enough"
)
# Said of what goes on inside, which nobody can see: "understand", "know", "try".
INSIDE = _each(
    "understand understanding know knowing learn learning try trying feel realise realize"
    " appreciate remember think believe be become get work focus concentrate"
)
# What somebody else could see or hear being done; outweighs the two above.
SEEN = _each(
    "show shows explain explains tell tells teach teaches read reads write writes draw draws build"
    " builds make makes mix mixes measure measures solve solves name names find finds count counts"
    " say says sing sings play plays run runs swim swims jump jumps cook cooks bake bakes code codes"
    " spell spells answer answers ask asks present presents record records finish finishes film"
    " films plant plants fix fixes ride rides catch catches throw throws speak speaks recite recites"
    " add adds multiply multiplies divide divides compare compares paint paints without alone"
    " myself pass passes win wins hold holds climb climbs tie ties use uses can't stop stops"
)
# Somebody else's reason.
TOLD = (
    "have to",
    "has to",
    "told me",
    "said so",
    "says so",
    "teacher wants",
    "teacher said",
    "mum said",
    "mom said",
    "dad said",
    "for school",
    "for the test",
    "my teacher",
)
_COMMON = _each(
    "the a an i my me to and of in is it with for you on at be can will want from this that she he"
    " we they how when because get more good better"
)
_ENGLISH = _COMMON | AMOUNTS | INSIDE | SEEN
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# Scripts written without blanks between words: there, letters are counted instead.
_UNSPACED = ("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR", "BOPOMOFO")


def words(text: str) -> list[str]:
    """Returns the words of `text` in lower case."""
    return [word.casefold().replace("’", "'") for word in _WORD.findall(text)]


def size(text: str) -> int:
    """Returns about how many words `text` has; two letters count as one where blanks part no words."""
    dense = sum(1 for char in text if _unspaced(char))
    return (dense + 1) // 2 if dense else len(words(text))


def digits(text: str) -> bool:
    """Tells whether `text` has a number, in any script."""
    return any(unicodedata.category(char) == "Nd" for char in text)


def english(text: str) -> bool:
    """Tells whether `text` looks English: a third of its words at least are known here.

    One word alone says little: "best" is Dutch too, and "more" is the sea in Serbian.
    """
    said = words(text)
    known = sum(1 for word in said if word in _ENGLISH)
    return bool(said) and known * 3 >= len(said)


def _unspaced(char: str) -> bool:
    return ord(char) > 0x0E00 and unicodedata.name(char, "").startswith(_UNSPACED)
