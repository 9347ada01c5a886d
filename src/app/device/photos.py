"""Photos made small, without what they would tell about place and time.

Re-encoding draws the pixels anew, so EXIF, thumbnails and anything hidden behind the picture are gone.
"""

from app.device.picture_head import size_said

LONGEST_SIDE = 1280
QUALITY = 82
MOST_PIXELS = 120_000_000
MIME = "image/jpeg"
NOT_A_PHOTO, TOO_LARGE, EMPTY = "not_a_photo", "too_large", "empty"


def fitted(width: int, height: int) -> tuple[int, int]:
    """Returns the size of a picture scaled down (never up) to LONGEST_SIDE."""
    scale = min(1.0, LONGEST_SIDE / max(width, height))
    return max(1, round(width * scale)), max(1, round(height * scale))


def refused(data: bytes) -> str:
    """Returns why a file is not even to be decoded: nothing in it, or too many pixels by its own head."""
    if not data:
        return EMPTY
    said = size_said(data)
    return TOO_LARGE if said is not None and said[0] * said[1] > MOST_PIXELS else ""
