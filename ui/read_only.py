"""In a folder that can only be read, fields can be read and copied from, and take no typing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

EDITED_IN = ("main_window", "details")
"""Windows whose fields are the user's records. What is typed elsewhere only looks for something."""
LOOKS_FOR = ("people_filter",)
_Field = QLineEdit | QPlainTextEdit | QTextEdit


class ReadOnlyFields(QObject):
    """An event filter for the application: a field that appears, or that a page opens again, is closed to typing."""

    def __init__(self, window: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        for field in window.findChildren(QWidget):
            self._close(field)
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Never takes an event away."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.ReadOnlyChange):
            self._close(watched)
        return False

    def _close(self, field: QObject) -> None:
        if (
            isinstance(field, _Field)
            and not field.isReadOnly()
            and field.objectName() not in LOOKS_FOR
            and field.window().objectName() in EDITED_IN
        ):
            field.setReadOnly(True)
