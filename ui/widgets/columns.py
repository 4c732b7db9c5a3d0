"""Two columns that become one where the window is too narrow for both."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ui.theme import hub, tokens


class TwoColumns(QWidget):
    """Add widgets to `first` and `second`, two vertical layouts. Below `together` (at 100 %) they stand one under the other."""

    def __init__(self, first_share: int = 3, second_share: int = 2, together: int = 820) -> None:
        super().__init__()
        self._together = together
        self.first, self.second = QVBoxLayout(), QVBoxLayout()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addLayout(self.first, first_share)
        self._box.addLayout(self.second, second_share)
        self._fit()
        hub.changed.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may ask for another arrangement."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        px = hub.current.px
        wide = self.width() >= px(self._together)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._box.direction() != direction:
            self._box.setDirection(direction)
        self._box.setSpacing(px(tokens.HUGE if wide else tokens.WIDE))
        for column in (self.first, self.second):
            column.setSpacing(px(tokens.MEDIUM))
