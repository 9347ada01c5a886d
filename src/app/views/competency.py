"""One competency: its words, where it sits, what comes before and after, ways to it, and how far one is."""

import flet as ft

from app.domain.library import Activity, Competency
from app.domain.models import Artefact
from app.services.catalog import Catalog
from app.services.workspace import OpenBook
from app.views.board import Boards
from app.views.enough import Enough
from app.views.framework_search import CompetencyRow
from app.views.how_far import how_far
from app.views.library_section import not_read, use_library
from app.views.parts.bidi import isolate
from app.views.parts.buttons import flow, outlined, primary
from app.views.parts.cards import card, lines, row, row_card
from app.views.parts.component import component, keyed
from app.views.parts.frame import back_head, screen
from app.views.parts.marks import disc, pill
from app.views.parts.more import use_more
from app.views.parts.states import empty
from app.views.parts.text import detail, section
from app.views.readable import Readable, short_words
from app.views.sentences.frameworks import year_name
from app.views.state import (
    BookContext,
    use_book,
    use_changes,
    use_layout,
    use_loaded,
    use_nav,
    use_shared,
    use_today,
)
from app.views.supports import use_acts
from app.views.theme import AMBER, MAIN, QUIET, SKY, Size, Space
from app.views.ways import facts_line, first_interest, modality_sign, title_of, way_row
from app.words import _

AT_ONCE = 12


@component
def CompetencyView(rec: str) -> ft.Control:
    """The screen of one competency: in the library, or in the book that is open around it."""
    workspace, nav = use_shared().workspace, use_nav()
    book = ft.use_context(BookContext)
    tick = use_library()
    use_changes(book.id if book else "", "competencies", "links", "activities")
    mine, again = use_loaded(workspace.frameworks.mine, tick)
    catalog = book.catalog if book else workspace.catalog()
    one, wide = catalog.competency(rec), use_layout() != "phone"

    def back() -> None:
        above = catalog.tree.parent(rec)
        parts = ("library", "frameworks", one.framework if one else "", above)
        nav.up() if book else nav.go(*filter(None, parts))

    mine_to_learn = book is not None and workspace.owner.role == "learner"
    head = back_head(_("A skill") if mine_to_learn else _("A competency"), back)
    if one is None:
        gone = empty(
            ft.Icons.LIGHTBULB_OUTLINE,
            _("This competency is not here"),
            _("It comes with the next file from your teacher or family."),
        )
        return screen("competency", [head, gone], wide=wide)
    rows: list[ft.Control] = [
        head,
        _place(catalog, one),
        keyed("words", Readable, one.statement, Size.SECTION, True),
    ]
    rows += [*_facts(one), *([keyed("notes", Readable, one.notes)] if one.notes else [])]
    rows += _sides(catalog, one, book, mine=mine_to_learn)
    if not book:
        rows.append(keyed("enough", Enough, rec))
        rows += not_read(mine, again)
    own = catalog.framework(one.framework)
    if not book and own is not None and own.own and one.framework in (mine.value or ()):
        edit = ("library", "competency", rec, "edit")
        rows.append(
            outlined(_("Change"), lambda: nav.go(*edit), "edit-competency", icon=ft.Icons.EDIT_OUTLINED)
        )
    return screen("competency", rows, wide=wide, foot=Space.XL)


def _sides(catalog: Catalog, one: Competency, book: OpenBook | None, *, mine: bool) -> list[ft.Control]:
    """Returns how far one is, what is around it, the ways to it and what was shown for it."""
    before, after = catalog.graph.before(one.id), catalog.graph.after(one.id)
    inner = tuple(child.id for child in catalog.children(one.id))
    rows: list[ft.Control] = []
    if book is not None and not inner:
        rows.append(keyed("level", _Level, one.id))
    if mine:
        rows.append(keyed("mine", _Mine, one.id))
    sides = ((_("First comes"), before, "before"), (_("It opens"), after, "after"))
    for head, recs, prefix in (*sides, (_("What is in it"), inner, "inner")):
        known = tuple(one for one in map(catalog.competency, recs) if one is not None)
        rows += [keyed(f"{prefix}-list", _List, head, known, prefix)] if known else []
    if book is not None:
        rows.append(keyed("boards", Boards, one.id))
    rows.append(keyed("ways", _Ways, one.id))
    if book is not None:
        rows.append(keyed("shown", _Shown, one.id))
    return rows


def _place(catalog: Catalog, one: Competency) -> ft.Control:
    framework = catalog.framework(one.framework)
    trail = [framework.title] if framework else []
    trail += [short_words(above.short or above.statement, 40) for above in catalog.trail(one.id)]
    return detail(" › ".join(isolate(part) for part in trail))


def _facts(one: Competency) -> list[ft.Control]:
    said: list[ft.Control] = [pill(one.code, QUIET, ft.Icons.TAG)] if one.code else []
    said += [pill(year_name(level), SKY, ft.Icons.SCHOOL_OUTLINED) for level in one.levels[:6]]
    said += [pill(subject, MAIN) for subject in one.subjects[:3]]
    if one.gone:
        said.append(pill(_("No longer in its framework"), AMBER, ft.Icons.HISTORY))
    return [ft.Row(said, wrap=True, spacing=6, run_spacing=6)] if said else []


@component
def _List(head: str, found: tuple[Competency, ...], prefix: str) -> ft.Control:
    """Competencies under a head."""
    shown, more = use_more(len(found), f"more-{prefix}", AT_ONCE)
    rows: list[ft.Control] = [
        keyed(f"{prefix}-{one.id}", CompetencyRow, one, prefix) for one in found[:shown]
    ]
    return _under(head, [*rows, *more])


@component
def _Level(rec: str) -> ft.Control:
    """How far the learner is, and what is still asked for."""
    book, today = use_book(), use_today()
    use_changes(book.id, "artefacts", "evidence", "assessments", "revisits")
    now = book.path.now()
    face = how_far(now.tally.standing(rec), today, len(now.credit()))
    return ft.Semantics(identifier="competency-level", container=True, content=card(face))


@component
def _Mine(rec: str) -> ft.Control:
    """What the learner can do here, whatever there is to choose from."""
    nav = use_nav()
    sign, bulb = ft.Icons.ADD_A_PHOTO_OUTLINED, ft.Icons.LIGHTBULB_OUTLINE
    show = primary(_("Show what I can"), lambda: nav.to("capture", f"for:{rec}"), "show-skill", icon=sign)
    own = outlined(_("I have my own idea"), lambda: nav.to("way", rec), "own-way", icon=bulb)
    return flow([show, own])


@component
def _Ways(rec: str) -> ft.Control:
    """Ways to learn it; in a book they lead to their pages."""
    book = ft.use_context(BookContext)
    workspace = use_shared().workspace
    catalog = book.catalog if book else workspace.catalog()
    found = catalog.activities_for(rec)
    shown, more = use_more(len(found), "more-ways", AT_ONCE)
    rows: list[ft.Control] = [keyed(one.id, _Way, one) for one in found[:shown]]
    if book is not None and not rows:
        rows.append(detail(_("No way is written here yet. Think of one, or ask somebody for an idea.")))
    return _under(_("Ways to learn it"), [*rows, *more])


@component
def _Shown(rec: str) -> ft.Control:
    """What this learner showed for it."""
    book = use_book()
    use_changes(book.id, "evidence", "artefacts")
    found = [one for one in book.reader.evidence() if rec in one.competencies]
    shown, more = use_more(len(found), "more-shown", AT_ONCE)
    rows: list[ft.Control] = []
    for piece in found[:shown]:
        artefact = book.reader.artefact(piece.artefact)
        if artefact is not None:
            rows.append(keyed(piece.id, _Piece, artefact, piece.narrative))
    if not rows:
        rows.append(detail(_("Nothing is shown yet. A photo, some words or a voice is enough to begin.")))
    return _under(_("Shown for it"), [*rows, *more])


def _under(head: str, rows: list[ft.Control]) -> ft.Control:
    """Rows under a head; nothing where there are none."""
    return ft.Column(
        [section(head), *rows],
        spacing=Space.S,
        visible=bool(rows),
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


@component
def _Way(one: Activity) -> ft.Control:
    if ft.use_context(BookContext) is not None:
        return keyed("here", _WayHere, one)
    icon, tone = modality_sign(one.modality)
    return card(row(disc(icon, tone), lines(title_of(one), facts_line(one))), pad=Space.M)


@component
def _WayHere(one: Activity) -> ft.Control:
    book, nav, acts = use_book(), use_nav(), use_acts()
    return way_row(one, lambda: nav.to("activity", one.id), acts=acts, interest=first_interest(book.reader))


@component
def _Piece(one: Artefact, said: str) -> ft.Control:
    nav = use_nav()
    name = one.title or short_words(one.text, 60) or _("A piece")
    sign = disc(ft.Icons.PHOTO_LIBRARY_OUTLINED, MAIN)
    return row_card(sign, name, said, lambda: nav.to("portfolio", one.id), f"piece-{one.id}")
