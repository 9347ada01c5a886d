"""Maps that parse a value at its first touch, so that opening a space does not read all of it."""

import json
from collections.abc import Callable, Iterator, MutableMapping
from typing import Any, Generic, NamedTuple, TypeVar, cast

from app.sync.op import canonical

T = TypeVar("T")


class Block(NamedTuple):
    """A map as a snapshot keeps it: a JSON array of `n` keys, and a line of JSON for each."""

    n: int
    keys: bytes
    lines: bytes


class LazyMap(MutableMapping[str, T], Generic[T]):
    """A map read from a block.

    `read` makes a value of its JSON, `write` the reverse. A line is kept as long as its value was not
    set anew, so that `block` encodes only what changed.
    """

    def __init__(
        self, read: Callable[[Any], T], write: Callable[[T], Any], block: Block | None = None
    ) -> None:
        self._read = read
        self._write = write
        self._block = block if block is not None and block.n else None
        self._lines: dict[str, bytes] = {}
        self._values: dict[str, T | None] = {}

    def _split(self, block: Block) -> None:
        keys = json.loads(block.keys)
        self._lines = dict(zip(keys, block.lines.split(b"\n"), strict=True))
        self._values = dict.fromkeys(keys)
        self._block = None

    def __getitem__(self, key: str) -> T:
        if self._block is not None:
            self._split(self._block)
        value = self._values[key]
        if value is None:
            value = self._values[key] = self._read(json.loads(self._lines[key]))
        return value

    def __setitem__(self, key: str, value: T) -> None:
        if self._block is not None:
            self._split(self._block)
        self._values[key] = value
        self._lines.pop(key, None)

    def __delitem__(self, key: str) -> None:
        if self._block is not None:
            self._split(self._block)
        del self._values[key]
        self._lines.pop(key, None)

    def __contains__(self, key: object) -> bool:
        if self._block is not None:
            self._split(self._block)
        return key in self._values

    def __iter__(self) -> Iterator[str]:
        if self._block is not None:
            self._split(self._block)
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values) if self._block is None else self._block.n

    def read_all(self) -> None:
        """Parses what was not touched yet, at once: much faster than one by one."""
        if self._block is not None:
            self._split(self._block)
        late = [key for key, value in self._values.items() if value is None]
        if late:
            parsed = json.loads(b"[" + b",".join([self._lines[key] for key in late]) + b"]")
            self._values.update(zip(late, map(self._read, parsed), strict=True))

    def everything(self) -> list[T]:
        """Returns every value, parsed at once; faster than iterating, which asks for each."""
        self.read_all()
        return list(cast("dict[str, T]", self._values).values())

    def block(self) -> Block:
        """Returns the map as a block."""
        if self._block is not None:
            return self._block
        for key, value in self._values.items():
            if value is not None and key not in self._lines:
                self._lines[key] = canonical(self._write(value))
        lines = [self._lines[key] for key in self._values]
        return Block(len(lines), canonical(list(self._values)), b"\n".join(lines))
