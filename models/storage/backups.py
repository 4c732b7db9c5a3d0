"""Replacing encore.json, and keeping what it replaces."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from models.storage.disk import Disk, try_to_remove, write_file, write_replacing
from models.storage.errors import CannotMigrate, reason_of

SNAPSHOT = "encore.json"
BACKUPS = "backups"
SET_ASIDE = "set-aside"
NEWEST = 30
DAYS = 60
"""Kept: the newest 30, and of older ones the last of each day, for 60 such days."""

_FORMAT = "-format-"


class Older(NamedTuple):
    """A library in a format before today's: the time of its last step in milliseconds, the bytes of its snapshot."""

    format: int
    time: int
    parts: list[bytes]


Mark = tuple[int, int, int] | None


def replace_snapshot(folder: Path, disk: Disk, parts: list[bytes], known: Mark, milliseconds: int) -> Mark:
    """Put a new encore.json in place and return its mark; the old one is kept as a backup first.

    A file that is not the one this program read or wrote (`known`) goes to the folder "set-aside" instead, where it is
    never thinned out. Raises OSError; the old file is then still there.
    """
    target = folder / SNAPSHOT
    fresh = folder / f".{SNAPSHOT}.{os.urandom(4).hex()}.new"
    write_file(disk, fresh, parts)
    try:
        found = disk.mark(target)
        if found is not None:
            keep(target, folder / (BACKUPS if found == known else SET_ASIDE), disk, milliseconds)
        disk.replace(fresh, target)
    except OSError:
        try_to_remove(disk, fresh)
        raise
    disk.sync_folder(folder)
    thin(folder / BACKUPS, disk)
    return disk.mark(target)


def keep_before_migration(folder: Path, disk: Disk, older: Older) -> None:
    """The library as it was before its format changed: kept once, and never thinned out.

    Raises CannotMigrate where it cannot be written.
    """
    moment = datetime.fromtimestamp(older.time / 1000, UTC)
    target = folder / BACKUPS / f"{moment:%Y-%m-%dT%H-%M-%S}{_FORMAT}{older.format}.json"
    try:
        disk.make_folder(folder / BACKUPS)
        if disk.mark(target) is None:
            write_replacing(disk, target, older.parts)
            disk.sync_folder(folder)
    except OSError as error:
        raise CannotMigrate(reason_of(error)) from error


def keep(source: Path, into: Path, disk: Disk, milliseconds: int) -> None:
    """A second name for the file, or a copy where the disk knows no links."""
    disk.make_folder(into)
    moment = datetime.fromtimestamp(milliseconds / 1000, UTC)
    target = into / f"{moment:%Y-%m-%dT%H-%M-%S}-{os.urandom(3).hex()}.json"
    try:
        disk.link(source, target)
    except OSError:
        write_file(disk, target, [disk.read(source)])
    disk.sync_folder(into)


def thin(backups: Path, disk: Disk) -> None:
    """Remove what nobody will look for; a name that cannot be removed stays."""
    older = [name for name in backup_names(backups, disk) if _FORMAT not in name][NEWEST:]
    last_of_day: dict[str, str] = {}
    for name in older:
        last_of_day.setdefault(name[:10], name)
    staying = set(list(last_of_day.values())[:DAYS])
    for name in older:
        if name not in staying:
            try_to_remove(disk, backups / name)


def backup_names(backups: Path, disk: Disk) -> list[str]:
    """Newest first."""
    return [name for name in reversed(disk.names(backups)) if name.endswith(".json")]
