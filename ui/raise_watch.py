"""A second start asks the first window to come forward, by touching a file; this watches for it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject
from PySide6.QtWidgets import QWidget

from models.storage import raise_wish


class RaiseWatch(QObject):
    """Brings `window` to the front when the wish changes."""

    def __init__(self, folder: Path, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._wish = raise_wish(folder)
        self._seen = self._stamp()
        self._watcher = QFileSystemWatcher([str(folder)], self)
        self._watcher.directoryChanged.connect(self._look)
        self._watcher.fileChanged.connect(self._look)
        self._follow()

    def _stamp(self) -> int:
        try:
            return self._wish.stat().st_mtime_ns
        except OSError:
            return 0

    def _follow(self) -> None:
        if self._wish.exists() and str(self._wish) not in self._watcher.files():
            self._watcher.addPath(str(self._wish))

    def _look(self, _path: str) -> None:
        self._follow()
        if self._stamp() == self._seen:
            return
        self._seen = self._stamp()
        window = self._window
        if window.isMinimized():
            window.showNormal()
        window.raise_()
        window.activateWindow()
