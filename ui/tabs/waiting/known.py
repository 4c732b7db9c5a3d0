"""What is known of the way ahead, and the questions still open."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.checklist import update_opportunity
from models.errors import BadInput
from models.records import Opportunity
from models.waiting import set_promised
from models.waiting.questions import OpenQuestion
from ui.context import AppContext
from ui.texts import show, tr
from ui.theme import hub, tokens
from ui.widgets.beside import Beside
from ui.widgets.buttons import link_button, quiet_button
from ui.widgets.headings import SectionTitle, label
from ui.widgets.record_form import RecordForm

FIELDS = ("next_step", "decides", "promised", "promised_phrase", "sector")


class KnownForm(QWidget):
    """Fields of the opportunity; each is kept as it is written."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.setObjectName("known")
        self._library = context.library
        self.opportunity_id = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(hub.current.px(tokens.MEDIUM))
        column.addWidget(SectionTitle(tr("What you know")))
        self.form = RecordForm(Opportunity, FIELDS, clock=context.clock, columns=2, country=context.settings.country)
        self.form.field_edited.connect(self._keep)
        column.addWidget(self.form)

    def show_opportunity(self, opportunity: Opportunity) -> None:
        """Show its fields; what is being typed stays."""
        if opportunity.id != self.opportunity_id:
            self.form.flush()
            self.opportunity_id = opportunity.id
        self.form.load(opportunity)

    def flush(self) -> None:
        """Commit what is typed and not yet kept."""
        self.form.flush()

    def _keep(self, name: str, value: object) -> None:
        opportunity = self._library.find(Opportunity, self.opportunity_id)
        if opportunity is None:
            return
        if name == "promised":
            day = value if isinstance(value, date) else None
            self._promise(opportunity, day)
        else:
            update_opportunity(self._library, opportunity.id, origin=self, **{name: value})

    def _promise(self, opportunity: Opportunity, day: date | None) -> None:
        told = self.form.editor("promised").problem
        try:
            set_promised(self._library, opportunity.id, day, phrase=opportunity.promised_phrase, origin=self)
        except BadInput as error:
            told.emit(str(error))
        else:
            told.emit("")


class Questions(QWidget):
    """What is not known yet, each with a sentence that asks for it."""

    copy_wanted = Signal(str)
    letter_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("open_questions")
        self._shown: tuple[OpenQuestion, ...] = ()
        self._lines: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(hub.current.px(tokens.SMALL))
        self._column.addWidget(SectionTitle(tr("Still open")))
        self._ask = quiet_button(tr("Ask in a letter"), self.letter_wanted.emit, "mail", name="ask_in_letter")
        self._column.addWidget(self._ask)

    def show_questions(self, questions: Sequence[OpenQuestion]) -> None:
        """Show these; an empty list hides the section."""
        self.setVisible(bool(questions))
        if tuple(questions) == self._shown:
            return
        self._shown = tuple(questions)
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [self._line(question) for question in questions]
        for place, line in enumerate(self._lines, 1):
            self._column.insertWidget(place, line)

    def _line(self, question: OpenQuestion) -> QWidget:
        line = Beside(least=200)
        asks = show(question.ask)
        line.main.setSpacing(0)
        line.main.addWidget(label(show(question.sentence), wrap=True, name=f"open_{question.name}"))
        line.main.addWidget(label(tr("“{question}”", question=asks), "small", wrap=True))
        copy = link_button(tr("Copy"), lambda: self.copy_wanted.emit(asks), name=f"copy_{question.name}")
        copy.setAccessibleName(tr("Copy the question: {question}", question=asks))
        line.side.addWidget(copy)
        return line
