"""Bytes of a JSON file as a value, within bounds."""

from typing import Any

from pydantic_core import from_json

from app.formats.framework_file import MOST_BYTES, Refused, too_big


def text_in(data: bytes) -> bytes | Refused:
    """Returns a file's text as UTF-8 without a byte order mark, or why it is none."""
    if not data.strip(b" \t\r\n\x00"):
        return Refused("empty")
    if len(data) > MOST_BYTES:
        return too_big(len(data))
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode("utf-16").encode("utf-8", "replace")
        except UnicodeDecodeError:
            return Refused("not_text")
    return data.removeprefix(b"\xef\xbb\xbf")


def value_in(text: bytes) -> Any | Refused:
    """Returns the JSON value; `pydantic_core` bounds its depth, which `json` does not."""
    try:
        return from_json(text)
    except ValueError as error:
        return _refusal(str(error))


def _refusal(message: str) -> Refused:
    if "recursion limit" in message:
        return Refused("too_deep")
    if message.startswith("EOF"):
        return Refused("cut_off")
    if "invalid unicode" in message:
        return Refused("not_text")
    line, _, column = message.rpartition(" at line ")[2].partition(" column ")
    return Refused("not_json", {"line": line[:12], "column": column[:12]})
