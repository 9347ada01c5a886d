"""What people type as an answer, compared as people would: numbers in any writing, words without fuss."""

import re
import unicodedata
from fractions import Fraction

_PLAIN = re.compile(r"[+-]?\d{1,30}(\.\d{1,30})?|[+-]?\.\d{1,30}")
_THOUSANDS = re.compile(r"[+-]?\d{1,3}([,.])\d{3}(\1\d{3})*")
_PARTS = re.compile(r"([+-]?)(?:(\d{1,9}) )?(\d{1,9})\s*/\s*(\d{1,9})")
_ALIKE = str.maketrans(
    {"−": "-", "–": "-", "٫": ",", "٬": "", "\u00a0": " ", "\u202f": " ", "'": "", "’": "", "⁄": "/"}
)
_EDGES = " .,;:!?\"'’“”„«»()[]…،؛؟-–—"
_TATWEEL = "\u0640"


def readings(text: str) -> tuple[Fraction, ...]:
    """Returns the numbers that `text` may mean, the likeliest first; none where it is no number.

    A comma or a point may be the decimal sign; "1,250" and "1.250" may also be a thousand and more.
    Fractions ("3/4", "1 1/2") and the digits of every script are numbers as well.
    """
    typed = _digits(text.translate(_ALIKE)).strip()
    parts = _PARTS.fullmatch(typed)
    if parts is not None:
        return _fraction(*parts.groups())
    typed = re.sub(r"(?<=\d) (?=\d{3}(?!\d))", "", typed)
    found = [Fraction(one) for one in (typed.replace(",", "."),) if _PLAIN.fullmatch(one)]
    if _THOUSANDS.fullmatch(typed):
        found.append(Fraction(re.sub("[,.]", "", typed)))
    both = _mixed(typed)
    return (*found, *([both] if both is not None else []))


def _fraction(sign: str, wholes: str | None, top: str, bottom: str) -> tuple[Fraction, ...]:
    if int(bottom) == 0:
        return ()
    value = int(wholes or 0) + Fraction(int(top), int(bottom))
    return (-value if sign == "-" else value,)


def _mixed(typed: str) -> Fraction | None:
    """Returns a number with both signs, as 1.250,5 or 1,250.5: the last one is the decimal sign."""
    last = max(typed.rfind(","), typed.rfind("."))
    head, tail = typed[: max(last, 0)], typed[last + 1 :]
    if "," in typed and "." in typed and _THOUSANDS.fullmatch(head) and tail.isdigit():
        return Fraction(f"{re.sub('[,.]', '', head)}.{tail}")
    return None


def _digits(text: str) -> str:
    return "".join(str(unicodedata.digit(char)) if char.isdecimal() else char for char in text)


def plain(text: str, *, strict: bool = False) -> str:
    """Returns words as they are compared: case, blanks and signs at the ends do not count.

    Unless `strict`, neither do accents and vowel signs.
    """
    words = unicodedata.normalize("NFKC", text).replace(_TATWEEL, "").casefold()
    if not strict:
        parts = unicodedata.normalize("NFKD", words)
        words = "".join(char for char in parts if not unicodedata.combining(char))
    return unicodedata.normalize("NFC", " ".join(words.strip(_EDGES).split()).strip(_EDGES))
