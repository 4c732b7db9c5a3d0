"""How much of what is in memory is on the disk."""

from __future__ import annotations

import msgspec


class Saved(msgspec.Struct, frozen=True):
    """Every step is durable."""


class Saving(msgspec.Struct, frozen=True):
    """`count` steps are on their way to the disk."""

    count: int


class NotSaved(msgspec.Struct, frozen=True):
    """The disk refused; `count` steps wait in memory, in order. `reason` completes "Not saved: ..."."""

    reason: str
    count: int


SaveState = Saved | Saving | NotSaved
