"""Disks that fail on purpose: the real one, with one thing changed."""

from __future__ import annotations

import errno
import threading
from pathlib import Path
from typing import Any

from models.storage.disk import Disk

CALLS = ("make_folder", "create", "write", "sync", "sync_folder", "close", "read", "read_from", "names", "size", "mark",
         "replace", "link", "remove")  # fmt: skip


class CountingDisk(Disk):
    """Counts its calls; `meet` decides what happens at each."""

    def __init__(self) -> None:
        self.calls = 0

    def meet(self, name: str, arguments: tuple[Any, ...]) -> None:
        """Called before each call; may raise OSError."""


def _counted(name: str) -> Any:
    def call(self: CountingDisk, *arguments: Any) -> Any:
        self.calls += 1
        self.meet(name, arguments)
        return getattr(Disk, name)(self, *arguments)

    return call


for _name in CALLS:
    setattr(CountingDisk, _name, _counted(_name))


class FailsAt(CountingDisk):
    """The k-th call fails; a write that fails may have written half. With `forever` nothing works from then on, which
    leaves on the disk exactly what a kill at that call leaves.
    """

    def __init__(self, k: int, forever: bool = False) -> None:
        super().__init__()
        self.k, self.forever, self.hit = k, forever, False

    def meet(self, name: str, arguments: tuple[Any, ...]) -> None:
        if self.calls == self.k or (self.forever and self.calls > self.k):
            if not self.hit and name == "write":
                handle, data = arguments
                Disk.write(self, handle, bytes(data)[: len(data) // 2])
            self.hit = True
            if name == "close":
                Disk.close(self, *arguments)  # as Linux does: the error is told, the handle is gone
            raise OSError(errno.EIO, "made to fail")


class FullDisk(Disk):
    """Takes `room` bytes, then reports that it is full."""

    def __init__(self, room: int) -> None:
        self.room = room

    def write(self, handle: int, data: bytes | memoryview) -> int:
        if self.room <= 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        count = Disk.write(self, handle, data[: self.room])
        self.room -= count
        return count


class MeanDisk(Disk):
    """Writes at most seven bytes at a time."""

    def write(self, handle: int, data: bytes | memoryview) -> int:
        return Disk.write(self, handle, data[:7])


class SyncFails(Disk):
    """The next `count` syncs fail although every byte was written."""

    def __init__(self, count: int) -> None:
        self.count = count

    def sync(self, handle: int) -> None:
        if self.count:
            self.count -= 1
            raise OSError(errno.EIO, "Input/output error")
        Disk.sync(self, handle)


class BusyDisk(Disk):
    """Syncs nothing until it is let go."""

    def __init__(self) -> None:
        self.entered, self.free = threading.Event(), threading.Event()

    def sync(self, handle: int) -> None:
        self.entered.set()
        self.free.wait()
        Disk.sync(self, handle)


class NoSnapshots(Disk):
    """Refuses every new encore.json: closing then leaves what a crash leaves, only the logs."""

    def create(self, path: Path) -> int:
        if path.suffix == ".new":
            raise OSError(errno.EROFS, "Read-only file system")
        return Disk.create(self, path)


class NoLinks(Disk):
    """A disk without hard links."""

    def link(self, source: Path, target: Path) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")


class SeesReplace(Disk):
    """Tells when encore.json was replaced."""

    def __init__(self) -> None:
        self.replaced = threading.Event()

    def replace(self, source: Path, target: Path) -> None:
        Disk.replace(self, source, target)
        self.replaced.set()
