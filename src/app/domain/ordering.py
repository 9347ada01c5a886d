"""In which order records were made."""

from app.domain.models import Record


def as_made(record: Record) -> tuple[int, int, str]:
    """Orders records by the clock, then by the number of the op that made each: of one person's two within a
    millisecond the later has the higher number, which the letters of its id do not tell (10 is after 9)."""
    number = record.id.rpartition("-")[2]
    return record.at, int(number) if number.isdecimal() else 0, record.id
