"""What can be taken back and done again: two stacks, rebuilt from the steps on disk after a restart."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import msgspec

from models.storage import PastStep, Patch, inverse

MERGE_WINDOW = 2_500
"""Steps with the same merge key at most this many milliseconds apart are one undo: a stretch of typing, not a day."""


class Entry(msgspec.Struct, frozen=True):
    """One thing that the Edit menu can take back: its patches in the order they were made."""

    label: str
    merge_key: str
    time: int
    patches: tuple[Patch, ...]

    def inverse(self) -> tuple[Patch, ...]:
        """The patches that take it back, last one first."""
        return tuple(inverse(patch) for patch in reversed(self.patches))

    def joined(self, later: Entry) -> Entry:
        """This entry and the one that follows it, as one."""
        return Entry(self.label, self.merge_key, later.time, self.patches + later.patches)


class UndoStacks:
    """The done and the undone steps, newest last."""

    def __init__(self) -> None:
        self._done: list[Entry] = []
        self._undone: list[Entry] = []
        self._closed = True

    @classmethod
    def from_past(cls, steps: Iterable[PastStep]) -> UndoStacks:
        """Walk through what happened, as it happened."""
        stacks = cls()
        for step in steps:
            if step.kind == "do":
                stacks.did(Entry(step.label, step.merge_key, step.time, tuple(step.patches)))
            else:
                stacks.walked(step.kind)
        return stacks

    def did(self, entry: Entry) -> None:
        """A new step was made: it can be taken back, and what was undone before cannot come again."""
        self._undone.clear()
        last = self._done[-1] if self._done else None
        if (
            last is not None
            and not self._closed
            and entry.merge_key
            and entry.merge_key == last.merge_key
            and entry.time - last.time <= MERGE_WINDOW
        ):
            self._done[-1] = last.joined(entry)
        else:
            self._done.append(entry)
        self._closed = False

    def walked(self, kind: Literal["undo", "redo"]) -> None:
        """The top entry moved from one stack to the other."""
        source, target = (self._done, self._undone) if kind == "undo" else (self._undone, self._done)
        if source:
            target.append(source.pop())
        self._closed = True

    def next_undo(self) -> Entry | None:
        """What undo takes back."""
        return self._done[-1] if self._done else None

    def next_redo(self) -> Entry | None:
        """What redo does again."""
        return self._undone[-1] if self._undone else None

    @property
    def undo_label(self) -> str:
        """Empty where nothing can be taken back."""
        return self._done[-1].label if self._done else ""

    @property
    def redo_label(self) -> str:
        """Empty where nothing can be done again."""
        return self._undone[-1].label if self._undone else ""
