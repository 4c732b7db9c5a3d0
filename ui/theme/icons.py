"""Icons drawn in the colour of a role; they follow the theme by themselves."""

from __future__ import annotations

import functools

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from resources import ROOT
from ui.theme.hub import hub
from ui.theme.tokens import Role

FOLDER = ROOT / "icons"


def icon(name: str, role: Role = "ink") -> QIcon:
    """The icon of that name (a file in resources/icons) in the colour of `role`. KeyError where there is none."""
    _source(name)
    return QIcon(_Recoloured(name, role))


def pixmap(name: str, size: int, role: Role = "ink", ratio: float = 1.0) -> QPixmap:
    """The icon as a picture of `size` logical pixels, in the current theme."""
    return _drawn(name, hub.current.colours.of(role), size, size, ratio)


def application_icon() -> QIcon:
    """Encore's own mark."""
    return QIcon(str(FOLDER / "encore.svg"))


@functools.cache
def _source(name: str) -> str:
    file = FOLDER / f"{name}.svg"
    if not file.is_file():
        raise KeyError(name)
    return file.read_text("utf-8")


@functools.lru_cache(maxsize=512)
def _drawn(name: str, colour: str, width: int, height: int, ratio: float) -> QPixmap:
    made = QPixmap(max(1, round(width * ratio)), max(1, round(height * ratio)))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))
    side = min(width, height)
    with QPainter(made) as painter:
        renderer.render(painter, QRectF(0, (height - side) / 2, side, side))  # room left over is the gap to the text
    return made


class _Recoloured(QIconEngine):
    """Asks for the colour each time it paints, so that no icon has to be set again when the theme changes."""

    def __init__(self, name: str, role: Role) -> None:
        super().__init__()
        self._name = name
        self._role: Role = role

    def clone(self) -> QIconEngine:
        """A second engine for the same icon."""
        return _Recoloured(self._name, self._role)

    def _colour(self, mode: QIcon.Mode) -> str:
        role: Role = "faint" if mode == QIcon.Mode.Disabled else self._role
        return hub.current.colours.of(role)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        """Draw into the rectangle."""
        ratio = painter.device().devicePixelRatio()
        painter.drawPixmap(rect.topLeft(), _drawn(self._name, self._colour(mode), rect.width(), rect.height(), ratio))

    def pixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State) -> QPixmap:
        """A picture in device pixels."""
        return _drawn(self._name, self._colour(mode), size.width(), size.height(), 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State, scale: float) -> QPixmap:
        """A picture whose `size` is in device pixels already."""
        return _drawn(self._name, self._colour(mode), round(size.width() / scale), round(size.height() / scale), scale)
