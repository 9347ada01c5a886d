"""Text as people type and paste it: made safe to keep, to show and to open.

Nothing here judges spelling or style. What is taken away cannot be seen: control characters, lone
surrogates (no file could hold them) and the marks that force a direction, by which one text can look
like another. The marks that Arabic, Persian and emoji need (joiners, LRM, RLM, ALM) stay.
"""

import re
import unicodedata
from urllib.parse import SplitResult, urlsplit

from app.domain.checks import LONGEST_LINE, LONGEST_TEXT

LONGEST_LINK = 2000

_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_BREAK = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_JOINS = frozenset("\u200d\ufe0e\ufe0f")
_MARKS = re.compile("[\u061c\u200b-\u200f\u2060-\u2064]")


def tidy_line(raw: str, longest: int = LONGEST_LINE) -> str:
    """Returns `raw` as one line: breaks and runs of blanks become one space, none at the ends.

    At most `longest` characters. Tidying twice is tidying once.
    """
    return _cut(_normal(" ".join(_UNSEEN.sub("", raw).split())), longest).strip()


def tidy_text(raw: str, longest: int = LONGEST_TEXT) -> str:
    """Returns `raw` with every line break as ``\\n``, at most one empty line in a row, none at the ends.

    Blanks within a line stay as they are: a poem or a table keeps its shape. At most `longest`
    characters. Tidying twice is tidying once.
    """
    lines = _BREAK.sub("\n", _UNSEEN.sub("", raw)).split("\n")
    joined = "\n".join(line.rstrip() for line in lines)
    return _cut(_normal(re.sub("\n{3,}", "\n\n", joined).strip()), longest).strip()


def _normal(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _cut(text: str, longest: int) -> str:
    """Cuts between what a reader sees as characters, not in the middle of one."""
    if len(text) <= longest:
        return text
    end = longest
    while end > 0 and (_joined(text[end]) or text[end - 1] == "\u200d"):
        end -= 1
    # A pile of marks longer than the whole text has no good place to cut.
    return text[: end or longest]


def _joined(char: str) -> bool:
    return char in _JOINS or unicodedata.combining(char) != 0


def safe_link(text: str) -> str | None:
    """Returns the link that `text` is, or None where it must not be opened.

    Only http and https, with a host, without a name or password before it (``https://bank.org@evil``
    reads as another place), without blanks, back slashes or unseen characters. ``www.`` alone is what
    children type: it gets https.
    """
    link = text.strip()
    if link.lower().startswith("www."):
        link = "https://" + link
    if len(link) > LONGEST_LINK or _odd(link):
        return None
    parts = _split(link)
    if parts is None or parts.scheme not in ("http", "https") or "@" in parts.netloc:
        return None
    return link if _ascii_host(parts.hostname or "") else None


def host_of(link: str) -> str:
    """Returns the host that `link` leads to, as it is shown before opening; "" for an unsafe link.

    Letters beyond ASCII are shown in their encoded form: two alphabets have letters that look alike.
    """
    safe = safe_link(link)
    parts = _split(safe) if safe else None
    return _ascii_host(parts.hostname or "") if parts else ""


def _odd(link: str) -> bool:
    return bool(
        "\\" in link or any(char.isspace() for char in link) or _UNSEEN.search(link) or _MARKS.search(link)
    )


def _split(link: str) -> SplitResult | None:
    try:
        parts = urlsplit(link)
        _ = parts.port  # raises where the port is not one
    except ValueError:
        return None
    return parts


def _ascii_host(host: str) -> str:
    """Returns the host in ASCII, or "" where it is none."""
    if ":" in host:
        return host
    try:
        encoded = host.encode("idna").decode()
    except UnicodeError:
        return ""
    bare = encoded.strip(".")
    return encoded if bare and re.fullmatch(r"[a-z0-9._-]+", bare) else ""
