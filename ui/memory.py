"""What the window remembers about itself between starts. Never anything about the user's search."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings


class WindowMemory:
    """Size, open tab and the interview in hand, kept in window.ini beside the library."""

    def __init__(self, folder: Path) -> None:
        self._settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)

    @property
    def geometry(self) -> QByteArray:
        """The window's place and size as Qt saved it; empty at the first start."""
        value = self._settings.value("geometry", QByteArray())
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._settings.setValue("geometry", value)

    def text(self, name: str) -> str:
        """A remembered word; empty where there is none."""
        return str(self._settings.value(name, ""))

    def remember(self, name: str, value: str) -> None:
        """Keep a word for the next start."""
        self._settings.setValue(name, value)
