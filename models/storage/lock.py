"""One program a folder: a lock that the system itself frees when its holder dies, however it dies.

Beside it lies a mark while a program works in the folder. That it is still there at the next start tells of a crash or
a power cut; it decides nothing else.
"""

from __future__ import annotations

import contextlib
import errno
import os
from pathlib import Path

from filelock import BaseFileLock, FileLock, Timeout

from models.storage.disk import Disk, try_to_remove
from models.storage.errors import CannotOpen, FolderInUse, reason_of

LOCK = ".lock"
RUNNING = ".running"
RAISE_WISH = ".raise"
_ONLY_READ = (errno.EACCES, errno.EPERM, errno.EROFS)


class Hold:
    """A folder as this program holds it: alone, or (`read_only`) to look at what another may be changing."""

    def __init__(self, folder: Path, disk: Disk, lock: BaseFileLock | None) -> None:
        self._mark, self._disk, self._lock = folder / RUNNING, disk, lock
        self.read_only = lock is None
        self.ended_badly = False

    def begin(self) -> None:
        """After reading: see whether the last program ended as it should, and say that this one works here.

        Where the mark cannot be written the next start knows nothing of a crash; that is all.
        """
        if self.read_only:
            return
        with contextlib.suppress(OSError):
            self.ended_badly = self._disk.mark(self._mark) is not None
            if not self.ended_badly:
                self._disk.close(self._disk.create(self._mark))

    def end(self) -> None:
        """After the last write: the program ended as it should."""
        if not self.read_only:
            try_to_remove(self._disk, self._mark)
        self.release()

    def release(self) -> None:
        """Let others in, and leave the mark as it is."""
        if self._lock is not None:
            self._lock.release()


def hold(folder: Path, disk: Disk) -> Hold:
    """The folder, held. Raises FolderInUse at once where another program has it."""
    if not disk.may_write(folder):
        return Hold(folder, disk, None)
    lock = FileLock(folder / LOCK, mode=0o600, thread_local=False)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise FolderInUse(folder) from None
    except OSError as error:
        if error.errno in _ONLY_READ:
            return Hold(folder, disk, None)
        raise CannotOpen(f"The library in {folder} cannot be opened: {reason_of(error)}.") from error
    return Hold(folder, disk, lock)


def raise_wish(folder: Path) -> Path:
    """The file that the window holding the folder watches: when it changes, the window comes forward."""
    return folder / RAISE_WISH


def ask_to_raise(folder: Path) -> None:
    """Ask the window that holds the folder to come forward. Where that cannot be written, nothing happens."""
    with contextlib.suppress(OSError):
        raise_wish(folder).touch(0o600)
        raise_wish(folder).chmod(0o600)  # whatever the umask took away
        raise_wish(folder).write_text(os.urandom(8).hex())
