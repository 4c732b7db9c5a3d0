"""A field of several lines that grows with what is written."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from ui.theme import hub


class GrowingText(QPlainTextEdit):
    """Several lines that grow with what is written; Tab leaves it."""

    typed = Signal()
    left = Signal()

    def __init__(self, least: int = 3, most: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least, self._most = least, most
        self._filling = False
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(2)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._grow())
        self.textChanged.connect(self._changed)
        hub.changed.connect(self.updateGeometry)

    def fill(self, text: str) -> None:
        """Show a text; an equal one keeps the caret where it is."""
        if self.toPlainText() == text:
            return
        self._filling = True
        self.setPlainText(text)
        self._filling = False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the writing is over for now."""
        super().focusOutEvent(event)
        self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks other lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def _grow(self) -> None:
        """A scroll bar only where there are more lines than the field may grow to."""
        full = round(self.document().size().height()) > self._most
        wanted = Qt.ScrollBarPolicy.ScrollBarAsNeeded if full else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if self.verticalScrollBarPolicy() != wanted:
            self.setVerticalScrollBarPolicy(wanted)
        self.updateGeometry()

    def _changed(self) -> None:
        if not self._filling:
            self.typed.emit()

    def sizeHint(self) -> QSize:
        """As high as its lines, between the least and the most."""
        lines = max(self._least, min(self._most, round(self.document().size().height())))
        edge = hub.current.px(7) * 2 + 2
        height = lines * self.fontMetrics().lineSpacing() + 2 * round(self.document().documentMargin()) + edge
        return QSize(hub.current.px(240), height)

    def minimumSizeHint(self) -> QSize:
        """Never lower than its hint."""
        return QSize(hub.current.px(80), self.sizeHint().height())
