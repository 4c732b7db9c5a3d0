"""The door to the library's folder: tables in memory, one durable line a commit, a snapshot now and then."""

from __future__ import annotations

import contextlib
import logging
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from models.clock import Clock
from models.formats import Sentence
from models.storage import lines
from models.storage.adopting import adopt_history
from models.storage.backups import SNAPSHOT, replace_snapshot
from models.storage.disk import Disk, write_replacing
from models.storage.entering import enter
from models.storage.errors import CannotOpen, Closed, ReadOnly, Unstorable, reason_of
from models.storage.foreign import ForeignFile, settle
from models.storage.lock import Hold
from models.storage.looking import Looking
from models.storage.memory import Memory
from models.storage.migrations import current
from models.storage.opening import Opened, read_folder
from models.storage.patch import Kind, PastStep, Patch
from models.storage.segment import Segments
from models.storage.snapshot import Snapshot, pieces
from models.storage.states import SaveState
from models.storage.strict import LARGEST_ID, check_patch, check_text
from models.storage.writer import Writer

if TYPE_CHECKING:
    from models.storage.database import Database

_log = logging.getLogger(__name__)


class Store(Looking):
    """One open folder. Commits come from one thread; the disk is the writer thread's business."""

    def __init__(self, folder: Path, clock: Clock, disk: Disk, hold: Hold, opened: Opened) -> None:
        tables, self._last_id, self._last_time, self._seen, _ = opened.snapshot
        self._segments = Segments(folder, disk, lambda: self._last_time)
        super().__init__(folder, clock, disk, Memory(tables), Writer(self._segments, self._write_snapshot))
        self.notices: tuple[Sentence, ...] = opened.notices
        self._hold, self._mark, self._current = hold, opened.mark, opened.current
        self._closed = False
        self._db: Database | None = None

    @classmethod
    def open(cls, folder: Path, clock: Clock, disk: Disk | None = None) -> Store:
        """Lock and read the folder, making it where it is missing; of the library nothing is written.

        A folder that cannot be written to opens `read_only`. Raises FolderInUse, NewerFormat, CannotMigrate,
        CannotOpen.
        """
        disk = disk or Disk()
        return cls(folder, clock, disk, *enter(folder, disk))

    @property
    def read_only(self) -> bool:
        """Whether the folder can only be read: then `commit` raises ReadOnly."""
        return self._hold.read_only

    @property
    def ended_badly(self) -> bool:
        """Whether the program that was here before ended without closing: a crash, a power cut."""
        return self._hold.ended_badly

    def settle(self, file: ForeignFile) -> None:
        """Do not offer this file again; it stays where it is. Where that cannot be written it is offered again."""
        if not self.read_only:
            with contextlib.suppress(OSError):
                settle(self.folder, self.disk, file)

    def adopt(self, logs: Mapping[str, bytes]) -> None:
        """Take the history of a copy (file name to bytes) in and merge it, as if another device had been here.

        The state that the copy held beyond its history is not in it. Raises NotDurable, CannotOpen, ReadOnly.
        """
        if self.read_only:
            raise ReadOnly(self.folder)
        self.flush()
        try:
            adopt_history(self.folder, self.disk, logs)
            opened = read_folder(self.folder, self.disk)
        except OSError as error:
            raise CannotOpen(f"The history of the copy could not be taken in: {reason_of(error)}.") from error
        if opened.notices:
            raise CannotOpen("The history of the copy was taken in but cannot be read just now; it is there next time.")
        with self._writer.changed:
            tables, self._last_id, self._last_time, self._seen, _ = opened.snapshot
            self._memory.become(tables)
            self._current = False

    @property
    def db(self) -> Database:
        """The same tables as a TinyDB: queries read the live memory, a write becomes a commit."""
        if self._db is None:
            from models.storage.database import Database  # noqa: PLC0415 - TinyDB is loaded when first asked for

            self._db = Database(self)
        return self._db

    def new_id(self) -> int:
        """A number that no document of this library ever had: milliseconds x 1000 and a random part."""
        with self._writer.changed:
            part = int.from_bytes(os.urandom(4)) % 1000
            self._last_id = max(self._clock.milliseconds() * 1000 + part, self._last_id + 1 + part)
            if self._last_id > LARGEST_ID:
                raise Unstorable("The computer's clock is too far in the future to number a new record.")
            return self._last_id

    def commit(self, kind: Kind, label: str, patches: Sequence[Patch], merge_key: str = "") -> None:
        """Apply the patches to memory, all of them, and queue their line; returns without waiting for the disk.

        What goes into the history is what really changed: `was` is taken from memory. Raises Unstorable, with
        nothing applied, where a value would not read back equal or a changed document does not exist; ReadOnly.
        """
        if self.read_only:
            raise ReadOnly(self.folder)
        for text in (label, merge_key):
            check_text(text, "the name of a step")
        for patch in patches:
            check_patch(patch)
        with self._writer.changed:
            if self._closed:
                raise Closed
            time = max(self._last_time + 1, self._clock.milliseconds())
            body = lines.encode(PastStep(kind, label, merge_key, time, self._memory.fitted(patches)))
            for patch in lines.decode(body).patches:  # decoded again: nothing of the caller's stays in memory
                self._memory.apply(patch)
                self._last_id = max(self._last_id, patch.id)
            self._last_time = time
            self._current = False
            self._writer.put(body)
        self._writer.tell_of_waiting()

    @property
    def state(self) -> SaveState:
        """How much of memory is on the disk."""
        return self._writer.state

    def on_state(self, listener: Callable[[SaveState], None]) -> None:
        """Be told of each change of `state`, in the writer's thread."""
        self._writer.listen(listener)

    def flush(self, timeout: float | None = None) -> None:
        """Wait (at most `timeout` seconds) until all is durable. Raises NotDurable with the reason."""
        self._writer.flush(timeout)

    def retry(self) -> None:
        """After a failed save: try again, in a new log file."""
        self._writer.retry()

    def save_copy(self, target: Path) -> None:
        """Everything in memory, steps not yet saved included, as one file that TinyDB opens. Raises CannotOpen."""
        try:
            write_replacing(self.disk, target, pieces(self.picture()[0]))
        except OSError as error:
            raise CannotOpen(f"The copy could not be written to {target}: {reason_of(error)}.") from error

    def close(self, force: bool = False) -> None:
        """Wait for the queue, write the snapshot, free the folder.

        Raises NotDurable, and stays open, where steps are not saved; `force` gives those up.
        """
        if self._closed:
            return
        if not force:
            self._writer.flush(None)
        with self._writer.changed:
            self._closed = True
        self._writer.stop()
        self._write_snapshot()
        self._hold.end()

    def picture(self) -> tuple[Snapshot, list[bytes]]:
        """Everything as it is now, and the steps in it that are not on the disk yet."""
        with self._writer.changed:
            return self._picture(), self._writer.waiting()

    def _picture(self) -> Snapshot:
        seen = {**self._seen, **self._segments.durable}
        return Snapshot(self._memory.picture(), self._last_id, self._last_time, seen, current())

    def _write_snapshot(self) -> None:
        """In the writer's thread, or after it has ended. That it fails is no harm: the logs hold everything."""
        with self._writer.changed:
            if self._current or self.read_only or self._writer.waiting():
                return
            picture = self._picture()
            self._current = True
        try:
            time = max(self._clock.milliseconds(), picture.last_time)
            self._mark = replace_snapshot(self.folder, self.disk, pieces(picture), self._mark, time)
        except OSError as error:
            self._current = False
            _log.info("No snapshot of %s was written: %s", self.folder / SNAPSHOT, reason_of(error))
