"""Opening: the newest good snapshot and every step that it does not hold, in the order of time.

Nothing here writes, cuts or deletes, so opening may be interrupted at any point and tried again. A library in an older
format is brought to this program's in memory; what is on the disk stays as it was.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from models.formats import Sentence, say
from models.storage.backups import BACKUPS, SET_ASIDE, SNAPSHOT, Mark, Older, backup_names
from models.storage.disk import Disk
from models.storage.errors import CannotMigrate
from models.storage.foreign import is_readable
from models.storage.lines import Part, read, session_of
from models.storage.merge import Merge
from models.storage.migrations import current, migrate
from models.storage.past import HISTORY, buried
from models.storage.snapshot import Snapshot, load, pieces


class Opened(NamedTuple):
    """The library as it was found. `current` says whether encore.json holds all of it already; `before` is the library
    in its older format, where it had to be migrated.
    """

    snapshot: Snapshot
    notices: tuple[Sentence, ...]
    mark: Mark
    current: bool
    before: Older | None


class _Found(NamedTuple):
    """What lies in the folder: a snapshot to start from and the parts of the logs that it has not seen. `missing` are
    files that the disk did not hand out just now; they may be there again the next time.
    """

    base: Snapshot
    mark: Mark
    is_newest: bool
    parts: list[tuple[str, Part]]
    notices: list[Sentence]
    gappy: bool
    missing: list[str]


def read_folder(folder: Path, disk: Disk) -> Opened:
    """Everything that can be read. Raises NewerFormat, CannotMigrate, and OSError where the folder cannot be read."""
    found = _found(folder, disk, current())
    while (oldest := _oldest(found)) < found.base.format:
        found = _found(folder, disk, oldest)  # a step in an older format needs a snapshot in that format under it
    base = found.base
    entries = [
        (entry.format, entry.step.time, name, place, entry)
        for name, part in found.parts
        for place, entry in enumerate(part.entries)
    ]
    entries.sort(key=lambda row: row[:4])
    merge = Merge(base.tables, base.last_time, found.gappy, lambda table, id: buried(folder, disk, table, id))
    seen = {**base.seen, **{name: part.end for name, part in found.parts}}
    last = Snapshot(base.tables, base.last_id, base.last_time, seen, base.format)
    before: Older | None = None
    for *_, entry in entries:  # a line written twice, because its first log was abandoned, changes nothing more
        if entry.format > last.format:
            before = before or _older(last, found.missing)
            last = _migrated(last, entry.format)
        merge.apply(entry)
        newest = max([last.last_id, *(patch.id for patch in entry.step.patches)])
        last = last._replace(last_id=newest, last_time=max(last.last_time, entry.step.time))
    if last.format < current():
        before = before or _older(last, found.missing)
        last = _migrated(last, current())
    if merge.conflicts:
        found.notices.append(
            say("{count} values were changed on two computers; the ones not used were kept.", count=merge.conflicts)
        )
    whole = found.is_newest and seen == base.seen and not before
    return Opened(last, tuple(found.notices), found.mark, whole, before)


def _found(folder: Path, disk: Disk, at_most: int) -> _Found:
    notices: list[Sentence] = []
    missing: list[str] = []
    base, mark, is_newest = _newest_snapshot(folder, disk, notices, missing, at_most)
    before = len(notices)
    parts: list[tuple[str, Part]] = []
    for name, part in _unseen(folder, disk, base.seen, missing):
        parts.append((name, part))
        if part.damaged:
            notices.append(_what_is_lost(name, part.damaged))
    notices += [
        say("{file} cannot be read just now; the changes in it are missing.", file=name)
        for name in missing
        if session_of(name)
    ]
    return _Found(base, mark, is_newest, parts, notices, len(notices) > before, missing)


def _oldest(found: _Found) -> int:
    formats = [entry.format for _, part in found.parts for entry in part.entries]
    return min(formats, default=found.base.format)


def _older(snapshot: Snapshot, missing: list[str]) -> Older:
    """What is kept before a migration, which is only done to a library that could be read in full."""
    if missing:
        raise CannotMigrate(f"{missing[0]} cannot be read just now")
    return Older(snapshot.format, snapshot.last_time, pieces(snapshot))


def _migrated(snapshot: Snapshot, to: int) -> Snapshot:
    try:
        migrate(snapshot.tables, snapshot.format, to)
    except Exception as error:
        raise CannotMigrate from error
    return snapshot._replace(format=to)


def _newest_snapshot(
    folder: Path, disk: Disk, notices: list[Sentence], missing: list[str], at_most: int
) -> tuple[Snapshot, Mark, bool]:
    paths = [folder / SNAPSHOT, *(folder / BACKUPS / name for name in backup_names(folder / BACKUPS, disk))]
    mark = disk.mark(paths[0])
    known: Mark = None
    for path in paths if mark or len(paths) > 1 else []:
        data: bytes | None = None
        try:
            data = disk.read(path)
        except FileNotFoundError:
            pass
        except OSError:
            missing.append(path.name)
        snapshot = None if data is None else load(data, path.name)
        known = mark if path == paths[0] and snapshot is not None else known
        if snapshot is not None and snapshot.format <= at_most:
            return snapshot, known, path == paths[0]
        if path == paths[0] and mark and snapshot is None:
            notices.append(_what_became_of_it(data))
    return Snapshot({}, 0, 0, {}, at_most), known, mark is None


def _what_is_lost(name: str, count: int) -> Sentence:
    if count == 1:
        return say(
            "{file} in the folder {folder} is damaged in one place: what was changed there is lost, all else is here. "
            "The file stays as it is.",
            file=name,
            folder=HISTORY,
        )
    return say(
        "{file} in the folder {folder} is damaged in {count} places: what was changed there is lost, all else is here. "
        "The file stays as it is.",
        file=name,
        folder=HISTORY,
        count=count,
    )


def _what_became_of_it(data: bytes | None) -> Sentence:
    if data is None:
        return say("{file} cannot be read just now; your library was put together from its history.", file=SNAPSHOT)
    if is_readable(data):
        return say(
            "{file} was changed outside of Encore. Your library is as you left it; before anything is written, "
            "the changed file goes into {folder}.",
            file=SNAPSHOT,
            folder=SET_ASIDE,
        )
    return say(
        "{file} was damaged. Your library was put together from its history; before anything is written, "
        "the damaged file goes into {folder}.",
        file=SNAPSHOT,
        folder=SET_ASIDE,
    )


def _unseen(folder: Path, disk: Disk, seen: dict[str, int], missing: list[str]) -> Iterator[tuple[str, Part]]:
    for name in disk.names(folder / HISTORY):
        start = seen.get(name, 0)
        if session_of(name) is None:
            continue
        try:
            if disk.size(folder / HISTORY / name) <= start:
                continue
            data = disk.read_from(folder / HISTORY / name, start)
        except OSError:
            missing.append(name)
            continue
        yield name, read(data, name, start)
