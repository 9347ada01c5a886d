"""The pictures that surveys and quizzes may name, and the faces of a scale."""

from collections.abc import Mapping

import flet as ft

from app.views.theme import AMBER, LEAF, MAIN, PLUM, SKY, Tone

FORM_ICONS: Mapping[str, ft.IconData] = {
    "album": ft.Icons.PHOTO_ALBUM_OUTLINED,
    "ball": ft.Icons.SPORTS_SOCCER,
    "bike": ft.Icons.DIRECTIONS_BIKE_OUTLINED,
    "blocks": ft.Icons.TOYS_OUTLINED,
    "book": ft.Icons.MENU_BOOK_OUTLINED,
    "bright": ft.Icons.LIGHT_MODE_OUTLINED,
    "bulb": ft.Icons.LIGHTBULB_OUTLINE,
    "castle": ft.Icons.CASTLE_OUTLINED,
    "check": ft.Icons.CHECK,
    "clock": ft.Icons.SCHEDULE,
    "ear": ft.Icons.HEARING,
    "eye": ft.Icons.VISIBILITY_OUTLINED,
    "face": ft.Icons.SENTIMENT_SATISFIED_OUTLINED,
    "family": ft.Icons.FAMILY_RESTROOM,
    "fish": ft.Icons.SET_MEAL_OUTLINED,
    "flag": ft.Icons.FLAG_OUTLINED,
    "flower": ft.Icons.LOCAL_FLORIST_OUTLINED,
    "gears": ft.Icons.SETTINGS_OUTLINED,
    "globe": ft.Icons.PUBLIC,
    "group": ft.Icons.GROUPS_OUTLINED,
    "hand": ft.Icons.BACK_HAND_OUTLINED,
    "handshake": ft.Icons.HANDSHAKE_OUTLINED,
    "health": ft.Icons.ACCESSIBILITY_NEW,
    "heart": ft.Icons.FAVORITE_BORDER,
    "help": ft.Icons.HELP_OUTLINE,
    "home": ft.Icons.HOME_OUTLINED,
    "letters": ft.Icons.TEXT_FIELDS,
    "moon": ft.Icons.NIGHTLIGHT_OUTLINED,
    "mountain": ft.Icons.LANDSCAPE_OUTLINED,
    "music": ft.Icons.MUSIC_NOTE_OUTLINED,
    "numbers": ft.Icons.PIN_OUTLINED,
    "paint": ft.Icons.PALETTE_OUTLINED,
    "pair": ft.Icons.PEOPLE_OUTLINE,
    "pause": ft.Icons.PAUSE_CIRCLE_OUTLINE,
    "paws": ft.Icons.PETS,
    "pen": ft.Icons.EDIT_OUTLINED,
    "person": ft.Icons.PERSON_OUTLINE,
    "pot": ft.Icons.SOUP_KITCHEN_OUTLINED,
    "puzzle": ft.Icons.EXTENSION_OUTLINED,
    "quiet": ft.Icons.VOLUME_OFF_OUTLINED,
    "rocket": ft.Icons.ROCKET_LAUNCH_OUTLINED,
    "run": ft.Icons.DIRECTIONS_RUN,
    "search": ft.Icons.SEARCH,
    "star": ft.Icons.STAR_BORDER,
    "sun": ft.Icons.WB_SUNNY_OUTLINED,
    "swap": ft.Icons.SWAP_HORIZ,
    "table": ft.Icons.TABLE_RESTAURANT_OUTLINED,
    "talk": ft.Icons.CHAT_BUBBLE_OUTLINE,
    "tree": ft.Icons.FOREST_OUTLINED,
    "tune": ft.Icons.TUNE,
    "turtle": ft.Icons.SLOW_MOTION_VIDEO,
    "up": ft.Icons.TRENDING_UP,
    "water": ft.Icons.POOL_OUTLINED,
    "weather": ft.Icons.CLOUD_OUTLINED,
}
FACES: tuple[ft.IconData, ...] = (
    ft.Icons.SENTIMENT_VERY_DISSATISFIED,
    ft.Icons.SENTIMENT_DISSATISFIED,
    ft.Icons.SENTIMENT_NEUTRAL,
    ft.Icons.SENTIMENT_SATISFIED,
    ft.Icons.SENTIMENT_VERY_SATISFIED,
)
_TONES: tuple[Tone, ...] = (SKY, AMBER, PLUM, LEAF, MAIN)
_FACES_OF: Mapping[int, tuple[int, ...]] = {2: (1, 3), 3: (1, 2, 3), 4: (0, 1, 3, 4), 5: (0, 1, 2, 3, 4)}


def icon_named(name: str, spare: ft.IconData = ft.Icons.CIRCLE_OUTLINED) -> ft.IconData:
    """Returns the picture that a form names, or a plain one for a name that is not known here."""
    return FORM_ICONS.get(name, spare)


def tone_of(place: int) -> Tone:
    """Returns a colour for the thing at a place in a list; neighbours have different ones."""
    return _TONES[place % len(_TONES)]


def face_at(step: int, steps: int) -> ft.IconData:
    """Returns the face of a step, the saddest first."""
    return FACES[_FACES_OF.get(steps, _FACES_OF[5])[step]]
