"""One thread owns the disk, so that no edit ever waits for it.

Whoever commits holds the lock only long enough to put a step in the queue; the thread holds it only to look there, never
while it writes. All that waits is written together (group commit). Whoever has to wait for the disk anyway (`flush`) does
the writing itself where the thread has not begun to: `_busy` says that one of them has.
"""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable
from typing import Literal

from models.storage.errors import NotDurable, reason_of
from models.storage.segment import Segments
from models.storage.states import NotSaved, Saved, SaveState, Saving

_log = logging.getLogger(__name__)

IDLE_SECONDS = 30.0
BYTES_BETWEEN_SNAPSHOTS = 1_000_000


class Writer:
    """The queue and its thread. `changed` guards the queue and everything that moves together with it."""

    def __init__(self, segments: Segments, snapshot: Callable[[], None]) -> None:
        self.changed = threading.Condition(threading.Lock())
        self._segments, self._snapshot = segments, snapshot
        self._queue: deque[bytes] = deque()
        self._failure = ""
        self._stopping = False
        self._busy = False
        self._unsnapped = 0
        self._thread: threading.Thread | None = None
        self._listeners: list[Callable[[SaveState], None]] = []

    @property
    def state(self) -> SaveState:
        """How things stand."""
        count, failure = len(self._queue), self._failure
        if failure:
            return NotSaved(failure, count)
        return Saving(count) if count else Saved()

    def listen(self, listener: Callable[[SaveState], None]) -> None:
        """Tell `listener`, in the writer's thread, of each change."""
        self._listeners.append(listener)

    def put(self, body: bytes) -> None:
        """Queue a step; the caller holds `changed`."""
        self._queue.append(body)
        self._start()
        self.changed.notify_all()

    def tell_of_waiting(self) -> None:
        """After a failure the thread is silent: whoever adds a step says that one more waits."""
        if self._failure:
            self._tell()

    def waiting(self) -> list[bytes]:
        """The steps that are not durable yet; the caller holds `changed`."""
        return list(self._queue)

    def flush(self, timeout: float | None) -> None:
        """Wait until every step is durable. Raises NotDurable where the disk refused or the time was not enough."""
        while timeout is None and self._write_here():
            pass
        with self.changed:
            in_time = self.changed.wait_for(lambda: not self._queue or bool(self._failure), timeout)
            if self._failure:
                raise NotDurable(self._failure, len(self._queue))
            if not in_time:
                raise NotDurable("the disk has not answered yet", len(self._queue))

    def retry(self) -> None:
        """Try the queue again, in a new log file."""
        with self.changed:
            self._failure = ""
            self._start()
            self.changed.notify_all()
        self._tell()

    def stop(self) -> None:
        """Write what can be written, then end the thread."""
        with self.changed:
            self._stopping = True
            self.changed.notify_all()
        if self._thread is not None:
            self._thread.join()
        self._segments.close()

    def _start(self) -> None:
        if self._thread is None and not self._stopping:
            self._thread = threading.Thread(target=self._run, name="encore writer", daemon=True)
            self._thread.start()

    def _run(self) -> None:
        try:
            while (task := self._next()) != "stop":
                if task == "write":
                    self._write()
                else:
                    self._unsnapped = 0
                    self._snapshot()
                    self._done()
        except BaseException:
            with self.changed:  # nobody may wait for a thread that is no more; Retry starts another
                self._thread = None
            self._done(failure="the program made a mistake")
            raise

    def _next(self) -> Literal["write", "snapshot", "stop"]:
        with self.changed:
            while True:
                if not self._busy:
                    if self._queue and not self._failure:
                        self._busy = True
                        return "write"
                    if self._stopping:
                        return "stop"
                    if self._unsnapped >= BYTES_BETWEEN_SNAPSHOTS:
                        self._busy = True
                        return "snapshot"
                quiet = not self.changed.wait(IDLE_SECONDS if self._unsnapped else None)
                if quiet and not self._queue and not self._busy:
                    self._busy = True
                    return "snapshot"

    def _write_here(self) -> bool:
        with self.changed:
            if self._busy or self._failure or not self._queue:
                return False
            self._busy = True
        self._write()
        return True

    def _write(self) -> None:
        with self.changed:
            batch = list(self._queue)
        self._tell()
        try:
            self._unsnapped += self._segments.append(batch)
        except OSError as error:
            self._done(failure=reason_of(error))
        except BaseException:
            self._done(failure="the program made a mistake")
            raise
        else:
            self._done(len(batch))
        self._tell()

    def _done(self, count: int = 0, failure: str = "") -> None:
        with self.changed:
            for _ in range(count):
                self._queue.popleft()
            self._failure = failure or self._failure
            self._busy = False
            self.changed.notify_all()

    def _tell(self) -> None:
        state = self.state
        for listener in tuple(self._listeners):
            try:
                listener(state)
            except Exception:  # noqa: BLE001 - whoever listens may not keep others from saving
                _log.exception("A listener failed on %s", state)
