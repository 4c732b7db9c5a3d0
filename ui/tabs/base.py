"""What every tab is: built when first shown, refreshed only while it is seen."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.library import StepDone
from ui.context import AppContext


class Tab(QWidget):
    """A page of the main window. A subclass builds in `build`, fills in `refresh`, and may open records.

    A step made elsewhere while the tab is hidden is remembered; the tab refreshes once when it is shown again.
    """

    help_page = "start"

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.context = context
        self.library = context.library
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self._stale = True
        self.build()
        context.signals.changed.connect(self._on_step)
        context.interview_changed.connect(self._on_interview)

    def build(self) -> None:
        """Make the widgets. Called once, before the tab is first seen."""

    def refresh(self, step: StepDone | None) -> None:
        """Show what is true now. `step` is what changed, or None when everything may have."""

    def show_record(self, table: str, record_id: str) -> None:
        """Open this record, if it is one of this tab's."""

    @property
    def settled(self) -> bool:
        """Whether nothing that the tab shows is still being worked out."""
        return True

    def flush(self) -> None:
        """Commit what is typed and not yet kept: before quitting, printing or changing the tab."""

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while hidden."""
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.refresh(None)

    def _on_step(self, step: StepDone) -> None:
        if self.isVisible():
            self.refresh(step)
        else:
            self._stale = True

    def _on_interview(self, _interview_id: str) -> None:
        if self.isVisible():
            self.refresh(None)
        else:
            self._stale = True
