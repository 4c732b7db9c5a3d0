"""The questions they asked: each with how the answer went and, where it did not go well, a better one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.records import Question
from models.texts import QT_TRANSLATE_NOOP
from ui.texts import tr
from ui.theme import hub, tokens
from ui.widgets.beside import Beside
from ui.widgets.buttons import icon_button, quiet_button
from ui.widgets.choice import ChoiceBar
from ui.widgets.fields import LongEditor
from ui.widgets.headings import label

WENT = (
    ("well", QT_TRANSLATE_NOOP("encore", "Went well")),
    ("so-so", QT_TRANSLATE_NOOP("encore", "So-so")),
    ("badly", QT_TRANSLATE_NOOP("encore", "Badly")),
)


class QuestionCard(QWidget):
    """One question. Sends its changes through the list."""

    def __init__(self, question: Question, number: int, questions: Questions) -> None:
        super().__init__()
        self.question_id = question.id
        self._questions = questions
        self.asked = LongEditor(tr("Question {number}", number=number + 1), tr("What did they ask?"), least=1)
        self.asked.name_parts(f"question_{number}")
        self.asked.edited.connect(lambda text: questions.edited.emit(self.question_id, "asked", text))
        self.went = ChoiceBar([(value, tr(text)) for value, text in WENT], tr("How the answer went"))
        self.went.setObjectName(f"question_went_{number}")
        self.went.valueChanged.connect(lambda value: questions.edited.emit(self.question_id, "went", value))
        self.better = LongEditor(
            tr("A better answer to question {number}", number=number + 1), tr("A better answer for next time"), least=1
        )
        self.better.name_parts(f"question_better_{number}")
        self.better.edited.connect(lambda text: questions.edited.emit(self.question_id, "better", text))
        self._lay_out(number)
        self.show_question(question)

    def _lay_out(self, number: int) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(hub.current.px(tokens.TINY + 2))
        row = QHBoxLayout()
        row.addWidget(self.asked, 1)
        remove = icon_button(
            "x",
            tr("Remove question {number}", number=number + 1),
            lambda: self._questions.removed.emit(self.question_id),
            name=f"remove_question_{number}",
        )
        row.addWidget(remove)
        column.addLayout(row)
        column.addWidget(self.went)
        column.addWidget(self.better)

    def show_question(self, question: Question) -> None:
        """The question as it is now."""
        if question.id != self.question_id:
            self.flush()
            self.asked.discard()
            self.better.discard()
        self.question_id = question.id
        self.asked.load(question.asked)
        self.went.set_value(question.went)
        self.better.load(question.better)
        self.better.setVisible(question.went in ("so-so", "badly") or bool(question.better))

    def flush(self) -> None:
        """Hand over what is typed."""
        self.asked.flush()
        self.better.flush()


class Questions(QWidget):
    """All questions of an interview, and a way to the next."""

    added = Signal()
    edited = Signal(str, str, str)
    removed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("questions")
        self._cards: list[QuestionCard] = []
        self._focus_new = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        head = Beside(least=160)
        head.main.addWidget(label(tr("What they asked"), "strong", wrap=True))
        head.side.addWidget(quiet_button(tr("Add a question"), self._add, "plus", name="add_question"))
        self._column.addWidget(head)
        self._space()
        hub.changed.connect(self._space)

    def show_questions(self, questions: Sequence[Question]) -> None:
        """Show these; a card that stays keeps its place and its cursor."""
        while len(self._cards) > len(questions):
            card = self._cards.pop()
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        for number, question in enumerate(questions):
            if number < len(self._cards):
                self._cards[number].show_question(question)
            else:
                card = QuestionCard(question, number, self)
                self._cards.append(card)
                self._column.addWidget(card)
        if self._focus_new and self._cards:
            self._focus_new = False
            self._cards[-1].asked.setFocus()

    def flush(self) -> None:
        """Hand over what is typed."""
        for card in self._cards:
            card.flush()

    def _add(self) -> None:
        self._focus_new = True
        self.added.emit()

    def _space(self) -> None:
        self._column.setSpacing(hub.current.px(tokens.LARGE))
