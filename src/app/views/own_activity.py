"""Writing an activity for many learners: the form of a way, and what helps others find and judge it."""

import json
from collections.abc import Callable, Sequence

import flet as ft

from app.domain.accommodations import ACTS
from app.domain.library import Activity, Form, Rubric
from app.services.own_records import ACTIVITIES, Item
from app.views.form_skills import FormSkills
from app.views.own_resources import Resources
from app.views.parts.bidi import isolate
from app.views.parts.buttons import chip, flow
from app.views.parts.component import component, keyed
from app.views.parts.fields import Field
from app.views.parts.more import use_more
from app.views.parts.text import body, detail, heading, section
from app.views.sentences.profile import act_name
from app.views.state import use_shared
from app.views.theme import LEAF, PLUM, Space
from app.views.way_form import Put, Values, WayForm, begun_of, small_print
from app.views.ways import pills, title_of
from app.words import _, joined, number

DRAFT = "own-activity"
MOST_OFFERED = 12
PARTS = frozenset(Activity.model_fields) - {"id", "by", "who", "at", "changed", "versions", "kept", "edited"}


@component
def ActivityForm(rec: str, one: Item | None, done: Callable[[str], None]) -> ft.Control:
    """The form for an activity: a new one keeps what is typed as a draft."""
    workspace = use_shared().workspace
    drafts = workspace.drafts

    async def keep(values: Values) -> None:
        said = {part: value for part, value in values.items() if part in PARTS}
        kept = await workspace.own_records.keep(ACTIVITIES, said, rec)
        if not rec:
            drafts.forget(DRAFT)
        done(kept)

    def draft(values: Values) -> None:
        if not rec:
            drafts.save(DRAFT, {"parts": json.dumps(values, ensure_ascii=False)})

    drafted = ft.use_memo(lambda: {} if rec else _drafted(drafts.load(DRAFT)), [])
    begun: Values = begun_of(one) if isinstance(one, Activity) else drafted
    form = keyed("form", WayForm, begun, keep, draft, full=bool(rec), others=_others)
    return ft.Column(
        [form, small_print()], spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
    )


def _drafted(draft: dict[str, str]) -> Values:
    """Returns the parts of a draft; one that cannot be read any more is none."""
    try:
        found = json.loads(draft.get("parts", "{}"))
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _others(now: Values, put: Put, more: bool) -> list[ft.Control]:
    """The parts beside a learner's own: what it is for; with `more` how it is judged, helped, found."""
    if not more:
        chosen = tuple(now.get("competencies", ()))
        return [keyed("skills", FormSkills, chosen, lambda recs: put("competencies", list(recs)))]
    return [
        section(_("To look at")),
        keyed("resources", Resources, tuple(now.get("resources", ())), lambda found: put("resources", found)),
        section(_("What help does it already have?")),
        flow([keyed(act, _Support, act, tuple(now.get("supports", ())), put) for act in ACTS]),
        keyed("rubric", _Pick, "rubric", now.get("rubric", ""), put),
        keyed("quiz", _Pick, "quiz", now.get("quiz", ""), put),
        keyed(
            "interests",
            Field,
            "way-interests",
            _("For whom is it fun? Interests, with commas between"),
            ", ".join(now.get("interests", ())),
            lambda text: put("interests", _listed(text)),
            hint=_("For example: football, animals"),
        ),
    ]


def _listed(text: str) -> list[str]:
    parts = (part.strip() for part in text.replace("،", ",").split(","))
    return list(dict.fromkeys(part for part in parts if part))[:20]


@component
def _Support(act: str, chosen: tuple[str, ...], put: Put) -> ft.Control:
    on = act in chosen
    after = [one for one in chosen if one != act] if on else [*chosen, act]
    return chip(act_name(act), lambda: put("supports", after), f"support-{act}", on=on, tone=LEAF)


@component
def _Pick(part: str, now: str, put: Put) -> ft.Control:
    """The rubric or quiz of an activity: one of the library's, or none."""
    catalog = use_shared().workspace.catalog()
    every: Sequence[Rubric | Form] = catalog.rubrics() if part == "rubric" else catalog.quizzes()
    every = sorted(every, key=lambda one: one.id != now)
    word = _("A rubric to look by") if part == "rubric" else _("A quiz to show it")
    shown, more = use_more(len(every), f"more-{part}", MOST_OFFERED)
    chips: list[ft.Control] = [
        keyed(one.id, _Picked, part, one.id, one.title, one.id == now, put) for one in every[:shown]
    ]
    rows: list[ft.Control] = [section(word), flow([*chips, *more])]
    return ft.Column(rows, spacing=Space.S, visible=bool(chips))


@component
def _Picked(part: str, rec: str, title: str, on: bool, put: Put) -> ft.Control:
    said = "" if on else rec
    return chip(title or rec, lambda: put(part, said), f"{part}-{rec}", on=on, tone=PLUM)


@component
def ActivityLook(one: Activity) -> ft.Control:
    """An activity of somebody else, to read."""
    rows: list[ft.Control] = [heading(title_of(one)), pills(one)]
    rows += [body(one.how)] if one.how else []
    rows += [body(f"{number(n)}. {isolate(step)}") for n, step in enumerate(one.steps, 1)]
    for word, text in (
        (_("What is needed?"), one.materials),
        (_("How do I know that it worked?"), one.success),
    ):
        rows += [section(word), body(text)] if text else []
    if one.interests:
        rows.append(detail(joined(isolate(part) for part in one.interests)))
    return ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
