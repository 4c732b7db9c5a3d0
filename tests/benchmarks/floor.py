"""The floor of `start`: the least PySide6 window with five tabs, painted once."""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTabWidget, QWidget


class FirstPaint(QObject):
    """Says when the window was painted, then leaves."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the first paint."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self.leave)
        return False

    def leave(self) -> None:
        """Tell and end."""
        print("first paint", flush=True)
        QApplication.quit()


def main() -> int:
    """Show the window."""
    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    tabs = QTabWidget()
    for name in ("One", "Two", "Three", "Four", "Five"):
        tabs.addTab(QWidget(), name)
    window.setCentralWidget(tabs)
    window.resize(1180, 780)
    painted = FirstPaint()
    window.installEventFilter(painted)
    window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
