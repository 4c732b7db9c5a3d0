"""The page of a tab: it scrolls up and down only, and its lines never grow longer than one can read."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.theme import hub, mark, tokens


class Page(QScrollArea):
    """Add widgets to `page.body`, a vertical layout. Room beyond `width` (at 100 %) becomes margin at both sides."""

    def __init__(self, name: str = "page", width: int = tokens.PAGE_WIDTH, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._width = width
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        mark(inner, kind="page")
        self._column = QWidget(inner)
        mark(self._column, kind="page")
        row = QHBoxLayout(inner)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self._column, 1000)
        row.addStretch(1)
        self.body = QVBoxLayout(self._column)
        self.setWidget(inner)
        self.viewport().setAutoFillBackground(False)
        self._space()
        hub.changed.connect(self._space)

    def _space(self) -> None:
        theme = hub.current
        side, top = theme.px(tokens.HUGE), theme.px(tokens.WIDE)
        self._column.setMaximumWidth(theme.px(self._width))
        self.body.setContentsMargins(side, top, side, top)
        self.body.setSpacing(theme.px(tokens.MEDIUM + 4))
        self.verticalScrollBar().setSingleStep(theme.px(24))
