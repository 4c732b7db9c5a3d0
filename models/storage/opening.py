"""Opening: the newest good snapshot and every step that it does not hold, in the order of time.

Nothing here writes, cuts or deletes, so opening may be interrupted at any point and tried again.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from models.formats import Sentence, say
from models.storage.backups import BACKUPS, SNAPSHOT, Mark, backup_names
from models.storage.disk import Disk
from models.storage.lines import Entry, Part, decode, read, session_of
from models.storage.merge import Merge
from models.storage.patch import Document, PastStep
from models.storage.snapshot import Snapshot, load

HISTORY = "history"


class Opened(NamedTuple):
    """The library as it was found. `current` says whether encore.json holds all of it already."""

    snapshot: Snapshot
    notices: tuple[Sentence, ...]
    mark: Mark
    current: bool


def read_folder(folder: Path, disk: Disk) -> Opened:
    """Everything that can be read. Raises NewerFormat, and OSError where the folder itself cannot be read."""
    notices: list[Sentence] = []
    base, mark, current = _newest_snapshot(folder, disk, notices)
    entries: list[tuple[int, str, int, Entry]] = []
    seen = dict(base.seen)
    before = len(notices)
    for name, part in _unseen(folder, disk, base.seen, notices):
        entries += [(entry.step.time, name, place, entry) for place, entry in enumerate(part.entries)]
        if part.damaged:
            notices.append(
                say(
                    "{file} is damaged in {count} places: what was changed there is lost.",
                    file=name,
                    count=part.damaged,
                )
            )
        seen[name] = part.end
    entries.sort(key=lambda row: row[:3])
    gappy = len(notices) > before
    merge = Merge(base.tables, base.last_time, gappy, lambda table, id: _buried(folder, disk, table, id))
    last_id, last_time = base.last_id, base.last_time
    for *_, entry in entries:  # a line written twice, because its first log was abandoned, changes nothing more
        merge.apply(entry)
        last_time = max(last_time, entry.step.time)
        last_id = max(last_id, *(patch.id for patch in entry.step.patches), 0)
    if merge.conflicts:
        notices.append(
            say("{count} values were changed on two computers; the ones not used were kept.", count=merge.conflicts)
        )
    return Opened(Snapshot(base.tables, last_id, last_time, seen), tuple(notices), mark, current and seen == base.seen)


def past_steps(folder: Path, disk: Disk, limit: int, waiting: list[bytes]) -> list[PastStep]:
    """The last steps, newest last, out of all logs and those still `waiting` to be written."""
    steps = {(step.time, body): step for step, body in zip(map(decode, waiting), waiting, strict=True)}
    for name in reversed(disk.names(folder / HISTORY)):
        if len(steps) >= limit + len(waiting):
            break
        if session_of(name):
            try:
                part = read(disk.read(folder / HISTORY / name), name)
            except OSError:
                continue
            steps.update({(entry.step.time, entry.body): entry.step for entry in part.entries})
    return [steps[key] for key in sorted(steps)][-limit:] if limit > 0 else []


def _newest_snapshot(folder: Path, disk: Disk, notices: list[Sentence]) -> tuple[Snapshot, Mark, bool]:
    paths = [folder / SNAPSHOT, *(folder / BACKUPS / name for name in backup_names(folder / BACKUPS, disk))]
    mark = disk.mark(paths[0])
    for path in paths if mark or len(paths) > 1 else []:
        try:
            snapshot = load(disk.read(path), path.name)
        except OSError:
            snapshot = None
        if snapshot is not None:
            return snapshot, mark if path == paths[0] else None, path == paths[0]
        if path == paths[0] and mark:
            notices.append(
                say("{file} was damaged or changed by another program; your library was rebuilt.", file=SNAPSHOT)
            )
    return Snapshot({}, 0, 0, {}), None, mark is None


def _unseen(folder: Path, disk: Disk, seen: dict[str, int], notices: list[Sentence]) -> Iterator[tuple[str, Part]]:
    for name in disk.names(folder / HISTORY):
        start = seen.get(name, 0)
        if session_of(name) is None:
            continue
        try:
            if disk.size(folder / HISTORY / name) <= start:
                continue
            data = disk.read_from(folder / HISTORY / name, start)
        except OSError:
            notices.append(say("{file} cannot be read just now; the changes in it are missing.", file=name))
            continue
        yield name, read(data, name, start)


def _buried(folder: Path, disk: Disk, table: str, id: int) -> Document | None:
    """What a deleted document last held, from the whole history: rare, so slow is fine."""
    for step in reversed(past_steps(folder, disk, 10**9, [])):
        for patch in step.patches:
            if (patch.table, patch.id) == (table, id) and patch.now is None:
                return patch.was
    return None
