"""The fonts of the site: the app's own, the icons it shows, and what the engine falls back on."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

import client
import fallback
import icons
import places

FAMILIES = {
    "AtkinsonHyperlegibleNext": "Atkinson Hyperlegible Next",
    "NotoSansArabic": "Noto Sans Arabic",
    "OwnwaySigns": "Ownway Signs",
}
FILE = re.compile(r"(?P<family>\w+)-(?P<weight>[1-9]00)(?P<style>i?)\.(?:woff2|ttf)")


def own_fonts(folder: Path = places.ASSETS / "fonts") -> dict[str, bytes]:
    """The committed fonts, at the path the client loads them from."""
    return {
        f"assets/fonts/{path.name}": path.read_bytes()
        for path in places.files_under(folder)
        if path.parent == folder and FILE.fullmatch(path.name)
    }


def manifest(own: Iterable[str]) -> list[dict[str, object]]:
    """Flutter's list of fonts to load at start: own families, icons, and Roboto for what names it."""
    families: dict[str, list[dict[str, object]]] = {}
    for path in sorted(own):
        match = FILE.fullmatch(Path(path).name)
        if match is None or match["family"] not in FAMILIES:
            continue
        font: dict[str, object] = {"asset": path.removeprefix("assets/"), "weight": int(match["weight"])}
        if match["style"]:
            font["style"] = "italic"
        families.setdefault(FAMILIES[match["family"]], []).append(font)
    listed: list[dict[str, object]] = [{"family": name, "fonts": fonts} for name, fonts in families.items()]
    for family, path in (
        ("MaterialIcons", icons.MATERIAL),
        ("packages/cupertino_icons/CupertinoIcons", icons.CUPERTINO),
        ("Roboto", "assets/fonts/roboto.woff2"),
    ):
        listed.append({"family": family, "fonts": [{"asset": path.removeprefix("assets/")}]})
    return listed


def icon_fonts(files: Mapping[str, bytes], flet: Mapping[str, bytes], sources: list[str]) -> dict[str, bytes]:
    """Both icon fonts, cut down to what the app's sources name."""
    program = files[client.PROGRAM].decode()
    return {
        icons.MATERIAL: icons.subset_material(
            files[icons.MATERIAL], program, flet["flet/controls/material/icons.json"], sources
        ),
        icons.CUPERTINO: icons.subset_cupertino(
            files[icons.CUPERTINO], program, flet["flet/controls/cupertino/cupertino_icons.json"], sources
        ),
    }


def all_fonts(
    files: Mapping[str, bytes], flet: Mapping[str, bytes], sources: list[str], lazy: Mapping[str, bytes]
) -> dict[str, bytes]:
    """Every font file of the site and the manifest that names those loaded at start."""
    own = own_fonts()
    found = dict(own)
    found.update(icon_fonts(files, flet, sources))
    found["assets/FontManifest.json"] = json.dumps(manifest(own), separators=(",", ":")).encode()
    found[f"{fallback.FOLDER}/{fallback.EMPTY}"] = fallback.empty_font()
    found.update({f"{fallback.FOLDER}/{name}": content for name, content in lazy.items()})
    return found


def lazy_fonts(folder: Path = places.ASSETS / "fonts") -> dict[str, bytes]:
    """Fallback fonts this site carries, by the name of the engine's family: fetched when first needed."""
    found = {path.name: path.read_bytes() for path in places.files_under(folder / "fallback")}
    found["notosansarabic.woff2"] = (folder / "NotoSansArabic-400.woff2").read_bytes()
    return {name: content for name, content in found.items() if name.endswith(".woff2")}
