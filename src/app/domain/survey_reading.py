"""Reading surveys with leniency: nothing here raises, whatever the JSON. See docs/forms.md."""

from app.domain.accommodations import ACTS
from app.domain.forms import (
    MOST_OPTIONS,
    MOST_QUESTIONS,
    Report,
    icon_of,
    list_in,
    name_of,
    refusal,
    unlike,
    whole,
    words_of,
)
from app.domain.library import SURVEY_KINDS
from app.domain.models import ENTRY_KINDS
from app.domain.survey import FORMAT, QUESTION_KINDS, Hint, Option, Question, Survey, SurveyRead


def read_survey(raw: object) -> SurveyRead:
    """Reads a survey from any JSON value. Never raises."""
    refused = refusal(raw, FORMAT)
    if refused or not isinstance(raw, dict):
        return SurveyRead(refused=refused)
    report, taken = Report(), set[str]()
    found = []
    for part in list_in(raw.get("questions"), MOST_QUESTIONS, report):
        report.at += 1
        question = _question(part, report, taken)
        if question is not None:
            found.append(question)
    odd = tuple(report.odd)
    if not found:
        return SurveyRead(refused="no_questions", odd=odd)
    kind = raw.get("kind")
    survey = Survey(
        title=words_of(raw.get("title")),
        note=words_of(raw.get("note")),
        kind=kind if kind in SURVEY_KINDS else "other",
        icon=icon_of(raw.get("icon")),
        questions=tuple(found),
    )
    return SurveyRead(survey=survey, odd=odd)


def _question(raw: object, report: Report, taken: set[str]) -> Question | None:
    if not isinstance(raw, dict) or not isinstance(raw.get("kind"), str):
        report.note("question_broken")
        return None
    kind, text = raw["kind"], words_of(raw.get("text"))
    icon = icon_of(raw.get("icon"))
    if not text and not icon:
        report.note("question_empty")
        return None
    name = unlike(name_of(raw.get("id"), f"q{report.at}"), taken, report)
    if kind not in QUESTION_KINDS:
        report.note("kind_unknown", kind)
        return Question(id=name, kind=kind[:40], text=text, icon=icon, known=False)
    options, hints = _options(raw.get("options"), report) if kind in ("choice", "many") else ((), {})
    if kind in ("choice", "many") and len(options) < 2:
        report.note("few_options")
        return None
    suggests = raw.get("suggests")
    return Question(
        id=name,
        kind=kind,
        text=text,
        icon=icon,
        options=options,
        most=whole(raw.get("most"), 1, MOST_OPTIONS, 0),
        steps=whole(raw.get("steps"), 2, 10 if kind == "scale" else 5, 5),
        low=words_of(raw.get("low")),
        high=words_of(raw.get("high")),
        hints=hints if options else _keyed_hints(suggests, kind, report),
    )


def _options(raw: object, report: Report) -> tuple[tuple[Option, ...], dict[str, tuple[Hint, ...]]]:
    options: list[Option] = []
    hints: dict[str, tuple[Hint, ...]] = {}
    taken: set[str] = set()
    for part in list_in(raw, MOST_OPTIONS, report):
        given = {"text": part} if isinstance(part, str) else part
        text = words_of(given.get("text")) if isinstance(given, dict) else {}
        if not isinstance(given, dict) or not (text or icon_of(given.get("icon"))):
            report.note("option_broken")
            continue
        spare = f"o{len(options) + 1}"
        option = Option(
            id=unlike(name_of(given.get("id"), spare), taken, report),
            text=text,
            icon=icon_of(given.get("icon")),
        )
        options.append(option)
        suggested = _hints(given.get("suggests"), report)
        if suggested:
            hints[option.id] = suggested
    return tuple(options), hints


_KEYS = {
    "faces": ("low", "high"),
    "scale": ("low", "high"),
    "yes_no": ("yes", "no"),
    "words": ("words",),
}


def _keyed_hints(raw: object, kind: str, report: Report) -> dict[str, tuple[Hint, ...]]:
    keys = _KEYS.get(kind, ())
    given = raw if isinstance(raw, dict) and "kind" not in raw else {keys[-1]: raw} if keys else {}
    found = {key: _hints(given.get(key), report) for key in keys}
    return {key: hints for key, hints in found.items() if hints}


def _hints(raw: object, report: Report) -> tuple[Hint, ...]:
    if raw is None:
        return ()
    parts = raw if isinstance(raw, list) else [raw]
    found = []
    for part in parts[:10]:
        given = {"kind": part} if isinstance(part, str) else part
        if not isinstance(given, dict) or given.get("kind") not in ENTRY_KINDS:
            report.note("hint_unknown", given.get("kind") if isinstance(given, dict) else "")
            continue
        act = given.get("act")
        if act is not None and act not in ACTS:
            report.note("act_unknown", act)
        act = act if act in ACTS and given["kind"] == "accommodation" else ""
        found.append(Hint(kind=given["kind"], text=words_of(given.get("text")), act=act))
    return tuple(found)
