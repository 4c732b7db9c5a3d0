"""One thread that proofreads while its owner keeps working. Plain Python: no toolkit, no polling."""

from __future__ import annotations

import threading
from collections.abc import Callable

import msgspec

from models.errors import EncoreError
from models.findings import Finding
from models.proofreading.proofreader import Context, Proofreader


class Reading(msgspec.Struct, frozen=True):
    """What came of one text. `notice` is empty or a sentence that must be shown beside the findings."""

    findings: tuple[Finding, ...] = ()
    engine: str = ""
    notice: str = ""


class _Wish(msgspec.Struct, frozen=True):
    revision: int
    text: str
    context: Context
    answer: Callable[[int, Reading], None]


class ProofreadingWorker:
    """Reads the newest text only: a text that is older than the last one submitted gets no answer.

    `load` builds the Proofreader inside the thread at the first text (half a second). Answers are given on the worker's
    thread: a window hands them on to its own.
    """

    def __init__(self, load: Callable[[], Proofreader]) -> None:
        self._load = load
        self._changed = threading.Condition()
        self._wish: _Wish | None = None
        self._newest: int | None = None
        self._closed = False
        self._thread = threading.Thread(target=self._work, name="proofreading", daemon=True)
        self._thread.start()

    def submit(self, revision: int, text: str, context: Context, answer: Callable[[int, Reading], None]) -> None:
        """Ask for a reading. Returns at once; a wish that waits is replaced. Does nothing after `close`."""
        with self._changed:
            if not self._closed:
                self._wish = _Wish(revision, text, context, answer)
                self._newest = revision
                self._changed.notify()

    def cancel(self) -> None:
        """No answer comes for anything submitted so far, unless it is being given this very moment."""
        with self._changed:
            self._wish = None
            self._newest = None

    def close(self, seconds: float = 5.0) -> bool:
        """Stop and wait. True where the thread has ended; a second call is harmless."""
        self.cancel()
        with self._changed:
            self._closed = True
            self._changed.notify()
        if threading.current_thread() is not self._thread:
            self._thread.join(seconds)
        return not self._thread.is_alive()

    def _work(self) -> None:
        proofreader: Proofreader | None = None
        while (wish := self._next()) is not None:
            try:
                proofreader = proofreader or self._load()
                findings = proofreader.check(wish.text, wish.context)
                reading = Reading(findings, proofreader.engine, proofreader.notice)
            except EncoreError as error:
                reading = Reading(notice=str(error))
            except Exception as error:  # noqa: BLE001 - the thread must outlive a fault: without it nothing is ever checked again
                reading = Reading(
                    notice=f"This text could not be checked ({type(error).__name__}). Read it once more yourself."
                )
            self._give(wish, reading)

    def _next(self) -> _Wish | None:
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._wish is not None)
            wish, self._wish = self._wish, None
            return None if self._closed else wish

    def _give(self, wish: _Wish, reading: Reading) -> None:
        with self._changed:
            wanted = wish.revision == self._newest
        if wanted:
            wish.answer(wish.revision, reading)
