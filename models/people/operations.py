"""What can be done with people, their meetings, their note cards and what happened with them. Each call is one step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from models.library import Library
from models.records import Contact, Event, Interview, Letter, Meeting, Note
from models.records.interview import Role


class Panel(msgspec.Struct, frozen=True):
    """The people of one interview, each with their part in it. No interview: people met in none."""

    interview: Interview | None
    people: tuple[tuple[Contact, Meeting | None], ...]


def add_contact(
    library: Library, interview_id: str = "", role: Role = "", *, origin: object = None, **fields: Any
) -> Contact:
    """A new person; with an interview they are put on its panel in the same step."""
    with library.step("Add person", origin=origin):
        contact = library.put(Contact(**fields))
        if interview_id:
            meet(library, interview_id, contact.id, role)
    return contact


def update_contact(library: Library, id: str, *, origin: object = None, **changes: Any) -> Contact:
    """Change fields of a person. Typing in one field is one step. A changed name is no longer a confirmed one."""
    before = library.get(Contact, id)
    if "name" in changes and changes["name"] != before.name and "confirmed" not in changes:
        changes["confirmed"] = False
    key = f"contact/{id}/{','.join(sorted(changes))}"
    with library.step("Edit person", merge_key=key, origin=origin):
        return library.put(msgspec.structs.replace(before, **changes))


def remove_contact(library: Library, id: str, *, origin: object = None) -> None:
    """Take a person out with their meetings and cards.

    Letters that were sent stay, they are history; drafts to this person alone go, others lose the recipient. Events
    of an opportunity stay without the name.
    """
    contact = library.get(Contact, id)
    with library.step("Remove person", origin=origin):
        for meeting in library.all(Meeting):
            if meeting.contact == id:
                library.remove(meeting)
        for note in library.all(Note):
            if note.contact == id:
                library.remove(note)
        for event in library.all(Event):
            if event.contact == id and event.opportunity:
                library.put(msgspec.structs.replace(event, contact=""))
            elif event.contact == id:
                library.remove(event)
        for letter in library.all(Letter):
            if id in letter.recipients and letter.state != "sent":
                _leave_letter(library, letter, id)
        library.remove(contact)


def _leave_letter(library: Library, letter: Letter, contact_id: str) -> None:
    left = tuple(one for one in letter.recipients if one != contact_id)
    if left:
        library.put(msgspec.structs.replace(letter, recipients=left))
        return
    for note in library.all(Note):
        if letter.id in note.used_in:
            library.put(msgspec.structs.replace(note, used_in=tuple(one for one in note.used_in if one != letter.id)))
    library.remove(letter)


def meet(library: Library, interview_id: str, contact_id: str, role: Role = "", *, origin: object = None) -> Meeting:
    """Put a person on an interview's panel; who is on it already stays with the part they have, unless one is given."""
    there = meeting_of(library, interview_id, contact_id)
    with library.step("Add to the panel", origin=origin):
        if there is None:
            return library.put(Meeting(interview=interview_id, contact=contact_id, role=role))
        return library.put(msgspec.structs.replace(there, role=role)) if role else there


def update_meeting(library: Library, id: str, *, origin: object = None, **changes: Any) -> Meeting:
    """Change a person's part in an interview, or why they get no letter."""
    before = library.get(Meeting, id)
    key = f"meeting/{id}/{','.join(sorted(changes))}"
    with library.step("Edit panel", merge_key=key, origin=origin):
        return library.put(msgspec.structs.replace(before, **changes))


def leave_panel(library: Library, id: str, *, origin: object = None) -> None:
    """Take a person off an interview's panel; the person and the cards stay."""
    with library.step("Take off the panel", origin=origin):
        library.remove(library.get(Meeting, id))


def skip_letter(library: Library, meeting_id: str, reason: str, *, origin: object = None) -> Meeting:
    """No thank-you for this meeting, because of `reason`; an empty reason makes it due again."""
    before = library.get(Meeting, meeting_id)
    with library.step("Skip thank-you" if reason.strip() else "Thank-you is due again", origin=origin):
        return library.put(msgspec.structs.replace(before, letter_skipped=reason.strip()))


def meeting_of(library: Library, interview_id: str, contact_id: str) -> Meeting | None:
    """The meeting of that person in that interview."""
    return next(
        (one for one in library.all(Meeting) if one.interview == interview_id and one.contact == contact_id), None
    )


def add_note(
    library: Library, text: str, *, interview_id: str = "", contact_id: str = "", origin: object = None
) -> Note:
    """A new card; without a person it belongs to the whole interview."""
    with library.step("Add note", origin=origin):
        return library.put(Note(text=text, interview=interview_id, contact=contact_id))


def update_note(library: Library, id: str, *, origin: object = None, **changes: Any) -> Note:
    """Change a card; typing in it is one step."""
    before = library.get(Note, id)
    with library.step("Edit note", merge_key=f"note/{id}/{','.join(sorted(changes))}", origin=origin):
        return library.put(msgspec.structs.replace(before, **changes))


def remove_note(library: Library, id: str, *, origin: object = None) -> None:
    """Take a card out."""
    with library.step("Remove note", origin=origin):
        library.remove(library.get(Note, id))


def log_event(library: Library, *, origin: object = None, **fields: Any) -> Event:
    """Note that something happened; without a moment it happened now."""
    event = Event(**fields)
    if event.when is None:
        event = msgspec.structs.replace(event, when=library.clock.now())
    with library.step("Log what happened", origin=origin):
        return library.put(event)


def update_event(library: Library, id: str, *, origin: object = None, **changes: Any) -> Event:
    """Change what was logged."""
    before = library.get(Event, id)
    with library.step("Edit what happened", merge_key=f"event/{id}/{','.join(sorted(changes))}", origin=origin):
        return library.put(msgspec.structs.replace(before, **changes))


def remove_event(library: Library, id: str, *, origin: object = None) -> None:
    """Take out what was logged."""
    with library.step("Remove what happened", origin=origin):
        library.remove(library.get(Event, id))


def contacts_by_interview(library: Library) -> tuple[Panel, ...]:
    """Everyone, grouped by interview, the latest interview first; who was met in none stands in a last group."""
    people = {contact.id: contact for contact in library.all(Contact)}
    rows: dict[str, list[tuple[Contact, Meeting | None]]] = {}
    met: set[str] = set()
    for meeting in library.all(Meeting):
        if meeting.contact in people:
            rows.setdefault(meeting.interview, []).append((people[meeting.contact], meeting))
            met.add(meeting.contact)
    interviews = _latest_first(library.all(Interview))
    known = {interview.id for interview in interviews}
    met = {contact.id for interview, row in rows.items() if interview in known for contact, _ in row} & met
    panels = [Panel(interview, tuple(rows.get(interview.id, ()))) for interview in interviews]
    rest = tuple((contact, None) for contact in people.values() if contact.id not in met)
    return (*panels, Panel(None, rest)) if rest else tuple(panels)


def _latest_first(interviews: Sequence[Interview]) -> list[Interview]:
    dated = [one for one in interviews if one.start is not None]
    dated.sort(key=lambda one: one.start.aware.timestamp() if one.start else 0.0, reverse=True)
    return [*dated, *(one for one in interviews if one.start is None)]


def notes_about(library: Library, contact_id: str, interview_id: str = "") -> tuple[Note, ...]:
    """The cards of a person, of one interview where it is named."""
    return tuple(
        note
        for note in library.all(Note)
        if note.contact == contact_id and (not interview_id or note.interview == interview_id)
    )


def events_with(library: Library, contact_id: str) -> tuple[Event, ...]:
    """What happened with a person, the latest first."""
    events = [event for event in library.all(Event) if event.contact == contact_id]
    return tuple(sorted(events, key=lambda one: one.when.aware.timestamp() if one.when else 0.0, reverse=True))
