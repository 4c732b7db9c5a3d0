"""Opens the library and the window; the only place that makes a QApplication for the user."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from models.clock import SystemClock
from models.library import Library, StepDone
from models.records import Settings
from models.storage import FolderInUse, Store, ask_to_raise
from resources import ROOT
from ui import crash
from ui.context import AppContext
from ui.main_window import MainWindow
from ui.prompts import Prompts
from ui.raise_watch import RaiseWatch
from ui.texts import tr
from ui.theme import application_icon, choose
from ui.undo_router import UndoRouter

log = logging.getLogger("encore")
FIRST_PAINT = "ENCORE_BENCH_FIRST_PAINT"


class ThemeKeeper(QObject):
    """Keeps the application's looks as the settings say."""

    def __init__(self, app: QApplication, context: AppContext) -> None:
        super().__init__(app)
        self._app = app
        self._context = context
        self._shown: tuple[str, int] | None = None
        context.signals.changed.connect(self._on_step)
        self.show()

    def show(self) -> None:
        """Apply what the settings ask for, if that is not what is shown."""
        settings = self._context.settings
        wanted = (settings.theme, settings.text_size)
        if wanted != self._shown:
            self._shown = wanted
            choose(settings.theme, self._app, settings.text_size)

    def _on_step(self, step: StepDone) -> None:
        if step.touches(Settings):
            self.show()


def make_application(arguments: list[str]) -> QApplication:
    """The QApplication with the program's name and mark."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(arguments)
    app.setApplicationName("Encore")
    app.setDesktopFileName("encore")
    app.setWindowIcon(application_icon())
    return app


def open_context(data_dir: Path) -> AppContext:
    """The library in that folder and everything the window needs around it."""
    data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    clock = SystemClock()
    return AppContext(Library(Store.open(data_dir, clock), clock), data_dir, ROOT)


def run(data_dir: Path) -> int:
    """Show the window until the user closes it. Returns the exit code."""
    app = make_application(sys.argv[:1])
    prompts = Prompts()
    try:
        context = open_context(data_dir)
    except FolderInUse:
        ask_to_raise(data_dir)
        return 0
    router = UndoRouter(app)
    app.installEventFilter(router)
    looks = ThemeKeeper(app, context)
    window = MainWindow(context)
    crash.install(lambda sentence, details: _show_crash(prompts, window, sentence, details))
    if os.environ.get(FIRST_PAINT):
        painted = _FirstPaint(app)
        window.installEventFilter(painted)
    window.show()
    QTimer.singleShot(0, lambda: RaiseWatch(data_dir, window))
    code = app.exec()
    del looks
    return code


def _show_crash(prompts: Prompts, window: MainWindow, sentence: str, details: str) -> None:
    text = sentence or tr("Something went wrong that should not have. What you wrote is kept. You can go on working.")
    prompts.tell(window, tr("Encore"), text, "" if sentence else details)


class _FirstPaint(QObject):
    """For the start benchmark: says when the window was first painted, then leaves."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Write one line to stdout and quit once what is painted is on its way."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._done)
        return False

    def _done(self) -> None:
        sys.stdout.write("first paint\n")
        sys.stdout.flush()
        QApplication.quit()
