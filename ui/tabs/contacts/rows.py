"""The people as rows: grouped by interview, newest first, with what is still missing at the end of the line."""

from __future__ import annotations

from models.library import Library
from models.people.names import fold
from models.people.operations import contacts_by_interview
from models.records import Contact, Meeting
from ui.naming import short_title
from ui.texts import tr
from ui.widgets.row_list import Row


def key_of(contact_id: str, meeting_id: str = "") -> str:
    """A row stands for a person in one interview, or for a person alone."""
    return f"{contact_id}/{meeting_id}"


def people_rows(library: Library, wanted: str = "") -> list[Row]:
    """Headings and people that have `wanted` in their name, employer, part or address."""
    needle = fold(wanted.strip())
    rows: list[Row] = []
    for panel in contacts_by_interview(library):
        found = [
            _row(contact, meeting)
            for contact, meeting in panel.people
            if _has(contact, needle, meeting.role if meeting else "")
        ]
        if found:
            title = short_title(library, panel.interview) if panel.interview else tr("Not in an interview")
            rows += [Row("", title, heading=True), *found]
    return rows


def _has(contact: Contact, needle: str, role: str) -> bool:
    if not needle:
        return True
    return needle in fold(" ".join((contact.name, contact.employer, contact.position, role, *contact.emails)))


def _row(contact: Contact, meeting: Meeting | None) -> Row:
    email = contact.emails[0] if contact.emails else ""
    role = tr(meeting.role) if meeting and meeting.role else contact.position
    detail = " · ".join(part for part in (role, email) if part)
    name = contact.name or tr("Name not known yet")
    key = key_of(contact.id, meeting.id if meeting else "")
    if not contact.name or not email:
        missing = tr("no e-mail") if contact.name else tr("no name")
        return Row(key, name, detail, missing, "warn")
    if meeting and meeting.letter_sent:
        return Row(key, name, detail, tr("thanked"), "good")
    return Row(key, name, detail)
