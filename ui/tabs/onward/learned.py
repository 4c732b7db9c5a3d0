"""What I learned: four prompts for the interview in hand, and the questions asked in it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.clock import Clock
from models.onward import PROMPTS
from models.records import Question, Reflection
from ui.tabs.onward.questions import Questions
from ui.texts import tr
from ui.theme import hub, tokens
from ui.widgets.buttons import quiet_button
from ui.widgets.headings import SectionTitle, label
from ui.widgets.record_form import RecordForm


class Learned(QWidget):
    """Sends what is written; the tab turns it into steps."""

    reflected = Signal(str, object)
    interview_wanted = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self.setObjectName("learned")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(SectionTitle(tr("What I learned")))
        self.about = label(tone="muted", wrap=True, name="learned_about")
        self._column.addWidget(self.about)
        self._add = quiet_button(
            tr("Add an interview"), self.interview_wanted.emit, "plus", name="onward_add_interview"
        )
        self._column.addWidget(self._add)
        self.form = RecordForm(Reflection, PROMPTS, clock=clock, columns=1)
        self.form.field_edited.connect(self.reflected)
        self._column.addWidget(self.form)
        self.questions = Questions()
        self._column.addWidget(self.questions)
        self._space()
        hub.changed.connect(self._space)

    def show_reflection(self, title: str, reflection: Reflection | None, questions: tuple[Question, ...]) -> None:
        """The interview in hand; None where there is none yet."""
        there = reflection is not None
        for part in (self.form, self.questions):
            part.setVisible(there)
        self._add.setVisible(not there)
        self.about.setText(
            title
            if there
            else tr("After each interview four short answers stand here. They make the next one easier than the last.")
        )
        if reflection is not None:
            self.form.load(reflection)
        self.questions.show_questions(questions)

    def flush(self) -> None:
        """Hand over what is typed."""
        self.form.flush()
        self.questions.flush()

    def _space(self) -> None:
        self._column.setSpacing(hub.current.px(tokens.MEDIUM))
