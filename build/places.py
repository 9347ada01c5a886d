"""Where the recipe finds things and puts them: the one module that knows the folders."""

from __future__ import annotations

from pathlib import Path

BUILD = Path(__file__).resolve().parent
ROOT = BUILD.parent
ON_DEVICE = "/ownway"  # where the worker puts the archive's files
SHELL = BUILD / "shell"
LOCK = BUILD / "wheels.lock"
CACHE = BUILD / "cache"
WEB = BUILD / "web"
STOCK = BUILD / "stock"
SOURCE = ROOT / "src"
ASSETS = ROOT / "assets"
PICTURES = ROOT / "docs" / "pictures"


def files_under(folder: Path) -> list[Path]:
    """Every file below `folder` in a fixed order, caches and hidden files left out."""
    if not folder.is_dir():
        return []
    return sorted(
        path
        for path in folder.rglob("*")
        if path.is_file()
        and "__pycache__" not in path.parts
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )
