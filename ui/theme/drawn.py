"""How an icon is drawn in the colour of a role. Loaded with the first icon: the first picture of the window has none."""

from __future__ import annotations

import functools

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from resources import ROOT
from ui.theme.hub import hub
from ui.theme.tokens import Role

FOLDER = ROOT / "icons"


@functools.cache
def source(name: str) -> str:
    """The SVG of that name. KeyError where there is none."""
    file = FOLDER / f"{name}.svg"
    if not file.is_file():
        raise KeyError(name)
    return file.read_text("utf-8")


@functools.lru_cache(maxsize=512)
def drawn(name: str, colour: str, width: int, height: int, ratio: float) -> QPixmap:
    """The icon as a picture of that size in logical pixels, at the left of the room it is given."""
    made = QPixmap(max(1, round(width * ratio)), max(1, round(height * ratio)))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(source(name).replace("currentColor", colour).encode()))
    side = min(width, height)
    with QPainter(made) as painter:
        renderer.render(painter, QRectF(0, (height - side) / 2, side, side))  # room left over is the gap to the text
    return made


class Recoloured(QIconEngine):
    """Asks for the colour each time it paints, so that no icon has to be set again when the theme changes."""

    def __init__(self, name: str, role: Role) -> None:
        super().__init__()
        self._name = name
        self._role: Role = role

    def clone(self) -> QIconEngine:
        """A second engine for the same icon."""
        return Recoloured(self._name, self._role)

    def _colour(self, mode: QIcon.Mode) -> str:
        role: Role = "faint" if mode == QIcon.Mode.Disabled else self._role
        return hub.current.colours.of(role)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        """Draw into the rectangle."""
        ratio = painter.device().devicePixelRatio()
        painter.drawPixmap(rect.topLeft(), drawn(self._name, self._colour(mode), rect.width(), rect.height(), ratio))

    def pixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State) -> QPixmap:
        """A picture in device pixels."""
        return drawn(self._name, self._colour(mode), size.width(), size.height(), 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State, scale: float) -> QPixmap:
        """A picture whose `size` is in device pixels already."""
        return drawn(self._name, self._colour(mode), round(size.width() / scale), round(size.height() / scale), scale)
