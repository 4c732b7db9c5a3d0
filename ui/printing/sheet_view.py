"""One printed page on the screen: the whole of it, or as wide as there is room for."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from ui.printing.paper import Document, paint_scaled
from ui.texts import tr
from ui.theme import hub, load_theme, mark, tokens

Fit = Literal["width", "page"]
LARGEST = 1.9
"""Pixels a point at most, at 100 % text size: beyond that a line is longer than the eye follows."""


class SheetView(QWidget):
    """One page of a document; painted by the function that prints it."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sheetView")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._document, self._page = document, 0
        self._fit: Fit = "page"
        self.show_page(document, 0)

    def show_page(self, document: Document, page: int) -> None:
        """Another document or another page of it."""
        self._document, self._page = document, page
        count = document.page_count()
        self.setAccessibleName(tr("{title}, page {page} of {count}", title=document.title, page=page + 1, count=count))
        self._grow()
        self.update()

    def fit(self, how: Fit) -> None:
        """The whole page, or a page as wide as the room; the area around it then scrolls."""
        self._fit = how
        self._grow()
        self.update()

    def _wide(self) -> float:
        gap = float(hub.current.px(tokens.SMALL))
        return min((self.width() - 2 * gap) / self._document.sheet.width, hub.current.px(1000) / 1000 * LARGEST)

    def _grow(self) -> None:
        high = round(self._wide() * self._document.sheet.height) + 2 * hub.current.px(tokens.SMALL)
        self.setMinimumHeight(max(high, 0) if self._fit == "width" else 0)

    def sheet_area(self) -> QRectF:
        """Where the sheet lies in the widget."""
        sheet, gap = self._document.sheet, float(hub.current.px(tokens.SMALL))
        scale = self._wide()
        if self._fit == "page":
            scale = min(scale, (self.height() - 2 * gap) / sheet.height)
        width, height = sheet.width * max(scale, 0.05), sheet.height * max(scale, 0.05)
        return QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A white sheet with a quiet edge in every theme; the edge shows the focus."""
        area = self.sheet_area()
        with QPainter(self) as painter:
            painter.fillRect(area, load_theme().colour("card"))
            painter.setPen(
                QPen(hub.current.colour("focus" if self.hasFocus() else "line"), 2 if self.hasFocus() else 1)
            )
            painter.drawRect(area)
            painter.setClipRect(area)
            painter.translate(area.topLeft())
            paint_scaled(self._document, self._page, painter, area.width() / self._document.sheet.width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The sheet grows with the window."""
        super().resizeEvent(event)
        self._grow()
        self.update()

    def sizeHint(self) -> QSize:
        """Large enough to read without zoom on a usual screen."""
        sheet = self._document.sheet
        return QSize(round(sheet.width * 1.15), round(sheet.height * (1.15 if sheet.landscape else 0.85)))


class SheetArea(QScrollArea):
    """The room around a sheet. Page keys scroll as far as the sheet goes, and are handed on at its ends."""

    def __init__(self, view: SheetView) -> None:
        super().__init__()
        self.setObjectName("sheetArea")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        mark(view, kind="page")
        self.setWidget(view)
        self.viewport().setAutoFillBackground(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """At the top or the foot a page key turns the page."""
        bar = self.verticalScrollBar()
        ends = {Qt.Key.Key_PageDown: bar.maximum(), Qt.Key.Key_PageUp: bar.minimum()}
        if event.key() in ends and bar.value() == ends[Qt.Key(event.key())]:
            event.ignore()
        else:
            super().keyPressEvent(event)
