"""Drawing on a page in points: text that measures the same on every device, thin lines, bars.

Text is laid out ten times as large as it is shown and scaled down, so that rounding to whole pixels moves nothing and
the preview, the printer and the PDF break lines at the same word.
"""

from __future__ import annotations

import functools
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption

from resources import ROOT
from ui.theme import load_theme
from ui.theme.fonts import font, load_fonts
from ui.theme.tokens import REGULAR, SEMIBOLD, Role

Align = Literal["left", "right", "centre"]
PLAIN, STRONG = REGULAR, SEMIBOLD
_LARGER = 10


@functools.cache
def font_of(size: float, weight: int) -> QFont:
    """The bundled font, `size` in points times ten."""
    load_fonts(ROOT / "fonts")
    return font(round(size * _LARGER), weight)


@functools.cache
def _metrics(size: float, weight: int) -> QFontMetricsF:
    return QFontMetricsF(font_of(size, weight))


def text_width(text: str, size: float, weight: int = PLAIN) -> float:
    """How wide a line of text is, in points."""
    return _metrics(size, weight).horizontalAdvance(text) / _LARGER


def elided(text: str, width: float, size: float, weight: int = PLAIN) -> str:
    """The text, shortened with … where it is wider than `width` points."""
    return _metrics(size, weight).elidedText(text, Qt.TextElideMode.ElideRight, width * _LARGER)


def wrapped(text: str, width: float, size: float, weight: int = PLAIN, most: int = 0) -> tuple[str, ...]:
    """The text in lines no wider than `width` points; words that are too long are broken.

    With `most` lines at most, the last one ends in … where something is left over. A tab, which Qt would move far to the
    right when painting, counts as a space.
    """
    lines: list[str] = []
    for paragraph in text.replace("\t", " ").splitlines() or [""]:
        layout = QTextLayout(paragraph, font_of(size, weight))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width * _LARGER)
            lines.append(_piece(paragraph, line.textStart(), line.textLength()))
        layout.endLayout()
    if most and len(lines) > most:
        rest = " ".join(lines[most - 1 :])
        shorter = elided(rest, width, size, weight)
        lines[most - 1 :] = [shorter if shorter.endswith("…") else shorter + "…"]
    return tuple(line for line in lines if line) or ("",)


def _piece(text: str, start: int, length: int) -> str:
    """Part of a text by Qt's UTF-16 places."""
    units = text.encode("utf-16-le")
    return units[2 * start : 2 * (start + length)].decode("utf-16-le", "replace").strip()


def blend(role: Role, share: float) -> QColor:
    """A colour of the theme thinned with the paper's white: 1 is the colour itself, 0 is white."""
    colour, paper = load_theme().colour(role), load_theme().colour("card")
    pairs = ((colour.red(), paper.red()), (colour.green(), paper.green()), (colour.blue(), paper.blue()))
    return QColor(*(round(p + (c - p) * share) for c, p in pairs))


class Ink:
    """A painter that thinks in points and in the theme's colours."""

    def __init__(self, painter: QPainter) -> None:
        self.painter = painter

    def text(
        self,
        at: tuple[float, float],
        text: str,
        size: float,
        *,
        weight: int = PLAIN,
        role: Role = "ink",
        align: Align = "left",
        direction: Qt.LayoutDirection = Qt.LayoutDirection.LayoutDirectionAuto,
    ) -> None:
        """One line whose baseline starts, ends or is centred at that point; its direction is that of its first letter."""
        if not text:
            return
        x, y = at
        width = text_width(text, size, weight)
        x -= {"left": 0.0, "right": width, "centre": width / 2}[align]
        painter = self.painter
        painter.save()
        painter.setPen(load_theme().colour(role))
        painter.setFont(font_of(size, weight))
        painter.translate(x, y)
        painter.scale(1 / _LARGER, 1 / _LARGER)
        painter.setLayoutDirection(direction)
        painter.drawText(QPointF(0, 0), text)
        painter.restore()

    def rule(self, left: float, right: float, y: float, role: Role = "line", thick: float = 0.5) -> None:
        """A thin line from left to right."""
        self.painter.setPen(QPen(load_theme().colour(role), thick))
        self.painter.drawLine(QPointF(left, y), QPointF(right, y))

    def box(
        self, area: QRectF, fill: QColor | None = None, edge: Role | None = None, radius: float = 0, thick: float = 0.8
    ) -> None:
        """A filled or outlined rectangle with round corners."""
        painter = self.painter
        painter.setPen(QPen(load_theme().colour(edge), thick) if edge else Qt.PenStyle.NoPen)
        painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
        radius = min(radius, area.height() / 2, area.width() / 2)
        painter.drawRoundedRect(area, radius, radius)
