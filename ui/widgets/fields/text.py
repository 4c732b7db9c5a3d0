"""Editors for words: one line, several lines, one thing a line."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.theme import hub
from ui.widgets.fields.editor import Editor
from ui.widgets.fields.growing import GrowingText


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
