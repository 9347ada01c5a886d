"""The fonts the engine fetches by itself for letters that the app's own fonts lack.

The engine holds a list of 700 addresses and asks for one whenever it meets a letter it cannot draw;
an address that answers 404 is asked for again, ten times a second, for ever. So every address in the
list must answer. Those of a family this site carries are pointed at its one file, or at the slice of
that number where it comes in slices, as the scripts with thousands of signs do; all others at a tiny
font without letters, which the engine fetches once and is content with.
"""

from __future__ import annotations

import io
import re

FOLDER = "assets/fallback"
EMPTY = "empty.woff2"
SLICED = re.compile(r"notosans(?:hk|jp|kr|sc|tc)/v\d+/[\w-]+\.\d+\.woff2")
ADDRESS = re.compile(r'"([a-z0-9]+/v\d+/[\w.-]+\.(?:woff2|ttf|otf))"')


def in_slices(text: str) -> list[str]:
    """The addresses in `text` of families that come in slices by number, in the engine's order."""
    return [match[1] for match in ADDRESS.finditer(text) if SLICED.match(match[1])]


def file_for(address: str, families: frozenset[str]) -> str:
    """The file of this site that answers for an address of the engine's list.

    `families` are the fonts this site carries: `notosansthai`, or for a slice `notosansjp.7`.
    """
    family, number = address.split("/", 1)[0], address.split(".")[-2]
    carried = [name for name in (f"{family}.{number}", family) if name in families]
    return f"{carried[0]}.woff2" if carried else EMPTY


def redirected(text: str, families: frozenset[str]) -> str:
    """`text` with every address of the list pointed at a file of this site."""
    return ADDRESS.sub(lambda match: f'"{file_for(match[1], families)}"', text)


def lengthened(path: str, length: int) -> str:
    """The same relative address written with exactly `length` characters."""
    missing = length - len(path)
    prefix = "x/../" if missing % 2 else ""
    if missing < len(prefix):
        raise ValueError(f"{path} cannot be written with {length} characters")
    return "./" * ((missing - len(prefix)) // 2) + prefix + path


def redirected_binary(code: bytes, families: frozenset[str]) -> bytes:
    """The same in the client's WebAssembly, every address keeping its length."""

    def choose(match: re.Match[bytes]) -> bytes:
        address = match[0].decode()
        return lengthened(file_for(address, families), len(address)).encode()

    return re.sub(rb"(?:noto[a-z0-9]+|roboto)/v\d+/[\w.-]+?\.woff2", choose, code)


def empty_font() -> bytes:
    """A valid font with no letters at all, a few hundred bytes."""
    from fontTools.fontBuilder import FontBuilder
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef"])
    builder.setupCharacterMap({})
    builder.setupGlyf({".notdef": TTGlyphPen(None).glyph()})
    builder.setupHorizontalMetrics({".notdef": (500, 0)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Ownway Empty", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    builder.font["head"].created = builder.font["head"].modified = 0
    builder.font.flavor = "woff2"
    builder.font.recalcTimestamp = False
    out = io.BytesIO()
    builder.save(out)
    return out.getvalue()
