"""The bounds and shapes of what a bundle's header may hold."""

from collections.abc import Callable, Mapping
from typing import Any, TypeGuard

MOST_DEPTH = 16
MOST_NUMBER = 2**53
LONGEST_ID = 80
Object = dict[str, Any]
Shape = Callable[[Any], bool]

_WORDS = frozenset({str, bool, type(None)})


def number(value: Any) -> TypeGuard[int]:
    """Tells whether `value` is a whole number from 0 to 2^53, which all JSON readers agree on."""
    return type(value) is int and 0 <= value <= MOST_NUMBER


def short(value: Any) -> TypeGuard[str]:
    """Tells whether `value` is a text of at most 500 characters."""
    return isinstance(value, str) and len(value) <= 500


def hashed(value: Any) -> TypeGuard[str]:
    """Tells whether `value` could be a SHA-256 in hex."""
    return isinstance(value, str) and len(value) == 64


def tame(value: Any, depth: int) -> bool:
    """Tells whether numbers and nesting in a parsed JSON value are within bounds."""
    kind = type(value)
    if kind is dict or kind is list:
        inner = value.values() if kind is dict else value
        if _WORDS.issuperset(map(type, inner)):
            return depth > 0
        return depth > 0 and all(tame(part, depth - 1) for part in inner)
    if kind is int or kind is float:
        return bool(-MOST_NUMBER <= value <= MOST_NUMBER)
    return True


def _named(*keys: str) -> Shape:
    return lambda value: isinstance(value, dict) and all(short(value.get(key)) for key in keys)


def _space(value: Any) -> bool:
    if not _named("id", "name", "kind")(value):
        return False
    name = value["id"]
    return 10 <= len(name) <= 40 and name.isascii() and name.isalnum() and name == name.lower()


def _vector(value: Any) -> bool:
    return isinstance(value, dict) and all(
        len(replica) <= LONGEST_ID
        and isinstance(head, list)
        and len(head) == 2
        and number(head[0])
        and hashed(head[1])
        for replica, head in value.items()
    )


def _start(value: Any) -> bool:
    return isinstance(value, dict) and all(map(number, value.values()))


def _counts(value: Any) -> bool:
    return isinstance(value, dict) and number(value.get("ops")) and number(value.get("blobs"))


def _pair(value: Any) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(map(number, value))


def _list(value: Any) -> bool:
    return isinstance(value, list)


SHAPES: Mapping[str, Shape] = {
    "version": number,
    "min_reader": number,
    "space": _space,
    "sender": _named("replica", "role", "name"),
    "made": number,
    "from": _start,
    "to": _vector,
    "counts": _counts,
    "part": _pair,
    "ops": _list,
    "blobs": _list,
    "sha256": hashed,
}
