"""Checklist: what to do before leaving, right after, today and by tomorrow, for the interview in hand."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from models.checklist import (
    Checklist,
    GroupState,
    add_interview,
    captured_after,
    load_checklist,
    panel_completeness,
    remove_interview,
    state,
    tick,
)
from models.clock import Moment
from models.library import StepDone
from models.records import Contact, Interview, Letter, Meeting, Note, Opportunity
from models.waiting.thank_you import interview_end
from ui.naming import short_title
from ui.tabs.base import Tab
from ui.tabs.checklist.after import AfterPanel
from ui.tabs.checklist.moments import Moments
from ui.tabs.checklist.new_interview import NewInterviewPage
from ui.texts import show, tr
from ui.widgets.buttons import primary_button, quiet_button
from ui.widgets.columns import TwoColumns
from ui.widgets.empty import EmptyState
from ui.widgets.headings import PageHeader
from ui.widgets.scroll import Page

SHOWS = (Interview, Opportunity, Meeting, Contact, Letter, Note)

IN_THE_ROOM = ("in-the-room", "before-you-leave")


class ChecklistTab(Tab):
    """The first page of the story."""

    help_page = "checklist"

    def build(self) -> None:
        """An empty page, a page for a new interview, and the checklist itself."""
        self.setObjectName("checklist_tab")
        self._checklist: Checklist | None = None
        self._new: NewInterviewPage | None = None
        self._stack = QStackedWidget()
        self.column.addWidget(self._stack)
        self._empty: EmptyState | None = None
        self._main = self._main_page()
        self._stack.addWidget(self._main)

    def _empty_page(self) -> EmptyState:
        actions = QWidget()
        row = QHBoxLayout(actions)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(primary_button(tr("Add your interview"), self.start_new, name="add_first_interview"))
        row.addWidget(quiet_button(tr("Look around first"), self._sample, name="look_around"))
        return EmptyState(
            "list-checks",
            tr("The interview is over. That took courage."),
            tr(
                "Write down who you met and what comes next. Thank-you letters, dates and offers grow from these two minutes."
            ),
            actions,
        )

    def _main_page(self) -> Page:
        page = Page("checklist_page")
        self._header = PageHeader("", "")
        self._write = primary_button(tr("Write the thank-yous"), self._letters, name="write_thank_yous")
        self._header.add_action(self._write)
        page.body.addWidget(self._header)
        columns = TwoColumns()
        self.moments = Moments()
        self.moments.ticked.connect(self._tick)
        self.moments.remade.connect(self._order)
        columns.first.addWidget(self.moments)
        columns.first.addStretch(1)
        self.after = AfterPanel(self.context)
        self.after.person_requested.connect(lambda contact: self.context.show("contacts", "contacts", contact))
        self.after.letter_requested.connect(lambda meeting: self.context.show("letters", "meetings", meeting))
        self.after.add_requested.connect(self._add_person)
        self.after.remove_requested.connect(self._remove)
        columns.second.addWidget(self.after)
        page.body.addWidget(columns)
        page.body.addStretch(1)
        self._shown = ""
        return page

    # -- showing --------------------------------------------------------------------------------------------------

    def refresh(self, step: StepDone | None) -> None:
        """The interview in hand, or the way to the first one."""
        if step is not None and not step.touches(*SHOWS):
            return
        interview = self.library.find(Interview, self.context.interview_id)
        writing_new = self._new is not None and self._stack.currentWidget() is self._new
        if writing_new and (step is None or step.origin is not self):
            return
        if interview is not None:
            self._stack.setCurrentWidget(self._main)
            self._show(interview, step)
        else:
            self._show_empty()

    def _show_empty(self) -> None:
        if self._empty is None:
            self._empty = self._empty_page()
            self._stack.addWidget(self._empty)
        self._stack.setCurrentWidget(self._empty)

    def _show(self, interview: Interview, step: StepDone | None) -> None:
        opportunity = self.library.find(Opportunity, interview.opportunity) or Opportunity()
        meetings = [meeting for meeting in self.library.all(Meeting) if meeting.interview == interview.id]
        found = [self.library.find(Contact, meeting.contact) for meeting in meetings]
        contacts = [contact for contact in found if contact is not None]
        letters, notes = self.library.all(Letter), self.library.all(Note)
        groups = state(self._data(), interview, opportunity, meetings, contacts, letters, notes)
        items = [item for group in groups for item in group.items]
        done = sum(item.done for item in items)
        captured = captured_after(interview)
        progress = tr("{done} of {all} done.", done=done, all=len(items))
        self._header.say(
            f"{progress} {show(captured)}" if captured else progress,
            short_title(self.library, interview),
        )
        self.moments.show_groups(_in_order(groups, interview, self.context.clock.now()))
        if interview.id != self._shown:
            self._main.verticalScrollBar().setValue(0)
        self._shown = interview.id
        self.after.show_interview(interview, opportunity, step)
        self.after.meter.setText(show(panel_completeness(meetings, contacts).sentence))

    def _data(self) -> Checklist:
        if self._checklist is None:
            self._checklist = load_checklist(self.context.resources / "checklists" / "default.toml")
        return self._checklist

    def start_new(self, *, just_finished: bool = False) -> None:
        """The page for a new interview."""
        if self._new is None:
            self._new = NewInterviewPage(self.context)
            self._new.started.connect(self._start)
            self._new.cancelled.connect(self._leave_new)
            self._stack.addWidget(self._new)
        self._stack.setCurrentWidget(self._new)
        self._new.begin(just_finished=just_finished)

    def show_record(self, table: str, record_id: str) -> None:
        """Open an interview, or the page for a new one ("new", "just finished")."""
        if record_id in ("new", "just finished"):
            self.start_new(just_finished=record_id == "just finished")
        elif table == Interview.table:
            self._leave_new()
            self.context.choose_interview(record_id)

    def flush(self) -> None:
        """Commit what is typed."""
        self.after.flush()

    # -- doing ----------------------------------------------------------------------------------------------------

    def _start(self, opportunity: Opportunity, interview: Interview, names: Sequence[str]) -> None:
        self._leave_new()
        made = add_interview(self.library, opportunity, interview, names)
        self.context.choose_interview(made.id)
        self.context.say(tr("It is written down. Everything from here has a place."))

    def _leave_new(self) -> None:
        self._stack.setCurrentWidget(self._main)
        self.refresh(None)

    def _tick(self, item_id: str, field: str, done: bool) -> None:
        tick(self.library, self._shown, item_id, done, field=field)

    def _add_person(self) -> None:
        self.context.show("contacts", "new", "person")

    def _order(self) -> None:
        """Tab goes from the head of the page through the list, and only then to the right side."""
        chain = [self._write, *self.moments.boxes]
        for before, after in itertools.pairwise(chain):
            QWidget.setTabOrder(before, after)

    def _remove(self) -> None:
        remove_interview(self.library, self._shown)
        self.context.say(tr("The interview is gone. Undo brings everything back."))

    def _letters(self) -> None:
        self.context.show("letters")

    def _sample(self) -> None:
        window = self.window()
        action = next((action for action in window.actions() if action.objectName() == "action_add_sample"), None)
        if action is not None:
            action.trigger()


def _in_order(groups: tuple[GroupState, ...], interview: Interview, now: Moment) -> tuple[GroupState, ...]:
    """What can still be done comes first: once the interview is over, what belonged into the room goes to the end."""
    end = interview_end(interview)
    if end is None or end.aware > now.aware:
        return groups
    return (*[group for group in groups if group.id not in IN_THE_ROOM], *[g for g in groups if g.id in IN_THE_ROOM])
