"""Something and what belongs at its right: beside it where there is room, below it where there is not."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import hub, tokens
from ui.widgets.flow import FlowLayout


class Beside(QWidget):
    """Fill `main` (a vertical layout) and `side` (a flow). `least` is the width at 100 % that `main` wants for itself."""

    def __init__(self, least: int = 260, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least = least
        self._left, self._right = QWidget(), QWidget()
        self.main = QVBoxLayout(self._left)
        self.main.setContentsMargins(0, 0, 0, 0)
        self.side = FlowLayout(self._right)
        self._right.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self._left, 1)
        self._box.addWidget(self._right, 0, Qt.AlignmentFlag.AlignVCenter)
        self._space()
        hub.changed.connect(self._space)

    @property
    def stacked(self) -> bool:
        """Whether the side stands below now."""
        return self._box.direction() == QBoxLayout.Direction.TopToBottom

    def minimumSizeHint(self) -> QSize:
        """As narrow as the wider of the two."""
        left, right = self._left.minimumSizeHint(), self._right.minimumSizeHint()
        return QSize(max(left.width(), right.width()), left.height())

    def _turn(self) -> None:
        wanted = hub.current.px(self._least) + self.side.sizeHint().width() + self._box.spacing()
        stacked = self.side.count() > 0 and self.width() < wanted
        if stacked == self.stacked:
            return
        self._box.setDirection(QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight)
        self._box.setAlignment(self._right, Qt.AlignmentFlag(0) if stacked else Qt.AlignmentFlag.AlignVCenter)
        self.updateGeometry()

    def _space(self) -> None:
        self._box.setSpacing(hub.current.px(tokens.SMALL))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside or below."""
        super().resizeEvent(event)
        self._turn()
