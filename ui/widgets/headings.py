"""What stands at the head of a page or a section, and plain text labels."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import hub, mark, tokens


def label(text: str = "", kind: str = "", tone: str = "", *, wrap: bool = False, name: str = "") -> QLabel:
    """A text label. `kind`: display, title, section, strong, label, small, caption; `tone`: ink, muted, accent, ..."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if wrap:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        made.setSizePolicy(policy)
    if name:
        made.setObjectName(name)
    properties = {key: value for key, value in (("type", kind), ("tone", tone)) if value}
    if properties:
        mark(made, **properties)
    return made


class SectionTitle(QLabel):
    """The title of one section of a page."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        mark(self, type="section")


class PageHeader(QWidget):
    """The page's title, one sentence that says how things stand, and at the right what one can do."""

    def __init__(
        self, title: str, sentence: str = "", actions: Sequence[QWidget] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("pageHeader")
        self.title = label(title, "title", wrap=True, name="pageTitle")
        self.sentence = label(sentence, tone="muted", wrap=True, name="pageSentence")
        self.sentence.setVisible(bool(sentence))
        self._texts = QVBoxLayout()
        self._texts.addWidget(self.title)
        self._texts.addWidget(self.sentence)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._row = QHBoxLayout()
        whole.addLayout(self._row)
        whole.addStretch(1)
        self._row.addLayout(self._texts, 1)
        for action in actions:
            self.add_action(action)
        self._space()

    def add_action(self, action: QWidget) -> None:
        """One more button at the right; the primary one comes last."""
        self._row.addWidget(action, 0, Qt.AlignmentFlag.AlignVCenter)

    def say(self, sentence: str, title: str = "") -> None:
        """How things stand now; the title too where one is given."""
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        if title:
            self.title.setText(title)

    def _space(self) -> None:
        self._texts.setSpacing(hub.current.px(2))
        self._row.setSpacing(hub.current.px(tokens.SMALL))

    def changeEvent(self, event: QEvent) -> None:
        """Spaces grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._space()
