"""What the pictures are called that a survey's answers may have."""

from app.words import _


def picture_name(name: str) -> str:
    """Returns what a picture shows, in a word or two; a name that is not known stays as it is."""
    return {**_things(), **_living(), **_signs()}.get(name, name)


def _things() -> dict[str, str]:
    return {
        "album": _("Photo album"),
        "ball": _("Ball"),
        "bike": _("Bicycle"),
        "blocks": _("Toys"),
        "book": _("Book"),
        "bulb": _("Light bulb"),
        "castle": _("Castle"),
        "clock": _("Clock"),
        "flag": _("Flag"),
        "gears": _("Gear wheel"),
        "globe": _("Globe"),
        "home": _("House"),
        "music": _("Music"),
        "paint": _("Paint"),
        "pen": _("Pencil"),
        "pot": _("Cooking pot"),
        "puzzle": _("Puzzle"),
        "rocket": _("Rocket"),
        "table": _("Table"),
    }


def _living() -> dict[str, str]:
    return {
        "ear": _("Ear"),
        "eye": _("Eye"),
        "face": _("Smiling face"),
        "family": _("Family"),
        "fish": _("Fish"),
        "flower": _("Flower"),
        "group": _("Group of people"),
        "hand": _("Hand"),
        "handshake": _("Handshake"),
        "health": _("Body"),
        "mountain": _("Mountain"),
        "pair": _("Two people"),
        "paws": _("Paw of an animal"),
        "person": _("One person"),
        "run": _("Somebody who runs"),
        "tree": _("Trees"),
        "turtle": _("Slowly"),
        "water": _("Somebody who swims"),
    }


def _signs() -> dict[str, str]:
    return {
        "bright": _("Bright light"),
        "check": _("Tick"),
        "heart": _("Heart"),
        "help": _("Question mark"),
        "letters": _("Letters"),
        "moon": _("Moon"),
        "numbers": _("Numbers"),
        "pause": _("Break"),
        "quiet": _("No sound"),
        "search": _("Magnifying glass"),
        "star": _("Star"),
        "sun": _("Sun"),
        "swap": _("Changing places"),
        "talk": _("Talking"),
        "tune": _("Sliders"),
        "up": _("Going up"),
        "weather": _("Cloud"),
    }
