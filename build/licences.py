"""One page with the licences of everything the site carries."""

from __future__ import annotations

import html
from collections.abc import Mapping
from pathlib import Path

import places
import wheels


def page(fetched: Mapping[str, Path], notices: str) -> bytes:
    """Licences of the wheels, of the fonts, and of what Flutter's client was built from."""
    parts = [("Ownway", "Apache License 2.0")]
    for name in sorted(fetched):
        parts += [(f"{name}: {file}", text) for file, text in wheels.licence_texts(fetched[name]).items()]
    for path in sorted((places.ASSETS / "fonts").rglob("LICENSE*")):
        parts.append((path.stem.removeprefix("LICENSE-"), path.read_text("utf-8")))
    parts.append(("Flutter's client", notices))
    sections = "".join(
        f"<details><summary>{html.escape(title)}</summary><pre>{html.escape(text)}</pre></details>\n"
        for title, text in parts
    )
    return (
        '<!DOCTYPE html>\n<html lang="en"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        "<title>Licences of what Ownway is made of</title>"
        "<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}"
        "pre{white-space:pre-wrap;overflow-wrap:anywhere}</style>\n"
        f"<h1>Licences of what Ownway is made of</h1>\n{sections}</html>\n"
    ).encode()
