"""Packets: several bundles in one file, as when a learner's book goes out with the libraries it needs.

Ownway's own layout says how long each bundle is, so each is cut out as it was written and keeps its
file hash; in any other layout the file is read as JSON once, and each bundle is written again canonically.
What is in a bundle is the gate's to judge, here only how they are put together.
"""

import re
from collections.abc import Sequence
from typing import Any

from app.sync.bundle import Checked, Refusal
from app.sync.gate import check, faults
from app.sync.op import canonical
from app.sync.raw import Fault, parsed, text_of
from app.sync.shapes import number

PACKET_FORMAT = "ownway-packet"
PACKET_VERSION = 1
MOST_PARTS = 100
_NAMED = b'"ownway-packet"'
_HEAD = re.compile(rb'\{"format":"ownway-packet","version":1,"sizes":\[([0-9,]{1,1200})\],"bundles":\[\n')
_BETWEEN, _END = b",\n", b"\n]}\n"


def write_packet(bundles: Sequence[bytes]) -> bytes:
    """Returns the file that carries `bundles`, in this order. Raises ValueError for none or too many."""
    if not 1 <= len(bundles) <= MOST_PARTS:
        raise ValueError(f"a packet of {len(bundles)} bundles")
    sizes = ",".join(str(len(bundle)) for bundle in bundles)
    head = f'{{"format":"{PACKET_FORMAT}","version":{PACKET_VERSION},"sizes":[{sizes}],"bundles":[\n'
    return head.encode() + _BETWEEN.join(bundles) + _END


def unpacked(data: bytes) -> Sequence[bytes] | Refusal:
    """Returns each bundle's bytes; a file that is no packet is its own only part. Never raises for input."""
    if _NAMED not in data:
        return (data,)
    try:
        text = text_of(data)
        parts = _cut(text) or _read(text)
    except Fault as fault:
        return fault.refusal
    if parts is None:
        return (data,)
    return Refusal("nested") if any(map(_is_packet, parts)) else parts


def check_all(data: bytes) -> Sequence[Checked] | Refusal:
    """Returns every bundle in a file, or the first reason why it cannot be taken in whole."""
    parts = unpacked(data)
    if isinstance(parts, Refusal):
        return parts
    found: list[Checked] = []
    for part in parts:
        checked = check(part)
        if isinstance(checked, Refusal):
            return checked
        found.append(checked)
    return Refusal("twice") if len({one.space for one in found}) < len(found) else found


def all_faults(data: bytes) -> tuple[Refusal, ...]:
    """Returns every fault of a file that can be told apart, bundle by bundle; empty for a good one."""
    parts = unpacked(data)
    if isinstance(parts, Refusal):
        return (parts,)
    found = tuple(fault for part in parts for fault in faults(part))
    whole = () if found else check_all(data)
    return (whole,) if isinstance(whole, Refusal) else found


def _cut(text: bytes) -> list[bytes] | None:
    """Returns the bundles of Ownway's own layout; None where the sizes do not fit, or in another layout."""
    head = _HEAD.match(text)
    if head is None:
        return None
    sizes = [int(size) for size in head[1].split(b",") if size]
    if len(sizes) > MOST_PARTS:
        raise Fault("too_many_parts", count=len(sizes), most=MOST_PARTS)
    place, parts = head.end(), []
    for left, size in zip(reversed(range(len(sizes))), sizes, strict=True):
        part, place = text[place : place + size], place + size
        after = _BETWEEN if left else _END
        if not part.startswith(b"{") or text[place : place + len(after)] != after:
            return None
        parts.append(part)
        place += len(after)
    return None if text[place:].strip() else parts


def _read(text: bytes) -> list[bytes] | None:
    """Returns the bundles of a packet in any layout, written canonically; None where it is no packet."""
    value = parsed(text)
    if not isinstance(value, dict) or value.get("format") != PACKET_FORMAT:
        return None
    version: Any = value.get("version")
    if number(version) and version > PACKET_VERSION:
        raise Fault("newer", needs=version, have=PACKET_VERSION)
    bundles: Any = value.get("bundles")
    sizes: Any = value.get("sizes")
    for key, good in (("version", number(version)), ("sizes", _sizes(sizes)), ("bundles", _bundles(bundles))):
        if not good:
            raise Fault("header", where=key)
    if len(bundles) > MOST_PARTS:
        raise Fault("too_many_parts", count=len(bundles), most=MOST_PARTS)
    if len(sizes) != len(bundles):
        raise Fault("altered")
    try:
        return [canonical(bundle) for bundle in bundles]
    except ValueError as error:  # a number that no JSON writer gives out again
        raise Fault("altered") from error


def _sizes(value: Any) -> bool:
    return isinstance(value, list) and all(map(number, value))


def _bundles(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(part, dict) for part in value)


def _is_packet(part: bytes) -> bool:
    """Tells whether a bundle's bytes are a packet again."""
    if _NAMED not in part:
        return False
    try:
        value = parsed(part)
    except Fault:
        return False
    return isinstance(value, dict) and value.get("format") == PACKET_FORMAT
