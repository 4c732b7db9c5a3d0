"""The only place that opens message boxes and file dialogs. Handed to whoever needs to ask."""

from __future__ import annotations

from pathlib import Path

from PySide6 import QtWidgets
from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ui.texts import tr


class Prompts:
    """Questions to the user. Tests hand in a subclass that answers."""

    _last: Path | None = None

    def save_path(self, parent: QWidget | None, title: str, suggested: str, kinds: str) -> Path | None:
        """Where to write a file; None when the user changed their mind."""
        chosen, _ = QtWidgets.QFileDialog.getSaveFileName(parent, title, str(self._folder() / suggested), kinds)
        return self._kept(chosen)

    def open_path(self, parent: QWidget | None, title: str, kinds: str) -> Path | None:
        """Which file to read; None when the user changed their mind."""
        chosen, _ = QtWidgets.QFileDialog.getOpenFileName(parent, title, str(self._folder()), kinds)
        return self._kept(chosen)

    def _folder(self) -> Path:
        """The folder chosen last, else the user's documents."""
        if self._last is None:
            found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
            self._last = Path(found) if found and Path(found).is_dir() else Path.home()
        return self._last

    def _kept(self, chosen: str) -> Path | None:
        if not chosen:
            return None
        self._last = Path(chosen).parent
        return Path(chosen)

    def tell(self, parent: QWidget | None, title: str, text: str, details: str = "") -> None:
        """Say something that the window itself cannot show."""
        box = QtWidgets.QMessageBox(
            QtWidgets.QMessageBox.Icon.NoIcon, title, text, QtWidgets.QMessageBox.StandardButton.Ok, parent
        )
        box.setDetailedText(details)
        if details:
            copy = box.addButton(tr("Copy"), QtWidgets.QMessageBox.ButtonRole.ActionRole)
            copy.clicked.disconnect()  # a button of a message box would close it
            copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(f"{text}\n\n{details}"))
        box.exec()

    def quit_unsaved(self, parent: QWidget | None, reason: str) -> str:
        """What to do when the last steps could not be written: "retry", "copy", "quit" or "stay"."""
        box = QtWidgets.QMessageBox(parent)
        box.setWindowTitle(tr("Not saved yet"))
        box.setText(tr("Your last changes are not on the disk: {reason}.", reason=reason))
        box.setInformativeText(tr("If you quit now, they are lost."))
        retry = box.addButton(tr("Try again"), QtWidgets.QMessageBox.ButtonRole.AcceptRole)
        copy = box.addButton(tr("Save a copy"), QtWidgets.QMessageBox.ButtonRole.ActionRole)
        leave = box.addButton(tr("Quit without saving"), QtWidgets.QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(tr("Stay"), QtWidgets.QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(retry)
        box.exec()
        return {id(retry): "retry", id(copy): "copy", id(leave): "quit"}.get(id(box.clickedButton()), "stay")
