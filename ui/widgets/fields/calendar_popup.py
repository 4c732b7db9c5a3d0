"""The calendar that opens beside a date."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QVBoxLayout, QWidget

from ui.texts import tr
from ui.theme import hub, mark


class CalendarPopup(QFrame):
    """A month under the field; a click or Enter picks the day, Escape closes."""

    def __init__(self, parent: QWidget, shown: date, picked: Callable[[date], object]) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("calendarPopup")
        mark(self, kind="popup")
        self._picked = picked
        self.calendar = QCalendarWidget()
        self.calendar.setAccessibleName(tr("Calendar"))
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        self._quiet()
        self.calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        self.calendar.clicked.connect(self._pick)
        self.calendar.activated.connect(self._pick)
        layout = QVBoxLayout(self)
        edge = hub.current.px(6)
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.addWidget(self.calendar)

    def _quiet(self) -> None:
        theme = hub.current
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            shape = QTextCharFormat()
            shape.setForeground(theme.colour("muted"))
            self.calendar.setWeekdayTextFormat(day, shape)
        head = QTextCharFormat()
        head.setForeground(theme.colour("muted"))
        head.setFontWeight(500)
        self.calendar.setHeaderTextFormat(head)

    def open_at(self, field: QWidget) -> None:
        """Show it below the field, kept on the screen."""
        self.adjustSize()
        spot = field.mapToGlobal(QPoint(0, field.height() + 2))
        room = field.screen().availableGeometry()
        x = max(room.left(), min(spot.x(), room.right() - self.width()))
        above = spot.y() + self.height() > room.bottom()
        y = field.mapToGlobal(QPoint(0, 0)).y() - self.height() - 2 if above else spot.y()
        self.move(x, max(room.top(), y))
        self.show()
        self.calendar.setFocus()

    def _pick(self, chosen: QDate) -> None:
        picked = self._picked
        self.close()
        picked(date(chosen.year(), chosen.month(), chosen.day()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes without picking."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)
