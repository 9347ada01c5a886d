"""Who speaks: names and pictures of the voices in a book."""

from app.domain.models import Record
from app.services.reading import Reader
from app.views.parts.voices import Voice, role_name


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
