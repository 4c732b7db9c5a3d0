"""Going into a folder: make it, hold it, read it, and keep it as it was where its format is an older one."""

from __future__ import annotations

from pathlib import Path

from models.storage.backups import keep_before_migration
from models.storage.disk import Disk
from models.storage.errors import CannotOpen, reason_of
from models.storage.lock import Hold, hold
from models.storage.opening import Opened, read_folder


def enter(folder: Path, disk: Disk) -> tuple[Hold, Opened]:
    """The folder, held and read. Raises FolderInUse, NewerFormat, CannotMigrate, CannotOpen; it is then free again."""
    try:
        if not folder.exists():
            folder.parent.mkdir(parents=True, exist_ok=True)
            disk.make_folder(folder)
        held = hold(folder, disk)
    except OSError as error:
        raise CannotOpen(f"The library in {folder} cannot be opened: {reason_of(error)}.") from error
    try:
        opened = read_folder(folder, disk)
        if opened.before and not held.read_only:
            keep_before_migration(folder, disk, opened.before)
        held.begin()
    except OSError as error:
        held.release()
        raise CannotOpen(f"The library in {folder} cannot be read: {reason_of(error)}.") from error
    except BaseException:
        held.release()
        raise
    return held, opened
