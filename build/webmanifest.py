"""The web app manifest: what makes a browser offer to install Ownway, and how it then looks."""

from __future__ import annotations

import json
import struct
from pathlib import Path

import places

PAPER = "#F7F5F0"
TEAL = "#0F766E"
SHORTCUTS = (
    ("Show what I learned", "./#/capture", "Take a photo, write or record what you learned"),
    ("Today", "./#/today", "What is next"),
    ("Share", "./#/share", "Hand on or take in a file"),
)


def png_size(content: bytes) -> tuple[int, int]:
    """Width and height of a PNG."""
    if content[:8] != b"\x89PNG\r\n\x1a\n":
        raise ValueError("not a PNG")
    width, height = struct.unpack(">II", content[16:24])
    return width, height


def icon_entries() -> list[dict[str, str]]:
    """The icons of `assets/icons`: plain and maskable, each in two sizes, and the drawing itself."""
    entries = [
        {
            "src": f"icons/icon{kind}-{size}.png",
            "sizes": f"{size}x{size}",
            "type": "image/png",
            "purpose": purpose,
        }
        for kind, purpose in (("", "any"), ("-maskable", "maskable"))
        for size in (192, 512)
    ]
    return [*entries, {"src": "icons/favicon.svg", "sizes": "any", "type": "image/svg+xml", "purpose": "any"}]


def screenshots(folder: Path = places.ASSETS / "screenshots") -> list[dict[str, str]]:
    """Pictures for the install sheet, as many as there are; wider than high is for wide screens."""
    entries = []
    for path in places.files_under(folder):
        if path.suffix != ".png":
            continue
        width, height = png_size(path.read_bytes())
        entries.append(
            {
                "src": f"screenshots/{path.name}",
                "sizes": f"{width}x{height}",
                "type": "image/png",
                "form_factor": "wide" if width > height else "narrow",
                "label": path.stem.replace("-", " ").capitalize(),
            }
        )
    return entries


def web_manifest() -> bytes:
    """The manifest; every address in it is relative, so it holds below any sub-path."""
    content = {
        "id": "ownway",
        "name": "Ownway",
        "short_name": "Ownway",
        "description": "A learner's own book of goals, evidence and reflections. It lives on this device.",
        "lang": "en",
        "dir": "ltr",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "orientation": "any",
        "background_color": PAPER,
        "theme_color": PAPER,
        "categories": ["education", "productivity"],
        "prefer_related_applications": False,
        "launch_handler": {"client_mode": "focus-existing"},
        "icons": icon_entries(),
        "screenshots": screenshots(),
        "shortcuts": [
            {
                "name": name,
                "url": url,
                "description": description,
                "icons": [{"src": "icons/icon-192.png", "sizes": "192x192", "type": "image/png"}],
            }
            for name, url, description in SHORTCUTS
        ],
    }
    return (json.dumps(content, indent=2, ensure_ascii=False) + "\n").encode()
