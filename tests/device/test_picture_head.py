"""The size a picture says it has, without decoding it."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from app.device.photos import EMPTY, TOO_LARGE, refused
from app.device.picture_head import size_said


def saved(kind: str, size: tuple[int, int] = (321, 45), mode: str = "RGB", **options: object) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, 7).save(out, kind, **options)
    return out.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        saved("JPEG"),
        saved("JPEG", progressive=True),
        saved("JPEG", mode="L"),
        saved("PNG"),
        saved("GIF", mode="P"),
        saved("WEBP", lossless=True),
        saved("WEBP"),
        saved("WEBP", mode="RGBA", exif=b"Exif\0\0xx"),
    ],
    ids=["jpeg", "progressive", "grey", "png", "gif", "webp-lossless", "webp", "webp-extended"],
)
def test_the_size_stands_in_the_head(data: bytes) -> None:
    assert size_said(data) == (321, 45)


def test_a_thumbnail_within_a_segment_is_not_taken_for_the_photo() -> None:
    data, inner = saved("JPEG"), saved("JPEG", (16, 16))
    segment = b"\xff\xff\xe1" + (len(inner) + 8).to_bytes(2, "big") + b"Exif\0\0" + inner
    assert size_said(data[:2] + segment + data[2:]) == (321, 45)


def test_what_says_no_size_says_none() -> None:
    for data in (b"", b"words", b"RIFFxxxxWAVE", b"\xff\xd8", b"\xff\xd8\xff\xd9", saved("BMP")):
        assert size_said(data) is None


@given(st.sampled_from([saved("JPEG"), saved("PNG"), saved("GIF"), saved("WEBP")]), st.data())
def test_a_head_that_is_cut_or_spoilt_never_raises(data: bytes, draw: st.DataObject) -> None:
    cut = draw.draw(st.integers(0, len(data)))
    place = draw.draw(st.integers(0, len(data) - 1))
    spoilt = bytearray(data)
    spoilt[place] = draw.draw(st.integers(0, 255))
    for odd in (data[:cut], bytes(spoilt)):
        found = size_said(odd)
        assert found is None or min(found) > 0


def test_too_many_pixels_and_nothing_at_all_are_refused_by_the_head() -> None:
    head = bytearray(saved("PNG"))
    head[16:24] = (20_000).to_bytes(4, "big") * 2
    assert refused(bytes(head)) == TOO_LARGE
    assert refused(b"") == EMPTY
    assert refused(saved("PNG")) == refused(b"words") == ""
