"""The proofreading worker as the window sees it: hand in a letter, hear back on the screen's thread."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from models.errors import EncoreError
from models.findings import Finding
from models.letters.desk import Desk
from models.letters.facts import Facts
from models.letters.purposes import Light
from models.proofreading.choice import best_engine
from models.proofreading.merging import merged
from models.proofreading.pack import load_pack
from models.proofreading.proofreader import Context, Proofreader
from models.proofreading.worker import ProofreadingWorker, Reading


class ReadLetter:
    """What came of one revision of a letter: findings in reading order, lights, and a notice that must be shown."""

    def __init__(self, revision: int, findings: tuple[Finding, ...], lights: tuple[Light, ...], notice: str) -> None:
        self.revision = revision
        self.findings = findings
        self.lights = lights
        self.notice = notice


class LetterReader(QObject):
    """Reads the newest text only. The worker starts with the first letter, half a second of work off the screen."""

    letter_read = Signal(object)

    def __init__(self, words: Path, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._desk = desk
        self._worker: ProofreadingWorker | None = None
        self._closed = False

    def submit(self, revision: int, subject: str, body: str, context: Context, facts: Facts) -> None:
        """Ask for a reading of this text; `letter_read` follows unless a newer one is submitted first."""
        if self._closed:
            return
        if self._worker is None:
            words = self._words
            self._worker = ProofreadingWorker(lambda: Proofreader(best_engine(), load_pack(words / "pack")))
        self._worker.submit(
            revision, body, context, lambda number, reading: self._answer(number, reading, subject, body, facts)
        )

    def _answer(self, revision: int, reading: Reading, subject: str, body: str, facts: Facts) -> None:
        # On the worker's thread: facts and lights are pure functions of frozen values. Qt queues the signal.
        try:
            found = merged(reading.findings, self._desk.check(body, facts, subject))
            result = ReadLetter(revision, found, self._desk.lights(body, facts), reading.notice)
        except EncoreError as error:
            result = ReadLetter(revision, reading.findings, (), str(error))
        self.letter_read.emit(result)

    def close(self) -> None:
        """Stop the worker and wait for it; nothing is read after that."""
        self._closed = True
        if self._worker is not None:
            self._worker.close()
            self._worker = None
