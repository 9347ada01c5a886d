"""The sample's pictures: our own drawings, as small JPEGs beside this module.

Their sources are the SVG files in ``assets/sample/``.
"""

from functools import cache
from importlib.resources import files

from app.sync.bundle import BlobPart
from app.sync.op import digest

WIDTH, HEIGHT = 640, 480


@cache
def picture(name: str) -> BlobPart:
    """Returns a picture as a bundle carries it. Raises FileNotFoundError for an unknown name."""
    data = files("app.services.sample").joinpath("pictures", f"{name}.jpg").read_bytes()
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
