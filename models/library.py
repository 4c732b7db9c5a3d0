"""The one door to the user's records: read them, change them in steps, take steps back, be told what changed.

A step is one commit. Outside a step nothing can be changed; a step that raises leaves everything as it was. Undo is the
generic inverse of a step, so no operation writes its own.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from typing import Literal, TypeVar, cast

import msgspec

from models.clock import Clock
from models.errors import EncoreError
from models.records import RECORDS, Record, from_document, to_document
from models.storage import Document, Patch, Store, applied, difference
from models.undo import Entry, UndoStacks

R = TypeVar("R", bound=Record)
Listener = Callable[["StepDone"], None]
Key = tuple[type[Record], str]
PAST_STEPS = 500
_KINDS = {kind.table: kind for kind in RECORDS}


class NoSuchRecord(EncoreError):
    """A record was asked for that is not in the library."""


class NotInStep(EncoreError):
    """An edit was tried outside a step."""


class StepDone(msgspec.Struct, frozen=True):
    """What a step changed and who did it. `touched` holds (table, id) pairs."""

    label: str
    kind: Literal["do", "undo", "redo"]
    origin: object
    touched: frozenset[tuple[str, str]]

    def touches(self, *kinds: type[Record]) -> bool:
        """Whether a record of one of these kinds was changed."""
        tables = {kind.table for kind in kinds}
        return any(table in tables for table, _ in self.touched)


class Library:
    """The user's records over one store. Used from one thread, the screen's."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self.store = store
        self.clock = clock
        self._seen: dict[type[Record], dict[str, Record]] = {}
        self._whole: set[type[Record]] = set()
        self._listeners: list[Listener] = []
        self._in_step = False
        self._draft: dict[Key, Record | None] = {}
        self._documents: dict[Key, Document | None] = {}
        self._stacks: UndoStacks | None = None

    @property
    def read_only(self) -> bool:
        """Whether the folder can only be read: a step that changes anything then raises ReadOnly."""
        return self.store.read_only

    # -- reading ------------------------------------------------------------------------------------------------

    def find(self, kind: type[R], record_id: str) -> R | None:
        """The record of that id, or None."""
        if (kind, record_id) in self._draft:
            return cast("R | None", self._draft[kind, record_id])
        seen = self._seen.setdefault(kind, {})
        if record_id not in seen and kind not in self._whole and record_id.isdecimal():
            document = self.store.table(kind.table).peek(int(record_id))
            if document is not None:
                seen[record_id] = from_document(kind, record_id, document)
        return cast("R | None", seen.get(record_id))

    def get(self, kind: type[R], record_id: str) -> R:
        """The record of that id; raises NoSuchRecord."""
        record = self.find(kind, record_id)
        if record is None:
            raise NoSuchRecord(f"This {kind.noun} is no longer there.")
        return record

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """Every record of a kind in the order of their creation."""
        loaded = self._loaded(kind)
        drafted = {record_id: record for (of, record_id), record in self._draft.items() if of is kind}
        merged = {**loaded, **drafted} if drafted else loaded
        return tuple(cast("R", record) for record in merged.values() if record is not None)

    def one(self, kind: type[R]) -> R:
        """The single record of a kind that exists once (profile, settings); its defaults where none was kept yet."""
        records = self.all(kind)
        return records[0] if records else kind()

    def count(self, kind: type[Record]) -> int:
        """How many records of a kind there are, without reading them."""
        return len(self.store.table(kind.table))

    def _loaded(self, kind: type[Record]) -> dict[str, Record]:
        if kind not in self._whole:
            seen, table = self._seen.get(kind, {}), self.store.table(kind.table)
            self._seen[kind] = {
                key: seen.get(key) or from_document(kind, key, table.peek(number) or {})
                for key, number in ((str(number), number) for number in sorted(table))
            }
            self._whole.add(kind)
        return self._seen[kind]

    # -- changing -----------------------------------------------------------------------------------------------

    @contextlib.contextmanager
    def step(self, label: str, *, merge_key: str = "", origin: object = None) -> Iterator[None]:
        """Everything put and removed inside becomes one commit with one label in the Edit menu.

        A step inside a step joins the outer one. Steps with the same `merge_key` that follow each other within
        a short while are taken back together, so that typing is one undo and not fifty.
        """
        if self._in_step:
            yield
            return
        self._in_step = True
        try:
            yield
            patches = self._patches()
            if patches:
                stacks = self._undo_stacks()
                self.store.commit("do", label, patches, merge_key)
                stacks.did(Entry(label, merge_key, self.clock.milliseconds(), patches))
                self._settle()
        finally:
            self._in_step = False
            self._draft.clear()
            self._documents.clear()
        if patches:
            self._tell(StepDone(label, "do", origin, _touched(patches)))

    def put(self, record: R) -> R:
        """Keep this record: a new one where its id is empty, else in place of the one with its id."""
        self._require_step()
        now = self.clock.now()
        if not record.id:
            record = msgspec.structs.replace(record, id=str(self.store.new_id()), created=now, changed=now)
        elif self.find(type(record), record.id) == record:
            return record
        else:
            record = msgspec.structs.replace(record, changed=now)
        self._documents[type(record), record.id] = to_document(record)
        self._draft[type(record), record.id] = record
        return record

    def remove(self, record: Record) -> None:
        """Take this record out."""
        self._require_step()
        self._draft[type(record), record.id] = self._documents[type(record), record.id] = None

    def rewrite(self, label: str, patches: Sequence[Patch], *, origin: object = None) -> bool:
        """Change documents as they are stored, as one step of its own: how an earlier state or a copy comes back.

        Returns False where nothing would change. Raises InvalidRecord, with nothing changed, where a document would
        not read as its record.
        """
        if self._in_step:
            raise NotInStep("An earlier state cannot come back inside another step.")
        fitted = self._fitted(tuple(patches))
        for patch in fitted:
            kind = _KINDS.get(patch.table)
            document = applied(self.store.table(patch.table).get(patch.id), patch)
            if kind is not None and document is not None:
                from_document(kind, str(patch.id), document)
        if fitted:
            stacks = self._undo_stacks()
            self.store.commit("do", label, fitted)
            stacks.did(Entry(label, "", self.clock.milliseconds(), fitted))
            self._forget(fitted)
            self._tell(StepDone(label, "do", origin, _touched(fitted)))
        return bool(fitted)

    def read_again(self, label: str, *, origin: object = None) -> None:
        """After something beside the steps changed the store: forget what was read, and tell everyone of all of it."""
        self._seen.clear()
        self._whole.clear()
        self._stacks = None
        touched = frozenset((name, str(number)) for name in self.store.tables() for number in self.store.table(name))
        self._tell(StepDone(label, "do", origin, touched))

    def _require_step(self) -> None:
        if not self._in_step:
            raise NotInStep("An edit was tried outside a step.")

    def _patches(self) -> tuple[Patch, ...]:
        """What the step changed, against what is in the store now."""
        found: list[Patch] = []
        for (kind, record_id), document in self._documents.items():
            before = self.store.table(kind.table).get(int(record_id))
            patch = difference(kind.table, int(record_id), before, document)
            if patch is not None:
                found.append(patch)
        return tuple(found)

    def _settle(self) -> None:
        for (kind, record_id), record in self._draft.items():
            if record is None:
                self._seen.get(kind, {}).pop(record_id, None)
            else:
                self._seen.setdefault(kind, {})[record_id] = record

    # -- taking back --------------------------------------------------------------------------------------------

    @property
    def undo_label(self) -> str:
        """The label of the step that undo would take back; empty where there is none."""
        return self._undo_stacks().undo_label

    @property
    def redo_label(self) -> str:
        """The label of the step that redo would do again; empty where there is none."""
        return self._undo_stacks().redo_label

    def undo(self) -> str | None:
        """Take the last step back. Returns its label, or None where there is nothing to take back."""
        return self._walk("undo")

    def redo(self) -> str | None:
        """Do again what was taken back last. Returns its label, or None."""
        return self._walk("redo")

    def _walk(self, kind: Literal["undo", "redo"]) -> str | None:
        stacks = self._undo_stacks()
        entry = stacks.next_undo() if kind == "undo" else stacks.next_redo()
        if entry is None or self._in_step:
            return None
        patches = self._fitted(entry.inverse() if kind == "undo" else entry.patches)
        if patches:
            self.store.commit(kind, entry.label, patches, entry.merge_key)
        stacks.walked(kind)
        self._forget(patches)
        self._tell(StepDone(entry.label, kind, None, _touched(patches)))
        return entry.label

    def _fitted(self, patches: tuple[Patch, ...]) -> tuple[Patch, ...]:
        """The patches as they apply to what is there now, each document once."""
        fitted: dict[tuple[str, int], tuple[Document | None, Document | None]] = {}
        for patch in patches:
            place = (patch.table, patch.id)
            before = self.store.table(patch.table).get(patch.id)
            was, current = fitted.get(place, (before, before))
            fitted[place] = (was, applied(current, patch))
        made = [difference(table, number, was, now) for (table, number), (was, now) in fitted.items()]
        return tuple(patch for patch in made if patch is not None)

    def _forget(self, patches: tuple[Patch, ...]) -> None:
        """Records that were walked back or forth are read again when they are asked for."""
        touched = {patch.table for patch in patches}
        for kind in tuple(self._seen):
            if kind.table in touched:
                for patch in patches:
                    self._seen[kind].pop(str(patch.id), None)
                self._whole.discard(kind)

    def _undo_stacks(self) -> UndoStacks:
        if self._stacks is None:
            self._stacks = UndoStacks.from_past(self.store.past(PAST_STEPS))
        return self._stacks

    # -- telling ------------------------------------------------------------------------------------------------

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Be told after each step. Returns the way to stop being told."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener) if listener in self._listeners else None

    def _tell(self, step: StepDone) -> None:
        for listener in tuple(self._listeners):
            listener(step)


def _touched(patches: tuple[Patch, ...]) -> frozenset[tuple[str, str]]:
    return frozenset((patch.table, str(patch.id)) for patch in patches)
