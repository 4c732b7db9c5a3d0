"""Editors for words: one line, several lines, one thing a line."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import hub
from ui.widgets.fields.editor import Editor


def bare_layout(editor: QWidget) -> QVBoxLayout:
    """A vertical layout without margins."""
    layout = QVBoxLayout(editor)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(hub.current.px(6))
    return layout


class LineEditor(Editor):
    """One line of text."""

    def __init__(self, what: str, help: str = "", parent: QWidget | None = None) -> None:
        super().__init__(what, help, parent)
        self.line = QLineEdit()
        self.line.setPlaceholderText(help)
        self.line.textEdited.connect(lambda _text: self._typed())
        self.watch(self.line)
        bare_layout(self).addWidget(self.line)

    def _show(self, value: Any) -> None:
        text = str(value or "")
        if self.line.text() != text:
            self.line.setText(text)
            if not self.line.hasFocus():
                self.line.setCursorPosition(0)

    def _read(self) -> str:
        return self.line.text().strip()


class GrowingText(QPlainTextEdit):
    """Several lines that grow with what is written; Tab leaves it."""

    typed = Signal()

    def __init__(self, least: int = 3, most: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least, self._most = least, most
        self._filling = False
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(2)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self.updateGeometry())
        self.textChanged.connect(self._changed)

    def fill(self, text: str) -> None:
        """Show a text; an equal one keeps the caret where it is."""
        if self.toPlainText() == text:
            return
        self._filling = True
        self.setPlainText(text)
        self._filling = False

    def _changed(self) -> None:
        if not self._filling:
            self.typed.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Another text size, another height."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as its lines, between the least and the most."""
        lines = max(self._least, min(self._most, round(self.document().size().height())))
        edge = hub.current.px(7) * 2 + 2
        height = lines * self.fontMetrics().lineSpacing() + 2 * round(self.document().documentMargin()) + edge
        return QSize(hub.current.px(240), height)

    def minimumSizeHint(self) -> QSize:
        """Never lower than its hint."""
        return QSize(hub.current.px(80), self.sizeHint().height())


class LongEditor(Editor):
    """Several lines of text."""

    def __init__(self, what: str, help: str = "", least: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(what, help, parent)
        self.text = GrowingText(least)
        self.text.setPlaceholderText(help)
        self.text.typed.connect(self._typed)
        self.watch(self.text)
        bare_layout(self).addWidget(self.text)

    def _show(self, value: Any) -> None:
        if self.text.toPlainText().strip() != (value or ""):
            self.text.fill(str(value or ""))

    def _read(self) -> Any:
        return self.text.toPlainText().strip()


class LinesEditor(LongEditor):
    """A tuple of texts, one a line."""

    def __init__(self, what: str, help: str = "", parent: QWidget | None = None) -> None:
        super().__init__(what, help, least=1, parent=parent)

    def _show(self, value: Any) -> None:
        if self._read() != tuple(value or ()):
            self.text.fill("\n".join(value or ()))

    def _read(self) -> tuple[str, ...]:
        lines = (line.strip() for line in self.text.toPlainText().splitlines())
        return tuple(line for line in lines if line)
