"""The letter's page: lines of at most 68 characters, findings underlined, nothing else that draws the eye."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QResizeEvent, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from models.findings import Finding, Severity
from ui.theme import Role, hub, tokens

Underline = QTextCharFormat.UnderlineStyle
LINES: dict[Severity, tuple[Role, Underline]] = {
    "block": ("bad", Underline.WaveUnderline),
    "fix": ("bad", Underline.WaveUnderline),
    "check": ("warn", Underline.DashUnderline),
    "consider": ("muted", Underline.DotLine),
}
LEAST_LINES = 9


class ProofEditor(QPlainTextEdit):
    """`typed` follows the user's own changes, never `load`. Findings are those of `revision`, or are dropped."""

    typed = Signal()
    finding_touched = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCenterOnScroll(False)
        self._serif = False
        self._loading = False
        self._findings: tuple[Finding, ...] = ()
        self._current = -1
        self.textChanged.connect(self._changed)
        self.cursorPositionChanged.connect(self._moved)
        hub.changed.connect(self._dress)
        self._dress()

    @property
    def revision(self) -> int:
        """Counts changes of the text; a reading of an older one is of no use."""
        return self.document().revision()

    def load(self, text: str) -> None:
        """Show a text; an equal one keeps caret, undo and underlines."""
        if self.toPlainText() == text:
            return
        self._loading = True
        self.setPlainText(text)
        self.show_findings(())
        self._loading = False

    def set_serif(self, serif: bool) -> None:
        """Show letters with or without serifs."""
        self._serif = serif
        self._dress()

    # -- findings -------------------------------------------------------------------------------------------------

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Underline these findings of the text as it is now."""
        self._findings = tuple(finding for finding in findings if finding.end > finding.start)
        self._current = -1
        self._underline()

    def go_to(self, finding: Finding) -> None:
        """Select a finding's words and bring them into sight."""
        cursor = self._cursor(finding)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def mark(self, start: int, end: int) -> None:
        """Select the code points from `start` to `end`."""
        self.go_to(Finding(passed="facts", severity="praise", rule="", start=start, end=end))

    def mend(self, finding: Finding, fix: str) -> bool:
        """Put `fix` in the place of the finding's words, as one step of undo; the caret stands behind it.

        False where the words are gone.
        """
        cursor = self._cursor(finding)
        if cursor.selectedText().replace("\u2029", "\n") != finding.text:
            return False
        cursor.insertText(fix)
        self.setTextCursor(cursor)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def neighbour(self, way: int) -> Finding | None:
        """The next (1) or previous (-1) finding after the caret, round the end."""
        if not self._findings:
            return None
        at = self._code_point(self.textCursor().selectionStart())
        rows = self._findings if way > 0 else tuple(reversed(self._findings))
        return next((one for one in rows if (one.start > at if way > 0 else one.start < at)), rows[0])

    def _cursor(self, finding: Finding) -> QTextCursor:
        text = self.toPlainText()
        cursor = QTextCursor(self.document())
        cursor.setPosition(_units(text, finding.start))
        cursor.setPosition(_units(text, finding.end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _code_point(self, units: int) -> int:
        whole = self.toPlainText().encode("utf-16-le")[: units * 2]
        return len(whole.decode("utf-16-le", "ignore"))

    def _underline(self) -> None:
        theme = hub.current
        marks: list[QTextEdit.ExtraSelection] = []
        for number, finding in enumerate(self._findings):
            if finding.severity not in LINES:
                continue
            role, style = LINES[finding.severity]
            selection = QTextEdit.ExtraSelection()
            look = QTextCharFormat()
            look.setUnderlineStyle(style)
            look.setUnderlineColor(theme.colour(role))
            if number == self._current:
                look.setBackground(theme.colour("tint"))
            selection.format = look
            selection.cursor = self._cursor(finding)
            marks.append(selection)
        self.setExtraSelections(marks)

    def _moved(self) -> None:
        at = self._code_point(self.textCursor().selectionStart())
        found = next((n for n, one in enumerate(self._findings) if one.start <= at <= one.end), -1)
        if found != self._current:
            self._current = found
            self._underline()
            self.finding_touched.emit(found)

    def _changed(self) -> None:
        if not self._loading:
            self.typed.emit()

    # -- looks ----------------------------------------------------------------------------------------------------

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Pasted text arrives as plain text."""
        self.insertPlainText(source.text().replace("\r\n", "\n").replace("\r", "\n"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Room beyond 68 characters becomes margin."""
        super().resizeEvent(event)
        self._fit()

    def _dress(self) -> None:
        theme = hub.current
        self.setFont(theme.font(tokens.TEXT + 1, serif=self._serif))
        self.document().setDocumentMargin(theme.px(tokens.MEDIUM))
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * LEAST_LINES)
        self._fit()
        self._underline()

    def _fit(self) -> None:
        width = self.fontMetrics().averageCharWidth() * tokens.LETTER_CHARACTERS + 2 * hub.current.px(tokens.MEDIUM)
        spare = max(0, self.width() - width) // 2
        if self.viewportMargins().left() != spare:
            self.setViewportMargins(spare, 0, spare, 0)


def _units(text: str, code_points: int) -> int:
    """Qt counts UTF-16 units; findings count code points."""
    return len(text[:code_points].encode("utf-16-le", "surrogatepass")) // 2
