"""The sample's pictures: our own drawings, as small JPEGs in ``assets/sample/pictures``.

Their sources are the SVG files in ``assets/sample/``.
"""

from app.sync.bundle import BlobPart
from app.sync.op import digest

WIDTH, HEIGHT = 640, 480


def picture(data: bytes) -> BlobPart:
    """Returns a picture as a bundle carries it."""
    return BlobPart(digest(data), "image/jpeg", len(data), data)


def blob_of(part: BlobPart) -> dict[str, object]:
    """Returns what an artefact says of its picture."""
    return {
        "sha256": part.sha256,
        "mime": part.mime,
        "size": part.size,
        "width": WIDTH,
        "height": HEIGHT,
    }
