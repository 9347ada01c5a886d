"""The gate: everything a file must be before any stored state is looked at.

In order: size, JSON (which also bounds the depth), header, each op, each replica's chain of hashes, the
header's own hash, the blobs. The first fault ends `check`; `faults` goes on and lists them all.
"""

import hashlib
from base64 import b64decode
from binascii import Error as Base64Error
from collections.abc import Iterator, Sequence
from typing import Any

from pydantic_core import from_json

from app.sync.bundle import (
    BUNDLE_VERSION,
    FORMAT,
    KINDS,
    BlobPart,
    Checked,
    Refusal,
    Sender,
    header_hash,
    vector_of,
)
from app.sync.chains import Chains
from app.sync.quiet import quiet
from app.sync.raw import Fault, parsed, text_of
from app.sync.shapes import MOST_DEPTH, SHAPES, Object, hashed, number, short, tame

MOST_OPS = 500_000
_OPS_OPEN = b'"ops":[\n'
_OPS_CLOSE = b"\n]}"


def file_hash(data: bytes) -> str:
    """Returns the SHA-256 by which a file is known again."""
    return hashlib.sha256(data).hexdigest()


def check(data: bytes) -> Checked | Refusal:
    """Returns the bundle in `data`, or the first reason why it is not one. Never raises for input."""
    with quiet():
        for found in _walk(data):
            return found
    raise AssertionError("the walk ends with a bundle or a refusal")


def faults(data: bytes) -> tuple[Refusal, ...]:
    """Returns every fault of a file that can be told apart; empty for a good one."""
    return tuple(found for found in _walk(data) if isinstance(found, Refusal))


def _walk(data: bytes) -> Iterator[Checked | Refusal]:
    """Yields each fault, and the bundle if there was none."""
    try:
        text = text_of(data)
        value, lines = _by_lines(text) or (parsed(text), None)
        header = _header(value)
    except Fault as fault:
        yield fault.refusal
        return
    ops = header["ops"]
    found = list(_header_faults(header))
    chains = Chains(header["space"]["id"], header["from"])
    found += chains.walk(ops, lines)
    blobs, blob_faults = _read_blobs(header["blobs"])
    found += blob_faults
    if not found and (chains.to != vector_of(header["to"]) or header["sha256"] != header_hash(header)):
        found.append(Refusal("altered"))
    if found:
        yield from found
    else:
        yield _checked(header, chains, blobs, data)


def _by_lines(text: bytes) -> tuple[Any, list[bytes]] | None:
    """Returns the file with its ops read line by line, as Ownway lays them out; None for another layout.

    Each op is parsed from its own line, so the line is known to be that op's bytes and need not be
    written again to be hashed.
    """
    head, opened, rest = text.partition(_OPS_OPEN)
    body, closed, tail = rest.rpartition(_OPS_CLOSE)
    if not opened or not closed or tail.strip():
        return None
    try:
        value = from_json(head + b'"ops":[]}', allow_inf_nan=False)
        lines = body.split(b",\n") if body else []
        ops = [from_json(line, allow_inf_nan=False) for line in lines]
    except ValueError:
        return None
    if not isinstance(value, dict):
        return None
    value["ops"] = ops
    return value, lines


def _header(value: Any) -> Object:
    """Returns the file's object once the keys that everything else needs have the right shapes."""
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise Fault("foreign")
    needs = value.get("min_reader")
    if number(needs) and needs > BUNDLE_VERSION:
        raise Fault("newer", needs=needs, have=BUNDLE_VERSION)
    if value.get("encryption") is not None:
        raise Fault("locked")
    for key, good in SHAPES.items():
        if not good(value.get(key)):
            raise Fault("header", where=key)
    if value["space"]["kind"] not in KINDS:
        raise Fault("unknown_kind")
    part, parts = value["part"]
    if (part, parts) != (1, 1):
        raise Fault("part", part=part, parts=parts)
    if value["counts"]["ops"] > MOST_OPS or len(value["ops"]) > MOST_OPS:
        raise Fault("too_many", count=max(value["counts"]["ops"], len(value["ops"])), most=MOST_OPS)
    if not tame({key: part for key, part in value.items() if key != "ops"}, MOST_DEPTH):
        raise Fault("header", where="a value out of bounds")
    return value


def _header_faults(header: Object) -> Iterator[Refusal]:
    said, found = header["counts"]["ops"], len(header["ops"])
    if said != found:
        yield Refusal("counts", {"said": said, "found": found})


def _read_blobs(entries: Sequence[Any]) -> tuple[list[BlobPart], list[Refusal]]:
    blobs: list[BlobPart] = []
    found: list[Refusal] = []
    for place, entry in enumerate(entries, 1):
        blob = _blob(entry)
        if blob is None:
            found.append(Refusal("blob", {"number": place}))
        else:
            blobs.append(blob)
    return blobs, found


def _blob(entry: Any) -> BlobPart | None:
    if not isinstance(entry, dict) or not (hashed(entry.get("sha256")) and short(entry.get("mime"))):
        return None
    name, mime, size, text = entry["sha256"], entry["mime"], entry.get("size"), entry.get("data")
    if not number(size):
        return None
    if text is None:
        return BlobPart(name, mime, size, None)
    try:
        data = b64decode(text, validate=True) if isinstance(text, str) else b""
    except (Base64Error, ValueError):
        return None
    fits = len(data) == size and hashlib.sha256(data).hexdigest() == name
    return BlobPart(name, mime, size, data) if fits else None


def _checked(header: Object, chains: Chains, blobs: Sequence[BlobPart], data: bytes) -> Checked:
    sender = header["sender"]
    return Checked(
        space=header["space"]["id"],
        name=header["space"]["name"],
        kind=header["space"]["kind"],
        sender=Sender(sender["replica"], sender["role"], sender["name"]),
        made=header["made"],
        start=header["from"],
        to=chains.to,
        ops=chains.ops,
        lines=chains.lines,
        hashes=chains.hashes,
        blobs=blobs,
        file=file_hash(data),
    )
