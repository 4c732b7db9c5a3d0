"""What all interviews show together: how feelings compare with results, and which questions want practice."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.onward import Practice
from ui.tabs.onward.long_words import breakable
from ui.texts import show, tr
from ui.theme import hub, tokens
from ui.widgets.card import Divider
from ui.widgets.headings import SectionTitle, label

MOST_PRACTICE = 3


class AllInterviews(QWidget):
    """One sentence and the hardest few questions; nothing at all before there is an interview."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("all_interviews")
        self._shown: tuple[Practice, ...] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(Divider())
        self._column.addWidget(SectionTitle(tr("All interviews together")))
        self.felt = label(tone="muted", wrap=True, name="felt_and_came")
        self._column.addWidget(self.felt)
        self._title = label(tr("Worth practising aloud"), "strong", wrap=True)
        self._column.addWidget(self._title)
        self._questions = QVBoxLayout()
        self._column.addLayout(self._questions)
        self._space()
        hub.changed.connect(self._space)

    def show_all(self, felt: str, practice: tuple[Practice, ...]) -> None:
        """The sentence, and the hardest questions first."""
        self.setVisible(bool(felt))
        self.felt.setText(felt)
        few = practice[:MOST_PRACTICE]
        self._title.setVisible(bool(few))
        if few != self._shown:
            self._shown = few
            self._show_questions(few)

    def _show_questions(self, few: tuple[Practice, ...]) -> None:
        while (item := self._questions.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for number, each in enumerate(few):
            entry = QWidget()
            lines = QVBoxLayout(entry)
            lines.setContentsMargins(0, 0, 0, 0)
            lines.setSpacing(0)
            question = tr("“{question}”", question=breakable(each.question.asked.strip()))
            lines.addWidget(label(question, wrap=True, name=f"practice_{number}"))
            lines.addWidget(label(show(each.sentence), "caption", wrap=True))
            self._questions.addWidget(entry)

    def _space(self) -> None:
        self._column.setSpacing(hub.current.px(tokens.SMALL + 2))
        self._questions.setSpacing(hub.current.px(tokens.SMALL))
