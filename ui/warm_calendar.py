"""The user's working days, loaded off the screen's thread: holidays of the whole world take a tenth of a second."""

from __future__ import annotations

import contextlib
from threading import Thread

from PySide6.QtCore import QObject, Signal

from models.dates import WorkingCalendar, working_calendar
from models.errors import EncoreError
from models.records import Settings


class WarmCalendar(QObject):
    """`calendar` is None until `ready`; a country that is not known counts as the United States."""

    ready = Signal()
    _loaded = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.calendar: WorkingCalendar | None = None
        self._asked: tuple[str, str] | None = None
        self._loaded.connect(self._take)

    def ask(self, settings: Settings) -> None:
        """Load the calendar of the user's country and region; `ready` follows, at once where it is loaded already."""
        wanted = (settings.country, settings.region)
        if wanted == self._asked:
            if self.calendar is not None:
                self.ready.emit()
            return
        self._asked = wanted
        Thread(target=self._load, args=wanted, name="calendar", daemon=True).start()

    def _load(self, country: str, region: str) -> None:
        try:
            calendar = working_calendar(country, region)
        except EncoreError:
            calendar = working_calendar("US")
        with contextlib.suppress(RuntimeError):  # the window may be gone by now, and this with it
            self._loaded.emit((country, region), calendar)

    def _take(self, asked: tuple[str, str], calendar: WorkingCalendar) -> None:
        if asked == self._asked:
            self.calendar = calendar
            self.ready.emit()
