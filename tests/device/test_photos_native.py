"""Photos natively: large ones do not fill the memory, odd ones are refused by a word."""

import asyncio
import io
import sys
import tracemalloc

import pytest
from PIL import Image

from app.device import photos
from app.device.photos_native import NativePhotos
from app.services.ports import Picture
from tests.views.worlds import photo


async def shrunk(data: bytes) -> Picture:
    made = await NativePhotos().shrink(data)
    assert isinstance(made, Picture), made
    return made


def saved(picture: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
async def test_fifty_megapixels_become_a_small_photo(kind: str) -> None:
    data = saved(Image.new("RGB", (8660, 5774), (200, 120, 40)), kind)
    made = await shrunk(data)
    assert (made.mime, made.width, made.height) == ("image/jpeg", 1280, 853)
    with Image.open(io.BytesIO(made.data)) as small:
        assert small.size == (1280, 853)
        red, green, blue = small.convert("RGB").getpixel((600, 400))  # type: ignore[misc]
        assert abs(red - 200) + abs(green - 120) + abs(blue - 40) < 12


async def test_a_jpeg_of_fifty_megapixels_is_never_decoded_whole() -> None:
    data = saved(Image.new("RGB", (8660, 5774), (200, 120, 40)), "JPEG")
    code = (
        "import asyncio, resource, sys\n"
        "from app.device.photos_native import NativePhotos\n"
        "data = sys.stdin.buffer.read()\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "asyncio.run(NativePhotos().shrink(data))\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)\n"
    )
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-c", code, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
    )
    said, _nothing = await child.communicate(data)
    assert int(said) < 100 * 1024, "kilobytes; whole it would be 150 MB, and 200 MB more with transparency"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", photos.EMPTY),
        (b"These are only words.", photos.NOT_A_PHOTO),
        (b"\x89PNG\r\n\x1a\n", photos.NOT_A_PHOTO),
        (photo()[:400], photos.NOT_A_PHOTO),
        (photo()[: len(photo()) // 2], photos.NOT_A_PHOTO),
    ],
    ids=["empty", "text", "png-head", "jpeg-head", "half-a-jpeg"],
)
async def test_what_is_no_photo_is_refused(data: bytes, code: str) -> None:
    assert await NativePhotos().shrink(data) == code


async def test_too_many_pixels_are_refused_before_they_are_decoded() -> None:
    # One colour deflates to nothing: a small file that would be half a gigabyte.
    data = saved(Image.new("1", (16_000, 8_000)), "PNG")
    assert len(data) < 100_000
    tracemalloc.start()
    assert await NativePhotos().shrink(data) == photos.TOO_LARGE
    assert tracemalloc.get_traced_memory()[1] < 1_000_000
    tracemalloc.stop()


async def test_a_bomb_that_pillow_knows_is_too_large_and_not_no_photo() -> None:
    tiff = saved(Image.new("1", (20_000, 20_000)), "TIFF", compression="group4")  # a head of its own
    assert await NativePhotos().shrink(tiff) == photos.TOO_LARGE


async def test_a_gif_and_what_is_seen_through_are_drawn_on_white() -> None:
    gif = Image.new("P", (40, 20), 0)
    gif.putpalette([10, 20, 30] + [0] * 765)
    made = await shrunk(saved(gif, "GIF", transparency=0))
    with Image.open(io.BytesIO(made.data)) as small:
        assert small.size == (40, 20)
        assert min(small.convert("RGB").getpixel((20, 10))) > 240  # type: ignore[type-var, arg-type]


async def test_a_turned_photo_stands_upright_and_says_nothing_of_the_place() -> None:
    picture = Image.new("RGB", (3000, 2000), "red")
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010E] = "our house"
    made = await shrunk(saved(picture, "JPEG", exif=exif.tobytes()))
    assert (made.width, made.height) == (853, 1280)
    assert b"our house" not in made.data


async def test_a_small_photo_is_not_made_larger() -> None:
    made = await shrunk(saved(Image.new("CMYK", (60, 40)), "JPEG"))
    assert (made.width, made.height) == (60, 40)
