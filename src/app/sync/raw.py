"""Bytes of a file as JSON, within bounds: what every kind of file must be before it is read as one.

Depth is bounded by `pydantic_core.from_json`, which refuses about 200 levels; the standard library's
parser would exhaust the stack of a browser's Python first and stop it for good.
"""

from typing import Any

from pydantic_core import from_json

from app.sync.bundle import Refusal

MOST_BYTES = 64 * 1024 * 1024


class Fault(Exception):
    """What is wrong with a file, as the refusal that says so."""

    def __init__(self, code: str, **facts: str | int) -> None:
        super().__init__(code)
        self.refusal = Refusal(code, facts)


def text_of(data: bytes) -> bytes:
    """Returns the JSON in a file's bytes without a byte order mark. Raises Fault where it can be none."""
    if not data.strip():
        raise Fault("empty")
    if len(data) > MOST_BYTES:
        raise Fault("too_big", megabytes=len(data) // 2**20, most=MOST_BYTES // 2**20)
    text = data.removeprefix(b"\xef\xbb\xbf")
    if text.lstrip()[:1] not in b'{["0123456789-tfn':
        raise Fault("not_text")
    return text


def parsed(text: bytes) -> Any:
    """Returns the JSON value. Raises Fault."""
    try:
        return from_json(text, allow_inf_nan=False)
    except ValueError as error:
        raise _json_fault(str(error)) from error


def _json_fault(message: str) -> Fault:
    if "recursion limit" in message:
        return Fault("too_deep")
    if message.startswith("EOF"):
        return Fault("cut_off")
    if "invalid unicode" in message:
        return Fault("not_text")
    line, _, column = message.rpartition(" at line ")[2].partition(" column ")
    return Fault("not_json", line=line, column=column)
