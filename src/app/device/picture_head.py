"""How large a picture says it is, read from its first bytes: before anything of it is decoded.

A photo of a hundred megapixels is a small file and half a gigabyte once decoded, which ends a phone's tab.
Formats that are not known here (HEIC, AVIF) say None, and whoever decodes them looks afterwards.
"""

import struct
from collections.abc import Callable, Iterator

Size = tuple[int, int]
_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8"
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})  # markers without a length behind them
_SCAN, _END = 0xDA, 0xD9


def size_said(data: bytes) -> Size | None:
    """Returns the width and height that a picture's head says, or None where it says none that is known."""
    readers: tuple[tuple[bytes, Callable[[bytes], Size | None]], ...] = (
        (_PNG, _png),
        (_JPEG, _jpeg),
        (b"GIF87a", _gif),
        (b"GIF89a", _gif),
        (b"RIFF", _webp),
    )
    read = next((reader for sign, reader in readers if data.startswith(sign)), None)
    if read is None:
        return None
    try:
        found = read(data)
    except struct.error:  # cut off within the head
        return None
    return found if found and min(found) > 0 else None


def _png(data: bytes) -> Size | None:
    if data[12:16] != b"IHDR":
        return None
    width, height = struct.unpack_from(">II", data, 16)
    return width, height


def _gif(data: bytes) -> Size:
    width, height = struct.unpack_from("<HH", data, 6)
    return width, height


def _webp(data: bytes) -> Size | None:
    if data[8:12] != b"WEBP":
        return None
    kind = data[12:16]
    if kind == b"VP8X":
        low, high = struct.unpack_from("<HB", data, 24), struct.unpack_from("<HB", data, 27)
        return 1 + low[0] + (low[1] << 16), 1 + high[0] + (high[1] << 16)
    if kind == b"VP8L":
        (bits,) = struct.unpack_from("<I", data, 21)
        return 1 + (bits & 0x3FFF), 1 + ((bits >> 14) & 0x3FFF)
    if kind == b"VP8 ":
        width, height = struct.unpack_from("<HH", data, 26)
        return width & 0x3FFF, height & 0x3FFF
    return None


def _jpeg(data: bytes) -> Size | None:
    """Goes from segment to segment up to the frame, past a thumbnail that lies within one of them."""
    for marker, start in _segments(data):
        if marker in _FRAMES:
            height, width = struct.unpack_from(">HH", data, start + 3)
            return width, height
    return None


def _segments(data: bytes) -> Iterator[tuple[int, int]]:
    """Yields each segment's marker and where its length stands, up to the first scan."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:  # filling before a marker
            at += 1
        elif marker in _ALONE:
            at += 2
        elif marker in (_SCAN, _END):
            return
        else:
            (length,) = struct.unpack_from(">H", data, at + 2)
            yield marker, at + 2
            at += 2 + max(length, 2)
