"""Photos in a browser."""

from typing import Any, cast

import js
from pyodide.ffi import JsException, to_js

from app.device.photos import MIME, MOST_PIXELS, NOT_A_PHOTO, QUALITY, TOO_LARGE, fitted, refused
from app.services.ports import Picture

page = cast("Any", js)


class BrowserPhotos:
    """Photos through the browser's own decoder and an off-screen canvas."""

    async def shrink(self, data: bytes) -> Picture | str:
        """Returns the photo as a small JPEG, or a code of `app.device.photos`."""
        trouble = refused(data)  # by its head: decoding what is too large would end the tab
        if trouble:
            return trouble
        try:
            bitmap = await page.createImageBitmap(page.Blob.new(to_js([to_js(data)])))
        except JsException:
            return NOT_A_PHOTO
        try:
            if bitmap.width * bitmap.height > MOST_PIXELS:
                return TOO_LARGE
            width, height = fitted(bitmap.width, bitmap.height)
            canvas = page.OffscreenCanvas.new(width, height)
            pen = canvas.getContext("2d")
            pen.fillStyle = "#ffffff"  # JPEG knows no transparency; paper is white
            pen.fillRect(0, 0, width, height)
            pen.imageSmoothingQuality = "high"
            pen.drawImage(bitmap, 0, 0, width, height)
            options = to_js({"type": MIME, "quality": QUALITY / 100}, dict_converter=page.Object.fromEntries)
            blob = await canvas.convertToBlob(options)
            return Picture((await blob.arrayBuffer()).to_bytes(), MIME, width, height)
        finally:
            bitmap.close()
