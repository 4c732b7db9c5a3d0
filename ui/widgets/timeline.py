"""A line of days, painted: what was, today, and what comes. Every day has a flag, and no two flags cover each other."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Role, Theme, hub, tokens

MarkKind = Literal["happened", "today", "next", "ahead"]
_INK: dict[MarkKind, Role] = {"happened": "muted", "today": "ink", "next": "accent", "ahead": "ink"}
LEAST_STEP, INSET, GAP, EDGE, MIDDLE = 14, 6, 10, 8, 12
DOT, RING = 4.0, 5.5


@dataclass(frozen=True)
class Mark:
    """One day of the line: what it is, and the day as the reader writes it."""

    day: date
    text: str
    when: str
    kind: MarkKind


@dataclass(frozen=True)
class Flag:
    """Where a mark stands: `x` from the line's start, the side, and how far from the line; `width` of its words."""

    mark: Mark
    x: float
    above: bool
    lane: int
    width: float

    @property
    def end(self) -> float:
        """Where its words end."""
        return self.x + self.width


def stations(days: Sequence[date], length: float, least: float) -> list[float]:
    """Places on a line of that length for days in order: in proportion, but never nearer than `least`."""
    if not days:
        return []
    gaps = [(later - sooner).days for sooner, later in itertools.pairwise(days)]
    steps = sum(1 for gap in gaps if gap)
    free = max(0.0, length - least * steps)
    places = [0.0]
    for gap in gaps:
        places.append(places[-1] + (least + free * gap / sum(gaps) if gap else 0.0))
    return places


def plant(marks: Sequence[Mark], width: float, measure: Callable[[Mark], float], scale: float = 1.0) -> list[Flag]:
    """A flag for each mark, in order of the days.

    Words stand to the right of their pole, so the line ends where the widest still fits. From the right to the left
    each takes the side where it is nearer to the line, beyond every flag whose pole its words would cross.
    """
    ordered = sorted(marks, key=lambda mark: mark.day)
    wide = [measure(mark) for mark in ordered]
    length = max(0.0, width - 2 * EDGE * scale - max(wide, default=0.0))
    places = stations([mark.day for mark in ordered], length, LEAST_STEP * scale)
    flags: list[Flag] = []
    for mark, x, wanted in reversed(list(zip(ordered, places, wide, strict=True))):
        x += EDGE * scale
        lanes = {side: _lane(flags, side, x + wanted + GAP * scale) for side in (True, False)}
        natural = mark.kind != "happened"
        above = natural if lanes[natural] <= lanes[not natural] else not natural
        flags.append(Flag(mark, x, above, lanes[above], wanted))
    return flags[::-1]


def _lane(flags: Sequence[Flag], above: bool, end: float) -> int:
    return max((flag.lane + 1 for flag in flags if flag.above == above and flag.x < end), default=0)


class Timeline(QWidget):
    """Shows marks; the same in words is its accessible description."""

    def __init__(self, says: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline")
        self.setAccessibleName(says)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._marks: tuple[Mark, ...] = ()
        self.flags: list[Flag] = []
        hub.changed.connect(self._fit)

    def show_marks(self, marks: Sequence[Mark], words: str) -> None:
        """Show these days; `words` say the same to a screen reader."""
        self._marks = tuple(marks)
        self.setAccessibleDescription(words)
        self.setVisible(bool(marks))
        self._fit()

    # -- measures -------------------------------------------------------------------------------------------------

    def _font(self, mark: Mark) -> QFont:
        strong = mark.kind in ("today", "next")
        return hub.current.font(tokens.CAPTION, tokens.SEMIBOLD if strong else tokens.MEDIUM_WEIGHT)

    def _measure(self, mark: Mark) -> float:
        title = QFontMetricsF(self._font(mark)).horizontalAdvance(mark.text)
        day = QFontMetricsF(hub.current.font(tokens.CAPTION)).horizontalAdvance(mark.when)
        return max(title, day) + hub.current.px(INSET) + 1

    def _lane_height(self) -> float:
        return 2 * QFontMetricsF(hub.current.font(tokens.CAPTION)).height() + hub.current.px(tokens.TINY)

    def _room(self, *, above: bool) -> float:
        lanes = max((flag.lane + 1 for flag in self.flags if flag.above == above), default=0)
        return lanes * self._lane_height() + hub.current.px(MIDDLE)

    def _fit(self) -> None:
        theme = hub.current
        self.flags = plant(self._marks, self.width(), self._measure, theme.percent / 100)
        self.setFixedHeight(math.ceil(self._room(above=True) + self._room(above=False)))
        self.updateGeometry()
        self.update()

    def box(self, flag: Flag) -> QRectF:
        """Where that flag's words stand, in the widget's own places (mirrored where one reads from the right)."""
        height = self._lane_height()
        axis, middle = self._room(above=True), hub.current.px(MIDDLE)
        top = axis - middle - (flag.lane + 1) * height if flag.above else axis + middle + flag.lane * height
        left = self.width() - flag.end if self._mirrored else flag.x
        return QRectF(left, top, flag.width, height)

    @property
    def _mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def minimumSizeHint(self) -> QSize:
        """Room for the widest words and a step for each day."""
        theme = hub.current
        widest = max((self._measure(mark) for mark in self._marks), default=0.0)
        least = widest + theme.px(LEAST_STEP) * len(self._marks) + 2 * theme.px(EDGE)
        return QSize(math.ceil(least), self.height())

    def sizeHint(self) -> QSize:
        """As wide as it may be."""
        return QSize(hub.current.px(560), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other lanes."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    # -- painting -------------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The line, the poles, the marks, the words."""
        theme, axis = hub.current, self._room(above=True)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_line(painter, theme, axis)
            for flag in self.flags:
                self._paint_pole(painter, theme, flag, axis)
            for flag in sorted(self.flags, key=lambda flag: flag.mark.kind != "today"):
                _paint_mark(painter, theme, flag.mark.kind, QPointF(self._x(flag.x), axis))
                self._paint_words(painter, theme, flag)

    def _x(self, x: float) -> float:
        return self.width() - x if self._mirrored else x

    def _paint_line(self, painter: QPainter, theme: Theme, axis: float) -> None:
        now = next((flag.x for flag in self.flags if flag.mark.kind == "today"), 0.0)
        painter.setPen(QPen(theme.colour("muted"), theme.px(2)))
        painter.drawLine(QPointF(self._x(0), axis), QPointF(self._x(now), axis))
        painter.setPen(QPen(theme.colour("faint"), theme.px(2), Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(self._x(now), axis), QPointF(self._x(self.width()), axis))

    def _paint_pole(self, painter: QPainter, theme: Theme, flag: Flag, axis: float) -> None:
        box, x = self.box(flag), self._x(flag.x)
        inset = theme.px(tokens.TINY)
        far = box.top() + inset if flag.above else box.bottom() - inset
        painter.setPen(QPen(theme.colour("accent" if flag.mark.kind == "next" else "line"), max(1, theme.px(1))))
        painter.drawLine(QPointF(x, axis), QPointF(x, far))

    def _paint_words(self, painter: QPainter, theme: Theme, flag: Flag) -> None:
        box = self.box(flag)
        inset = theme.px(INSET)
        box.adjust(*((0, 0, -inset, 0) if self._mirrored else (inset, 0, 0, 0)))
        lead = Qt.AlignmentFlag.AlignLeading
        half = box.height() / 2
        painter.setPen(theme.colour(_INK[flag.mark.kind]))
        painter.setFont(self._font(flag.mark))
        painter.drawText(box.adjusted(0, 0, 0, -half), lead | Qt.AlignmentFlag.AlignBottom, flag.mark.text)
        painter.setPen(theme.colour("muted"))
        painter.setFont(theme.font(tokens.CAPTION))
        painter.drawText(box.adjusted(0, half, 0, 0), lead | Qt.AlignmentFlag.AlignTop, flag.mark.when)


def _paint_mark(painter: QPainter, theme: Theme, kind: MarkKind, place: QPointF) -> None:
    """What happened is filled, what comes is open, the next is larger, today is a bar: told apart without colour."""
    scale = theme.percent / 100
    painter.setBrush(theme.colour("page"))
    match kind:
        case "happened":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("muted"))
            painter.drawEllipse(place, DOT * scale, DOT * scale)
        case "today":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("ink"))
            bar = QRectF(place.x() - 2 * scale, place.y() - 9 * scale, 4 * scale, 18 * scale)
            painter.drawRoundedRect(bar, 2 * scale, 2 * scale)
        case "next":
            painter.setPen(QPen(theme.colour("accent"), 3 * scale))
            painter.drawEllipse(place, RING * scale, RING * scale)
        case _:
            painter.setPen(QPen(theme.colour("muted"), 1.5 * scale))
            painter.drawEllipse(place, DOT * scale, DOT * scale)
