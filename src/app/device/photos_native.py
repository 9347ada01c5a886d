"""Photos in a native app."""

import io

from PIL import Image, ImageOps, UnidentifiedImageError

from app.device.photos import EMPTY, MIME, MOST_PIXELS, NOT_A_PHOTO, QUALITY, TOO_LARGE, fitted
from app.services.ports import Picture


class NativePhotos:
    """Photos through Pillow."""

    async def shrink(self, data: bytes) -> Picture | str:
        """Returns the photo as a small JPEG, or a code of `app.device.photos`."""
        if not data:
            return EMPTY
        try:
            with Image.open(io.BytesIO(data)) as opened:
                if opened.width * opened.height > MOST_PIXELS:
                    return TOO_LARGE
                upright = ImageOps.exif_transpose(opened).convert("RGBA")
        except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
            return NOT_A_PHOTO
        paper = Image.new("RGB", upright.size, "white")
        paper.paste(upright, mask=upright.getchannel("A"))
        small = paper.resize(fitted(*paper.size), Image.Resampling.LANCZOS)
        out = io.BytesIO()
        small.save(out, "JPEG", quality=QUALITY, optimize=True)
        return Picture(out.getvalue(), MIME, small.width, small.height)
