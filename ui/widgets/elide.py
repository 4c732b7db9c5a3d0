"""A text in one line that ends in "…" where there is no room, and says the whole in its tooltip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme import hub, mark


class ElidedLabel(QLabel):
    """One line of text. `kind` and `tone` as for `headings.label`."""

    def __init__(self, text: str = "", kind: str = "", tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        properties = {key: value for key, value in (("type", kind), ("tone", tone)) if value}
        if properties:
            mark(self, **properties)
        self.say(text)
        hub.changed.connect(self._fit)

    @property
    def whole(self) -> str:
        """The text without an ellipsis."""
        return self._whole

    def say(self, text: str) -> None:
        """Another text."""
        self._whole = " ".join(text.split())
        self.setAccessibleName(self._whole)
        self.updateGeometry()
        self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(
            self._whole, Qt.TextElideMode.ElideRight, max(0, self.contentsRect().width())
        )
        if shown != self.text():
            super().setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")

    def sizeHint(self) -> QSize:
        """Wide enough for the whole text."""
        self.ensurePolished()
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 2, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """A few letters and the ellipsis."""
        return QSize(self.fontMetrics().horizontalAdvance("mmm…"), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another place to end."""
        super().resizeEvent(event)
        self._fit()
