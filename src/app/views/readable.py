"""Statements with markup in them, drawn: paragraphs, lists, tables, bold and slanted words, safe links."""

from collections.abc import Iterable

import flet as ft

from app.domain.text import safe_link
from app.formats.readable import Block, Span, blocks, one_line
from app.views.parts.bidi import isolate
from app.views.parts.component import component
from app.views.theme import HUSH, INK, LINE, MAIN, Size, Space

MOST_CELLS = 400
SHORT = 110


def short_words(text: str, longest: int = SHORT) -> str:
    """Returns a statement without markup, short enough for a list."""
    line = one_line(text)
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


@component
def Readable(text: str, size: int = Size.BODY, bold: bool = False) -> ft.Control:
    """A statement as it is meant to be read."""
    drawn = [_block(block, size, bold=bold) for block in blocks(text)]
    return ft.Column(drawn, spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _block(block: Block, size: int, *, bold: bool) -> ft.Control:
    if block.kind == "table":
        return _table(block)
    if block.kind == "item":
        said = _text(block.spans, size, bold=bold)
        said.expand = True
        mark = ft.Text(block.mark, size=size, color=INK)
        row = ft.Row([mark, said], spacing=Space.S, vertical_alignment=ft.CrossAxisAlignment.START)
        return ft.Container(row, padding=ft.Padding.only(left=Space.S + Space.L * block.depth))
    return _text(block.spans, size, bold=bold or block.kind == "heading")


def _text(spans: Iterable[Span], size: int, *, bold: bool) -> ft.Text:
    return ft.Text(
        spans=[_span(span, bold=bold) for span in spans],
        size=size,
        color=INK,
        style=ft.TextStyle(height=1.35),
    )


def _span(span: Span, *, bold: bool) -> ft.TextSpan:
    leads = safe_link(span.link) if span.link else None
    style = ft.TextStyle(
        weight=ft.FontWeight.W_700 if bold or span.bold else None,
        italic=span.italic,
        color=MAIN.ink if leads else None,
        decoration=ft.TextDecoration.UNDERLINE if leads else None,
        bgcolor=HUSH if span.code else None,
    )
    return ft.TextSpan(isolate(span.text), style=style, url=leads)


def _table(block: Block) -> ft.Control:
    rows: list[ft.Control] = []
    cells = 0
    for number, row in enumerate(block.rows):
        cells += len(row)
        if cells > MOST_CELLS:
            break
        inner: list[ft.Control] = [_text(cell, Size.DETAIL, bold=not number) for cell in row]
        for one in inner:
            one.expand = True
        rows.append(
            ft.Container(
                ft.Row(inner, spacing=Space.S, vertical_alignment=ft.CrossAxisAlignment.START),
                padding=Space.S,
                border=ft.Border.only(bottom=ft.BorderSide(1, LINE)),
            )
        )
    return ft.Column(rows, spacing=0, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
