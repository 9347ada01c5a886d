"""Which format a file is in, told by what is in it and not by its name."""

from app.formats.case_csv import read_csv
from app.formats.case_read import read_case
from app.formats.framework_file import Reading

_LOOKED_AT = 64


def read_framework(data: bytes, name: str = "") -> Reading:
    """Reads a framework from a file's bytes, whether it is JSON or a table."""
    head = data[:_LOOKED_AT].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return read_case(data, name) if head[:1] in (b"{", b"[") or not head else read_csv(data, name)
