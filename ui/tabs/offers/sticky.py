"""The names of the offers, kept in sight while the table under them scrolls by."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.tabs.offers.cell_paint import PAD
from ui.tabs.offers.table import ComparisonTable
from ui.theme import hub, tokens
from ui.widgets.scroll import Page


class StickyNames(QWidget):
    """Lies over the top of the page while the table's own heads are out of sight. The mouse goes through."""

    def __init__(self, page: Page, table: ComparisonTable) -> None:
        super().__init__(page.viewport())
        self.setObjectName("sticky_names")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._page, self._table = page, table
        page.verticalScrollBar().valueChanged.connect(self.place)
        page.viewport().installEventFilter(self)
        table.paged.connect(self.place)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Another size of the page, another place."""
        if event.type() == QEvent.Type.Resize:
            self.place()
        return super().eventFilter(watched, event)

    def place(self) -> None:
        """Show the names where they are needed."""
        table = self._table
        if not table.isVisible():
            self.hide()
            return
        top = table.mapTo(self._page.viewport(), QPoint(0, 0)).y()
        high = QFontMetrics(hub.current.font(tokens.TEXT)).lineSpacing() + hub.current.px(18)
        needed = top + table.head_height() < 0 and top + table.height() > 2 * high
        if needed:
            self.setGeometry(0, 0, self._page.viewport().width(), high)
            self.raise_()
            self.update()
        self.setVisible(needed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Names over their columns, a line below."""
        theme = hub.current
        left = self._table.mapTo(self._page.viewport(), QPoint(0, 0)).x()
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme.colour("page"))
            painter.setPen(QPen(theme.colour("faint"), 1))
            bottom = self.height() - 1
            painter.drawLine(left, bottom, left + self._table.width(), bottom)
            painter.setPen(theme.colour("ink"))
            painter.setFont(theme.font(tokens.TEXT, tokens.SEMIBOLD))
            for name, x, width in self._table.column_areas():
                box = QRect(left + x + theme.px(PAD), 0, width - theme.px(2 * PAD), self.height())
                shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, box.width())
                painter.drawText(box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), shown)
