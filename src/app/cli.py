"""The `ownway` command: serve and build the site, look into files, merge them, write sample files.

It speaks English: the people who use it run hubs and mend files. It exits with 0 where it did what was
asked, 1 where a file is refused or the site cannot be built, 2 where the command cannot be carried out.
Errors are sentences on stderr, never a traceback.
"""

import argparse
import importlib
import json
import signal
import sys
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from app.services.inspecting import contents, named, plain, told
from app.services.merging import merge_all
from app.services.sample import MOST_LEARNERS, sample_class
from app.sync.bundle import LEARNER, Checked, Refusal
from app.sync.packet import all_faults, check_all
from app.sync.refusals import sentence

RECIPE = Path(__file__).resolve().parents[2] / "build"
DONE, REFUSED, UNABLE = 0, 1, 2


class Unable(Exception):
    """The command cannot be carried out; its words say why."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command with `arguments` (the process's own by default) and returns its exit code."""
    chosen = _parser().parse_args(arguments)
    try:
        code: int = chosen.run(chosen)
    except Unable as unable:
        _complain(str(unable))
        return UNABLE
    except OSError as error:
        _complain(f"{error.filename or 'The system'}: {error.strerror or error}")
        return UNABLE
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="ownway", description="Ownway: a learner's own book.")
    commands = parser.add_subparsers(required=True, metavar="command")

    serve = commands.add_parser("serve", help="build the site if needed and serve it")
    serve.add_argument("--port", type=_port, default=8550)
    serve.add_argument("--host", default="127.0.0.1")
    serve.add_argument("--base", default="/", help="serve below this path")
    serve.set_defaults(run=_serve)

    build = commands.add_parser("build", help="build the static site into build/web")
    build.set_defaults(run=_build)

    inspect = commands.add_parser("inspect", help="say what is in a file, or all that is wrong with it")
    inspect.add_argument("file", type=Path)
    inspect.add_argument("--json", action="store_true", help="as one JSON object")
    inspect.set_defaults(run=_inspect)

    union = commands.add_parser("merge", help="put files of one book, and of libraries, together")
    union.add_argument("files", type=Path, nargs="+", metavar="file")
    union.add_argument("-o", "--out", type=Path, required=True)
    union.set_defaults(run=_merge)

    sample = commands.add_parser("sample", help="write a made-up class as files")
    sample.add_argument("-o", "--out", type=Path, required=True, help="the folder to write into")
    sample.add_argument("--seed", type=int, default=1)
    sample.add_argument("--learners", type=_learners, default=MOST_LEARNERS)
    sample.add_argument("--date", type=date.fromisoformat, help="today in the sample, as YYYY-MM-DD")
    sample.set_defaults(run=_sample)
    return parser


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) > 65_535:
        raise argparse.ArgumentTypeError(f"{text!r} is not a port (0 to 65535)")
    return int(text)


def _learners(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= MOST_LEARNERS:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 to {MOST_LEARNERS}")
    return int(text)


def _serve(chosen: argparse.Namespace) -> int:
    root = _published()
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # stopped by a system, it ends as by Ctrl+C
    try:
        _recipe("webserver").serve(root, chosen.host, chosen.port, chosen.base)
    except OSError as error:
        raise Unable(f"{chosen.host}:{chosen.port} cannot be served at: {error.strerror}") from error
    return DONE


def _build(_chosen: argparse.Namespace) -> int:
    _say(f"The site is in {_published()}")
    return DONE


def _published() -> Path:
    """Builds what is not built yet and returns the site's folder."""
    publish = _recipe("publish")
    _recipe("words").compile_all()
    try:
        return Path(publish.publish())
    except RuntimeError as refusal:
        raise Unable(f"The site cannot be built: {refusal}") from refusal


def _recipe(name: str) -> Any:
    """Imports a module of the checkout's build folder, which is no part of the installed package."""
    if not (RECIPE / f"{name}.py").is_file():
        raise Unable("This command needs Ownway's checkout: its build folder is not here.")
    if str(RECIPE) not in sys.path:
        sys.path.insert(0, str(RECIPE))
    try:
        return importlib.import_module(name)
    except ImportError as missing:
        raise Unable(f"Building needs the build tools: {missing}. Run make build.") from missing


def _inspect(chosen: argparse.Namespace) -> int:
    data = chosen.file.read_bytes()
    checked = check_all(data)
    if isinstance(checked, Refusal):
        return _refuse(chosen, data)
    found = [contents(one) for one in checked]
    if chosen.json:
        parts = [asdict(one) for one in found]
        inner = parts[0] if len(parts) == 1 else {"parts": parts}
        _say(json.dumps({"file": chosen.file.name, "good": True, **inner}, ensure_ascii=False))
        return DONE
    _say(f"{chosen.file.name}: {named(found)}, {len(data):,} bytes, nothing wrong with it")
    for one in found:
        for line in told(one):
            _say(line)
    return DONE


def _refuse(chosen: argparse.Namespace, data: bytes) -> int:
    found = all_faults(data)
    if chosen.json:
        rows = [{"code": f.code, "facts": dict(f.facts), "says": sentence(f.code, f.facts)} for f in found]
        _say(json.dumps({"file": chosen.file.name, "good": False, "faults": rows}, ensure_ascii=False))
    for fault in found:
        _complain(f"{chosen.file.name}: {sentence(fault.code, fault.facts)}")
    return REFUSED


def _merge(chosen: argparse.Namespace) -> int:
    bundles: list[Checked] = []
    refused = False
    for path in chosen.files:
        checked = check_all(path.read_bytes())
        if isinstance(checked, Refusal):
            refused = True
            _complain(f"{path}: {sentence(checked.code, checked.facts)}")
        else:
            bundles += checked
    if refused:
        return REFUSED
    books = {bundle.space: plain(bundle.name) for bundle in bundles if bundle.kind == LEARNER}
    if len(books) > 1:
        _complain(f"These are files of different books ({', '.join(books.values())}). Nothing was written.")
        return REFUSED
    merged = merge_all(bundles)
    if isinstance(merged, Refusal):
        _complain(f"These files do not go together. {sentence(merged.code, merged.facts)}")
        return REFUSED
    _write(chosen.out, merged)
    _say(f"{chosen.out}: {len(chosen.files)} files put together, {len(merged):,} bytes")
    return DONE


def _write(path: Path, data: bytes) -> None:
    """Writes beside and then switches: whoever reads sees the old file or the new one."""
    fresh = path.with_name(f"{path.name}.new")
    fresh.write_bytes(data)
    fresh.replace(path)


def _sample(chosen: argparse.Namespace) -> int:
    today = chosen.date or datetime.now(UTC).date()
    chosen.out.mkdir(parents=True, exist_ok=True)
    books = sample_class(chosen.seed, today, chosen.learners)
    for book in books:
        _write(chosen.out / f"{book.name}.json", book.data)
    _say(f"{chosen.out}: {len(books)} books of people who do not exist")
    return DONE


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def _complain(line: str) -> None:
    sys.stderr.write(f"{line}\n")


if __name__ == "__main__":
    sys.exit(main())
