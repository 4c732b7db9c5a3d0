"""A real window over a real library in a temporary folder, and the hands that use it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from models.clock import Clock, FixedClock
from models.library import Library
from models.storage import Store
from resources import ROOT
from ui.context import AppContext
from ui.main_window import MainWindow
from ui.prompts import Prompts
from ui.theme import choose

EVENING = FixedClock(datetime(2026, 5, 14, 18, 30))


class Answers(Prompts):
    """Prompts that answer what the test has put ready, and remember what was told."""

    def __init__(self) -> None:
        self.path: Path | None = None
        self.on_quit = "stay"
        self.told: list[str] = []

    def save_path(self, parent: QWidget | None, title: str, suggested: str, kinds: str) -> Path | None:
        return self.path

    def open_path(self, parent: QWidget | None, title: str, kinds: str) -> Path | None:
        return self.path

    def tell(self, parent: QWidget | None, title: str, text: str, details: str = "") -> None:
        self.told.append(text)

    def quit_unsaved(self, parent: QWidget | None, reason: str) -> str:
        return self.on_quit


class Desk:
    """The window, its library, and short names for what a user does."""

    def __init__(self, folder: Path, clock: Clock = EVENING) -> None:
        self.folder = folder
        self.clock = clock
        self.answers = Answers()
        self.opened: list[str] = []
        self.library = Library(Store.open(folder, clock), clock)
        self.context = AppContext(self.library, folder, ROOT, self.answers)
        self.context.open_address = self._open_address
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        choose("light", app)
        self.window = MainWindow(self.context)
        self.window.resize(1100, 720)
        self.window.show()
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)
        self.first_focus: QWidget | None = None

    def _open_address(self, address: str) -> bool:
        self.opened.append(address)
        return True

    def open(self, tab: str) -> None:
        """Bring a tab to the front and let it settle."""
        self.window.open_tab(tab)
        QApplication.processEvents()

    def focus_first(self) -> None:
        """Put the focus on the tab bar, where a keyboard round starts and ends."""
        self.window.activateWindow()
        self.window.tabs.tabBar().setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        self.first_focus = self.window.tabs.tabBar()

    def find(self, name: str, kind: type[QObject] = QWidget) -> QWidget:
        """The one visible widget of that object name."""
        found = [w for w in self.window.findChildren(QWidget, name) if isinstance(w, kind) and w.isVisible()]
        assert len(found) == 1, f"{len(found)} visible widgets are called {name}"
        return found[0]

    def click(self, name: str) -> None:
        """Press the button of that name with the mouse."""
        QTest.mouseClick(self.find(name), Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def type(self, name: str, text: str) -> None:
        """Write into the field of that name and leave it."""
        widget = self.find(name)
        widget.setFocus()
        QTest.keyClicks(widget, text)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
        QApplication.processEvents()

    def restart(self) -> Desk:
        """Quit as a user does and start again on the same folder."""
        self.leave()
        return Desk(self.folder, self.clock)

    def leave(self) -> None:
        """Close the window; the library closes with it. A desk that was left stays left."""
        if isValid(self.window):
            self.window.close()
            self.window.deleteLater()
