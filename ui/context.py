"""What every part of the window is handed: the library, its signals, and the ways out of the program."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from models.in_hand import latest_begun
from models.records import Interview, Settings
from ui.library_signals import LibrarySignals
from ui.memory import WindowMemory
from ui.prompts import Prompts

if TYPE_CHECKING:
    from models.clock import Clock
    from models.library import Library, StepDone
    from models.search import Search
    from ui.typed_text import TypedText

SEARCH_SLICE, SEARCH_PAUSE_MS = 50, 40
"""Records read into the index at once (some 5 ms), and the pause after them."""


class AppContext(QObject):
    """Passed by constructor; there is no other way to reach these things.

    `interview_changed(id)` tells which interview is in hand; `show_requested(tab, table, id)` asks the window to open
    a record in a tab (an empty id only opens the tab), `details_requested` to open the user's own details. `painted`
    comes once, after the window was first on the screen: what may wait until then waits for it. `closing` comes once,
    before the window goes.
    """

    interview_changed = Signal(str)
    show_requested = Signal(str, str, str)
    message_shown = Signal(str)
    details_requested = Signal()
    painted = Signal()
    closing = Signal()

    def __init__(self, library: Library, data_dir: Path, resources: Path, prompts: Prompts | None = None) -> None:
        super().__init__()
        self.library = library
        self.clock: Clock = library.clock
        self.data_dir = data_dir
        self.resources = resources
        self.prompts = prompts or Prompts()
        self.memory = WindowMemory(data_dir)
        self.signals = LibrarySignals(library, self)
        self.open_address: Callable[[str], bool] = _open_address
        self._interview = self.memory.text("interview")
        self._search: Search | None = None
        self._typed: TypedText | None = None

    @property
    def typed(self) -> TypedText:
        """Where a field tells what is being typed into it."""
        if self._typed is None:
            from ui.typed_text import TypedText  # noqa: PLC0415 - not before the first paint

            self._typed = TypedText(self.library, self.signals, self)
        return self._typed

    @property
    def settings(self) -> Settings:
        """The user's settings as they are now."""
        return self.library.one(Settings)

    @property
    def interview_id(self) -> str:
        """The interview in hand; else the latest that has begun. Empty: there is none."""
        if self._interview and self.library.find(Interview, self._interview):
            return self._interview
        return latest_begun(self.library)

    @property
    def search(self) -> Search:
        """The index over everything: begun at the first call, kept up to date after it."""
        if self._search is None:
            from models.search import Search  # noqa: PLC0415 - not before the first paint

            self._search = Search(self.library)
            self.signals.changed.connect(self._touch_search)
        return self._search

    def grow_search(self) -> None:
        """Read a few more records into the index and come back for the rest, so that the first question waits for none."""
        if not self.search.grow(SEARCH_SLICE):
            QTimer.singleShot(SEARCH_PAUSE_MS, self, self.grow_search)

    def _touch_search(self, step: StepDone) -> None:
        self.search.touch(step.touched)

    def choose_interview(self, interview_id: str) -> None:
        """Take another interview in hand."""
        if interview_id != self._interview:
            self._interview = interview_id
            self.memory.remember("interview", interview_id)
            self.interview_changed.emit(interview_id)

    def show(self, tab: str, table: str = "", record_id: str = "") -> None:
        """Ask the window to open a record in a tab."""
        self.show_requested.emit(tab, table, record_id)

    def say(self, text: str) -> None:
        """Show a short sentence in the status bar."""
        self.message_shown.emit(text)

    def copy(self, text: str) -> None:
        """Put plain text on the clipboard."""
        QGuiApplication.clipboard().setText(text)


def _open_address(address: str) -> bool:
    from PySide6.QtCore import QUrl  # noqa: PLC0415 - only needed when asked for
    from PySide6.QtGui import QDesktopServices  # noqa: PLC0415

    return QDesktopServices.openUrl(QUrl(address))
