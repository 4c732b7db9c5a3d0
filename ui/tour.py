"""`--tour DIR`: the sample story without a screen: a picture of every tab in light and dark, every printed page as PDF.

Nothing of the user's is touched: the story is played in a folder of its own that is removed afterwards.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from models.errors import BadInput

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from ui.context import AppContext
    from ui.main_window import MainWindow

EVENING = datetime(2026, 5, 14, 18, 30)
"""The tour is always played on the same evening, so that two tours can be compared."""
GOAL = 5
LOOKS = (("light", 100), ("dark", 100), ("light", 200))
SIZE = (1100, 720)
WAIT = 20.0
"""Seconds to wait at most for the calendar and for the first reading of a letter."""


def run(folder: Path) -> int:
    """Play the tour into `folder` and say what lies there. Returns the exit code."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    made: list[Path] = []
    with tempfile.TemporaryDirectory() as place:
        app, context, window = _open(Path(place))
        try:
            made += _pictures(app, window, folder)
            made += _printed(context, folder)
        finally:
            window.close()
    print(f"{len(made)} files lie in {folder}:")
    print("\n".join(f"  {path.name}" for path in made))
    return 0


def _open(place: Path) -> tuple[QApplication, AppContext, MainWindow]:
    from models.clock import FixedClock  # noqa: PLC0415 - with the library, not for --help
    from models.library import Library  # noqa: PLC0415
    from models.onward import set_weekly_goal  # noqa: PLC0415
    from models.sample import add_sample  # noqa: PLC0415
    from models.storage import Store  # noqa: PLC0415

    clock = FixedClock(EVENING)
    library = Library(Store.open(place, clock), clock)
    from ui.app import make_application  # noqa: PLC0415 - loads Qt
    from ui.context import AppContext  # noqa: PLC0415
    from ui.main_window import MainWindow  # noqa: PLC0415
    from ui.theme import choose  # noqa: PLC0415

    app = make_application(["encore"])
    app.setQuitOnLastWindowClosed(False)
    choose(LOOKS[0][0], app, LOOKS[0][1])
    context = AppContext(library, place, _resources())
    context.choose_interview(add_sample(library, context.resources / "sample"))
    set_weekly_goal(library, GOAL)
    window = MainWindow(context)
    window.resize(*SIZE)
    window.show()
    return app, context, window


def _resources() -> Path:
    from resources import ROOT  # noqa: PLC0415

    return ROOT


def _pictures(app: QApplication, window: MainWindow, folder: Path) -> list[Path]:
    from ui.tabs import TABS  # noqa: PLC0415
    from ui.theme import choose  # noqa: PLC0415

    made: list[Path] = []
    for theme, percent in LOOKS:
        choose(theme, app, percent)
        for number, spec in enumerate(TABS, start=1):
            window.open_tab(spec.name)
            _settle(app, lambda: window.settled)
            window.setFocus()
            size = "" if percent == 100 else f"-{percent}"
            made.append(_save(window, folder / f"{number}-{spec.name}-{theme}{size}.png"))
    return made


def _save(window: MainWindow, path: Path) -> Path:
    if not window.grab().save(str(path)):
        raise BadInput(f"{path} cannot be written; expected a folder that takes files.")
    return path


def _settle(app: QApplication, done: Callable[[], bool]) -> None:
    """Let the window work until it has nothing more to show, a few seconds at most."""
    end = time.monotonic() + WAIT
    quiet = 0
    while time.monotonic() < end and quiet < 5:
        app.processEvents()
        time.sleep(0.02)
        quiet = quiet + 1 if done() else 0


def _printed(context: AppContext, folder: Path) -> list[Path]:
    from models.offers import compare  # noqa: PLC0415
    from models.records import Criterion, Offer, Score  # noqa: PLC0415
    from ui.printing.offers_page import write_pdf  # noqa: PLC0415

    library = context.library
    comparison = compare(library.all(Offer), library.all(Criterion), library.all(Score))
    made: list[Path] = []
    for paper in ("a4", "letter"):
        path = folder / f"offers-{paper}.pdf"
        write_pdf(comparison, context.clock.today(), paper, path)
        made.append(path)
    return made
