"""What a page shows while it is empty: two sentences that teach, and the first thing to do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.theme import hub, pixmap, tokens
from ui.widgets.headings import label


class EmptyState(QWidget):
    """An icon, a title, two sentences, the first action. Centred in the room it gets."""

    def __init__(
        self, icon_name: str, title: str, text: str, action: QWidget | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("emptyState")
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self._icon_name = icon_name
        self._picture = QLabel()
        self._title = label(title, "section", wrap=True)
        self._text = label(text, tone="muted", wrap=True)
        self._lay_out(action)
        self._dress()
        hub.changed.connect(self._dress)

    def _lay_out(self, action: QWidget | None) -> None:
        self._middle = QWidget()
        self._column = QVBoxLayout(self._middle)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addStretch(2)
        for part in (self._picture, self._title, self._text):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self._column.addWidget(part)
        if action is not None:
            self._column.addWidget(action, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(3)
        row = QHBoxLayout(self)
        row.addStretch(1)
        row.addWidget(self._middle, 1000)
        row.addStretch(1)

    def _dress(self) -> None:
        theme = hub.current
        self._picture.setPixmap(pixmap(self._icon_name, theme.px(36), "faint", self.devicePixelRatioF()))
        self._column.setSpacing(theme.px(tokens.MEDIUM))
        self._middle.setMaximumWidth(theme.px(440))
