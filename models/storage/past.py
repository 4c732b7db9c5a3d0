"""The steps of the past, out of all logs."""

from __future__ import annotations

from pathlib import Path

from models.storage.disk import Disk
from models.storage.lines import decode, read, session_of
from models.storage.migrations import current
from models.storage.patch import Document, PastStep

HISTORY = "history"
ALL_STEPS = 10**9


def past_steps(
    folder: Path,
    disk: Disk,
    limit: int,
    waiting: list[bytes],
    *,
    oldest_format: int | None = None,
    strict: bool = False,
) -> list[PastStep]:
    """The last steps, newest last, out of all logs and those still `waiting` to be written.

    Only those in today's format, unless an older one is asked for: what stands in an older step does not fit the tables
    of today, so undo and looking back reach to the last migration, before which a whole copy was kept. A log that the
    disk does not hand out is passed over; with `strict` that raises OSError.
    """
    oldest = current() if oldest_format is None else oldest_format
    steps = {(step.time, body): step for step, body in zip(map(decode, waiting), waiting, strict=True)}
    try:
        names = [name for name in reversed(disk.names(folder / HISTORY)) if session_of(name)]
    except OSError:
        if strict:
            raise
        names = []
    for name in names:
        if len(steps) >= limit + len(waiting):
            break
        try:
            part = read(disk.read(folder / HISTORY / name), name)
        except OSError:
            if strict:
                raise
            continue
        steps.update({(e.step.time, e.body): e.step for e in part.entries if e.format >= oldest})
    return [steps[key] for key in sorted(steps)][-limit:] if limit > 0 else []


def buried(folder: Path, disk: Disk, table: str, id: int) -> Document | None:
    """What a deleted document last held, from the whole history: rare, so slow is fine."""
    for step in reversed(past_steps(folder, disk, ALL_STEPS, [], oldest_format=1)):
        for patch in step.patches:
            if (patch.table, patch.id) == (table, id) and patch.now is None:
                return patch.was
    return None
