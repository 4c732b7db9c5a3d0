"""A real window over a real library in a temporary folder, and the hands that use it."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from shiboken6 import isValid

from models.clock import Clock, FixedClock
from models.library import Library
from models.storage import Store
from models.storage.disk import Disk
from resources import ROOT
from ui.context import AppContext
from ui.main_window import MainWindow
from ui.prompts import Prompts
from ui.theme import choose

SHOWN_MS, STEP_MS = 2000, 20
EVENING = FixedClock(datetime(2026, 5, 14, 18, 30))


class Answers(Prompts):
    """Prompts that answer what the test has put ready, and remember what was told."""

    def __init__(self) -> None:
        self.path: Path | None = None
        self.on_quit = "stay"
        self.then = ""
        self.told: list[str] = []
        self.asked: list[str] = []

    def save_path(self, parent: QWidget | None, title: str, suggested: str, kinds: str) -> Path | None:
        return self.path

    def open_path(self, parent: QWidget | None, title: str, kinds: str) -> Path | None:
        return self.path

    def tell(self, parent: QWidget | None, title: str, text: str, details: str = "") -> None:
        self.told.append(text)

    def quit_unsaved(self, parent: QWidget | None, reason: str) -> str:
        self.asked.append(reason)
        answer, self.on_quit = self.on_quit, self.then or self.on_quit
        return answer


def settled(condition: Callable[[], bool]) -> None:
    """Let events happen until the condition holds, for five seconds at most."""
    end = time.monotonic() + 5
    while time.monotonic() < end:
        if condition():
            return
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)
        QTest.qWait(1)
    raise AssertionError("the screen does not settle")


class Desk:
    """The window, its library, and short names for what a user does."""

    def __init__(self, folder: Path, clock: Clock = EVENING, disk: Disk | None = None) -> None:
        self.folder = folder
        self.clock = clock
        self.answers = Answers()
        self.opened: list[str] = []
        self.library = Library(Store.open(folder, clock, disk), clock)
        self.context = AppContext(self.library, folder, ROOT, self.answers)
        self.context.open_address = self._open_address
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        choose("light", app)
        self.window = MainWindow(self.context)
        painted = QSignalSpy(self.context.painted)
        self.window.resize(1100, 720)
        self.window.show()
        self.window.activateWindow()
        assert QTest.qWaitForWindowActive(self.window)
        assert painted.count() or painted.wait(5000)
        settled(lambda: self.window.ready)
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
        """The one visible widget of that object name; what was just made shows a turn of the event loop later."""

        def seen() -> list[QWidget]:
            return [w for w in self.window.findChildren(QWidget, name) if isinstance(w, kind) and w.isVisible()]

        waited = 0
        while len(found := seen()) != 1 and waited < SHOWN_MS:
            QTest.qWait(STEP_MS)
            waited += STEP_MS
        assert len(found) == 1, f"{len(found)} visible widgets are called {name}"
        return found[0]

    def shown(self, name: str) -> bool:
        """Whether a widget of that object name is on the screen."""
        return any(widget.isVisible() for widget in self.window.findChildren(QWidget, name))

    def click(self, name: str) -> None:
        """Press the button of that name with the mouse."""
        QTest.mouseClick(self.find(name), Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def type(self, name: str, text: str) -> None:
        """Write into the field of that name and leave it."""
        self.find(name).setFocus()
        self.write(text)
        self.press(Qt.Key.Key_Tab)

    def write(self, text: str) -> None:
        """Type where the focus is; a line feed is the Enter key."""
        for number, line in enumerate(text.split("\n")):
            if number:
                self.press(Qt.Key.Key_Return)
            QTest.keyClicks(self.focused, line)
        QApplication.processEvents()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press one key where the focus is."""
        QTest.keyClick(self.focused, key, modifiers)
        QApplication.processEvents()

    def keys(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
        """Press a shortcut, whatever has the focus."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifiers)
        QApplication.processEvents()

    def action(self, name: str) -> QAction:
        """The menu entry of that object name."""
        found = self.window.findChild(QAction, name)
        assert found is not None
        return found

    def text_of(self, name: str) -> str:
        """What stands in the field or label of that name."""
        widget = self.find(name)
        assert isinstance(widget, QLineEdit | QLabel | QAbstractButton)
        return widget.text()

    @property
    def focused(self) -> QWidget:
        """What has the focus."""
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def by_key(self, name: str) -> None:
        """Press the button or tick the box of that name with the space bar."""
        self.find(name).setFocus(Qt.FocusReason.TabFocusReason)
        self.press(Qt.Key.Key_Space)

    def in_dialog(self, opens: Callable[[], object], use: Callable[[QWidget], object]) -> None:
        """`opens` shows a dialog and returns when it is closed; meanwhile `use` has it. Its failures come out here."""
        failed: list[BaseException] = []

        def run() -> None:
            dialog = QApplication.activeModalWidget() or QApplication.activePopupWidget()
            assert dialog is not None
            try:
                settled(dialog.isActiveWindow)
                use(dialog)
            except BaseException as error:  # noqa: BLE001 - the dialog has to close before a test may fail
                failed.append(error)
            finally:
                dialog.close()

        QTimer.singleShot(0, self.window, run)
        opens()
        if failed:
            raise failed[0]
        self.window.activateWindow()  # no window manager does it here
        settled(self.window.isActiveWindow)

    def restart(self) -> Desk:
        """Quit as a user does and start again on the same folder."""
        self.leave()
        return Desk(self.folder, self.clock)

    def leave(self) -> None:
        """Close the window; the library closes with it. A desk that was left stays left."""
        if isValid(self.window):
            self.window.close()
            self.window.deleteLater()
