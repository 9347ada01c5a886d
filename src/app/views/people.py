"""Who speaks: names and pictures of the voices in a book."""

from app.domain.models import Record
from app.services.reading import Reader
from app.views.parts.voices import Voice, role_name
from app.words import _


def voice_of(reader: Reader, record: Record) -> Voice:
    """Returns who made a record."""
    return voice(reader, record.who, record.by)


def voice(reader: Reader, who: str, by: str) -> Voice:
    """Returns the voice of a replica; the learner's own name and picture where it is theirs."""
    person = reader.person(who)
    if by == "learner":
        learner = reader.learner()
        return Voice(learner.name or person.name, by, learner.avatar or person.avatar, who)
    return Voice(person.name or role_name(by), by, person.avatar, who)


def sign_name(name: str) -> str:
    """Returns what a sign is called, for readers."""
    names = {
        "paws": _("Paws"),
        "rocket": _("Rocket"),
        "music": _("Music"),
        "tree": _("Trees"),
        "sun": _("Sun"),
        "star": _("Star"),
        "bee": _("Bees"),
        "fish": _("Fish"),
        "ball": _("Ball"),
        "book": _("Book"),
        "leaf": _("Leaf"),
        "boat": _("Boat"),
        "moon": _("Moon"),
        "bird": _("Bird"),
        "flower": _("Flower"),
        "mountain": _("Mountain"),
    }
    return names.get(name, name)
