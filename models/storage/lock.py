"""One program a folder: a lock that the system itself frees when its holder dies, however it dies."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from filelock import BaseFileLock, FileLock, Timeout

from models.storage.errors import CannotOpen, FolderInUse, reason_of

LOCK = ".lock"
RAISE_WISH = ".raise"


def hold(folder: Path) -> BaseFileLock:
    """The lock, held. Raises FolderInUse at once where another program has it."""
    lock = FileLock(folder / LOCK, mode=0o600, thread_local=False)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise FolderInUse(folder) from None
    except OSError as error:
        raise CannotOpen(f"The library in {folder} cannot be opened: {reason_of(error)}.") from error
    return lock


def raise_wish(folder: Path) -> Path:
    """The file that the window holding the folder watches: when it changes, the window comes forward."""
    return folder / RAISE_WISH


def ask_to_raise(folder: Path) -> None:
    """Ask the window that holds the folder to come forward. Where that cannot be written, nothing happens."""
    with contextlib.suppress(OSError):
        raise_wish(folder).touch(0o600)
        raise_wish(folder).chmod(0o600)  # whatever the umask took away
        raise_wish(folder).write_text(os.urandom(8).hex())
