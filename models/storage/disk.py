"""Every call that touches the disk, in one place, so that a test can make any of them fail."""

# ruff: noqa: PTH101, PTH102, PTH105, PTH108, PTH116, PTH123, PTH208 (one method, one system call: pathlib hides which)

from __future__ import annotations

import contextlib
import errno
import os
import sys
import time
from pathlib import Path

_PATIENCE = (0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 0.8)
"""Seconds between tries on Windows, where a scanner may hold a file for a moment."""

_NOT_FOR_FOLDERS = (errno.EINVAL, errno.ENOTSUP)
"""What network drives answer that cannot sync a folder; there is then nothing to be done."""


class Disk:
    """Thin: no method does more than one thing, and each raises OSError where it could not."""

    def make_folder(self, path: Path) -> bool:
        """Make the folder for this user only; False where it was there."""
        try:
            os.mkdir(path, 0o700)
        except FileExistsError:
            return False
        os.chmod(path, 0o700)  # mkdir is subject to the umask
        return True

    def may_write(self, path: Path) -> bool:
        """Whether names can be made in this folder. On Windows the answer may be yes too often."""
        return os.access(path, os.W_OK | os.X_OK, effective_ids=os.access in os.supports_effective_ids)

    def create(self, path: Path) -> int:
        """Open a new file for appending, readable by this user only. An existing one is an error."""
        flags = (
            os.O_WRONLY
            | os.O_CREAT
            | os.O_EXCL
            | os.O_APPEND
            | getattr(os, "O_CLOEXEC", 0)
            | getattr(os, "O_BINARY", 0)
        )
        handle = os.open(path, flags, 0o600)
        if hasattr(os, "fchmod"):
            os.fchmod(handle, 0o600)
        return handle

    def write(self, handle: int, data: bytes | memoryview) -> int:
        """Write what fits; the number of bytes that did."""
        return os.write(handle, data)

    def sync(self, handle: int) -> None:
        """Return only when the file's bytes are on the medium, and its name still leads to it."""
        if sys.platform == "darwin":
            import fcntl  # noqa: PLC0415 - not on Windows

            try:
                fcntl.fcntl(handle, fcntl.F_FULLFSYNC)  # fsync alone leaves the bytes in the drive's cache
            except OSError:  # network volumes do not know it
                os.fsync(handle)
        elif hasattr(os, "fdatasync"):
            os.fdatasync(handle)
        else:
            os.fsync(handle)
        if os.fstat(handle).st_nlink == 0:
            raise FileNotFoundError(errno.ENOENT, "the file has been removed")

    def sync_folder(self, path: Path) -> None:
        """Make the names in a folder durable (Windows does so by itself)."""
        if sys.platform == "win32":
            return
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        except OSError as error:
            if error.errno not in _NOT_FOR_FOLDERS:
                raise
        finally:
            os.close(handle)

    def close(self, handle: int) -> None:
        """Give the handle back."""
        os.close(handle)

    def read(self, path: Path) -> bytes:
        """All bytes."""
        return path.read_bytes()

    def read_from(self, path: Path, start: int) -> bytes:
        """The bytes from `start` on."""
        with open(path, "rb") as file:
            file.seek(start)
            return file.read()

    def names(self, path: Path) -> list[str]:
        """The names in a folder in order; none where it does not exist."""
        try:
            return sorted(os.listdir(path))
        except FileNotFoundError:
            return []

    def size(self, path: Path) -> int:
        """The size in bytes."""
        return os.stat(path).st_size

    def mark(self, path: Path) -> tuple[int, int, int] | None:
        """What changes when someone else replaces or rewrites the file; None where there is none."""
        try:
            found = os.stat(path)
        except FileNotFoundError:
            return None
        return found.st_ino, found.st_size, found.st_mtime_ns

    def replace(self, source: Path, target: Path) -> None:
        """Put `source` in the place of `target` in one go; on Windows with patience."""
        for pause in _PATIENCE if sys.platform == "win32" else ():
            try:
                os.replace(source, target)
            except PermissionError:
                time.sleep(pause)
            else:
                return
        os.replace(source, target)

    def link(self, source: Path, target: Path) -> None:
        """A second name for the same file."""
        os.link(source, target)

    def remove(self, path: Path) -> None:
        """Remove one name."""
        os.unlink(path)


def write_whole(disk: Disk, handle: int, data: bytes) -> None:
    """Write all of `data`, however little the system takes at a time."""
    rest = memoryview(data)
    while rest:
        count = disk.write(handle, rest)
        if count <= 0:
            raise OSError(errno.EIO, "nothing was written")
        rest = rest[count:]


def write_file(disk: Disk, path: Path, pieces: list[bytes]) -> None:
    """A new durable file made of `pieces`; on failure it is removed as far as possible."""
    handle = disk.create(path)
    try:
        try:
            for piece in pieces:
                write_whole(disk, handle, piece)
            disk.sync(handle)
        finally:
            disk.close(handle)
    except OSError:
        try_to_remove(disk, path)
        raise


def write_replacing(disk: Disk, target: Path, pieces: list[bytes]) -> None:
    """A durable file in the place of `target`, whole or not at all. Raises OSError."""
    fresh = target.with_name(f".{target.name}.{os.urandom(4).hex()}.new")
    write_file(disk, fresh, pieces)
    try:
        disk.replace(fresh, target)
        disk.sync_folder(target.parent)
    except OSError:
        try_to_remove(disk, fresh)
        raise


def try_to_remove(disk: Disk, path: Path) -> None:
    """Remove a file that nobody needs; that it stays is no harm."""
    with contextlib.suppress(OSError):
        disk.remove(path)
