"""What stands at the head of a page or a section, and plain text labels."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme import hub, mark
from ui.widgets.beside import Beside


def label(text: str = "", kind: str = "", tone: str = "", *, wrap: bool = False, name: str = "") -> QLabel:
    """A text label. `kind`: display, title, section, strong, label, small, caption; `tone`: ink, muted, accent, ..."""
    made = WrappedLabel(text) if wrap else QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if name:
        made.setObjectName(name)
    properties = {key: value for key, value in (("type", kind), ("tone", tone)) if value}
    if properties:
        mark(made, **properties)
    return made


class WrappedLabel(QLabel):
    """Text that breaks into lines and is never higher than they are, however much room is left over."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        hub.changed.connect(self._fit)

    def setText(self, text: str) -> None:
        """Another text may need another height."""
        super().setText(text)
        self._fit()

    def _fit(self) -> None:
        height = self.heightForWidth(self.width()) if self.text() else 0
        if height > 0 and height != self.maximumHeight():
            self.setMaximumHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another height."""
        super().resizeEvent(event)
        self._fit()


class SectionTitle(WrappedLabel):
    """The title of one section of a page."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        mark(self, type="section")


class PageHeader(Beside):
    """The page's title, one sentence that says how things stand, and at the right what one can do."""

    def __init__(
        self, title: str, sentence: str = "", actions: Sequence[QWidget] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self.setObjectName("pageHeader")
        self.title = label(title, "title", wrap=True, name="pageTitle")
        self.sentence = label(sentence, tone="muted", wrap=True, name="pageSentence")
        self.sentence.setVisible(bool(sentence))
        self.main.addWidget(self.title)
        self.main.addWidget(self.sentence)
        for action in actions:
            self.add_action(action)

    def add_action(self, action: QWidget) -> None:
        """One more button at the right; the primary one comes last."""
        self.side.addWidget(action)

    def say(self, sentence: str, title: str = "") -> None:
        """How things stand now; the title too where one is given."""
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        if title:
            self.title.setText(title)

    def _space(self) -> None:
        super()._space()
        self.main.setSpacing(hub.current.px(2))
