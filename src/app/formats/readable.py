"""Statements with Markdown, HTML or LaTeX in them, as blocks and spans that a screen can show.

Nothing here raises: what is no markup after all stays as it was written.
"""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.formats.latex import formula

_MARKUP = frozenset("*_`#|[$\\<&>~•")
_MOST = 20_000
_DEEPEST = 4
_BREAK = re.compile(r"<(?:br|/?p|/?div|/?ul|/?ol|/li|/h[1-6]|/tr)\b[^<>]{0,200}>", re.IGNORECASE)
_ITEM_TAG = re.compile(r"<li\b[^<>]{0,200}>", re.IGNORECASE)
_RAISED = re.compile(r"<(sup|sub)\b[^<>]{0,100}>([^<>]{0,60})</\1>", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:b|i|u|em|strong|span|a|table|tbody|thead|tr|td|th|h[1-6]|font|sup|sub|small|code|li)\b[^<>]{0,300}>",
    re.IGNORECASE,
)
_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*")
_LIST = re.compile(r"(\s*)([-*+•]|\d{1,3}[.)])\s+(.*)")
_HEADING = re.compile(r"\s{0,3}#{1,6}\s+(.*?)\s*#*\s*")
_LINE = re.compile(r"\s*([-*_])(\s*\1){2,}\s*")
_MATHS = re.compile(
    r"\$\$(?P<wide>[^$]{1,4000})\$\$"
    r"|(?<![\\$\w])\$(?=[^\s$])(?P<inline>(?:[^$\\\n]|\\.){1,500}?)(?<!\s)\$(?![\d$])"
    r"|\\\((?P<round>.{1,500}?)\\\)"
    r"|\\\[(?P<square>.{1,500}?)\\\]",
    re.DOTALL,
)
_INLINE = re.compile(
    r"(?P<escaped>\\[\\`*_{}\[\]()#+\-.!|~$<>])"
    r"|`(?P<code>[^`\n]{1,1000})`"
    r"|!?\[(?P<words>[^\[\]\n]{0,500})\]\((?P<link>[^()\s]{1,500}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?)[^()\n]{0,200}\)"
    r"|<(?P<auto>https?://[^\s<>]{1,500})>"
    r"|(?P<mark>\*\*\*|\*\*|__|~~|\*|(?<!\w)_)(?=\S)(?P<inner>(?:(?!(?P=mark)).){1,300}?)(?<=\S)(?P=mark)(?!\w)",
    re.DOTALL,
)


@dataclass(frozen=True)
class Span:
    """A run of text of one look; ``link`` is where it leads, not yet checked."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    link: str = ""


Spans = tuple[Span, ...]


@dataclass(frozen=True)
class Block:
    """A paragraph, heading, list item (``mark`` stands before it) or table (``rows`` of cells)."""

    kind: str
    spans: Spans = ()
    mark: str = ""
    depth: int = 0
    rows: tuple[tuple[Spans, ...], ...] = ()


def blocks(text: str) -> tuple[Block, ...]:
    """Returns the blocks of a text; at least one for a text that is not blank."""
    if _MARKUP.isdisjoint(text) and "\n" not in text:
        return (Block("paragraph", (Span(text),)),) if text.strip() else ()
    cleaned = _without_tags(text[:_MOST])
    return tuple(_blocks(cleaned.split("\n")))


def plain(text: str) -> str:
    """Returns a text without its markup, as it is listed, searched and read aloud."""
    if _MARKUP.isdisjoint(text):
        return text
    return "\n".join(line for line in map(_plain_block, blocks(text)) if line)


def one_line(text: str) -> str:
    """Returns a text without its markup in one line."""
    return " ".join(plain(text).split())


def _plain_block(block: Block) -> str:
    if block.kind == "table":
        return "\n".join(" · ".join(_said(cell) for cell in row) for row in block.rows)
    return f"{block.mark} {_said(block.spans)}".strip()


def _said(spans: Iterable[Span]) -> str:
    return "".join(span.text for span in spans).strip()


def _without_tags(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "<" in text:
        text = _RAISED.sub(lambda m: formula(f"{'^' if m[1].lower() == 'sup' else '_'}{{{m[2]}}}"), text)
        text = _TAG.sub("", _BREAK.sub("\n", _ITEM_TAG.sub("\n- ", text)))
    return html.unescape(text) if "&" in text else text


def _blocks(lines: list[str]) -> Iterator[Block]:
    paragraph: list[str] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        if "|" in line and at + 1 < len(lines) and "-" in lines[at + 1] and _RULE.fullmatch(lines[at + 1]):
            yield from _closed(paragraph)
            end = at + 2
            while end < len(lines) and "|" in lines[end]:
                end += 1
            yield Block("table", rows=tuple(_cells(row) for row in (line, *lines[at + 2 : end])))
            at = end
            continue
        block = _single(line)
        if block is None and line.strip():
            paragraph.append(line.strip().removeprefix(">").strip())
        else:
            yield from _closed(paragraph)
            if block is not None and block.spans:
                yield block
        at += 1
    yield from _closed(paragraph)


def _closed(paragraph: list[str]) -> Iterator[Block]:
    text = "\n".join(paragraph)
    paragraph.clear()
    spans = _spans(text)
    if spans:
        yield Block("paragraph", spans)


def _single(line: str) -> Block | None:
    """Returns the block that one line is, None for a part of a paragraph; a ruled line is an empty block."""
    if _LINE.fullmatch(line):
        return Block("line")
    heading = _HEADING.fullmatch(line)
    if heading:
        return Block("heading", _spans(heading[1]))
    item = _LIST.fullmatch(line)
    if item:
        mark = "•" if item[2] in "-*+•" else item[2]
        return Block("item", _spans(item[3]), mark, min(4, len(item[1].expandtabs(4)) // 2))
    return None


def _cells(row: str) -> tuple[Spans, ...]:
    return tuple(_spans(cell.strip()) for cell in row.strip().strip("|").split("|"))


def _spans(text: str) -> Spans:
    """Returns the spans of a run of text: formulas first, since their signs are markup elsewhere."""
    found: list[Span] = []
    at = 0
    for match in _MATHS.finditer(text) if "$" in text or "\\" in text else ():
        found += _marked(text[at : match.start()], Span(""), 0)
        source = match["wide"] or match["inline"] or match["round"] or match["square"] or ""
        found.append(Span(formula(source)))
        at = match.end()
    found += _marked(text[at:], Span(""), 0)
    return tuple(span for span in found if span.text)


def _marked(text: str, look: Span, depth: int) -> Iterator[Span]:
    at = 0
    for match in _INLINE.finditer(text) if depth < _DEEPEST else ():
        yield _as(look, text[at : match.start()])
        yield from _match(match, look, depth)
        at = match.end()
    yield _as(look, text[at:])


def _match(match: re.Match[str], look: Span, depth: int) -> Iterator[Span]:
    if match["escaped"]:
        yield _as(look, match["escaped"][1:])
    elif match["code"]:
        yield Span(match["code"], look.bold, look.italic, code=True, link=look.link)
    elif match["auto"]:
        yield Span(match["auto"], look.bold, look.italic, link=match["auto"])
    elif match["link"]:
        inner = Span("", look.bold, look.italic, link=match["link"])
        yield from _marked(match["words"] or match["link"], inner, depth + 1)
    else:
        mark = match["mark"]
        bold, italic = mark in ("**", "__", "***"), mark in ("*", "_", "***")
        inner = Span("", look.bold or bold, look.italic or italic, link=look.link)
        yield from _marked(match["inner"], inner, depth + 1)


def _as(look: Span, text: str) -> Span:
    return Span(text, look.bold, look.italic, look.code, look.link)
