"""Writing a rubric: what is looked at, and for each four levels in words that learners read."""

from collections.abc import Callable

import flet as ft

from app.domain.library import Rubric
from app.domain.rubrics import Place, levels_of, words_of
from app.services.own_records import RUBRICS, Item, marks_with
from app.views.form_skills import FormSkills
from app.views.own_page import drafted, use_draft
from app.views.parts.buttons import Tap, flow, link, outlined, primary
from app.views.parts.cards import card, tinted
from app.views.parts.component import component, keyed, use_slot
from app.views.parts.fields import Field
from app.views.parts.notices import say
from app.views.parts.states import failed, loading
from app.views.parts.text import body, detail, heading, section, strong
from app.views.rubric_writing import Draft, Writing, drafts_of
from app.views.sentences.levels import LEVEL_SIGNS, judged_name
from app.views.state import use_loaded, use_shared
from app.views.theme import AMBER, Space
from app.words import _, ngettext, number

MOST_CRITERIA = 12
DRAFT = "own-rubric"


@component
def RubricForm(rec: str, one: Item | None, done: Callable[[str], None]) -> ft.Control:
    """The form for a rubric, once it is known which of its levels were marked."""
    workspace = use_shared().workspace
    spaces = tuple(card.id for card in workspace.cards)

    async def marks() -> dict[Place, int]:
        return dict(await marks_with(workspace.shelf, spaces, rec)) if rec else {}

    loaded, again = use_loaded(marks, rec)
    if loaded.state == "failed":
        return failed(_("It could not be seen who uses this rubric"), _("Nothing was changed."), retry=again)
    if loaded.value is None:
        return loading()
    was = one if isinstance(one, Rubric) else drafted(workspace, DRAFT, Rubric) or Rubric(id=rec)
    return keyed("form", _Form, rec, was, loaded.value, done)


@component
def _Form(rec: str, was: Rubric, marked: dict[Place, int], done: Callable[[str], None]) -> ft.Control:
    workspace = use_shared().workspace
    now = use_slot(
        ft.use_memo(lambda: Writing(was, marked, was.title, drafts_of(was), was.competencies), [])
    ).current
    tick, set_tick = ft.use_state(0)
    lost, set_lost = ft.use_state(0)
    end_draft = use_draft("" if rec else DRAFT, now.done)

    async def write() -> None:
        after = now.done().model_dump(mode="json", include={"title", "competencies", "criteria"})
        kept = await workspace.own_records.keep(RUBRICS, after, rec)
        end_draft()
        done(kept)

    async def keep() -> None:
        if now.lacks():
            say(now.lacks())
        elif now.lost():
            set_lost(now.lost())
        else:
            await write()

    def change(work: Callable[[], None]) -> None:
        work()
        set_tick(tick + 1)

    rows: list[ft.Control] = [keyed("head", _Head, now, lambda: set_tick(tick + 1))]
    rows += [
        keyed(draft.id, _Criterion, draft, lambda one: change(lambda: now.criteria.remove(one)))
        for draft in now.criteria
    ]
    if len(now.criteria) < MOST_CRITERIA:
        more = outlined(_("One thing more"), lambda: change(now.add), "add-criterion", icon=ft.Icons.ADD)
        rows.append(flow([more]))
    if lost:
        rows.append(keyed("lost", _Lost, lost, write, lambda: set_lost(0)))
    else:
        rows.append(flow([primary(_("Keep it"), keep, "keep-item", big=True)]))
    return ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def _Head(now: Writing, again: Callable[[], None]) -> ft.Control:
    """Its name, and the skills it is for."""

    def name(text: str) -> None:
        now.title = text

    def skills(recs: tuple[str, ...]) -> None:
        now.skills = recs
        again()

    rows: list[ft.Control] = [
        keyed("title", Field, "rubric-title", _("What is the rubric called?"), now.title, name),
        keyed("skills", FormSkills, now.skills, skills),
        section(_("What do we look at?")),
    ]
    return ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def _Criterion(draft: Draft, drop: Callable[[Draft], None]) -> ft.Control:
    def name(text: str) -> None:
        draft.title = text

    rows: list[ft.Control] = [
        keyed(
            "title",
            Field,
            f"criterion-{draft.id}",
            _("I look at"),
            draft.title,
            name,
            hint=_("For example: my question, how clear it is"),
        )
    ]
    rows += [keyed(str(level), _Level, draft, level) for level in LEVEL_SIGNS]
    away = link(_("Take it out"), lambda: drop(draft), f"drop-{draft.id}", icon=ft.Icons.CLOSE)
    rows.append(flow([away]))
    return card(
        ft.Column(rows, spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH), pad=Space.M
    )


@component
def _Level(draft: Draft, level: int) -> ft.Control:
    def put(text: str) -> None:
        draft.words[level] = text

    label = f"{number(level)} · {judged_name(level)}"
    hint = _("For example: I can do it with help") if level == 1 else ""
    return Field(f"words-{draft.id}-{level}", label, draft.words.get(level, ""), put, lines=2, hint=hint)


@component
def _Lost(count: int, write: Tap, close: Callable[[], None]) -> ft.Control:
    """Says how many marks lose their words before they do."""
    text = ngettext(
        "{n} mark in the learners' books uses words that you took out.",
        "{n} marks in the learners' books use words that you took out.",
        count,
    )
    rows: list[ft.Control] = [
        strong(text.format(n=number(count))),
        body(_("The marks stay, with their numbers. Only the words will be gone.")),
        flow(
            [
                link(_("Not now"), close, "keep-words"),
                outlined(_("Keep it like this"), write, "keep-anyway", tone=AMBER),
            ]
        ),
    ]
    return ft.Semantics(
        identifier="losing",
        live_region=True,
        container=True,
        content=tinted(ft.Column(rows, spacing=Space.S), AMBER),
    )


@component
def RubricLook(one: Rubric) -> ft.Control:
    """A rubric of somebody else, to read."""
    rows: list[ft.Control] = [heading(one.title)]
    for criterion in one.criteria:
        said: list[ft.Control] = [strong(criterion.title)]
        said += [
            detail(f"{number(level.level)} · {words_of(criterion, level.level)}")
            for level in levels_of(criterion)
        ]
        rows.append(card(ft.Column(said, spacing=Space.XS), pad=Space.M))
    return ft.Column(rows, spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
