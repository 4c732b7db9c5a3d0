"""Opens the library and the window; the only place that makes a QApplication for the user."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QLoggingCategory, QObject, QTimer
from PySide6.QtWidgets import QApplication

from models.library import Library, StepDone
from models.records import Settings
from resources import ROOT
from ui import crash
from ui.context import AppContext
from ui.main_window import MainWindow
from ui.prompts import Prompts
from ui.texts import tr
from ui.theme import application_icon, ask_system, choose

FIRST_PAINT = "ENCORE_BENCH_FIRST_PAINT"
IDLE_MS = 1500
"""After the start, before the index for the search is begun."""
UNSEEN = ("offscreen", "minimal")
"""Platforms of Qt that show nothing: nobody could close a box there."""


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
        # Named here because QApplication.setStyle hands back a QStyle, whose many enums Python would have to make.
        app = QApplication([*arguments, "-style", "Fusion"])
        app.setProperty("dressed", True)
    app.setApplicationName("Encore")
    app.setDesktopFileName("encore")
    return app


def run(library: Library, data_dir: Path) -> int:
    """Show the window over this library until the user closes it. Returns the exit code."""
    app = make_application(sys.argv[:1])
    context = AppContext(library, data_dir, ROOT)
    looks = ThemeKeeper(app, context)
    window = MainWindow(context)
    crash.install(lambda sentence, details: show_crash(context, window, sentence, details))
    window.finished.connect(lambda: _finish(app, context, window))
    if os.environ.get(FIRST_PAINT):
        end = _FirstPaint(app)
        if os.environ[FIRST_PAINT] == "page":
            window.page_made.connect(lambda page: page.installEventFilter(end))
        else:
            window.installEventFilter(end)
    window.show()
    code = app.exec()
    del looks
    return code


def _finish(app: QApplication, context: AppContext, window: MainWindow) -> None:
    """What nobody sees in the first pictures. An event filter for the application makes PySide look up every class."""
    from ui.raise_watch import RaiseWatch  # noqa: PLC0415 - after the first paint
    from ui.undo_router import UndoRouter  # noqa: PLC0415

    gc.freeze()
    gc.enable()
    app.setWindowIcon(application_icon())
    router = UndoRouter(app)
    router.typed.connect(window.save_status.typing)
    app.installEventFilter(router)
    # Where no mail program answers, Qt would print the whole letter to the terminal.
    QLoggingCategory.setFilterRules("qt.qpa.services=false")
    ask_system(app)
    RaiseWatch(context.data_dir, window)
    QTimer.singleShot(IDLE_MS, context, context.grow_search)


def show_crash(context: AppContext, window: MainWindow, sentence: str, details: str) -> None:
    """Tell what nobody caught; in a folder that can only be read, that an edit was refused is said in passing."""
    if sentence and context.library.read_only:
        context.say(sentence)
        window.current.refresh(None)
        return
    text = sentence or tr("Something went wrong that should not have. What you wrote is kept. You can go on working.")
    context.prompts.tell(window, tr("Encore"), text, "" if sentence else details)


def tell_failed_start(sentence: str, prompts: Prompts) -> None:
    """There is no window to say it in: a box of its own, where somebody can see one."""
    app = make_application(sys.argv[:1])
    if app.platformName() not in UNSEEN:
        choose("system", app)
        prompts.tell(None, tr("Encore cannot start"), sentence)


class _FirstPaint(QObject):
    """For the start benchmark: says when the window, or its page, was first painted, then ends at once."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Write one line to stdout and end once what is painted is on its way."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._done)
        return False

    def _done(self) -> None:
        os.write(1, b"first paint\n")
        os._exit(0)
