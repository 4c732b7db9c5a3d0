"""One person: the name first and large, then what they said, what happened, and how to reach them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.checklist import add_card
from models.half_typed import key_of
from models.library import StepDone
from models.people.addresses import address_doubt, email_problem
from models.people.names import nearly_the_same
from models.people.operations import (
    add_note,
    events_with,
    notes_about,
    remove_contact,
    remove_note,
    update_contact,
    update_meeting,
    update_note,
)
from models.records import Contact, Interview, Meeting, Note, Record
from ui.context import AppContext
from ui.locale_formatter import LocaleFormatter
from ui.naming import short_title
from ui.tabs.contacts.notes import NoteCards
from ui.texts import show, tr
from ui.widgets.buttons import link_button, primary_button
from ui.widgets.chip import Chip
from ui.widgets.flow import FlowLayout
from ui.widgets.headings import PageHeader, SectionTitle, label
from ui.widgets.record_form import RecordForm
from ui.widgets.scroll import Page

NAME = ("name", "confirmed", "emails", "phones")
PART = ("role", "letter_skipped")
MORE = ("title", "position", "employer", "said_as", "pronouns", "links", "address")


class PersonPage(Page):
    """Shows one contact, in one interview or alone. Every change is kept as it is made."""

    letter_requested = Signal(str)
    removed = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.setObjectName("person_page")
        self._context = context
        self._library = context.library
        self._contact = ""
        self._meeting = ""
        self._header = PageHeader("", "")
        self._write = primary_button(tr("Write the thank-you"), self._ask_for_letter, name="write_letter")
        self._header.add_action(self._write)
        self.body.addWidget(self._header)
        chips = QWidget()
        self._chips = FlowLayout(chips)
        self.body.addWidget(chips)
        self._name = self._form(Contact, NAME, self._keep_contact)
        self._problem = label(tone="warn", wrap=True, name="email_problem")
        self.body.addWidget(self._problem)
        self.body.addWidget(SectionTitle(tr("What they said")))
        self._notes = NoteCards()
        self._notes.added.connect(self._add_note)
        self._notes.edited.connect(lambda note_id, text: update_note(self._library, note_id, origin=self, text=text))
        self._notes.removed.connect(lambda note_id: remove_note(self._library, note_id))
        self._notes.typing.connect(lambda note_id, text: context.typed.typing(_key(note_id), text))
        self._notes.rested.connect(lambda note_id: context.typed.rested(_key(note_id)))
        self.body.addWidget(self._notes)
        self._part = SectionTitle(tr("In this interview"))
        self.body.addWidget(self._part)
        self._role = self._form(Meeting, PART, self._keep_meeting)
        self.body.addWidget(SectionTitle(tr("More about them")))
        self._more = self._form(Contact, MORE, self._keep_contact)
        self.body.addWidget(SectionTitle(tr("What happened")))
        self._events = label(tone="muted", wrap=True, name="person_events")
        self.body.addWidget(self._events)
        self._last_row()

    def _form(self, kind: type[Record], names: tuple[str, ...], keep: Callable[[str, object], None]) -> RecordForm:
        form = RecordForm(kind, names, clock=self._context.clock, columns=2)
        form.field_edited.connect(keep)
        self.body.addWidget(form)
        return form

    def _last_row(self) -> None:
        row = QHBoxLayout()
        row.addWidget(link_button(tr("Remove this person"), self._remove, name="remove_person"))
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addStretch(1)

    # -- showing --------------------------------------------------------------------------------------------------

    @property
    def contact_id(self) -> str:
        """Who is shown; empty where nobody is."""
        return self._contact

    def show_person(self, contact_id: str, meeting_id: str) -> None:
        """Show this person; what was typed for the one before is kept first."""
        if (contact_id, meeting_id) != (self._contact, self._meeting):
            self.flush()
            self._contact, self._meeting = contact_id, meeting_id
            self.verticalScrollBar().setValue(0)
        self.refresh(None)

    def refresh(self, step: StepDone | None) -> None:
        """Show what is true now. A step made by this page itself leaves its fields alone."""
        contact = self._library.find(Contact, self._contact)
        if contact is None:
            return
        meeting = self._library.find(Meeting, self._meeting) or Meeting()
        if step is None or step.origin is not self:
            self._name.load(contact)
            self._more.load(contact)
            self._role.load(meeting)
        self._role.setVisible(bool(meeting.id))
        self._part.setVisible(bool(meeting.id))
        self._write.setVisible(bool(meeting.id) and meeting.letter_sent is None)
        self._header.say(self._sentence(contact, meeting), contact.name or tr("Name not known yet"))
        self._show_chips(contact, meeting)
        self._show_doubts(contact)
        self._notes.show_notes(notes_about(self._library, contact.id))
        self._show_events(contact)

    def _show_doubts(self, contact: Contact) -> None:
        """What is odd about the addresses, and whether somebody else is called nearly the same."""
        doubts = [email_problem(address) or address_doubt(address, contact.name) for address in contact.emails]
        others = [one for one in self._library.all(Contact) if one.id != contact.id]
        twin = next((one for one in others if nearly_the_same(one.name, contact.name)), None)
        lines = [show(doubt) for doubt in doubts if doubt is not None]
        if twin is not None:
            lines.append(tr("There is also {name}. Are they two people, or one spelled twice?", name=twin.name))
        self._problem.setText("\n".join(lines))
        self._problem.setVisible(bool(lines))

    def _sentence(self, contact: Contact, meeting: Meeting) -> str:
        interview = self._library.find(Interview, meeting.interview)
        parts = [contact.position, short_title(self._library, interview) if interview else contact.employer]
        return ", ".join(part for part in parts if part)

    def _show_chips(self, contact: Contact, meeting: Meeting) -> None:
        self._chips.clear()
        if contact.confirmed:
            self._chips.addWidget(Chip(tr("spelling confirmed"), "good", "check"))
        else:
            self._chips.addWidget(Chip(tr("spelling not confirmed yet"), "warn"))
        if meeting.letter_sent:
            day = LocaleFormatter().day(meeting.letter_sent.day)
            self._chips.addWidget(Chip(tr("thanked on {day}", day=day), "good", "mail"))
        elif meeting.letter_skipped:
            self._chips.addWidget(Chip(tr("no letter: {reason}", reason=meeting.letter_skipped)))

    def _show_events(self, contact: Contact) -> None:
        format_ = LocaleFormatter()
        lines = [
            f"{format_.moment(event.when) if event.when else ''}  {event.summary}".strip()
            for event in events_with(self._library, contact.id)
        ]
        self._events.setText("\n".join(lines) or tr("Nothing yet. Letters you send appear here by themselves."))

    # -- keeping --------------------------------------------------------------------------------------------------

    def flush(self) -> None:
        """Commit what is typed and not yet kept."""
        for part in (self._name, self._role, self._more, self._notes):
            part.flush()

    def focus_name(self) -> None:
        """Put the cursor where the name is written."""
        self._name.focus_on("name")

    def _keep_contact(self, name: str, value: object) -> None:
        if self._library.find(Contact, self._contact):
            update_contact(self._library, self._contact, origin=self, **{name: value})

    def _keep_meeting(self, name: str, value: object) -> None:
        if self._library.find(Meeting, self._meeting):
            update_meeting(self._library, self._meeting, origin=self, **{name: value})

    def _add_note(self, text: str) -> None:
        meeting = self._library.find(Meeting, self._meeting)
        if meeting is not None:
            add_card(self._library, meeting.interview, text, self._contact)
        else:
            add_note(self._library, text, contact_id=self._contact)

    def _remove(self) -> None:
        contact = self._library.find(Contact, self._contact)
        if contact is not None:
            self._contact = ""
            remove_contact(self._library, contact.id)
            self._context.say(tr("Removed {name}. Undo brings everything back.", name=contact.name))
            self.removed.emit()

    def _ask_for_letter(self) -> None:
        if self._library.find(Meeting, self._meeting):
            self.flush()
            self.letter_requested.emit(self._meeting)


def _key(note_id: str) -> str:
    return key_of(Note.table, note_id, "text")
