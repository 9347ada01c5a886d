"""What the page of a way to learn is made of: helps, steps, resources, success, rubric, showing, quiz."""

import flet as ft

from app.domain.accommodations import activity_facts
from app.domain.library import Activity, Form, Resource, Rubric, RubricCriterion
from app.domain.rubrics import levels_of
from app.domain.text import host_of
from app.views.link_card import link_card
from app.views.own_resources import ResourceFile
from app.views.parts.buttons import flow, link
from app.views.parts.cards import card
from app.views.parts.component import component, keyed
from app.views.parts.marks import disc, pill
from app.views.parts.text import body, detail, section, strong
from app.views.photo import BlobPhoto
from app.views.quizzes import QuizRow
from app.views.sentences.levels import LEVEL_SIGNS, judged_name
from app.views.sentences.planning import minutes_words
from app.views.theme import AMBER, LEAF, MAIN, RADIUS, SKY, Space
from app.views.ways import SHOW_SIGNS, show_name
from app.words import _, number


def helps(shown: Activity, acts: tuple[str, ...]) -> list[ft.Control]:
    """Returns what this learner's accommodations change here."""
    facts = activity_facts(shown, acts)
    said: list[str] = []
    if "extra_time" in facts.acts and facts.minutes:
        said.append(_("Take your time: you have {time} for this.").format(time=minutes_words(facts.minutes)))
    if facts.break_every:
        said.append(_("Take a break every {time}.").format(time=minutes_words(facts.break_every)))
    if facts.quiet:
        here = _("You can do this in a quiet place.")
        said.append(here if facts.quiet_here else _("Ask for a quiet place before you begin."))
    if facts.scribe:
        said.append(_("Somebody may write for you."))
    if not said:
        return []
    rows: list[ft.Control] = [detail(one) for one in said]
    sign = disc(ft.Icons.SUPPORT_OUTLINED, LEAF, 36)
    return [card(ft.Row([sign, ft.Column(rows, spacing=2, expand=True)], spacing=Space.M), pad=Space.M)]


def steps(shown: Activity) -> list[ft.Control]:
    """Returns what to do, step by step."""
    if not shown.steps:
        return []
    rows: list[ft.Control] = [
        ft.Row(
            [
                ft.Container(
                    strong(number(n), color=MAIN.ink),
                    width=32,
                    height=32,
                    border_radius=32,
                    bgcolor=MAIN.soft,
                    alignment=ft.Alignment.CENTER,
                ),
                body(step, expand=True),
            ],
            spacing=Space.M,
        )
        for n, step in enumerate(shown.steps, 1)
    ]
    return [section(_("Step by step")), card(ft.Column(rows, spacing=Space.M))]


def resources(shown: Activity) -> list[ft.Control]:
    """Returns what there is to read, see or open."""
    if not shown.resources:
        return []
    rows = [keyed(f"resource-{n}", _Resource, n, one) for n, one in enumerate(shown.resources)]
    return [section(_("To look at")), *rows]


@component
def _Resource(place: int, one: Resource) -> ft.Control:
    """Something to read, see or open."""
    name = one.title or one.text[:60] or host_of(one.link) or _("A file")
    if one.kind == "photo" and one.blob is not None:
        picture = keyed(one.blob.sha256, BlobPhoto, one.blob, name)
        return ft.Container(picture, border_radius=RADIUS, clip_behavior=ft.ClipBehavior.HARD_EDGE)
    if one.kind == "link":
        return link_card(one.link, name, f"resource-{place}")
    if one.kind == "file" and one.blob is not None:
        return keyed(one.blob.sha256, ResourceFile, one.blob, one.blob.name or name)
    words = [strong(one.title)] if one.title else []
    return card(ft.Column([*words, body(one.text)], spacing=Space.XS), pad=Space.M)


def success(shown: Activity) -> list[ft.Control]:
    """Returns how the learner knows that it worked."""
    if not shown.success:
        return []
    sign = disc(ft.Icons.FLAG_OUTLINED, LEAF, 36)
    row = ft.Row([sign, body(shown.success, expand=True)], spacing=Space.M)
    return [section(_("How I know it worked")), card(row, pad=Space.M)]


def show(shown: Activity, acts: tuple[str, ...]) -> list[ft.Control]:
    """Returns the ways to show it, those that an accommodation adds among them."""
    facts = activity_facts(shown, acts)
    if not facts.show:
        return []
    signs: list[ft.Control] = [
        pill(show_name(way), AMBER if way in facts.added_ways else SKY, SHOW_SIGNS.get(way))
        for way in facts.show
    ]
    rows: list[ft.Control] = [section(_("Ways to show it")), flow(signs)]
    if facts.added_ways:
        rows.append(detail(_("You may also show it in another way.")))
    return rows


def quiz(form: Form | None) -> list[ft.Control]:
    """Returns the quiz that belongs to it, if there is one on this device that is not put away."""
    return (
        [] if form is None or form.gone else [section(_("Try what you can do")), keyed("quiz", QuizRow, form)]
    )


@component
def GoodWork(found: Rubric) -> ft.Control:
    """What the work is looked at by, in the rubric's words for learners; closed until it is wanted."""
    open_, set_open = ft.use_state(False)
    sign = ft.Icons.EXPAND_LESS if open_ else ft.Icons.EXPAND_MORE
    label = _("What good work looks like")
    head = link(label, lambda: set_open(not open_), "good-work", icon=sign)
    cards = [_criterion(one) for one in found.criteria] if open_ else []
    return ft.Column(
        [ft.Row([head]), *cards], spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
    )


def _criterion(one: RubricCriterion) -> ft.Control:
    """One thing that is looked at, level by level."""
    rows: list[ft.Control] = [strong(one.title)]
    for level in levels_of(one):
        icon, tone = LEVEL_SIGNS[level.level]
        said = level.words or judged_name(level.level)
        rows.append(ft.Row([disc(icon, tone, 32), body(said, expand=True)], spacing=Space.M))
    return card(ft.Column(rows, spacing=Space.S), pad=Space.M)


def spoken(shown: Activity) -> str:
    """Returns the words of a way to learn as they are read aloud."""
    said_steps = [f"{number(n)}. {step}" for n, step in enumerate(shown.steps, 1)]
    every = (shown.title, shown.how, shown.materials, *said_steps, shown.success)
    return ". ".join(one.strip().rstrip(".") for one in every if one.strip())
