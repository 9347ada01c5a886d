"""A thought as it is read: the question it answers, how it felt, its words and its voice."""

import flet as ft

from app.domain.models import Blob, Reflection
from app.domain.thoughts import Thought, thought_of
from app.views.faces import face_pill
from app.views.parts.component import component, keyed
from app.views.parts.text import body, detail
from app.views.sentences.prompting import prompt_words
from app.views.sound import Player
from app.views.state import use_book
from app.views.theme import Space


@component
def Said(thought: Thought, *, words: bool = True) -> ft.Control:
    """What was said: without `words` where those stand beside it already."""
    rows: list[ft.Control] = []
    if thought.prompt:
        rows.append(detail(prompt_words(thought.prompt)))
    if words and thought.text:
        rows.append(body(thought.text))
    if thought.face is not None:
        rows.append(ft.Row([face_pill(thought.face)]))
    if thought.blob is not None:
        rows.append(keyed("voice", Voice, thought.blob, thought.source.id))
    return ft.Column(rows, spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def Voice(blob: Blob, name: str) -> ft.Control:
    """A voice that was kept with the record `name`."""
    reflecting = use_book().reflecting

    async def load() -> bytes | None:
        return await reflecting.listen(blob)

    return Player(load, blob.mime, "", name)


def beside(reflection: Reflection) -> list[ft.Control]:
    """Returns what a reflection says besides its words, for a bubble; nothing where that is all."""
    more = reflection.prompt or reflection.face is not None or reflection.blob is not None
    return [keyed("said", Said, thought_of(reflection), words=False)] if more else []
