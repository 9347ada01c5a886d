"""Ways to learn, in signs and words: how, where, with whom, how long, how to show it."""

from collections.abc import Iterable

import flet as ft

from app.domain.accommodations import activity_facts
from app.domain.library import Activity
from app.domain.ways import filled
from app.services.reading import Reader
from app.views.parts.buttons import Tap, flow
from app.views.parts.cards import row_card, tap_card
from app.views.parts.marks import disc, pill
from app.views.parts.text import detail, strong
from app.views.sentences.planning import minutes_words
from app.views.theme import AMBER, LEAF, MAIN, PLUM, QUIET, SKY, Space, Tone
from app.words import _, joined

MODALITY_SIGNS: dict[str, tuple[ft.IconData, Tone]] = {
    "read": (ft.Icons.MENU_BOOK_OUTLINED, SKY),
    "watch": (ft.Icons.PLAY_CIRCLE_OUTLINE, SKY),
    "make": (ft.Icons.CONSTRUCTION, AMBER),
    "move": (ft.Icons.DIRECTIONS_RUN, LEAF),
    "talk": (ft.Icons.FORUM_OUTLINED, PLUM),
    "play": (ft.Icons.CASINO_OUTLINED, PLUM),
    "project": (ft.Icons.ROCKET_LAUNCH_OUTLINED, MAIN),
    "practise": (ft.Icons.FITNESS_CENTER, LEAF),
}
SETTING_SIGNS: dict[str, ft.IconData] = {
    "quiet": ft.Icons.SPA_OUTLINED,
    "table": ft.Icons.GROUPS_OUTLINED,
    "outdoors": ft.Icons.PARK_OUTLINED,
    "home": ft.Icons.HOME_OUTLINED,
    "online": ft.Icons.WIFI,
}
GROUPING_SIGNS: dict[str, ft.IconData] = {
    "alone": ft.Icons.PERSON_OUTLINE,
    "pair": ft.Icons.PEOPLE_OUTLINE,
    "small_group": ft.Icons.GROUPS_OUTLINED,
    "class": ft.Icons.SCHOOL_OUTLINED,
    "family": ft.Icons.FAMILY_RESTROOM,
}
SHOW_SIGNS: dict[str, ft.IconData] = {
    "photo": ft.Icons.PHOTO_CAMERA_OUTLINED,
    "words": ft.Icons.EDIT_NOTE,
    "link": ft.Icons.LINK,
    "audio": ft.Icons.MIC_NONE,
    "file": ft.Icons.ATTACH_FILE,
    "talk": ft.Icons.RECORD_VOICE_OVER_OUTLINED,
    "quiz": ft.Icons.QUIZ_OUTLINED,
}


def modality_name(modality: str) -> str:
    """Returns what a way of learning is called."""
    names = {
        "read": _("Read"),
        "watch": _("Watch"),
        "make": _("Make"),
        "move": _("Move"),
        "talk": _("Talk"),
        "play": _("Play"),
        "project": _("Project"),
        "practise": _("Practise"),
    }
    return names.get(modality, _("A way to learn"))


def setting_name(setting: str) -> str:
    """Returns where something is done."""
    names = {
        "quiet": _("In a quiet corner"),
        "table": _("At a table with others"),
        "outdoors": _("Outdoors"),
        "home": _("At home"),
        "online": _("Online"),
    }
    return names.get(setting, setting)


def grouping_name(grouping: str) -> str:
    """Returns with whom something is done."""
    names = {
        "alone": _("On my own"),
        "pair": _("With a partner"),
        "small_group": _("In a small group"),
        "class": _("With the class"),
        "family": _("With my family"),
    }
    return names.get(grouping, grouping)


def show_name(way: str) -> str:
    """Returns how something is shown."""
    names = {
        "photo": _("A photo"),
        "words": _("Words"),
        "link": _("A link"),
        "audio": _("My voice"),
        "file": _("A file"),
        "talk": _("Tell somebody"),
        "quiz": _("A quiz"),
    }
    return names.get(way, way)


def modality_sign(modality: str) -> tuple[ft.IconData, Tone]:
    """Returns the sign of a way of learning."""
    return MODALITY_SIGNS.get(modality, (ft.Icons.EXTENSION_OUTLINED, QUIET))


def facts_line(activity: Activity, acts: Iterable[str] = ()) -> str:
    """Returns how long, where and with whom, in one quiet line; the time is this learner's own."""
    minutes = activity_facts(activity, tuple(acts)).minutes
    said = [
        minutes_words(minutes) if minutes else "",
        *(setting_name(one) for one in activity.settings[:2]),
        *(grouping_name(one) for one in activity.groupings[:1]),
    ]
    return joined(filter(None, said))


def pills(activity: Activity, acts: Iterable[str] = ()) -> ft.Control:
    """How, how long, where and with whom."""
    icon, tone = modality_sign(activity.modality)
    facts = activity_facts(activity, tuple(acts))
    found: list[ft.Control] = []
    if activity.modality:
        found.append(pill(modality_name(activity.modality), tone, icon))
    if facts.minutes:
        found.append(pill(minutes_words(facts.minutes), QUIET, ft.Icons.SCHEDULE))
    found += [pill(setting_name(one), LEAF, SETTING_SIGNS.get(one)) for one in activity.settings]
    found += [pill(grouping_name(one), SKY, GROUPING_SIGNS.get(one)) for one in activity.groupings]
    return flow(found, spacing=6)


def title_of(activity: Activity, interest: str = "") -> str:
    """Returns what an activity is called: a template with `interest` in its gap, or with words for one."""
    return filled(activity, interest, _("something I like")).title


def first_interest(reader: Reader) -> str:
    """Returns what the learner of a book likes, the first that still holds; "" where nobody said."""
    return next((one.text for one in reader.entries("interest") if not one.past), "")


def way_row(
    activity: Activity,
    on_tap: Tap,
    *,
    acts: Iterable[str] = (),
    identifier: str = "",
    end: ft.Control | None = None,
    interest: str = "",
) -> ft.Control:
    """One way in a list; `interest` fills the gap of a template."""
    icon, tone = modality_sign(activity.modality)
    name = identifier or f"way-{activity.id}"
    return row_card(
        disc(icon, tone), title_of(activity, interest), facts_line(activity, acts), on_tap, name, end=end
    )


def way_tile(activity: Activity, on_tap: Tap, *, chosen: bool, acts: Iterable[str] = ()) -> ft.Control:
    """One way on a choice board: its sign large, its words beneath."""
    icon, tone = modality_sign(activity.modality)
    sign = ft.Icons.CHECK if chosen else icon
    face = ft.Column(
        [
            disc(sign, tone, 64, fill=chosen),
            strong(activity.title),
            detail(facts_line(activity, acts)),
        ],
        spacing=Space.S,
        horizontal_alignment=ft.CrossAxisAlignment.START,
    )
    return tap_card(face, on_tap, f"tile-{activity.id}", chosen=chosen, pad=Space.L)
