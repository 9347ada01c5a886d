"""The talk about a goal or a piece: voices so far, and a box to answer in."""

from collections.abc import Mapping

import flet as ft

from app.domain.models import Feedback, Reflection
from app.domain.voices import unanswered
from app.views.fate import fate
from app.views.parts.bidi import isolate
from app.views.parts.buttons import flow
from app.views.parts.component import component, keyed
from app.views.parts.guard import guarded
from app.views.parts.notices import say
from app.views.parts.text import detail, strong
from app.views.parts.voices import VoiceBox, bubble
from app.views.people import voice_of
from app.views.state import use_book, use_changes, use_related, use_shared
from app.views.theme import Space
from app.views.thought import beside
from app.words import _, short_date

Words = Feedback | Reflection
KINDS = ("well_done", "question", "next_step", "comment")


def starters(role: str) -> Mapping[str, tuple[str, ...]]:
    """Returns beginnings of sentences by kind; a learner answers with their own."""
    if role == "learner":
        return {"comment": (_("I think"), _("I found out that"), _("Next time I will"))}
    return {
        "well_done": (_("I can see that you"), _("What works well is"), _("You kept going when")),
        "question": (_("How did you"), _("What would happen if"), _("Why did you choose")),
        "next_step": (_("Try to"), _("Next, you could"), _("To get closer to your goal,")),
        "comment": (_("I noticed"), _("This reminds me of")),
    }


@component
def Talk(col: str, rec: str) -> ft.Control:
    """Everything people said about a record, oldest first, and the answer box.

    A learner's words answer the oldest open question first: the box says so.
    """
    shared, book = use_shared(), use_book()
    use_changes(book.id, "feedback")
    use_related(book.book, "reflections", "about", rec)
    role, drafts = shared.workspace.owner.role, shared.workspace.drafts
    feedback, thoughts = book.reader.feedback_on(rec), book.reader.reflections_on(rec)
    said: list[Words] = sorted([*feedback, *thoughts], key=lambda words: (words.at, words.id))
    replies = {words.id: book.reader.feedback_on(words.id) for words in feedback}
    every = (*feedback, *(reply for some in replies.values() for reply in some))
    asked = next(iter(unanswered(every, thoughts)), None) if role == "learner" else None

    def answer(kind: str, text: str) -> None:
        if asked:
            book.portfolio.answer(asked.id, "feedback", kind, text)
        elif role == "learner":
            book.portfolio.reflect(rec, col, text)
        else:
            book.portfolio.answer(rec, col, kind, text)
        guarded(lambda: drafts.forget(f"talk-{rec}"))()  # it is said: that a draft stays is no failure
        kept = role == "learner" and not asked
        say(_("Kept.") if kept else _("Said. It goes out with the next file."))

    def keep_draft(text: str) -> None:
        drafts.save(f"talk-{rec}", {"text": text})

    draft = ft.use_memo(lambda: drafts.load(f"talk-{rec}").get("text", ""), [rec])
    rows: list[ft.Control] = []
    for words in said:
        rows.append(keyed(words.id, _Said, words))
        rows += [keyed(reply.id, _Reply, reply) for reply in replies.get(words.id, ())]
    if not said:
        rows.append(detail(_("Nobody has said anything yet.")))
    if asked:
        name = voice_of(book.reader, asked).name
        rows.append(strong(_("Answer {name}").format(name=isolate(name))))
    kinds = ("comment",) if role == "learner" else KINDS
    rows.append(keyed("box", VoiceBox, "answer", kinds, starters(role), answer, draft, keep_draft))
    return ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def _Said(words: Words) -> ft.Control:
    book = use_book()
    now = use_shared().workspace.wall()
    kind = words.kind if isinstance(words, Feedback) else ""
    marks = fate(words)
    more: list[ft.Control] = beside(words) if isinstance(words, Reflection) else []
    if marks:
        more.append(flow(marks))
    return bubble(
        voice_of(book.reader, words),
        words.text,
        short_date(words.at, now),
        kind=kind,
        more=ft.Column(more, spacing=Space.S) if more else None,
    )


@component
def _Reply(words: Feedback) -> ft.Control:
    return ft.Row([ft.Container(width=Space.XL), ft.Container(_Said(words), expand=True)], spacing=0)
