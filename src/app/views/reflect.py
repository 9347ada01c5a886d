"""Looking back: one question, answered by a face, in words or aloud, or not at all."""

from collections.abc import Callable

import flet as ft

from app.domain.prompts import MOMENTS
from app.services.ports import Sound
from app.services.reflecting import Told
from app.views.about import About, about_of
from app.views.asking import use_question
from app.views.begun import Begun, VoiceSaid, begun_in, use_voice
from app.views.faces import Faces
from app.views.navigator import Navigator
from app.views.parts.bidi import isolate
from app.views.parts.buttons import link, primary
from app.views.parts.cards import tinted
from app.views.parts.component import component, keyed, use_slot
from app.views.parts.fields import Field
from app.views.parts.frame import back_head, screen
from app.views.parts.guard import guarded
from app.views.parts.marks import white_pill
from app.views.parts.notices import say
from app.views.parts.states import empty
from app.views.parts.text import heading
from app.views.parts.unsaved import use_later
from app.views.sentences.prompting import MOMENT_SIGNS, moment_name, prompt_words
from app.views.sound import Player, Recorder, clock
from app.views.state import use_book, use_layout, use_nav, use_shared
from app.views.theme import PLUM, Space
from app.words import _


@component
def ReflectView(moment: str, col: str = "", rec: str = "") -> ft.Control:
    """The screen on which one looks back at a moment."""
    nav, wide = use_nav(), use_layout() != "phone"
    about = about_of(use_book(), col, rec)
    mine = use_shared().workspace.owner.role == "learner"

    def leave() -> None:
        go_back(nav, moment, about)

    rows: list[ft.Control] = [back_head(_("Look back"), leave)]
    if not mine or moment not in MOMENTS or (rec and about is None):
        gone = _("Nothing to look back at here")
        why = _("Thoughts about learning are the learner's own to write.")
        rows.append(empty(ft.Icons.EDIT_NOTE, gone, why, tone=PLUM))
        return screen("reflect", rows, wide=wide)
    if about is not None:
        sign = white_pill(isolate(about.words), about.tone, about.icon)
        rows.append(ft.Row([sign], wrap=True))
    rows.append(keyed("asking", _Asking, moment, col if rec else "", rec, leave))
    return screen("reflect", rows, wide=wide, foot=Space.XL)


def go_back(nav: Navigator, moment: str, about: About | None) -> None:
    """Goes to what was looked back at: its page, the journal, or the learner's first screen."""
    if about is not None and about.to:
        nav.to(*about.to)
    elif moment == "any":
        nav.to("journal")
    else:
        nav.go(nav.home)


@component
def _Asking(moment: str, col: str, rec: str, leave: Callable[[], None]) -> ft.Control:
    """The question and the ways to answer it; what is written stays here where it is skipped."""
    shared, book = use_shared(), use_book()
    name = f"reflect-{book.id}-{moment}-{rec}"
    begun = ft.use_memo(lambda: begun_in(shared.workspace.drafts, name), [name])
    code, another = use_question(moment, col, rec, begun.prompt)
    begun.prompt = code
    face, set_face = ft.use_state(begun.face)
    voice, busy = use_voice(begun), use_slot(False)

    def feel(mark: int | None) -> None:
        begun.face = mark
        set_face(mark)
        begun.save()

    async def keep() -> None:
        if busy.current:
            return
        busy.current = True
        try:
            told = Told(moment, rec, col, code, begun.text, face, voice.sound)
            kept = await book.reflecting.keep(told)
        finally:
            busy.current = False
        if not kept:
            say(_("Tap a face, write or say something. Or skip it: that is fine, too."))
            return
        guarded(begun.end)()  # it is kept: that a draft stays is no failure
        say(_("Kept in your journal."))
        leave()

    rows: list[ft.Control] = [
        keyed("question", _Question, moment, code, another),
        keyed("faces", Faces, face, feel),
        keyed("words", _Words, begun, prompt_words(code)),
        keyed("voice", _Spoken, voice),
        primary(_("Keep it"), keep, "keep-thought", big=True),
        ft.Row([link(_("Skip it"), leave, "skip-thought")], alignment=ft.MainAxisAlignment.CENTER),
    ]
    return ft.Column(rows, spacing=Space.L, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def _Question(moment: str, code: str, another: Callable[[], None]) -> ft.Control:
    icon, _tone = MOMENT_SIGNS[moment]
    rows: list[ft.Control] = [
        ft.Row([white_pill(moment_name(moment), PLUM, icon)]),
        ft.Semantics(live_region=True, content=heading(prompt_words(code))),
        ft.Row([link(_("Another question"), another, "another", icon=ft.Icons.REFRESH, tone=PLUM)]),
    ]
    return tinted(ft.Column(rows, spacing=Space.S), PLUM)


@component
def _Words(begun: Begun, question: str) -> ft.Control:
    later = use_later()

    def typing(text: str) -> None:
        begun.text = text
        later.call(begun.save)

    def left(text: str) -> None:
        begun.text = text
        begun.save()

    return Field(
        "thought",
        question,
        begun.text,
        left,
        hint=_("In your own words. It can be short, and nobody marks it."),
        lines=4,
        longest=4000,
        typing=typing,
        show_label=False,
    )


@component
def _Spoken(voice: VoiceSaid) -> ft.Control:
    """A button to record, or what was recorded."""
    sound = voice.sound
    if sound is None:

        async def recorded(one: Sound) -> None:
            await voice.choose(one)

        return ft.Row([keyed("record", Recorder, recorded)])

    async def load() -> bytes | None:
        return sound.data

    async def drop() -> None:
        await voice.choose(None)

    rows: list[ft.Control] = [
        keyed("player", Player, load, sound.mime, clock(sound.seconds), "new"),
        ft.Row([link(_("Without the voice"), drop, "drop-voice")]),
    ]
    return ft.Column(rows, spacing=0, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
