"""The half of a store that only looks: the tables now, the steps of the past, the tables as they were."""

from __future__ import annotations

from pathlib import Path

from models.clock import Clock
from models.storage.disk import Disk
from models.storage.errors import CannotOpen, reason_of
from models.storage.foreign import ForeignFile, find_foreign
from models.storage.memory import Memory, TableView
from models.storage.past import ALL_STEPS, past_steps
from models.storage.patch import Document, PastStep
from models.storage.timeline import StepInfo, Tables, info_of, rewound, states_of
from models.storage.writer import Writer


class Looking:
    """One open folder, to be read. What was committed is in it at once, on the disk or not."""

    def __init__(self, folder: Path, clock: Clock, disk: Disk, memory: Memory, writer: Writer) -> None:
        self.folder, self.disk = folder, disk
        self._clock, self._memory, self._writer = clock, memory, writer

    def table(self, name: str) -> TableView:
        """The table of that name, live; it is empty where there is none."""
        return self._memory.view(name)

    def tables(self) -> tuple[str, ...]:
        """The names of the tables that hold something."""
        return self._memory.names()

    def past(self, limit: int) -> list[PastStep]:
        """The last `limit` steps, newest last: what undo after a restart is built from.

        What the disk does not hand out is missing; nobody should be unable to edit because of it.
        """
        return past_steps(self.folder, self.disk, limit, self._waiting())

    def timeline(self, limit: int, before: int | None = None) -> list[StepInfo]:
        """The last `limit` steps, newest first; only those earlier than `before` (milliseconds) where it is given.

        Raises CannotOpen where the history cannot be read in full; so do the two below.
        """
        steps = self._steps(limit if before is None else ALL_STEPS)
        zone = self._clock.now().zone
        earlier = [step for step in reversed(steps) if before is None or step.time < before]
        return [info_of(step, zone) for step in earlier[:limit]]

    def state_at(self, time: int) -> Tables:
        """Every table as it was after the last step not later than `time` (milliseconds)."""
        steps = self._steps(ALL_STEPS)
        return rewound(self._memory.picture(), reversed(steps), time)

    def states_of(self, table: str, id: int) -> list[tuple[StepInfo, Document | None]]:
        """Each step that changed this document, newest first, with the document as it was after it."""
        zone, steps = self._clock.now().zone, reversed(self._steps(ALL_STEPS))
        found = states_of(self._memory.view(table).peek(id), steps, table, id)
        return [(info_of(step, zone), document) for step, document in found]

    def _steps(self, limit: int) -> list[PastStep]:
        """Without a gap, as looking back needs them. Raises CannotOpen."""
        try:
            return past_steps(self.folder, self.disk, limit, self._waiting(), strict=True)
        except OSError as error:
            raise CannotOpen(f"The history of the library cannot be read: {reason_of(error)}.") from error

    def _waiting(self) -> list[bytes]:
        with self._writer.changed:
            return self._writer.waiting()

    @property
    def foreign(self) -> tuple[ForeignFile, ...]:
        """Each encore.json that another program changed and that nobody has decided about, newest first."""
        return find_foreign(self.folder, self.disk)
