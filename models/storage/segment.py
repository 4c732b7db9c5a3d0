"""The log that this session appends to.

After any error a segment is abandoned for good: the kernel may forget after a failed fsync that bytes are missing, so a
second one would lie (the "fsyncgate" of PostgreSQL, 2018). The steps then go, in order, into a new one.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Sequence
from pathlib import Path

from models.storage.disk import Disk, write_whole
from models.storage.lines import log_name, sealed

ALL_OF_IT = 2**53 - 1
"""As the number of bytes seen: the file holds nothing that is not elsewhere."""


class Segments:
    """Owned by the writer thread. `durable` counts, per file of this session, the bytes whose steps are on the disk.

    Files are named by the time of a step in them, not by the clock, so their names keep the order of the steps.
    """

    def __init__(self, folder: Path, disk: Disk, last_time: Callable[[], int]) -> None:
        self._folder, self._disk, self._last_time = folder, disk, last_time
        self._history = folder / "history"
        self._handle: int | None = None
        self._named = False
        self._session = ""
        self._name = ""
        self._abandoned: list[str] = []
        self.durable: dict[str, int] = {}

    def append(self, bodies: Sequence[bytes]) -> int:
        """Make these steps durable, all or (as far as anyone may rely on it) none; the number of bytes written.

        Raises OSError; the caller keeps the steps and hands all of them in again.
        """
        try:
            handle = self._opened()
            data = b"".join([sealed(self._session, body) for body in bodies])
            write_whole(self._disk, handle, data)
            self._disk.sync(handle)
            if not self._named:
                self._sync_names()
        except BaseException:  # whatever it was, half a line may stand at the end now
            self._abandon()
            raise
        self.durable[self._name] = self.durable.get(self._name, 0) + len(data)
        for name in self._abandoned:
            self.durable[name] = ALL_OF_IT
        self._abandoned.clear()
        return len(data)

    def close(self) -> None:
        """Close the file; what was not durable before is not now."""
        if self._handle is not None:
            handle, self._handle = self._handle, None
            with contextlib.suppress(OSError):
                self._disk.close(handle)

    def _opened(self) -> int:
        if self._handle is None:
            self._disk.make_folder(self._history)
            self._session = os.urandom(8).hex()
            self._name = log_name(self._last_time(), self._session)
            self._named = False
            self._handle = self._disk.create(self._history / self._name)
        return self._handle

    def _sync_names(self) -> None:
        for folder in (self._history, self._folder, self._folder.parent):
            try:
                self._disk.sync_folder(folder)
            except PermissionError:
                if folder != self._folder.parent:
                    raise
        self._named = True

    def _abandon(self) -> None:
        if self._name:
            self._abandoned.append(self._name)
        self._name = ""
        self.close()
