"""Photos in a native app."""

import io

from PIL import Image, ImageOps, UnidentifiedImageError

from app.device.photos import LONGEST_SIDE, MIME, MOST_PIXELS, NOT_A_PHOTO, QUALITY, TOO_LARGE, refused
from app.services.ports import Picture

_SMOOTH = ("L", "LA", "RGB", "RGBA", "CMYK", "YCbCr")
"""Modes that can be made smaller as they are; a palette's numbers cannot."""


class NativePhotos:
    """Photos through Pillow."""

    async def shrink(self, data: bytes) -> Picture | str:
        """Returns the photo as a small JPEG, or a code of `app.device.photos`."""
        trouble = refused(data)
        if trouble:
            return trouble
        try:
            with Image.open(io.BytesIO(data)) as opened:
                if opened.width * opened.height > MOST_PIXELS:
                    return TOO_LARGE
                small = _small(opened)
        except Image.DecompressionBombError:
            return TOO_LARGE
        except (UnidentifiedImageError, OSError, ValueError, SyntaxError):  # SyntaxError: Pillow's broken PNG
            return NOT_A_PHOTO
        out = io.BytesIO()
        small.save(out, "JPEG", quality=QUALITY, optimize=True)
        return Picture(out.getvalue(), MIME, small.width, small.height)


def _small(opened: Image.Image) -> Image.Image:
    """Returns a picture upright, small and on white paper.

    It is made small before anything else, so that no second copy of all its pixels is ever held; `thumbnail`
    does not even decode a JPEG at its full size.
    """
    picture = opened if opened.mode in _SMOOTH else opened.convert("RGBA")
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS, reducing_gap=2.0)
    upright = ImageOps.exif_transpose(picture).convert("RGBA")
    paper = Image.new("RGB", upright.size, "white")
    paper.paste(upright, mask=upright.getchannel("A"))
    return paper
