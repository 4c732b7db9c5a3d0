"""The timeline of one opportunity: the picture, and below it why each day is that day."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from models.waiting import Waiting
from ui.tabs.waiting.words import marks_of, reasons, told
from ui.texts import tr
from ui.theme import hub, tokens
from ui.widgets.headings import label
from ui.widgets.timeline import Timeline

TOP = Qt.AlignmentFlag.AlignTop


class Picture(QWidget):
    """Hidden where there is no day to show."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("waiting_picture")
        self.timeline = Timeline(tr("Timeline"))
        self._why = QWidget()
        self._why.setObjectName("waiting_reasons")
        self._grid = QGridLayout(self._why)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        self._shown: list[tuple[str, str]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.timeline)
        self._column.addWidget(self._why)
        self._space()
        hub.changed.connect(self._space)

    def show_waiting(self, waiting: Waiting, today: date) -> None:
        """The days of this opportunity, with today among them."""
        marks = marks_of(waiting, today)
        self.timeline.show_marks(marks, told(marks))
        self.setVisible(bool(marks))
        lines = reasons(waiting)
        self._why.setVisible(bool(lines))
        if lines != self._shown:
            self._shown = lines
            self._fill(lines)

    def _fill(self, lines: list[tuple[str, str]]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for number, (day, why) in enumerate(lines):
            self._grid.addWidget(label(day, "small", name=f"reason_day_{number}"), number, 0, TOP)
            self._grid.addWidget(label(why, "small", wrap=True, name=f"reason_{number}"), number, 1)

    def _space(self) -> None:
        px = hub.current.px
        self._column.setSpacing(px(tokens.MEDIUM))
        self._grid.setHorizontalSpacing(px(tokens.MEDIUM))
        self._grid.setVerticalSpacing(px(tokens.TINY))
