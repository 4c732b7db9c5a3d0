"""A small state in words. The colour only repeats what the word or the icon says."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Role, Tone, hub, pixmap, tokens

_PAINT: dict[Tone, tuple[Role, Role]] = {
    "plain": ("line", "muted"),
    "tint": ("tint", "accent"),
    "good": ("good-tint", "good"),
    "warn": ("warn-tint", "warn"),
    "bad": ("bad-tint", "bad"),
}


class Chip(QWidget):
    """Text in a pill; `tone` picks the tint, `icon_name` an icon before the text."""

    def __init__(self, text: str, tone: Tone = "plain", icon_name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chip")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._text, self._icon = "", icon_name
        self._tone: Tone = tone
        self.say(text, tone, icon_name)
        hub.changed.connect(self.updateGeometry)

    @property
    def text(self) -> str:
        """The words on it."""
        return self._text

    @property
    def tone(self) -> Tone:
        """Which tint it has."""
        return self._tone

    def say(self, text: str, tone: Tone | None = None, icon_name: str | None = None) -> None:
        """Other words, and another tone or icon where given."""
        self._text = text
        self._tone = self._tone if tone is None else tone
        self._icon = self._icon if icon_name is None else icon_name
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its words."""
        theme = hub.current
        metrics = QFontMetrics(theme.font(tokens.CAPTION, tokens.SEMIBOLD))
        extra = theme.px(17) if self._icon else 0
        return QSize(metrics.horizontalAdvance(self._text) + extra + theme.px(18), metrics.height() + theme.px(6))

    def minimumSizeHint(self) -> QSize:
        """Never clipped."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The pill, the icon, the words."""
        theme = hub.current
        back, front = _PAINT[self._tone]
        box = QRectF(self.rect())
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(theme.colour(front) if theme.name == "contrast" else Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(back if not (theme.name == "contrast" and back == "line") else "card"))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), box.height() / 2, box.height() / 2)
            painter.setPen(theme.colour("ink" if self._tone == "plain" else front))
            painter.setFont(
                theme.font(tokens.CAPTION, tokens.SEMIBOLD if self._tone != "plain" else tokens.MEDIUM_WEIGHT)
            )
            box.adjust(theme.px(9), 0, -theme.px(9), 0)
            if self._icon:
                side = theme.px(13)
                picture = pixmap(self._icon, side, "ink" if self._tone == "plain" else front, self.devicePixelRatioF())
                rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
                left = box.right() - side if rtl else box.left()
                painter.drawPixmap(int(left), int(box.center().y() - side / 2 + 0.5), picture)
                box.adjust(*((0, 0, -theme.px(17), 0) if rtl else (theme.px(17), 0, 0, 0)))
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignHCenter, self._text)
