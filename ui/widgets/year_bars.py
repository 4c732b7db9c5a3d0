"""Years as stacked bars, one group of bars for each column of a table above; told apart by pattern as well as shade.

Costs hang below the line. What the bars show is also said in words for a screen reader.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import hub, tokens

HEIGHT, WIDEST_BAR, SQUARE = 188, 26, 11
_PATTERNS = (
    Qt.BrushStyle.SolidPattern,
    Qt.BrushStyle.BDiagPattern,
    Qt.BrushStyle.Dense5Pattern,
    Qt.BrushStyle.HorPattern,
    Qt.BrushStyle.NoBrush,
)
COST = -1
_FLUSH = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class YearBar:
    """One year of one offer. `parts` are (which part, amount) from the bottom up; `cost` hangs below the line."""

    name: str
    parts: tuple[tuple[int, Decimal], ...] = ()
    cost: Decimal = Decimal(0)
    total: str = ""

    @property
    def height(self) -> Decimal:
        """All parts together."""
        return sum((amount for _, amount in self.parts), Decimal(0))


@dataclass(frozen=True)
class BarGroup:
    """The years of one offer. Groups of one `scale` (a currency) share it. `words` say what is shown."""

    name: str
    bars: tuple[YearBar, ...]
    scale: str = ""
    words: str = ""


class YearBars(QWidget):
    """Bars under the columns whose places `show_groups` is told; the legend stands under the labels."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("year_bars")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._groups: tuple[BarGroup, ...] = ()
        self._areas: tuple[tuple[int, int], ...] = ()
        self._legend: tuple[tuple[int, str], ...] = ()
        self._most: dict[str, tuple[Decimal, Decimal]] = {}
        hub.changed.connect(self.updateGeometry)

    def show_groups(
        self,
        title: str,
        groups: Sequence[BarGroup],
        areas: Sequence[tuple[int, int]],
        legend: Sequence[tuple[int, str]],
        scale_of: Sequence[BarGroup] | None = None,
    ) -> None:
        """`areas` are (left, width) of each group; `scale_of` are all groups that share the scale, also hidden ones."""
        self._groups, self._areas, self._legend = tuple(groups), tuple(areas), tuple(legend)
        self._most = _scales(self._groups if scale_of is None else scale_of)
        self.setAccessibleName(title)
        self.setAccessibleDescription(" ".join(group.words for group in groups))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """High enough to see a difference, and for the legend."""
        legend = (len(self._legend) + 1) * self._step() + hub.current.px(tokens.SMALL)
        return QSize(hub.current.px(400), max(hub.current.px(HEIGHT), legend))

    def minimumSizeHint(self) -> QSize:
        """As narrow as need be."""
        return QSize(hub.current.px(120), self.sizeHint().height())

    @staticmethod
    def _step() -> int:
        return QFontMetrics(hub.current.font(tokens.LABEL)).lineSpacing() + hub.current.px(3)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Legend, then each group."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_legend(painter)
            for group, (left, width) in zip(self._groups, self._areas, strict=False):
                self._paint_group(painter, group, QRectF(left, 0, width, self.height()))

    def _paint_legend(self, painter: QPainter) -> None:
        theme, step = hub.current, self._step()
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter.setFont(theme.font(tokens.LABEL))
        ascent = painter.fontMetrics().ascent()
        side, y = theme.px(SQUARE), theme.px(tokens.SMALL)
        for part, text in self._legend:
            x = self.width() - theme.px(22) - side if rtl else theme.px(22)
            self._paint_part(painter, QRectF(x, y + (ascent - side) / 2 + theme.px(2), side, side), part)
            painter.setPen(theme.colour("muted"))
            wide = painter.fontMetrics().horizontalAdvance(text)
            painter.drawText(QPointF(x - theme.px(8) - wide if rtl else x + side + theme.px(8), y + ascent), text)
            y += step

    def _paint_group(self, painter: QPainter, group: BarGroup, area: QRectF) -> None:
        theme = hub.current
        high, low = self._most.get(group.scale, (Decimal(0), Decimal(0)))
        painter.setFont(theme.font(tokens.CAPTION))
        line = painter.fontMetrics().lineSpacing()
        inner = area.adjusted(theme.px(12), line + theme.px(6), -theme.px(12), -2 * line - theme.px(8))
        whole = high + low
        zero = inner.top() + inner.height() * float(high / whole) if whole else inner.bottom()
        each = inner.width() / max(1, len(group.bars))
        wide = min(theme.px(WIDEST_BAR), each * 0.62)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        bars = list(reversed(group.bars)) if rtl else list(group.bars)
        right = inner.right()
        for number, bar in enumerate(reversed(bars)):
            centre = right - wide / 2 - number * each
            self._paint_bar(painter, bar, QRectF(centre - wide / 2, inner.top(), wide, zero - inner.top()), high)
            self._paint_cost(painter, bar, QRectF(centre - wide / 2, zero, wide, inner.bottom() - zero), low)
            peak = zero - (zero - inner.top()) * float(bar.height / high) if high else zero
            self._paint_words(painter, bar, QRectF(centre - each, peak, 2 * each, inner.bottom() - peak))
        self._paint_name(painter, group.name, QRectF(inner.left(), area.bottom() - line, inner.width(), line))
        painter.setPen(QPen(theme.colour("faint"), 1))
        left = right - each * len(bars) + (each - wide)
        painter.drawLine(QPointF(left, zero), QPointF(right, zero))

    def _paint_name(self, painter: QPainter, name: str, room: QRectF) -> None:
        """Whose years these are, below them and flush with the last one."""
        painter.setFont(hub.current.font(tokens.CAPTION, tokens.MEDIUM_WEIGHT))
        painter.setPen(hub.current.colour("ink"))
        shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, int(_FLUSH), shown)

    def _paint_bar(self, painter: QPainter, bar: YearBar, room: QRectF, high: Decimal) -> None:
        bottom = room.bottom()
        for part, amount in bar.parts:
            size = room.height() * float(amount / high) if high else 0.0
            if size > 0:
                self._paint_part(painter, QRectF(room.left(), bottom - size, room.width(), size), part)
                bottom -= size

    def _paint_cost(self, painter: QPainter, bar: YearBar, room: QRectF, low: Decimal) -> None:
        size = room.height() * float(bar.cost / low) if low else 0.0
        if size > 0:
            self._paint_part(painter, QRectF(room.left(), room.top(), room.width(), size), COST)

    def _paint_words(self, painter: QPainter, bar: YearBar, room: QRectF) -> None:
        """The total over the bar where it fits, the year below; `room` is twice as wide as a bar may be."""
        theme = hub.current
        painter.setFont(theme.font(tokens.CAPTION, tokens.MEDIUM_WEIGHT))
        metrics = painter.fontMetrics()
        centred = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
        top = room.top() - metrics.lineSpacing() - theme.px(2)
        if metrics.horizontalAdvance(bar.total) <= room.width() / 2 - theme.px(2):
            painter.setPen(theme.colour("ink"))
            painter.drawText(QRectF(room.left(), top, room.width(), metrics.lineSpacing()), centred, bar.total)
        painter.setFont(theme.font(tokens.CAPTION))
        painter.setPen(theme.colour("muted"))
        foot = QRectF(room.left(), room.bottom() + theme.px(3), room.width(), metrics.lineSpacing())
        painter.drawText(foot, centred, bar.name)

    def _paint_part(self, painter: QPainter, box: QRectF, part: int) -> None:
        """A part's pattern in the accent on a pale ground, with an edge; costs are an empty edge in dashes."""
        theme = hub.current
        accent = theme.colour("muted" if part == COST else "accent")
        inner = box.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(Qt.PenStyle.NoPen)
        if part == COST:
            painter.setPen(QPen(accent, 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(inner)
            return
        pattern = _PATTERNS[part % len(_PATTERNS)]
        painter.setBrush(theme.colour("card" if pattern == Qt.BrushStyle.NoBrush else "tint"))
        painter.drawRect(inner)
        painter.setPen(QPen(accent, 1))
        painter.setBrush(QBrush(accent, pattern))
        painter.drawRect(inner)


def _scales(groups: Sequence[BarGroup]) -> dict[str, tuple[Decimal, Decimal]]:
    """The highest bar and the deepest cost of each scale."""
    found: dict[str, tuple[Decimal, Decimal]] = {}
    for group in groups:
        high, low = found.get(group.scale, (Decimal(0), Decimal(0)))
        high = max([high, *(bar.height for bar in group.bars)])
        low = max([low, *(bar.cost for bar in group.bars)])
        found[group.scale] = (high, low)
    return found
