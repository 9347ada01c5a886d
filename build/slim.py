"""Make the libraries smaller to fetch and quicker to compile, without changing what they do.

Docstrings of the run-time wheels are emptied in place, line by line, so every line keeps its number and
a traceback still points at the right one. From Python's own library go the parts that only a
terminal, a server or a developer uses, and code pages nobody has sent a file in for decades.
"""

from __future__ import annotations

import ast
import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
# Pydantic shows some of its own docstrings in messages and reads others; it keeps them.
KEEPS_DOCSTRINGS = ("pydantic/", "src/")
STDLIB_LEFT_OUT = re.compile(
    r"(?:_pyrepl|ctypes|curses|dbm|ensurepip|idlelib|lib2to3|multiprocessing|pydoc_data|sqlite3|tkinter"
    r"|turtledemo|unittest|venv|wsgiref|xmlrpc)/"
    r"|xml/|concurrent/futures/process\.py|asyncio/(?:windows_\w+|proactor_events)\.py|http/(?:server|cookiejar)\.py"
    r"|(?:_pyio|_pydatetime|_pydecimal|antigravity|bdb|cProfile|doctest|ftplib|imaplib|mailbox|nntplib|pdb"
    r"|pickletools|plistlib|poplib|profile|pstats|pyclbr|pydoc|smtplib|socketserver|tabnanny|this"
    r"|argparse|cmd|compileall|configparser|filecmp|fileinput|modulefinder|optparse|symtable|timeit|tracemalloc|wave"
    r"|trace|turtle|webbrowser|zipapp)\.py$"
    r"|encodings/(?:mac_\w+|cp0\w+|cp[2789]\w+|cp10\w+|cp11\w+|cp125[0134578]|hp_roman8|kz1048|palmos|ptcp154"
    r"|tis_620|big5\w*|euc_\w+|gb\w+|hz|iso2022_\w+|iso8859_(?:1[0-46]|[3-9])|johab|koi8_\w|shift_\w+|rot_13"
    r"|uu_codec|quopri_codec)\.py$"
    r"|(?:email|http)/(?!__init__)\w+\.py$|email/mime/|urllib/(?:request|robotparser|response)\.py$|html/parser\.py$"
    r"|logging/(?:handlers|config)\.py$|tarfile\.py$"
)


def without_docstrings(source: bytes) -> bytes:
    """The module with its docstrings emptied and its lines where they were."""
    lines = source.decode().splitlines(keepends=True)
    for start, end, indent in sorted(docstring_lines(ast.parse(source)), reverse=True):
        count = end - start
        lines[start - 1 : end] = [f'{" " * indent}""\n', *["\n"] * count]
    return "".join(lines).encode()


def docstring_lines(tree: ast.Module) -> Iterator[tuple[int, int, int]]:
    """First line, last line and indent of every docstring that has its lines to itself.

    A string right below an attribute documents that attribute; it is a docstring too.
    """
    for node in ast.walk(tree):
        if not isinstance(node, DOCUMENTED):
            continue
        for position, child in enumerate(node.body):
            if not is_string(child) or (
                position and not isinstance(node.body[position - 1], ast.AnnAssign | ast.Assign)
            ):
                continue
            before = (
                node.body[position - 1].end_lineno if position else getattr(node.body[0], "lineno", 1) - 1
            )
            after = node.body[position + 1].lineno if position + 1 < len(node.body) else child.lineno + 10**6
            if child.end_lineno and (before or 0) < child.lineno and after > child.end_lineno:
                yield child.lineno, child.end_lineno, child.col_offset


def is_string(node: ast.stmt) -> bool:
    """Whether a statement is nothing but a text."""
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    )


def slimmed(files: dict[str, bytes]) -> dict[str, bytes]:
    """The wheels' files with docstrings emptied where nothing reads them."""
    return {
        name: without_docstrings(content)
        if name.endswith(".py") and not name.startswith(KEEPS_DOCSTRINGS)
        else content
        for name, content in files.items()
    }


def standard_library(archive: bytes) -> bytes:
    """Python's library without what the browser never needs."""
    with zipfile.ZipFile(io.BytesIO(archive)) as old:
        return stored(
            {
                name: old.read(name)
                for name in old.namelist()
                if not STDLIB_LEFT_OUT.match(name) and not name.endswith("/")
            }
        )


def stored(files: Mapping[str, bytes]) -> bytes:
    """A zip of `files` as they are, those of a kind together: what it is packed in compresses it the better.
    The same files give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as new:
        for name in sorted(files, key=lambda name: (PurePosixPath(name).suffix, name)):
            new.writestr(zipfile.ZipInfo(name), files[name])
    return out.getvalue()
