"""The right side of the checklist: what happens next, how it went, and who was there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.checklist import update_interview, update_opportunity
from models.library import Library, StepDone
from models.records import Contact, Interview, Meeting, Opportunity, Record
from ui.context import AppContext
from ui.tabs.checklist.panel import PanelList
from ui.texts import tr
from ui.theme import hub, tokens
from ui.widgets.buttons import link_button, quiet_button
from ui.widgets.card import Divider
from ui.widgets.fold import Fold
from ui.widgets.headings import SectionTitle, label
from ui.widgets.record_form import RecordForm

NEXT = ("next_step", "decides", "promised_phrase", "promised")
FELT = ("feeling", "wish")
JOB = ("employer", "role", "place", "sector", "source")
ROUND = ("title", "start", "length", "format", "place")
WANTED = ("want", "excites")


class AfterPanel(QWidget):
    """Fields of the interview in hand and of its opportunity. Every change is kept as it is made."""

    person_requested = Signal(str)
    letter_requested = Signal(str)
    add_requested = Signal()
    remove_requested = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._library: Library = context.library
        self._interview = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(hub.current.px(tokens.MEDIUM))
        self._forms: list[tuple[RecordForm, type[Record]]] = []
        self._section(tr("What happens next"), Opportunity, NEXT, self._keep_opportunity)
        self._section(tr("Where you stand"), Opportunity, WANTED, self._keep_opportunity)
        self._section(tr("How it went"), Interview, FELT, self._keep_interview)
        self._column.addWidget(SectionTitle(tr("Who was there")))
        self.meter = label(tone="muted", wrap=True, name="panel_meter")
        self._column.addWidget(self.meter)
        self.panel = PanelList()
        self.panel.person_requested.connect(self.person_requested)
        self.panel.letter_requested.connect(self.letter_requested)
        self._column.addWidget(self.panel)
        self._column.addWidget(quiet_button(tr("Add a person"), self.add_requested.emit, "plus", name="panel_add"))
        self._column.addWidget(Divider())
        self._column.addWidget(Fold(tr("Your strengths for this job"), self._strengths, "strengths_fold"))
        self._column.addWidget(Fold(tr("About the job and this interview"), self._about, "about_fold"))
        self._column.addStretch(1)

    def _section(
        self,
        title: str,
        kind: type[Record],
        names: tuple[str, ...],
        keep: Callable[[str, object], None],
    ) -> None:
        if self._forms:
            self._column.addWidget(Divider())
        self._column.addWidget(SectionTitle(title))
        self._column.addWidget(self._form(kind, names, keep))

    def _form(self, kind: type[Record], names: tuple[str, ...], keep: Callable[[str, object], None]) -> RecordForm:
        form = RecordForm(kind, names, clock=self._context.clock)
        form.field_edited.connect(keep)
        self._forms.append((form, kind))
        if self._interview:
            interview = self._library.get(Interview, self._interview)
            opportunity = self._library.find(Opportunity, interview.opportunity) or Opportunity()
            form.load(interview if kind is Interview else opportunity)
        return form

    def _strengths(self) -> RecordForm:
        return self._form(Opportunity, ("strengths",), self._keep_opportunity)

    def _about(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._form(Opportunity, JOB, self._keep_opportunity))
        column.addWidget(self._form(Interview, ROUND, self._keep_interview))
        column.addWidget(link_button(tr("Remove this interview"), self.remove_requested.emit, name="remove_interview"))
        return holder

    def show_interview(self, interview: Interview, opportunity: Opportunity, step: StepDone | None) -> None:
        """Show these records; a step made here leaves its own fields alone."""
        if interview.id != self._interview:
            self.flush()
            self._interview = interview.id
        if step is None or step.origin is not self:
            for form, kind in self._forms:
                form.load(interview if kind is Interview else opportunity)
        meetings = [meeting for meeting in self._library.all(Meeting) if meeting.interview == interview.id]
        people = [(meeting, self._library.find(Contact, meeting.contact)) for meeting in meetings]
        self.panel.show_panel([(meeting, contact) for meeting, contact in people if contact is not None])

    def flush(self) -> None:
        """Commit what is typed and not yet kept."""
        for form, _ in self._forms:
            form.flush()

    def _keep_opportunity(self, name: str, value: object) -> None:
        interview = self._library.find(Interview, self._interview)
        opportunity = self._library.find(Opportunity, interview.opportunity) if interview else None
        if opportunity is not None:
            update_opportunity(self._library, opportunity.id, origin=self, **{name: value})

    def _keep_interview(self, name: str, value: object) -> None:
        if self._library.find(Interview, self._interview):
            update_interview(self._library, self._interview, origin=self, **{name: value})
