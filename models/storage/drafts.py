"""Half-typed text: one small file a field, beside the library and never a part of it.

What is being typed is no step yet, and a kill or a power cut would take it. Here it is written at most once a second, by
a thread of its own, and found again at the next start. Nothing of it enters the library by itself.
"""

from __future__ import annotations

import threading
import time as durations
from pathlib import Path

from models.clock import Clock
from models.formats import Sentence, say
from models.storage.disk import Disk
from models.storage.draft_files import Draft, find, move_aside, purge, remove, write

DRAFTS = "drafts"
SECONDS_BETWEEN = 1.0
"""Between two writes of one text: with the writing itself at most 1.5 s of typing can be lost."""


class Drafts:
    """The half-typed texts of one library folder. Everything but `close` and `flush` returns without touching the disk
    or after reading a few small files; what cannot be written is tried again at the next change.

    In a folder that can only be read nothing is kept.
    """

    def __init__(self, folder: Path, clock: Clock, disk: Disk | None = None, read_only: bool = False) -> None:
        self.folder = folder / DRAFTS
        self.notices: tuple[Sentence, ...] = ()
        self._clock, self._disk, self._read_only = clock, disk or Disk(), read_only
        self._changed = threading.Condition()
        self._wanted: dict[str, str | None] = {}
        self._last: dict[str, float] = {}
        self._hurry = False
        self._stopping = False
        self._busy = False
        self._thread: threading.Thread | None = None

    def found(self) -> tuple[Draft, ...]:
        """What an earlier session left, newest first; to be asked for once, at the start, before anything is typed.

        A damaged file is named in `notices` and stays where it is. Drafts put aside more than 30 days ago are removed.
        """
        drafts, damaged = find(self.folder, self._disk)
        self.notices = tuple(
            say("{file} is damaged: what was being typed there cannot be offered again.", file=name) for name in damaged
        )
        if not self._read_only:
            purge(self.folder, self._disk, self._clock.milliseconds())
        return drafts

    def keep(self, key: str, text: str) -> None:
        """Remember what is being typed; on the disk within about a second."""
        self._want(key, text)

    def clear(self, key: str) -> None:
        """The text is in the library now, and saved (SaveState), or is not wanted: its file goes."""
        self._want(key, None)

    def discard(self, key: str) -> None:
        """Put the draft of an earlier session aside; its file stays for 30 days in the folder "discarded"."""
        if not self._read_only:
            move_aside(self.folder, self._disk, key, self._clock.milliseconds())

    def flush(self) -> None:
        """Wait until all that was handed in so far has been written or has failed to be."""
        with self._changed:
            self._hurry = True
            self._changed.notify_all()
            self._changed.wait_for(lambda: not self._wanted and not self._busy)
            self._hurry = False

    def close(self) -> None:
        """Write what waits and end the thread."""
        self.flush()
        with self._changed:
            self._stopping = True
            self._changed.notify_all()
        if self._thread is not None:
            self._thread.join()

    def _want(self, key: str, text: str | None) -> None:
        with self._changed:
            if self._read_only or self._stopping:
                return
            self._wanted[key] = text
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="encore drafts", daemon=True)
                self._thread.start()
            self._changed.notify_all()

    def _run(self) -> None:
        while (job := self._next()) is not None:
            key, text = job
            try:
                if text is None:
                    remove(self.folder, self._disk, key)
                else:
                    write(self.folder, self._disk, Draft(key, text, self._clock.milliseconds()))
            except OSError:  # the text is still on the screen and in the editor; the next change tries again
                pass
            finally:
                with self._changed:
                    self._busy = False
                    self._changed.notify_all()

    def _next(self) -> tuple[str, str | None] | None:
        with self._changed:
            while True:
                now = durations.monotonic()
                due = {key: self._due(key) for key in self._wanted}
                ready = next((key for key, at in due.items() if at <= now), None)
                if ready is not None:
                    self._busy, self._last[ready] = True, now
                    return ready, self._wanted.pop(ready)
                if self._stopping:
                    return None
                self._changed.wait(min(due.values()) - now if due else None)

    def _due(self, key: str) -> float:
        if self._hurry or self._wanted[key] is None or key not in self._last:
            return 0.0
        return self._last[key] + SECONDS_BETWEEN
