"""Running text to read: help, licences, lists of keys. Written in Markdown, set with room between the lines."""

from __future__ import annotations

from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextTable
from PySide6.QtWidgets import QFrame, QTextBrowser

from ui.theme import hub, mark, tokens

HEADINGS = {1: tokens.TITLE, 2: tokens.SECTION, 3: tokens.TEXT}


class ReadingText(QTextBrowser):
    """`show_markdown` sets a text; links are signals (`anchorClicked`), nothing is opened by itself."""

    def __init__(self, accessible_name: str) -> None:
        super().__init__()
        self.setAccessibleName(accessible_name)
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        mark(self, kind="bare")
        self._markdown = ""
        hub.changed.connect(self._again)

    def show_markdown(self, text: str) -> None:
        """Show this text from its beginning."""
        self._markdown = text
        theme = hub.current
        document = self.document()
        document.setDefaultFont(theme.font())
        document.setDocumentMargin(theme.px(tokens.WIDE))
        self.setMarkdown(text)
        block = document.begin()
        while block.isValid():
            self._space(QTextCursor(block))
            block = block.next()
        for frame in document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                self._quiet(frame)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _again(self) -> None:
        self.show_markdown(self._markdown)

    def _space(self, cursor: QTextCursor) -> None:
        theme = hub.current
        block = cursor.blockFormat()
        level = block.headingLevel()
        in_table = bool(cursor.currentTable())
        proportional = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        block.setLineHeight(100 if in_table else tokens.LINE_HEIGHT * 100 - 20, proportional)
        block.setTopMargin(theme.px(tokens.WIDE if level > 1 else 0))
        block.setBottomMargin(0 if in_table else theme.px(tokens.TINY if cursor.currentList() else tokens.SMALL))
        cursor.setBlockFormat(block)
        if level:
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            heading = QTextCharFormat()
            heading.setFont(theme.font(HEADINGS.get(level, tokens.TEXT), tokens.SEMIBOLD))
            cursor.setCharFormat(heading)
        else:
            self._lighter(cursor)

    def _lighter(self, cursor: QTextCursor) -> None:
        """Strong words in the house's own strong weight; the fonts have no heavier one."""
        iterator = cursor.block().begin()
        spans: list[tuple[int, int]] = []
        while not iterator.atEnd():
            fragment = iterator.fragment()
            if fragment.charFormat().fontWeight() >= QFont.Weight.Bold:
                spans.append((fragment.position(), fragment.position() + fragment.length()))
            iterator += 1
        strong = QTextCharFormat()
        strong.setFontWeight(QFont.Weight.DemiBold)
        for start, end in spans:
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(strong)

    def _quiet(self, table: QTextTable) -> None:
        look = table.format()
        look.setBorder(0)
        look.setCellSpacing(0)
        look.setCellPadding(hub.current.px(tokens.TINY))
        table.setFormat(look)
