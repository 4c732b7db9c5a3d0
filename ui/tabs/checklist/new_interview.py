"""A new interview on one short page: where, what for, when, and who was there."""

from __future__ import annotations

from datetime import timedelta

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from models.clock import Moment
from models.records import Interview, Opportunity
from ui.context import AppContext
from ui.texts import tr
from ui.widgets.buttons import primary_button, quiet_button
from ui.widgets.fields.text import LinesEditor
from ui.widgets.headings import PageHeader, label
from ui.widgets.record_form import RecordForm
from ui.widgets.scroll import Page

READING_WIDTH = 720


class NewInterviewPage(Page):
    """Nothing is required but the employer. `started(opportunity, interview, names)` carries what was written."""

    started = Signal(object, object, object)
    cancelled = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__("new_interview", READING_WIDTH)
        self._context = context
        self._opportunity = Opportunity()
        self._interview = Interview()
        self._header = PageHeader("", "")
        self.body.addWidget(self._header)
        self._job = RecordForm(Opportunity, ("employer", "role"), clock=context.clock, columns=2)
        self._job.field_edited.connect(self._on_job)
        self.body.addWidget(self._job)
        self._round = RecordForm(Interview, ("title", "start"), clock=context.clock, columns=2)
        self._round.field_edited.connect(self._on_round)
        self.body.addWidget(self._round)
        self.body.addWidget(label(tr("Who was there"), "label"))
        self._names = LinesEditor(tr("Who was there"), tr("One name a line, as far as you have them"))
        self._names.name_parts("names")
        self.body.addWidget(self._names)
        self._problem = label(tone="bad", wrap=True, name="new_interview_problem")
        self.body.addWidget(self._problem)
        row = QHBoxLayout()
        row.addWidget(primary_button(tr("Add this interview"), self._start, name="start_interview"))
        row.addWidget(quiet_button(tr("Not now"), self._cancel, name="cancel_interview"))
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addStretch(1)

    def begin(self, *, just_finished: bool) -> None:
        """Empty the page for the next interview; one that just ended begins with today filled in."""
        now = self._context.clock.now()
        self._job.flush()
        self._round.flush()
        if just_finished:
            self._header.say(
                tr("Two minutes now save an hour tomorrow. Write what you have; the rest can come later."),
                tr("Well done. Who did you meet?"),
            )
        else:
            self._header.say(tr("Only the employer is needed. Everything can be changed later."), tr("A new interview"))
        if self._begun:
            self._job.focus_on("employer")
            return
        self._opportunity = Opportunity()
        self._interview = Interview(start=_just_over(now) if just_finished else None)
        for form, record in ((self._job, self._opportunity), (self._round, self._interview)):
            for row in form.rows.values():
                row.editor.discard()
            form.load(record)
        self._names.discard()
        self._names.load(())
        self._problem.hide()
        self._job.focus_on("employer")

    @property
    def _begun(self) -> bool:
        """Whether something is written here that is not an interview yet."""
        return bool(
            self._opportunity.employer or self._opportunity.role or self._interview.title or self._names.value()
        )

    def empty(self) -> None:
        """What is written here has become an interview, or is not wanted."""
        self._opportunity, self._interview = Opportunity(), Interview()
        self._names.discard()
        self._names.load(())

    def _on_job(self, name: str, value: object) -> None:
        self._problem.hide()
        self._opportunity = msgspec.structs.replace(self._opportunity, **{name: value})

    def _on_round(self, name: str, value: object) -> None:
        self._interview = msgspec.structs.replace(self._interview, **{name: value})

    def _cancel(self) -> None:
        self.empty()
        self.cancelled.emit()

    def _start(self) -> None:
        forms_fine = [self._job.flush(), self._round.flush()]
        if not all(forms_fine):
            return
        if not self._opportunity.employer:
            self._problem.setText(tr("Write the employer’s name, so that you find this interview again."))
            self._problem.show()
            self._job.focus_on("employer")
            return
        written = (self._opportunity, self._interview, self._names.value())
        self.empty()
        self.started.emit(*written)


def _just_over(now: Moment) -> Moment:
    """When an interview of the usual length that is over by now began, on a quarter of an hour."""
    began = now.wall - timedelta(minutes=Interview().length)
    return msgspec.structs.replace(now, wall=began.replace(minute=began.minute // 15 * 15, second=0, microsecond=0))
