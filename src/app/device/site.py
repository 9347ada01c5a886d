"""Files of the own site that no start needs, fetched when somebody wants them."""

from typing import Any, cast

import js
from pyodide.ffi import JsException

page = cast("Any", js)


async def fetch_file(path: str) -> bytes:
    """Returns a file of the site by its path; the service worker has it where there is no network.

    Raises OSError where it cannot be had.
    """
    try:
        response = await page.fetch(path)
        content = await response.arrayBuffer()
    except JsException as error:
        raise OSError(f"{path} could not be fetched: {error}") from error
    if not response.ok:
        raise OSError(f"{path} could not be fetched: HTTP {response.status}")
    return cast("bytes", content.to_bytes())


async def fetch_sample(path: str) -> bytes:
    """Returns a file of the sample, as `app.services.sample.Fetch` does."""
    return await fetch_file(f"sample/{path}")
