"""Quitting: first the disk, then the window. Where the disk is slow it is said; where it refuses, the user decides."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout, QWidget

from models.errors import EncoreError
from models.storage import NotSaved
from ui.context import AppContext
from ui.frame.copies import write_copy
from ui.texts import tr
from ui.theme import hub, tokens
from ui.widgets.buttons import quiet_button
from ui.widgets.headings import label

AT_ONCE = 0.3
"""Seconds that may pass before anything is said."""
PATIENCE = 10.0
"""Seconds to wait for the disk before asking what to do."""
LAST_PATIENCE = 5.0
"""Seconds for the end itself, where the user has given up what is not saved."""


class Job(QObject):
    """Something that waits for the disk, in a thread of its own."""

    done = Signal()

    def __init__(self, work: Callable[[], object]) -> None:
        super().__init__()
        self._work = work
        self._finished = threading.Event()
        self.error: EncoreError | None = None
        threading.Thread(target=self._run, name="encore quitting", daemon=True).start()

    def _run(self) -> None:
        try:
            self._work()
        except EncoreError as error:
            self.error = error
        finally:
            self._finished.set()
            self.done.emit()

    def over(self, seconds: float = 0) -> bool:
        """Whether it has ended, after waiting so long for it."""
        return self._finished.wait(seconds)


class WaitingDialog(QDialog):
    """Says that the disk is awaited, until it has answered, the user would rather stay, or the time is up."""

    def __init__(self, job: Job, seconds: float, can_stay: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("waiting")
        self.setWindowTitle(tr("Waiting for the disk…"))
        px = hub.current.px
        self.setFixedWidth(px(400))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(tokens.WIDE), px(tokens.WIDE), px(tokens.WIDE), px(tokens.LARGE))
        column.setSpacing(px(tokens.MEDIUM))
        column.addWidget(label(tr("Waiting for the disk…"), "section", wrap=True))
        column.addWidget(label(tr("Your last change is on its way. Encore closes when it is there."), wrap=True))
        busy = QProgressBar()
        busy.setRange(0, 0)
        busy.setTextVisible(False)
        busy.setAccessibleName(tr("Waiting for the disk…"))
        column.addWidget(busy)
        if can_stay:
            column.addWidget(quiet_button(tr("Do not close"), self.reject, name="stay"))
        self._can_stay = can_stay
        job.done.connect(self.accept)
        QTimer.singleShot(round(seconds * 1000), self, self.accept)

    def reject(self) -> None:
        """Escape stays, where one can."""
        if self._can_stay:
            super().reject()


class Quitting:
    """Asked by the window whether it may go."""

    def __init__(self, context: AppContext, window: QWidget) -> None:
        self._context, self._window = context, window
        self._asking = False

    def may_quit(self) -> bool:
        """Wait for the disk; where it refuses, ask. True when the window may close: then the library is closed."""
        if self._asking:
            return False
        self._asking = True
        try:
            while (answer := self._try()) == "again":
                pass
        finally:
            self._asking = False
        return answer == "go"

    def _try(self) -> str:
        store, typed = self._context.library.store, self._context.typed
        flushing = self._wait(lambda: store.flush(PATIENCE), 2 * PATIENCE, can_stay=True)
        if flushing is None:
            return "stay"
        error = flushing.error
        if error is None:
            typed.settle()
            closing = self._wait(lambda: (typed.close(), store.close()), PATIENCE, can_stay=False)
            error = closing.error if closing is not None else None
        return "go" if error is None else self._ask(error)

    def _ask(self, error: EncoreError) -> str:
        store = self._context.library.store
        state = store.state
        reason = state.reason if isinstance(state, NotSaved) else str(error).removeprefix("Not saved: ").rstrip(".")
        match self._context.prompts.quit_unsaved(self._window, reason):
            case "retry":
                store.retry()
                return "again"
            case "copy":
                return self._give_up() if write_copy(self._context, self._window) else "again"
            case "quit":
                return self._give_up()
            case _:
                return "stay"

    def _give_up(self) -> str:
        store, typed = self._context.library.store, self._context.typed
        self._wait(lambda: (typed.close(), store.close(force=True)), LAST_PATIENCE, can_stay=False)
        return "go"

    def _wait(self, work: Callable[[], object], seconds: float, *, can_stay: bool) -> Job | None:
        """The job, ended or out of time; None where the user would rather stay."""
        job = Job(work)
        if job.over(AT_ONCE):
            return job
        dialog = WaitingDialog(job, seconds, can_stay, self._window)
        answer = QDialog.DialogCode.Accepted if job.over() else dialog.exec()
        dialog.deleteLater()
        return job if answer == QDialog.DialogCode.Accepted else None
