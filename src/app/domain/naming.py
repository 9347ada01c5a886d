"""Ids of what comes from outside: the same framework gets the same ids on every device."""

import re
from hashlib import sha256

_GLOBAL = re.compile(r"[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}|[a-z][a-z0-9+.-]*:.+", re.IGNORECASE)


def framework_id(source: str) -> str:
    """Returns the id of the framework that calls itself `source`."""
    return f"f-{_short(source)}"


def competency_id(source: str, framework: str) -> str:
    """Returns the id of the competency that its framework's file calls `source`.

    An identifier that is the only one of its kind (a UUID, an address) is enough; another ("12") counts
    within `framework`, by the framework's own identifier.
    """
    return f"c-{_short(source if _GLOBAL.fullmatch(source) else f'{framework} {source}')}"


def link_id(kind: str, origin: str, target: str) -> str:
    """Returns the id of a link: one link of a kind leads from one competency to another."""
    return f"l-{_short(f'{kind} {origin} {target}')}"


def _short(text: str) -> str:
    return sha256(text.strip().lower().encode("utf-8", "replace")).hexdigest()[:24]
