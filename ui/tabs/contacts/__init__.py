"""Contacts: everyone met, grouped by interview, and one page for the person chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from models.library import StepDone
from models.people.operations import add_contact, meeting_of
from models.records import Contact, Interview, Meeting, Note, Opportunity
from ui.tabs.base import Tab
from ui.tabs.contacts.person import PersonPage
from ui.tabs.contacts.rows import key_of, people_rows
from ui.texts import tr
from ui.theme import hub, tokens
from ui.widgets.buttons import icon_button, primary_button
from ui.widgets.empty import EmptyState
from ui.widgets.row_list import RowList

SHOWS = (Contact, Meeting, Interview, Opportunity, Note)

LIST_WIDTH, NARROW_LIST, LARGE_TEXT = 320, 230, 150


class ContactsTab(Tab):
    """The list at the left, the person at the right."""

    help_page = "contacts"

    def build(self) -> None:
        """List, filter and page."""
        self.setObjectName("contacts_tab")
        self._follow = False
        self._stack = QStackedWidget()
        self.column.addWidget(self._stack)
        self._empty = EmptyState(
            "users",
            tr("Nobody here yet"),
            tr(
                "Write down everyone you met, with the spelling from their card. Their letters and follow-ups start here."
            ),
            primary_button(tr("Add the first person"), self.add_person, name="add_first_person"),
        )
        self._stack.addWidget(self._empty)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self._left())
        self.person = PersonPage(self.context)
        self.person.letter_requested.connect(lambda meeting: self.context.show("letters", "meetings", meeting))
        self.person.removed.connect(self._choose_first)
        split.addWidget(self.person)
        split.setStretchFactor(0, 0)
        split.setStretchFactor(1, 1)
        self._split = split
        self._stack.addWidget(split)
        self._scale()
        hub.changed.connect(self._scale)

    def _scale(self) -> None:
        px = hub.current.px
        self._list.setContentsMargins(px(tokens.HUGE), px(tokens.LARGE), 0, px(tokens.MEDIUM))
        wide = px(LIST_WIDTH if hub.current.percent < LARGE_TEXT else NARROW_LIST)
        self._split.setSizes([wide, max(wide, self.width() - wide)])

    def _left(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        self._list = column
        self._filter = QLineEdit()
        self._filter.setObjectName("people_filter")
        self._filter.setAccessibleName(tr("Show only people with"))
        self._filter.setPlaceholderText(tr("Filter"))
        self._filter.setClearButtonEnabled(True)
        self._filter.textChanged.connect(lambda _text: self._show_rows())
        add = icon_button("user-plus", tr("Add a person"), self.add_person, name="add_person")
        row = QHBoxLayout()
        row.addWidget(self._filter, 1)
        row.addWidget(add)
        column.addLayout(row)
        self.rows = RowList("people", tr("People"))
        self.rows.chosen.connect(self._open)
        column.addWidget(self.rows, 1)
        return left

    # -- showing --------------------------------------------------------------------------------------------------

    def refresh(self, step: StepDone | None) -> None:
        """List and page, as far as the step touches them."""
        if step is not None and not step.touches(*SHOWS):
            return
        self._stack.setCurrentIndex(1 if self.library.count(Contact) else 0)
        self._show_rows()
        if not self.rows.key or (step is None and (self._follow or not self.person.contact_id)):
            self._follow = False
            self._choose_first()
        self._open(self.rows.key, step)

    def _show_rows(self) -> None:
        self.rows.show_rows(people_rows(self.library, self._filter.text()))

    def _choose_first(self) -> None:
        rows = [row.key for row in self.rows.rows if not row.heading]
        in_hand = {f"{m.contact}/{m.id}" for m in self.library.all(Meeting) if m.interview == self.context.interview_id}
        first = next((key for key in rows if key in in_hand), rows[0] if rows else "")
        if first:
            self.rows.choose(first)
            self._open(first)

    def _open(self, key: str, step: StepDone | None = None) -> None:
        contact_id, _, meeting_id = key.partition("/")
        if step is not None and contact_id == self.person.contact_id:
            self.person.refresh(step)
        elif contact_id:
            self.person.show_person(contact_id, meeting_id)

    def show_record(self, table: str, record_id: str) -> None:
        """Open a person, or a new one."""
        if table == "new":
            self.add_person()
        elif table == Contact.table:
            self._filter.clear()
            key = next((row.key for row in self.rows.rows if row.key.startswith(f"{record_id}/")), "")
            if key and self.rows.choose(key):
                self._open(key)

    # -- doing ----------------------------------------------------------------------------------------------------

    def add_person(self) -> None:
        """A new person in the interview in hand, ready for the name to be written."""
        self._filter.clear()
        interview_id = self.context.interview_id
        interview = self.library.find(Interview, interview_id) or Interview()
        job = self.library.find(Opportunity, interview.opportunity) or Opportunity()
        contact = add_contact(self.library, interview_id, employer=job.employer)
        meeting = meeting_of(self.library, interview_id, contact.id)
        self.rows.choose(key_of(contact.id, meeting.id if meeting else ""))
        self.person.show_person(contact.id, meeting.id if meeting else "")
        self.person.focus_name()

    def _on_interview(self, interview_id: str) -> None:
        self._follow = True
        super()._on_interview(interview_id)

    def flush(self) -> None:
        """Commit what is typed."""
        self.person.flush()
