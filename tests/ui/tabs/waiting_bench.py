"""A waiting page alone in its window, and the hands that use it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget

from models.clock import FixedClock, Moment
from models.library import Library
from models.records import Interview, Opportunity
from models.storage import Store
from resources import ROOT
from ui.context import AppContext
from ui.tabs.waiting import WaitingTab

ZONE = "America/New_York"
NOW = datetime(2026, 5, 14, 10, 0)


class WallClock(FixedClock):
    """Stands still until it is set."""

    def set(self, wall: datetime) -> None:
        self._moment = Moment(wall, ZONE)


class Bench:
    """A tab alone in its window, and the records behind it."""

    def __init__(self, folder: Path) -> None:
        self.clock = WallClock(NOW)
        self.library = Library(Store.open(folder, self.clock), self.clock)
        self.context = AppContext(self.library, folder, ROOT)
        self.asked_for: list[tuple[str, str, str]] = []
        self.context.show_requested.connect(lambda *where: self.asked_for.append(where))
        self.tab = WaitingTab(self.context)
        self.tab.resize(1100, 560)

    def add(
        self, employer: str, interview: datetime | None = datetime(2026, 4, 29, 14), **fields: object
    ) -> Opportunity:
        with self.library.step("Add"):
            job = self.library.put(Opportunity(employer=employer, status="waiting", **fields))  # type: ignore[arg-type]
            start = Moment(interview, ZONE) if interview else None
            self.library.put(Interview(opportunity=job.id, start=start, length=60))
        return job

    def show(self) -> None:
        self.tab.show()
        QApplication.processEvents()

    def job(self, opportunity: Opportunity) -> Opportunity:
        return self.library.get(Opportunity, opportunity.id)

    def find(self, name: str) -> QWidget:
        found = self.tab.findChildren(QWidget, name)
        found = [widget for widget in found if widget.isVisible()] if len(found) > 1 else found
        assert len(found) == 1, f"{len(found)} widgets are called {name}"
        return found[0]

    def text(self, name: str) -> str:
        widget = self.find(name)
        assert isinstance(widget, QLabel)
        return widget.text()

    def click(self, name: str) -> None:
        widget = self.find(name)
        assert isinstance(widget, QPushButton)
        assert widget.isVisible(), f"{name} is not in sight"
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def write(self, name: str, text: str) -> None:
        widget = self.find(name)
        widget.setFocus()
        if isinstance(widget, QLineEdit):
            widget.selectAll()
        QTest.keyClicks(widget, text)

    @property
    def headline(self) -> str:
        return self.tab.chosen.header.title.text()

    def titles(self) -> list[str]:
        return [f"[{row.title}]" if row.heading else row.title for row in self.tab.rows.rows]
