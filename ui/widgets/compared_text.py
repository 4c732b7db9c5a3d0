"""Two wordings of a text in one: what is gone is struck through, what is new is underlined, by more than colour."""

from __future__ import annotations

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextBrowser

from models.wording import Piece, differences
from ui.theme import hub, tokens

LINE_PERCENT = 135


class ComparedText(QTextBrowser):
    """`compare(old, new)` shows both; the text can be selected and copied, never changed."""

    def __init__(self, name: str, accessible_name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(accessible_name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self._pieces: tuple[Piece, ...] = ()
        hub.changed.connect(self._show)

    def compare(self, old: str, new: str) -> bool:
        """From the old wording to the new one; False where they are equal."""
        self._pieces = differences(old, new)
        self._show()
        return any(piece.how != "same" for piece in self._pieces)

    def _show(self) -> None:
        theme = hub.current
        document = self.document()
        self.clear()
        document.setDefaultFont(theme.font())
        document.setDocumentMargin(theme.px(tokens.MEDIUM))
        cursor = QTextCursor(document)
        for piece in self._pieces:
            cursor.insertText(piece.text, self._look(piece))
        block = QTextBlockFormat()
        block.setLineHeight(LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(block)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _look(self, piece: Piece) -> QTextCharFormat:
        theme, look = hub.current, QTextCharFormat()
        look.setForeground(theme.colour("ink"))
        if piece.how == "removed":
            look.setForeground(theme.colour("bad"))
            look.setBackground(theme.colour("bad-tint"))
            look.setFontStrikeOut(True)
        elif piece.how == "added":
            look.setForeground(theme.colour("good"))
            look.setBackground(theme.colour("good-tint"))
            look.setFontUnderline(True)
        return look
