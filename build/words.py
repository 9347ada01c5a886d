"""Words: collects every message of the app, brings the translations up to date and compiles them.

`update` goes from the sources to ``assets/locale/*.po``; `compile_all` from there to the ``.mo`` that
the app loads. Both write a file only where its content changes, so the same sources give the same files
and a build that has nothing to do does nothing. As a command: ``update``, ``compile``, or ``check``, which
fails where something is out of date or not translated.
"""

from __future__ import annotations

import ast
import io
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

import places

LOCALE = places.ASSETS / "locale"
COMPILED = places.SOURCE / "app" / "locale"
DOMAIN = "ownway"
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
LANGUAGES = ("ar",)
# A catalog says when it was made; a fixed moment keeps the files the same where nothing changed.
MOMENT = datetime(2026, 1, 1, tzinfo=UTC)
# `sync` may not import `words`, so its sentences are not marked: they are read from the table.
TABLES = {"sync/refusals.py": "SENTENCES"}

Found = tuple[str | tuple[str, ...], str | None, str]


def messages() -> Iterator[Found]:
    """Yields every message (or singular and plural) with its context and the file it is in."""
    app = places.SOURCE / "app"
    for path in sorted(app.rglob("*.py")):
        where = path.relative_to(app).as_posix()
        for _line, message, _comments, context in extract_from_file("python", path, KEYWORDS):
            yield message, context, where
        if where in TABLES:
            for sentence in _table(path, TABLES[where]):
                yield sentence, None, where


def _table(path: Path, name: str) -> Iterator[str]:
    """Yields the values of the dict that is assigned to `name`."""
    for node in ast.parse(path.read_text("utf-8")).body:
        target = node.target if isinstance(node, ast.AnnAssign) else None
        if isinstance(target, ast.Name) and target.id == name and isinstance(node.value, ast.Dict):
            for value in node.value.values:
                yield ast.literal_eval(value)


def template() -> Catalog:
    """Returns the catalog of all messages, without line numbers: those change too often to be read."""
    catalog = Catalog(project="Ownway", version="1", charset="utf-8", creation_date=MOMENT, fuzzy=False)
    for message, context, where in messages():
        catalog.add(message, context=context, locations=[(where, None)])
    return catalog


def translation(language: str) -> Catalog:
    """Returns the translations there are; an empty catalog for a new language."""
    path = LOCALE / f"{language}.po"
    if not path.exists():
        return Catalog(locale=language)
    with path.open("rb") as opened:
        return read_po(opened, locale=language)


def update() -> dict[Path, bytes]:
    """Returns what the template and the translations should be, by file."""
    source = template()
    wanted = {LOCALE / f"{DOMAIN}.pot": _po(source)}
    for language in LANGUAGES:
        catalog = translation(language)
        # A guess at a changed sentence would be shown as if somebody had read it.
        catalog.update(source, no_fuzzy_matching=True)
        catalog.obsolete.clear()
        catalog.creation_date = catalog.revision_date = MOMENT
        catalog.project, catalog.version, catalog.fuzzy = source.project, source.version, False
        catalog.last_translator = catalog.language_team = "the Ownway authors"
        wanted[LOCALE / f"{language}.po"] = _po(catalog)
    return wanted


def _po(catalog: Catalog) -> bytes:
    catalog.header_comment = "# The words of Ownway. Apache-2.0."
    out = io.BytesIO()
    write_po(out, catalog, width=100, sort_output=True, omit_header=False, include_lineno=False)
    return out.getvalue()


def missing(language: str) -> list[str]:
    """Returns the messages without a translation, or with a form of the plural empty."""
    found = []
    for message in translation(language):
        forms = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
        if message.id and (not forms or not all(forms)):
            found.append(message.id if isinstance(message.id, str) else message.id[0])
    return found


def compile_all() -> list[Path]:
    """Compiles each translation that is newer than its compiled form; returns what was written."""
    written = []
    for language in LANGUAGES:
        source = LOCALE / f"{language}.po"
        target = COMPILED / language / "LC_MESSAGES" / f"{DOMAIN}.mo"
        if target.exists() and target.stat().st_mtime_ns >= source.stat().st_mtime_ns:
            continue
        out = io.BytesIO()
        write_mo(out, translation(language))
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(out.getvalue())
        written.append(target)
    return written


def bring_up_to_date() -> list[Path]:
    """Writes the template and the translations where they are not what the sources say; compiles."""
    stale = out_of_date()
    for path, data in stale.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    compile_all()
    return list(stale)


def out_of_date() -> dict[Path, bytes]:
    """Returns what the files should be that are not what the sources say."""
    return {path: data for path, data in update().items() if not path.exists() or path.read_bytes() != data}


def main(command: str) -> int:
    """Runs one command: update (the default), compile or check."""
    if command not in ("update", "compile", "check"):
        print("usage: words.py [update | compile | check]", file=sys.stderr)
        return 2
    if command == "compile":
        compile_all()
        return 0
    changed = bring_up_to_date() if command == "update" else list(out_of_date())
    for path in changed:
        print(f"{'updated' if command == 'update' else 'out of date'}  {path.relative_to(places.ROOT)}")
    untranslated = [f"{language}  {text}" for language in LANGUAGES for text in missing(language)]
    for line in untranslated:
        print(f"not translated  {line}")
    return 1 if command == "check" and (changed or untranslated) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "update"))
