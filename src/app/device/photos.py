"""Photos made small, without what they would tell about place and time.

Re-encoding draws the pixels anew, so EXIF, thumbnails and anything hidden behind the picture are gone.
"""

LONGEST_SIDE = 1280
QUALITY = 82
MOST_PIXELS = 120_000_000
MIME = "image/jpeg"
NOT_A_PHOTO, TOO_LARGE, EMPTY = "not_a_photo", "too_large", "empty"


def fitted(width: int, height: int) -> tuple[int, int]:
    """Returns the size of a picture scaled down (never up) to LONGEST_SIDE."""
    scale = min(1.0, LONGEST_SIDE / max(width, height))
    return max(1, round(width * scale)), max(1, round(height * scale))
