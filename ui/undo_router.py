"""Ctrl+Z belongs to the text field while it has something to take back, and to the window after that.

A focused text field swallows the undo keys even when it has nothing to undo; this filter hands them on.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit


class UndoRouter(QObject):
    """An event filter for the application. `typed` follows each key that changes a text the user may write in."""

    typed = Signal()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Refuse the override for undo and redo where the field has nothing to take back."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if event.matches(QKeySequence.StandardKey.Undo):
            idle = not _can(watched, "undo")
        elif event.matches(QKeySequence.StandardKey.Redo):
            idle = not _can(watched, "redo")
        else:
            if _writes(watched, event):
                self.typed.emit()
            return False
        if idle:
            event.ignore()
            return True
        return False


def _writes(widget: QObject, event: QKeyEvent) -> bool:
    if not isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit) or widget.isReadOnly():
        return False
    return bool(event.text().strip("\t\r\x1b")) or event.matches(QKeySequence.StandardKey.Paste)


def _can(widget: QObject, what: str) -> bool:
    if isinstance(widget, QLineEdit):
        return widget.isUndoAvailable() if what == "undo" else widget.isRedoAvailable()
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        document = widget.document()
        return document.isUndoAvailable() if what == "undo" else document.isRedoAvailable()
    return False
