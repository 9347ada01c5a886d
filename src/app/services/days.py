"""The device's own days: which day a wall clock fell on, where this device is."""

from datetime import UTC, date, datetime

from app.domain.days import utc_day


def local_day(ms: int) -> date:
    """Returns the local day of a wall clock in milliseconds; UTC's where the device cannot tell."""
    try:
        return datetime.fromtimestamp(ms / 1000, UTC).astimezone().date()
    except (OverflowError, OSError, ValueError):
        return utc_day(ms)
