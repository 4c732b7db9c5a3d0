"""Two quiet pictures: how far the week has come, and two hundred and fifty dots. Their words stand beside them."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Theme, hub, tokens

MOST_PARTS = 20
STEP, STRETCH = 15, 1.35
DOT, LIT, RING = 2.2, 4.0, 6.2
SCATTER = 97
"""Lit dots lie this many places apart: a prime, so that they spread over rows and columns of any width."""


class WeekProgress(QWidget):
    """A bar in as many parts as the goal has; the done ones are filled. A large goal is one bar without parts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("week_progress")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._done, self._goal = 0, 0
        hub.changed.connect(self.updateGeometry)

    def show_week(self, done: int, goal: int, words: str) -> None:
        """So many of so many; `words` say the same to a screen reader."""
        self._done, self._goal = done, goal
        self.setAccessibleName(words)
        self.setVisible(goal > 0)
        self.update()

    def sizeHint(self) -> QSize:
        """A thin line."""
        return QSize(hub.current.px(120), hub.current.px(tokens.SMALL))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Filled parts first, in reading direction."""
        theme = hub.current
        parts = self._goal if self._goal <= MOST_PARTS else 1
        gap = theme.px(tokens.TINY)
        width = (self.width() - gap * (parts - 1)) / max(1, parts)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                painter.translate(self.width(), 0)
                painter.scale(-1, 1)
            for part in range(parts):
                filled = min(1.0, max(0.0, self._done * parts / self._goal - part)) if self._goal else 0.0
                self._paint_part(painter, QRectF(part * (width + gap), 0, width, self.height()), filled, theme)

    @staticmethod
    def _paint_part(painter: QPainter, box: QRectF, filled: float, theme: Theme) -> None:
        radius = box.height() / 2
        box.adjust(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(theme.colour("faint"), 1) if filled < 1 else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("field"))
        painter.drawRoundedRect(box, radius, radius)
        if filled:
            box.setWidth(box.width() * filled)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
            painter.drawRoundedRect(box, radius, radius)


class Dots(QWidget):
    """One dot for each who applies; those who are seen are larger and lit, the one who is hired wears a ring."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("house_dots")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._all, self._seen, self._hired = 0, 0, 0
        hub.changed.connect(self._fit)

    def show_numbers(self, applications: int, seen: int, hired: int, words: str) -> None:
        """So many dots; `words` say the same to a screen reader."""
        self._all, self._seen, self._hired = applications, seen, hired
        self.setAccessibleName(words)
        self._fit()
        self.update()

    def lit(self) -> tuple[int, ...]:
        """The places of those who are seen; the first of them are the hired."""
        return tuple((SCATTER * number + SCATTER // 2) % max(1, self._all) for number in range(self._seen))

    def _columns(self, width: int) -> int:
        most = max(1, width // hub.current.px(STEP))
        return max((columns for columns in (50, 25, 10, 5) if columns <= most), default=most)

    def _step(self, width: int) -> float:
        """From dot to dot: the whole width is used, within reason."""
        return min(width / self._columns(width), hub.current.px(STEP) * STRETCH)

    def _fit(self) -> None:
        rows = math.ceil(self._all / self._columns(self.width()))
        self.setFixedHeight(math.ceil(rows * self._step(self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow sky is a high one."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Ten in a row."""
        return QSize(10 * hub.current.px(STEP), self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The many first, the few on top."""
        theme = hub.current
        step, columns = self._step(self.width()), self._columns(self.width())
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft

        def place(number: int) -> QPointF:
            x = (number % columns + 0.5) * step
            return QPointF(self.width() - x if rtl else x, (number // columns + 0.5) * step)

        lit = self.lit()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("faint"))
            small = DOT * theme.percent / 100
            for number in range(self._all):
                if number not in lit:
                    painter.drawEllipse(place(number), small, small)
            for rank, number in enumerate(lit):
                paint_lit(painter, place(number), theme, hired=rank < self._hired)


def paint_lit(painter: QPainter, place: QPointF, theme: Theme, *, hired: bool) -> None:
    """One who is seen; the hired one is gold and wears a ring, so that it shows without colours too."""
    scale = theme.percent / 100
    colour = theme.colour("warn" if hired else "accent")
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(place, LIT * scale, LIT * scale)
    if hired:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, 1.5 * scale))
        painter.drawEllipse(place, RING * scale, RING * scale)
