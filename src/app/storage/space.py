"""A space's book: reads from the fold, and the one apply that commits, imports and undos go through."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress

from app.storage.asides import mark_known, told
from app.storage.journal import IMPORT, OPS, UNDO, frame
from app.storage.ledger import drawn_incarnation, file_of, import_payload, latest
from app.storage.opening import Opened, Setting, read_space
from app.storage.snapshot import fingerprint, pack
from app.storage.staging import Token, dangling, fork_or_gap, new_to
from app.storage.tables import copied
from app.storage.undoing import Before, before_import
from app.sync.author import write
from app.sync.bundle import Checked, Refusal
from app.sync.fold import Document, RecordState, document, replica_of
from app.sync.keeping import Changed, Damage, Staged, StaleStage, StorageFull, StorageLost
from app.sync.op import Edit, Op, parse_id
from app.sync.quiet import quiet
from app.sync.stage import Key, Stage, difference, documents, fold_onto
from app.sync.vector import Head, Vector

SNAPSHOT_EVERY = 256
"""After so many ops `tidy` writes a snapshot; replaying fewer takes a few milliseconds."""


class SpaceBook:
    """One open space, as `app.services.ports.Book` says."""

    def __init__(self, setting: Setting, opened: Opened) -> None:
        self._setting = setting
        self._policy = setting.policy
        self._journal = opened.journal
        self._ledger = opened.ledger
        self._records = opened.records
        self._slots = opened.slots
        self._asides = opened.asides
        self._damage = opened.damage
        self._log = opened.log

    @classmethod
    async def open(cls, setting: Setting) -> "SpaceBook":
        """Opens the space in a folder, or makes it there. Raises what `read_space` does."""
        with quiet():
            return cls(setting, await read_space(setting))

    @property
    def id(self) -> str:
        """The space's id."""
        return self._ledger.space

    @property
    def kind(self) -> str:
        """``learner``, ``library`` or ``device``."""
        return self._ledger.kind

    @property
    def replica(self) -> str:
        """This device's replica in this space, without its incarnation."""
        return self._ledger.replica

    @property
    def vector(self) -> dict[str, Head]:
        """What the book holds."""
        return dict(self._ledger.vector)

    @property
    def damage(self) -> Damage | None:
        """What opening set aside and is not all back yet, until `know_damage`."""
        return self._damage

    async def know_damage(self) -> None:
        """Ends the telling of what was set aside; the files stay. Raises StorageFull or StorageLost."""
        kept = [aside for aside in self._asides if aside.name and not aside.torn]
        await mark_known(self._setting.folder, kept)
        self._asides = [aside for aside in self._asides if aside not in kept]
        self._tell_damage()

    def _tell_damage(self) -> None:
        """Looks again what is missing, after ops came or went. Where the device fails, what was told stands:
        the ops themselves are safe."""
        with suppress(StorageFull, StorageLost):
            self._damage, _ = told(self._asides, self._log.lines)

    @property
    def held(self) -> int:
        """How many ops are kept but not shown."""
        return self._ledger.held

    @property
    def undoable(self) -> bool:
        """Whether `undo` would take back the last import."""
        return self._ledger.undoable > 0

    @property
    def last_import(self) -> str:
        """The SHA-256 of the file whose import `undo` would take back, "" where it would none."""
        last = self._log.last_import() if self.undoable else None
        return "" if last is None else file_of(last)

    def holds(self, vector: Vector) -> bool:
        """Tells whether the book has all ops that `vector` stands for, by number and hash."""
        for replica, (seq, head) in vector.items():
            have, mine = self._ledger.vector.get(replica, (0, ""))
            if seq > have or (mine if seq == have else self._log.hash_at(replica, seq)) != head:
                return False
        return True

    def get(self, col: str, rec: str) -> Document | None:
        """Returns one document, or None."""
        return self._records.shown(col, rec)

    def hidden(self, col: str, rec: str) -> Document | None:
        """Returns a deleted document as it was before that; None where it is shown or never was."""
        if self.get(col, rec) is not None:
            return None
        state = self._records.copy_of(col, rec)
        state.dels.clear()
        return document(state, rec, col, self._policy.owner)

    def all(self, col: str) -> list[Document]:
        """Returns every document of a collection, in no set order."""
        return self._records.all(col)

    def find(self, col: str, field: str, value: object) -> list[Document]:
        """Returns the documents whose `field` is `value`; does not read the others."""
        return self._records.table(col).find(field, value)

    def count(self, col: str) -> int:
        """Returns how many documents a collection has."""
        return len(self._records.table(col))

    def next_record(self) -> str:
        """Returns a record id that no other record has or will have; for the next commit."""
        hand = self._ledger.hand("")
        return f"{hand.replica}-{hand.last[0] + 1}"

    def commit(self, edits: Sequence[Edit], role: str) -> Changed:
        """Makes ops of `edits` in this device's name, writes them durably and folds them.

        All or nothing. Raises ValueError for an edit that the policy would hold back, and StorageFull or
        StorageLost with nothing kept.
        """
        if not edits:
            return {}
        states: dict[Key, RecordState] = {}

        def state_of(col: str, rec: str) -> RecordState:
            key = (col, rec)
            if key not in states:
                states[key] = self._records.copy_of(col, rec)
            return states[key]

        hand = self._ledger.hand(role)
        written = write(hand, map(_plain, edits), state_of, self._setting.wall())
        self._check_shown(written.ops)
        self._journal.append(frame(OPS, b"\n".join(written.lines)))
        self._ledger.vector[hand.replica] = written.hand.last
        self._ledger.clock = written.hand.clock
        self._ledger.undoable = 0
        self._ledger.ops += len(written.ops)
        return self._publish(states)

    def _check_shown(self, ops: Sequence[Op]) -> None:
        """Raises ValueError for an op of our own that our own fold would not show."""
        for op in ops:
            why = self._policy.held(op)
            if why:
                raise ValueError(f"{op['kind']} on {op['col']}.{op['field']}: {why}")

    def _publish(
        self, states: dict[Key, RecordState], shown: Mapping[Key, Document | None] | None = None
    ) -> Changed:
        if shown is None:
            shown = documents(Stage(states), self._policy)
        return self._records.publish(states, shown)

    def stage(self, checked: Checked) -> Staged | Refusal:
        """Folds a checked bundle onto copies. Changes nothing."""
        ours = self._ledger.vector
        refusal = fork_or_gap(self.id, self.kind, ours, checked, self._log)
        if refusal is not None:
            return refusal
        with quiet():
            new = new_to(ours, checked)
            if isinstance(new, Refusal):
                return new
            ops, lines = new
            refusal = dangling(ours, checked, ops)
            if refusal is not None:
                return refusal
            stage = fold_onto(ops, self._records.copy_of, self._policy)
            shown = documents(stage, self._policy)
            change = difference(self._records.shown, shown, len(stage.held))
        token = Token(self._log, self._journal.end, checked, ops, lines, stage, shown, not ours)
        return Staged(change, len(ops), token)

    def accept(self, staged: Staged) -> Changed:
        """Commits what was staged. Raises StaleStage where the book changed since then."""
        token = staged.token
        if not isinstance(token, Token) or token.checked.space != self.id:
            raise ValueError("staged by another book")
        still_empty = token.empty and not self._ledger.vector
        if not still_empty and (token.log is not self._log or token.end != self._journal.end):
            raise StaleStage("the book changed since this was staged")
        if not token.ops:
            return {}
        with quiet():
            return self._accept(token)

    def _accept(self, token: Token) -> Changed:
        ledger, wall = self._ledger, self._setting.wall()
        data = frame(IMPORT, import_payload(token.checked.file, wall, token.lines))
        own = ledger.vector.get(ledger.writer, (0, ""))[0]
        inc = ledger.inc
        if token.checked.to.get(ledger.writer, (0, ""))[0] > own:
            inc = drawn_incarnation(self._setting.random_bits)
            data = ledger.replica_frame(inc) + data
        self._journal.append(data)
        ledger.inc = inc
        ledger.join(token.checked.to)
        ledger.clock = latest(ledger.clock, token.ops, wall)
        ledger.held += len(token.stage.held)
        ledger.ops += len(token.ops)
        ledger.undoable += 1
        changed = self._publish(token.stage.states, token.documents)
        self._tell_damage()
        return changed

    def undo(self) -> Changed:
        """Takes back the last import that stands. Raises ValueError where there is none to take back."""
        if not self.undoable:
            raise ValueError("nothing to undo")
        with quiet():
            before: Before = before_import(self._log, self._policy)
            self._journal.append(frame(UNDO, b""))
            ledger = self._ledger
            ledger.vector = before.vector(ledger.vector)
            ledger.held -= before.held
            ledger.ops += SNAPSHOT_EVERY
            ledger.undoable -= 1
            self._log.reset()
            changed = self._publish(before.states)
            self._tell_damage()
            return changed

    def lines(self) -> Iterator[bytes]:
        """Yields the canonical bytes of every op, in the order in which they came here."""
        return self._log.lines()

    def wall_of(self, replica: str, seq: int) -> int:
        """Returns the wall clock of an op held here, by replica with incarnation; 0 if none."""
        return self._log.wall_of(replica, seq)

    def is_news(self, col: str, rec: str, field: str) -> bool:
        """Tells whether a field's value came from another device after the last change made on this one;
        False while nothing was written here."""
        vector = self._ledger.vector
        own = [(name, head[0]) for name, head in vector.items() if replica_of(name) == self.replica]
        if not own:  # to know where ops lie, all of the journal must be read
            return False
        heads = self._records.copy_of(col, rec).heads.get(field, ())
        came = max((self._log.place_of(*parse_id(head.stamp.id)) for head in heads), default=-1)
        return came > max(self._log.place_of(name, seq) for name, seq in own)

    def history(self, col: str, rec: str) -> list[Document]:
        """Returns the ops of one record, in the order in which they came here."""
        return self._log.history(col, rec)

    async def tidy(self) -> None:
        """Writes a snapshot when enough was written since the last. Never changes what is shown.

        Where there is no room it does nothing: the journal has everything, opening takes longer.
        """
        if self._ledger.ops < SNAPSHOT_EVERY:
            return
        if await self._slots.write(self._snapshot):
            self._ledger.ops = 0

    def _snapshot(self, generation: int) -> bytes:
        said = {"generation": generation, "fold": fingerprint(self._policy)}
        place = (self._journal.end, self._journal.crc)
        with quiet():
            return pack(self._ledger, self._records, place, said)

    async def close(self) -> None:
        """Lets go of the files."""
        self._journal.close()


def _plain(edit: Edit) -> Edit:
    """Returns the edit with a value of its own, in the shape in which a journal gives it back."""
    kind, col, rec, field, val = edit
    return Edit(kind, col, rec, field, copied(val))
